package diagram

// corridor is the stretch of a link's line that its label stands over: lines
// of its copies may run along it.
func (l *link) corridor() (r Rect, ok bool) {
	if !l.labelled() {
		return Rect{}, false
	}
	room := l.bounds().Grow(labelRoom)
	for i := 1; i < len(l.path); i++ {
		a, b := l.path[i-1], l.path[i]
		switch {
		case a.Y == b.Y && abs(a.Y-l.at.Y) < 1 && min(a.X, b.X) <= room.Min.X && max(a.X, b.X) >= room.Max.X:
			return Rect{Point{room.Min.X, a.Y - 1}, Point{room.Max.X, a.Y + 1}}, true
		case a.X == b.X && abs(a.X-l.at.X) < 1 && min(a.Y, b.Y) <= room.Min.Y && max(a.Y, b.Y) >= room.Max.Y:
			return Rect{Point{a.X - 1, room.Min.Y}, Point{a.X + 1, room.Max.Y}}, true
		}
	}
	return Rect{}, false
}

// passable opens the labels of a link's copies along their lines, and returns
// what closes them again.
func (r *router) passable(l *link) (shut func()) {
	var opened []Rect
	for _, o := range r.copies[l.group] {
		if c, ok := o.corridor(); ok && o != l && !r.lost[o] {
			r.g.open(c)
			opened = append(opened, c)
		}
	}
	return func() {
		for _, c := range opened {
			r.g.block(c)
		}
	}
}

// under lists the stretches of the grid below the label of a link, as vertex
// pairs: the link's own line is broken there.
func (r *router) under(l *link) [][2]int {
	c, ok := l.corridor()
	if !ok {
		return nil
	}
	var out [][2]int
	step := 1
	if c.H() > c.W() {
		step = r.g.w
	}
	a := r.g.vertex(Point{c.Min.X - pitch/2, c.Centre().Y})
	z := r.g.vertex(Point{c.Max.X + pitch/2, c.Centre().Y})
	if step > 1 {
		a, z = r.g.vertex(Point{c.Centre().X, c.Min.Y - pitch/2}), r.g.vertex(Point{c.Centre().X, c.Max.Y + pitch/2})
	}
	for v := a; v < z; v += step {
		out = append(out, [2]int{v, v + step})
	}
	return out
}
