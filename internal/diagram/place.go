package diagram

import (
	"fmt"
	"math"
	"slices"

	"alarife/internal/architecture"
	"alarife/internal/diagram/graphviz"
)

// Gaps in pixels.
const (
	pitch     = 8.0  // distance between the lines that flows may run on
	boxMargin = 16.0 // between a boundary and what it holds
	nodeSep   = 20.0
	rankSep   = 22.0
	nodePad   = 6.0 // kept free around a component
)

// graph states the plan as Graphviz sees it: boxes of fixed size. A label is a
// node of its own between the ends of its line, so that it gets room.
//
// Graphviz stacks what runs from left to right from the bottom up; there the
// graph is declared from the last part to the first, so that the first part of
// the architecture comes out on top.
func (p *plan) graph() *graphviz.Graph {
	g := &graphviz.Graph{Direction: p.shape.Direction, NodeSep: nodeSep, RankSep: rankSep, Draft: true}
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
		if l.labelled() {
			high := l.high + 2*nodePad + 2*abs(p.lift())
			add(l.home, &graphviz.Node{ID: labelID(i), Width: l.wide + 2*nodePad, Height: high})
		}
		g.Edges = append(g.Edges, p.edges(l, i, ids)...)
	}
	g.Edges = append(g.Edges, p.sides(ids)...)
	g.SameRank = p.tiers(ids)
	if first := p.front(ids); len(first) > 1 {
		g.SameRank = append(g.SameRank, first)
	}
	if p.shape.Direction == graphviz.LeftToRight {
		reverse(g)
	}
	return g
}

// edges states one link: through its label, against its direction where it
// runs back, and without a pull on the ranks where it leads to the next row.
func (p *plan) edges(l *link, i int, ids map[*planNode]string) []*graphviz.Edge {
	from, to := ids[l.tail()], ids[l.head()]
	w := l.weight()
	if !l.labelled() {
		return []*graphviz.Edge{{From: from, To: to, Weight: w, Loose: l.folded}}
	}
	return []*graphviz.Edge{
		{From: from, To: labelID(i), Weight: w},
		{From: labelID(i), To: to, Weight: w, Loose: l.folded},
	}
}

// sides keeps what stands outside all boxes at the side where the flow comes
// in or goes out: hidden edges put the inner sources behind outer ones, and
// the outer ends behind inner ones.
func (p *plan) sides(ids map[*planNode]string) []*graphviz.Edge {
	in, out := map[*planNode]bool{}, map[*planNode]bool{}
	for _, l := range p.links {
		if !l.folded {
			in[l.head()], out[l.tail()] = true, true
		}
	}
	var edges []*graphviz.Edge
	for _, a := range p.nodes {
		for _, b := range p.nodes {
			source := !in[a] && !in[b] && a.outer() && !b.outer()
			end := !out[a] && !out[b] && !a.outer() && b.outer() && in[b]
			if source || end {
				edges = append(edges, &graphviz.Edge{From: ids[a], To: ids[b], Hidden: true, Length: 2})
			}
		}
	}
	return edges
}

// front lists the callers that no other caller calls: they stand level.
func (p *plan) front(ids map[*planNode]string) []string {
	callers := p.callers()
	for _, l := range p.links {
		if callers[l.from] && callers[l.to] {
			delete(callers, l.to)
		}
	}
	var out []string
	for _, n := range p.nodes {
		if callers[n] {
			out = append(out, ids[n])
		}
	}
	return out
}

// outer reports whether the component stands outside the cloud.
func (n *planNode) outer() bool {
	for b := n.box; b != nil; b = b.parent {
		if b.b.Kind == architecture.KindCloud {
			return false
		}
	}
	return true
}

// lift is how far the centre of an icon lies above that of its component, as
// far as it counts: lines from left to right meet icons, not components.
func (p *plan) lift() float64 {
	if p.shape.Direction != graphviz.LeftToRight {
		return 0
	}
	return p.high/2 - iconSize/2
}

// reverse turns the order of declaration around.
func reverse(g *graphviz.Graph) {
	slices.Reverse(g.Nodes)
	slices.Reverse(g.Edges)
	var all func(cs []*graphviz.Cluster)
	all = func(cs []*graphviz.Cluster) {
		slices.Reverse(cs)
		for _, c := range cs {
			slices.Reverse(c.Nodes)
			all(c.Clusters)
		}
	}
	all(g.Clusters)
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

// coordinates asks Graphviz for the layout. Where the zones come out in the
// wrong order it is turned over, with the titles kept on top.
func (p *plan) coordinates() (*graphviz.Layout, error) {
	l, err := p.ask()
	if err != nil || p.zonesInOrder(l) {
		return l, err
	}
	p.shape.Turned = !p.shape.Turned
	return p.ask()
}

func (p *plan) ask() (*graphviz.Layout, error) {
	g := p.graph()
	level := g.Direction == graphviz.LeftToRight
	g.TitlesBelow = p.shape.Turned && level
	l, err := graphviz.Place(g)
	if err == nil && p.shape.Turned {
		l = l.Mirror(!level, level)
	}
	return l, err
}

// zonesInOrder reports whether the first copies in zones stand in the order of
// the zones.
func (p *plan) zonesInOrder(l *graphviz.Layout) bool {
	first := map[string]int{}
	for i, n := range p.nodes {
		if n.c.Zone == "" {
			continue
		}
		j, ok := first[n.c.Origin]
		if !ok {
			first[n.c.Origin] = i
			continue
		}
		a, b := l.Nodes[nodeID(j)], l.Nodes[nodeID(i)]
		if p.shape.Direction == graphviz.LeftToRight {
			return a.MinY < b.MinY
		}
		return a.MinX < b.MinX
	}
	return true
}

// place takes over Graphviz's coordinates, rounded to the router's grid.
func (p *plan) place(l *graphviz.Layout) {
	for i, n := range p.nodes {
		b := l.Nodes[nodeID(i)]
		n.at = Point{snap((b.MinX + b.MaxX) / 2), snap(b.MinY + nodePad + iconSize/2)}
	}
	for i, k := range p.links {
		if b, ok := l.Nodes[labelID(i)]; ok {
			k.at = Point{snap((b.MinX + b.MaxX) / 2), snap((b.MinY+b.MaxY)/2 - p.lift())}
		}
	}
	for i, b := range p.boxes {
		c := l.Clusters[boxID(i)]
		b.bounds = Rect{
			Point{snapBetween(c.MinX), snapBetween(c.MinY)},
			Point{snapBetween(c.MaxX + pitch/2), snapBetween(c.MaxY + pitch/2)},
		}
	}
	p.straighten()
	p.shrink()
	p.alignBoxes()
}

// shrink draws the boxes close around what they hold.
func (p *plan) shrink() {
	for i := len(p.boxes) - 1; i >= 0; i-- {
		b := p.boxes[i]
		r := p.contents(b)
		if r.Empty() {
			continue
		}
		r = r.Grow(boxMargin)
		r.Min.Y -= b.headH
		old := b.bounds
		r = Rect{
			Point{max(old.Min.X, snapBetween(r.Min.X)), max(old.Min.Y, snapBetween(r.Min.Y))},
			Point{min(old.Max.X, snapBetween(r.Max.X+pitch)), min(old.Max.Y, snapBetween(r.Max.Y+pitch))},
		}
		if least := b.headW + boxMargin; r.W() < least {
			r.Min.X, r.Max.X = old.Min.X, old.Max.X
		}
		b.bounds = r
	}
}

// contents is the room that everything in a box takes.
func (p *plan) contents(b *planBox) Rect {
	var r Rect
	for _, o := range p.boxes {
		if o.parent == b {
			r = r.Union(o.bounds)
		}
	}
	for _, n := range p.nodes {
		if n.box == b {
			r = r.Union(n.node(false).Bounds)
		}
	}
	for _, l := range p.links {
		if l.home == b && l.labelled() {
			r = r.Union(l.bounds())
		}
	}
	return r
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
