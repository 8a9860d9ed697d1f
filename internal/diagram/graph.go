package diagram

import (
	"fmt"
	"slices"

	"alarife/internal/architecture"
	"alarife/internal/diagram/graphviz"
)

// graph states the plan as Graphviz sees it: boxes of fixed size. A label is a
// node of its own between the ends of its line, so that it gets room.
//
// Graphviz stacks what runs from left to right from the bottom up; there the
// graph is declared from the last part to the first, so that the first part of
// the architecture comes out on top.
func (p *plan) graph() *graphviz.Graph {
	g := &graphviz.Graph{Direction: p.shape.Direction, NodeSep: p.room * nodeSep, RankSep: p.room * rankSep, Draft: true}
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
