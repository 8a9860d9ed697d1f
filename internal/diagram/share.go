package diagram

// ink is what the lines of one group have drawn.
type ink struct {
	stretches map[[2]int]bool // pairs of vertices
	stubs     map[stub]bool
}

// stub is the bit of a line between a component or label and the grid.
type stub struct {
	at Point
	v  int
}

// share notes, for lines that run together, which parts of each are to be
// drawn: what copies share is drawn once, so that dashes stay dashes, and not
// below a label.
func (r *router) share() {
	drawn := map[string]*ink{}
	for _, l := range r.p.links {
		if len(r.copies[l.group]) < 2 {
			continue
		}
		if drawn[l.group] == nil {
			drawn[l.group] = &ink{map[[2]int]bool{}, map[stub]bool{}}
			for _, o := range r.copies[l.group] {
				for _, stretch := range r.under(o) {
					drawn[l.group].stretches[stretch] = true
				}
			}
		}
		l.pieces = r.pieces(l, drawn[l.group])
	}
}

// pieces returns the parts of a link's path that are not drawn yet, and adds
// them to what is.
func (r *router) pieces(l *link, drawn *ink) [][]Point {
	var out [][]Point
	var piece []Point
	flush := func() {
		if len(piece) > 1 {
			out = append(out, corners(piece))
		}
		piece = nil
	}
	once := func(s stub) {
		if drawn.stubs[s] {
			flush()
			return
		}
		drawn.stubs[s] = true
		piece = append(piece, s.at)
	}
	for _, part := range r.legs[l] {
		n := len(part.way)
		once(stub{part.from, part.way[0]})
		for i, v := range part.way {
			if i > 0 {
				stretch := [2]int{min(part.way[i-1], v), max(part.way[i-1], v)}
				if drawn.stretches[stretch] {
					flush()
				}
				drawn.stretches[stretch] = true
			}
			piece = append(piece, r.g.point(v))
		}
		once(stub{part.to, part.way[n-1]})
	}
	flush()
	if out == nil {
		out = [][]Point{} // all of it is drawn elsewhere
	}
	return out
}
