package diagram

import (
	"fmt"
	"math"

	"alarife/internal/architecture"
	"alarife/internal/diagram/graphviz"
)

// Gaps in pixels.
const (
	pitch     = 8.0  // distance between the lines that flows may run on
	boxMargin = 20.0 // between a boundary and what it holds
	nodeSep   = 20.0
	rankSep   = 34.0
	nodePad   = 6.0 // kept free around a component
)

// graph states the plan as Graphviz sees it: boxes of fixed size. A label is a
// node of its own between the ends of its line, so that it gets room.
func (p *plan) graph(d graphviz.Direction) *graphviz.Graph {
	g := &graphviz.Graph{Direction: d, NodeSep: nodeSep, RankSep: rankSep, Draft: true}
	clusters := map[*planBox]*graphviz.Cluster{}
	for i, b := range p.boxes {
		c := &graphviz.Cluster{ID: boxID(i), Width: b.headW, Height: b.headH, Margin: boxMargin}
		clusters[b] = c
		if parent := clusters[b.parent]; parent != nil {
			parent.Clusters = append(parent.Clusters, c)
		} else {
			g.Clusters = append(g.Clusters, c)
		}
	}
	add := func(b *planBox, n *graphviz.Node) {
		if c := clusters[b]; c != nil {
			c.Nodes = append(c.Nodes, n)
		} else {
			g.Nodes = append(g.Nodes, n)
		}
	}
	ids := map[*planNode]string{}
	for i, n := range p.nodes {
		ids[n] = nodeID(i)
		add(n.box, &graphviz.Node{ID: nodeID(i), Width: n.wide + 2*nodePad, Height: p.high + 2*nodePad})
	}
	for i, l := range p.links {
		w := l.weight()
		if !l.labelled() {
			g.Edges = append(g.Edges, &graphviz.Edge{From: ids[l.from], To: ids[l.to], Weight: w})
			continue
		}
		id := labelID(i)
		add(l.home, &graphviz.Node{ID: id, Width: l.wide + 2*nodePad, Height: l.high + 2*nodePad})
		g.Edges = append(g.Edges,
			&graphviz.Edge{From: ids[l.from], To: id, Weight: w},
			&graphviz.Edge{From: id, To: ids[l.to], Weight: w})
	}
	g.SameRank = p.tiers(ids)
	return g
}

func boxID(i int) string   { return fmt.Sprintf("b%d", i) }
func nodeID(i int) string  { return fmt.Sprintf("n%d", i) }
func labelID(i int) string { return fmt.Sprintf("l%d", i) }

// weight keeps the numbered way through the system straight.
func (l *link) weight() int {
	for _, f := range l.flows {
		if f.Step > 0 {
			return 4
		}
	}
	return 1
}

// tiers lists the copies of each component in zones, which stand level.
func (p *plan) tiers(ids map[*planNode]string) [][]string {
	var out [][]string
	at := map[string]int{}
	for _, n := range p.nodes {
		if n.c.Zone == "" {
			continue
		}
		i, ok := at[n.c.Origin]
		if !ok {
			i = len(out)
			at[n.c.Origin] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], ids[n])
	}
	return out
}

// place takes over Graphviz's coordinates, rounded to the router's grid.
func (p *plan) place(l *graphviz.Layout) {
	for i, n := range p.nodes {
		b := l.Nodes[nodeID(i)]
		n.at = Point{snap((b.MinX + b.MaxX) / 2), snap(b.MinY + nodePad + iconSize/2)}
	}
	for i, k := range p.links {
		if b, ok := l.Nodes[labelID(i)]; ok {
			k.at = Point{snap((b.MinX + b.MaxX) / 2), snap((b.MinY + b.MaxY) / 2)}
		}
	}
	for i, b := range p.boxes {
		c := l.Clusters[boxID(i)]
		b.bounds = Rect{
			Point{snapBetween(c.MinX), snapBetween(c.MinY)},
			Point{snapBetween(c.MaxX + pitch/2), snapBetween(c.MaxY + pitch/2)},
		}
	}
	p.alignBoxes()
}

// alignBoxes gives zones, and the subnets of one kind, the same extent where
// there is room.
func (p *plan) alignBoxes() {
	kinds := []architecture.BoundaryKind{
		architecture.KindZone, architecture.KindPublicSubnet, architecture.KindPrivateSubnet,
	}
	for _, k := range kinds {
		var group []*planBox
		for _, b := range p.boxes {
			if b.b.Kind == k {
				group = append(group, b)
			}
		}
		if len(group) > 1 {
			p.align(group)
		}
	}
}

func (p *plan) align(group []*planBox) {
	x0, x1 := math.Inf(1), math.Inf(-1)
	y0, y1 := math.Inf(1), math.Inf(-1)
	for _, b := range group {
		x0, x1 = min(x0, b.bounds.Min.X), max(x1, b.bounds.Max.X)
		y0, y1 = min(y0, b.bounds.Min.Y), max(y1, b.bounds.Max.Y)
	}
	wide := func(r Rect) Rect { return Rect{Point{x0, r.Min.Y}, Point{x1, r.Max.Y}} }
	tall := func(r Rect) Rect { return Rect{Point{r.Min.X, y0}, Point{r.Max.X, y1}} }
	for _, stretch := range []func(Rect) Rect{wide, tall} {
		if p.roomFor(group, stretch) {
			for _, b := range group {
				b.bounds = stretch(b.bounds)
			}
			return
		}
	}
}

// roomFor reports whether the boxes can be stretched without meeting others.
func (p *plan) roomFor(group []*planBox, stretch func(Rect) Rect) bool {
	for _, b := range group {
		r := stretch(b.bounds)
		if b.parent != nil && !b.parent.bounds.Grow(-pitch).Holds(r) {
			return false
		}
		for _, o := range p.boxes {
			other := o.bounds
			for _, g := range group {
				if g == o {
					other = stretch(other)
				}
			}
			if !o.within(b) && !b.within(o) && r.Grow(pitch/2).Overlaps(other.Grow(pitch/2)) {
				return false
			}
		}
		for _, n := range p.nodes {
			if !n.box.within(b) && r.Overlaps(n.node(false).Bounds) {
				return false
			}
		}
		for _, l := range p.links {
			if l.labelled() && !l.home.within(b) && r.Grow(pitch/2).Overlaps(l.bounds()) {
				return false
			}
		}
	}
	return true
}

// extent returns the room that everything placed takes.
func (p *plan) extent() Rect {
	var r Rect
	for _, b := range p.boxes {
		r = r.Union(b.bounds)
	}
	for _, n := range p.nodes {
		r = r.Union(n.node(false).Bounds)
	}
	for _, l := range p.links {
		if l.labelled() {
			r = r.Union(l.bounds())
		}
		for _, pt := range l.path {
			r = r.Union(Rect{pt, pt}.Grow(pitch))
		}
	}
	return r
}

// shift moves everything placed.
func (p *plan) shift(dx, dy float64) {
	for _, b := range p.boxes {
		b.bounds = b.bounds.Move(dx, dy)
	}
	for _, n := range p.nodes {
		n.at = Point{n.at.X + dx, n.at.Y + dy}
	}
	for _, l := range p.links {
		l.at = Point{l.at.X + dx, l.at.Y + dy}
		for i := range l.path {
			l.path[i] = Point{l.path[i].X + dx, l.path[i].Y + dy}
		}
	}
}

// header returns the strip of a box that icon and label take.
func (b *planBox) header() Rect {
	r := b.bounds
	if b.style.glyph == "" {
		x := r.Centre().X - b.headW/2
		return box(x, r.Min.Y, b.headW, b.headH)
	}
	return box(r.Min.X, r.Min.Y, b.headW, b.headH)
}

// scene sets the box as it will be painted.
func (b *planBox) scene() Box {
	out := Box{ID: b.b.ID, Kind: string(b.b.Kind), Bounds: b.bounds, Header: b.header(), Icon: b.style.icon, Glyph: b.style.glyph}
	if b.parent != nil {
		out.Parent = b.parent.b.ID
	}
	h := out.Header
	textH := float64(len(b.label)) * lineHeight(nameSize)
	top := h.Min.Y + (h.H()-textH)/2
	if b.style.glyph == "" {
		out.Label = lines(b.label, h.Centre().X, top, nameSize, Centre, Ink)
		return out
	}
	out.IconBox = box(h.Min.X, h.Min.Y, groupIcon, groupIcon)
	out.Label = lines(b.label, h.Min.X+groupIcon+8, top, nameSize, Left, Ink)
	return out
}
