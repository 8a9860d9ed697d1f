package diagram

// share notes, for lines that run together, which parts of each are to be
// drawn: a stretch that copies share is drawn once, so that dashes stay dashes.
func (r *router) share() {
	drawn := map[string]map[[2]int]bool{}
	for _, l := range r.p.links {
		if len(r.copies[l.group]) < 2 {
			continue
		}
		if drawn[l.group] == nil {
			drawn[l.group] = map[[2]int]bool{}
			for _, o := range r.copies[l.group] {
				for _, stretch := range r.under(o) {
					drawn[l.group][stretch] = true
				}
			}
		}
		l.pieces = r.pieces(l, drawn[l.group])
	}
}

// pieces returns the parts of a link's path that are not drawn yet, and adds
// them to what is.
func (r *router) pieces(l *link, drawn map[[2]int]bool) [][]Point {
	var out [][]Point
	var piece []Point
	flush := func() {
		if len(piece) > 1 {
			out = append(out, corners(piece))
		}
		piece = nil
	}
	for _, part := range r.legs[l] {
		piece = append(piece, part.from)
		for i, v := range part.way {
			if i > 0 {
				stretch := [2]int{min(part.way[i-1], v), max(part.way[i-1], v)}
				if drawn[stretch] {
					flush()
				}
				drawn[stretch] = true
			}
			piece = append(piece, r.g.point(v))
		}
		piece = append(piece, part.to)
	}
	flush()
	return out
}
