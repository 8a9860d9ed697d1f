package diagram

import (
	"math"

	"alarife/internal/diagram/graphviz"
)

// ports lists where a line may meet a component: on every side, the middle
// first, and the sides along the flow before the others. Ends have headings
// that enter, starts headings that leave.
func (r *router) ports(n *planNode, net int32, enter bool) []port {
	const reach = iconSize/2 + 2*pitch
	low := n.bounds().Max.Y
	bottom := r.g.origin.Y + math.Ceil((low+10-r.g.origin.Y)/pitch)*pitch
	var out []port
	for i, off := range []float64{0, -2 * pitch, 2 * pitch, -pitch, pitch} {
		c := []int32{0, 32, 32, 28, 28}[i]
		for h := range heading(4) {
			p := port{h: h, cost: c}
			at := n.at
			switch h {
			case east, west:
				sign := float64(1 - int(h))
				at = Point{n.at.X + sign*reach, n.at.Y + off}
				p.end = Point{n.at.X + sign*(iconSize/2+tipGap), at.Y}
			case south:
				at = Point{n.at.X + off, bottom}
				p.end = Point{at.X, low + 1}
			case north:
				at = Point{n.at.X + off, n.at.Y - reach}
				p.end = Point{at.X, n.at.Y - iconSize/2 - tipGap}
			}
			if h.level() != (r.p.shape.Direction == graphviz.LeftToRight) {
				p.cost += 30
			}
			p.v = r.g.vertex(at)
			if r.taken(p, net) {
				p.cost += 250
			}
			if enter {
				p.h = h.opposite()
			}
			out = append(out, p)
		}
	}
	return out
}

// taken reports whether a line of another net already meets the component
// there.
func (r *router) taken(p port, net int32) bool {
	for h := range heading(4) {
		if h != p.h.opposite() && r.g.foreign(p.v, h, net) {
			return true
		}
	}
	return false
}

// through returns where the path of a link enters and leaves its label: along
// the flow, or against it where the label's ends lie so.
func (r *router) through(l *link) (in, out port) {
	b := l.bounds()
	down := func(v, o float64) float64 { return o + math.Floor((v-4-o)/pitch)*pitch }
	up := func(v, o float64) float64 { return o + math.Ceil((v+4-o)/pitch)*pitch }
	if r.p.shape.Direction == graphviz.LeftToRight {
		a, z := Point{down(b.Min.X, r.g.origin.X), l.at.Y}, Point{up(b.Max.X, r.g.origin.X), l.at.Y}
		in, out = port{v: r.g.vertex(a), h: east, end: a}, port{v: r.g.vertex(z), h: east, end: z}
		if l.from.at.X > l.at.X {
			in, out = port{v: out.v, h: west, end: z}, port{v: in.v, h: west, end: a}
		}
		return in, out
	}
	a, z := Point{l.at.X, down(b.Min.Y, r.g.origin.Y)}, Point{l.at.X, up(b.Max.Y, r.g.origin.Y)}
	in, out = port{v: r.g.vertex(a), h: south, end: a}, port{v: r.g.vertex(z), h: south, end: z}
	if l.from.at.Y > l.at.Y {
		in, out = port{v: out.v, h: north, end: z}, port{v: in.v, h: north, end: a}
	}
	return in, out
}
