package diagram

// labelState says how a label came to its place.
type labelState int

// The ways to a label's place.
const (
	placed labelState = iota // by Graphviz
	fixed                    // the same, and no better place was found
	onWay                    // moved onto the direct way
)

// relabel tries the direct way and keeps it where the label finds room on it
// and the way is the shorter one; it reports whether it did.
func (r *router) relabel(l *link) bool {
	path, legs, at, old, lost := l.path, r.legs[l], l.at, effort(l.path), r.lost[l]
	r.erase(l)
	r.g.open(l.bounds().Grow(labelRoom))
	if path != nil && !lost {
		r.s.most = int32(old * costStep / pitch) // a dearer way does not do
	}
	found := r.direct(l)
	r.s.most = dearest
	if found && (path == nil || lost || effort(l.path) < old) && r.spot(l) {
		r.g.block(l.bounds().Grow(labelRoom))
		return true
	}
	r.erase(l)
	l.path, l.at, r.legs[l], r.lost[l] = path, at, legs, lost
	r.g.block(l.bounds().Grow(labelRoom))
	r.take(l)
	return false
}

// effort is what following a path costs the eye: its length and its turns.
func effort(path []Point) float64 {
	sum := 6 * pitch * float64(len(path))
	for i := 1; i < len(path); i++ {
		sum += abs(path[i].X-path[i-1].X) + abs(path[i].Y-path[i-1].Y)
	}
	return sum
}

// spot moves the label onto the path of its link, to the middle of the longest
// stretch that has room.
func (r *router) spot(l *link) bool {
	best, at := 0.0, l.at
	for i := 1; i < len(l.path); i++ {
		a, b := l.path[i-1], l.path[i]
		need := l.wide
		if a.X == b.X {
			need = l.high
		}
		length := abs(a.X-b.X) + abs(a.Y-b.Y)
		if length < need+4*pitch || length <= best {
			continue
		}
		steps := int((length - need - 3*pitch) / (2 * pitch))
		for k := range 2*steps + 1 {
			off := float64((k+1)/2) * pitch * float64(1-2*(k%2))
			l.at = Point{(a.X + b.X) / 2, (a.Y + b.Y) / 2}
			if a.X == b.X {
				l.at.Y = snap(l.at.Y + off)
			} else {
				l.at.X = snap(l.at.X + off)
			}
			if r.open(l) {
				best, at = length, l.at
				break
			}
		}
	}
	l.at = at
	return best > 0
}

// open reports whether the label's place is free of everything but its own
// line, along which copies may run.
func (r *router) open(l *link) bool {
	room := l.bounds().Grow(labelRoom)
	if !r.p.clear(room, nil, l) || !r.p.offBorders(room) {
		return false
	}
	c, ok := l.corridor()
	if !ok {
		return false
	}
	across := south
	if c.H() > c.W() {
		across = east
	}
	free, net := true, r.net(l)
	r.g.each(room, func(v int) {
		free = free && (r.g.flags[v]&^atGoal == 0 ||
			c.Contains(r.g.point(v)) && !r.g.busy(v, net) && r.g.stretch(v, across).count+r.g.stretch(v, across.opposite()).count == 0)
	})
	return free
}
