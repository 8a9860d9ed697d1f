package diagram

import "alarife/internal/diagram/graphviz"

// near is the distance across the flow up to which a part is moved to bring a
// line straight, in pixels.
const near = 9 * pitch

// straighten moves labels and components by a little so that lines run
// straight, where there is room: numbered lines first.
func (p *plan) straighten() {
	for _, heavy := range []bool{true, false} {
		for _, l := range p.links {
			if (l.weight() > 1) != heavy || l.folded {
				continue
			}
			p.level(l)
		}
	}
	for _, l := range p.links {
		if l.labelled() && !p.tryLabel(l, *p.axis(&l.from.at)) {
			p.tryLabel(l, *p.axis(&l.to.at))
		}
	}
}

// level brings the ends of a link to one line.
func (p *plan) level(l *link) {
	a, b := *p.axis(&l.from.at), *p.axis(&l.to.at)
	if a == b || abs(a-b) > near {
		return
	}
	if p.free(l.to) && p.tryNode(l.to, a) {
		return
	}
	if p.free(l.from) {
		p.tryNode(l.from, b)
	}
}

// free reports whether a component may leave its line: no line through it is
// straight yet.
func (p *plan) free(n *planNode) bool {
	for _, l := range p.links {
		if (l.from == n || l.to == n) && *p.axis(&l.from.at) == *p.axis(&l.to.at) {
			return false
		}
	}
	return true
}

// axis is the coordinate across the flow.
func (p *plan) axis(at *Point) *float64 {
	if p.shape.Direction == graphviz.LeftToRight {
		return &at.Y
	}
	return &at.X
}

func (p *plan) tryNode(n *planNode, to float64) bool {
	old := n.at
	*p.axis(&n.at) = to
	if p.fits(n.bounds(), n.box, n, nil) {
		return true
	}
	n.at = old
	return false
}

func (p *plan) tryLabel(l *link, to float64) bool {
	old := l.at
	if abs(*p.axis(&l.at)-to) > near {
		return false
	}
	*p.axis(&l.at) = to
	if p.fits(l.bounds(), l.home, nil, l) {
		return true
	}
	l.at = old
	return false
}

// fits reports whether a place in a box is free of everything but the part
// itself.
func (p *plan) fits(r Rect, home *planBox, n *planNode, l *link) bool {
	wide := r.Grow(pitch)
	if home != nil && !home.bounds.Holds(wide) {
		return false
	}
	for _, b := range p.boxes {
		if home.within(b) && b.header().Overlaps(wide) || !home.within(b) && b.bounds.Overlaps(wide) {
			return false
		}
	}
	return p.clear(wide, n, l)
}

// clear reports whether no component and no label but the part itself lies in
// a place.
func (p *plan) clear(r Rect, n *planNode, l *link) bool {
	for _, o := range p.nodes {
		if o != n && o.bounds().Overlaps(r) {
			return false
		}
	}
	for _, o := range p.links {
		if o != l && o.labelled() && o.bounds().Overlaps(r) {
			return false
		}
	}
	return true
}
