package diagram

import "math"

// Room kept free around what is fitted into a picture: so much where there
// is, else less.
var fitRoom = []float64{4 * pitch, 2 * pitch}

// fitIn finds places for new components and labels between what is placed; it
// reports whether there are some for all.
func (p *plan) fitIn(nodes []*planNode, labels []*link) bool {
	if len(nodes)+len(labels) == 0 {
		return true
	}
	missing := map[*planNode]bool{}
	for _, n := range nodes {
		missing[n] = true
		n.at = Point{math.Inf(-1), math.Inf(-1)} // nowhere
	}
	unset := map[*link]bool{}
	for _, l := range labels {
		unset[l] = true
		l.at = Point{math.Inf(-1), math.Inf(-1)}
	}
	for len(missing) > 0 {
		n := p.nextToFit(nodes, missing)
		if !p.fitNode(n, missing) {
			return false
		}
		delete(missing, n)
	}
	for _, l := range labels {
		if !p.fitLabel(l) {
			return false
		}
	}
	return true
}

// nextToFit chooses the missing component with the most neighbours in place.
func (p *plan) nextToFit(nodes []*planNode, missing map[*planNode]bool) *planNode {
	var best *planNode
	most := -1
	for _, n := range nodes {
		if c := len(p.neighbours(n, missing)); missing[n] && c > most {
			best, most = n, c
		}
	}
	return best
}

// neighbours lists the components in place that a component exchanges
// something with.
func (p *plan) neighbours(n *planNode, missing map[*planNode]bool) []*planNode {
	var out []*planNode
	for _, l := range p.links {
		for _, ends := range [][2]*planNode{{l.from, l.to}, {l.to, l.from}} {
			if ends[0] == n && !missing[ends[1]] {
				out = append(out, ends[1])
			}
		}
	}
	return out
}

// fitNode places a component in its box, near its neighbours.
func (p *plan) fitNode(n *planNode, missing map[*planNode]bool) bool {
	near := p.neighbours(n, missing)
	for _, room := range fitRoom {
		best, at := math.Inf(1), Point{}
		p.spots(n.box, func(c Point) {
			cost := 0.0
			for _, o := range near {
				cost += abs(o.at.X-c.X) + abs(o.at.Y-c.Y)
			}
			if len(near) == 0 {
				cost = c.X + c.Y
			}
			if cost >= best {
				return
			}
			n.at = c
			if p.vacant(n.bounds().Grow(room), n.box, n, nil) {
				best, at = cost, c
			}
		})
		n.at = at
		if !math.IsInf(best, 1) {
			return true
		}
	}
	return false
}

// fitLabel places a label near the middle between the ends of its link.
func (p *plan) fitLabel(l *link) bool {
	middle := Point{(l.from.at.X + l.to.at.X) / 2, (l.from.at.Y + l.to.at.Y) / 2}
	best, at := math.Inf(1), Point{}
	p.spots(l.home, func(c Point) {
		cost := abs(c.X-middle.X) + abs(c.Y-middle.Y)
		if cost >= best {
			return
		}
		l.at = c
		if p.vacant(l.bounds().Grow(2*pitch), l.home, nil, l) {
			best, at = cost, c
		}
	})
	l.at = at
	return !math.IsInf(best, 1)
}

// spots visits the points of a coarse grid in a box, or all around where there
// is none.
func (p *plan) spots(b *planBox, visit func(Point)) {
	const step = 3 * pitch
	var r Rect
	if b != nil {
		r = b.bounds
	} else {
		for _, o := range p.boxes {
			r = r.Union(o.bounds)
		}
		r = r.Grow(20 * pitch)
	}
	for y := snapUp(r.Min.Y); y < r.Max.Y; y += step {
		for x := snapUp(r.Min.X); x < r.Max.X; x += step {
			visit(Point{x, y})
		}
	}
}

// vacant reports whether nothing but the part itself stands in a place of a
// box.
func (p *plan) vacant(r Rect, home *planBox, n *planNode, l *link) bool {
	if home != nil && !home.bounds.Holds(r) {
		return false
	}
	for _, b := range p.boxes {
		if home.within(b) && b.header().Overlaps(r) || !home.within(b) && b.bounds.Overlaps(r) {
			return false
		}
	}
	return p.clear(r, n, l)
}
