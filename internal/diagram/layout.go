package diagram

import (
	"math"
	"sort"

	"alarife/internal/architecture"
	"alarife/internal/diagram/graphviz"
)

// Layout draws an architecture. With the scene of an earlier state it keeps
// the direction and moves what stayed as little as it can; prev may be nil. It
// returns an error where Graphviz fails.
func Layout(a *architecture.Architecture, o Options, prev *Scene) (*Scene, error) {
	if prev != nil {
		p, err := arrange(a, o, prev.Direction)
		if err != nil {
			return nil, err
		}
		return p.scene(a, o, prev), nil
	}
	p, err := arrange(a, o, graphviz.LeftToRight)
	if err != nil {
		return nil, err
	}
	s := p.scene(a, o, nil)
	if len(p.nodes) > denseAbove || Measure(s).good() {
		return s, nil
	}
	p, err = arrange(a, o, graphviz.TopToBottom)
	if err != nil {
		return nil, err
	}
	if t := p.scene(a, o, nil); Measure(t).Score() < Measure(s).Score() {
		return t, nil
	}
	return s, nil
}

// arrange places and routes everything that belongs to the architecture.
func arrange(a *architecture.Architecture, o Options, d graphviz.Direction) (*plan, error) {
	p := newPlan(a, o.Lang)
	p.d = d
	if len(p.nodes) > 0 {
		l, err := graphviz.Place(p.graph(d))
		if err != nil {
			return nil, err
		}
		p.place(l)
		p.route(d)
	}
	return p, nil
}

// scene sets the plan into a picture with title, strip, steps and legend.
func (p *plan) scene(a *architecture.Architecture, o Options, prev *Scene) *Scene {
	s := &Scene{Title: o.Title, Lang: string(o.Lang), Direction: p.d}
	if s.Title == "" {
		s.Title = a.Title.In(o.Lang)
	}
	f := frame{s: s, p: p, o: o}
	f.title()
	f.picture(prev)
	for _, b := range p.boxes {
		s.Boxes = append(s.Boxes, b.scene())
	}
	for _, n := range p.nodes {
		s.Nodes = append(s.Nodes, n.node(false))
	}
	for _, l := range p.links {
		s.Edges = append(s.Edges, l.edge())
	}
	f.strip()
	f.steps()
	f.legend()
	s.Size = Point{math.Ceil(f.used.Max.X + margin), math.Ceil(f.used.Max.Y + margin)}
	return s
}

// drift is how far the nodes that stayed have moved since prev: the median, so
// that a few that had to move do not drag the rest along.
func (p *plan) drift(prev *Scene) (dx, dy float64, ok bool) {
	var xs, ys []float64
	for _, n := range p.nodes {
		if old := prev.Node(n.c.ID); old != nil && !old.Strip {
			c := old.IconBox.Centre()
			xs, ys = append(xs, c.X-n.at.X), append(ys, c.Y-n.at.Y)
		}
	}
	if len(xs) == 0 {
		return 0, 0, false
	}
	sort.Float64s(xs)
	sort.Float64s(ys)
	return xs[len(xs)/2], ys[len(ys)/2], true
}
