package diagram

import (
	"math"
	"sort"

	"alarife/internal/architecture"
	"alarife/internal/diagram/graphviz"
)

// Layout draws an architecture. With the scene of an earlier state it keeps
// the shape and moves what stayed as little as it can; prev may be nil. It
// returns an error where Graphviz fails.
func Layout(a *architecture.Architecture, o Options, prev *Scene) (*Scene, error) {
	if prev != nil {
		return layout(a, o, prev.Shape, prev)
	}
	var best *Scene
	least := math.Inf(1)
	for _, shape := range shapes(newPlan(a, o.Lang)) {
		s, err := layout(a, o, shape, nil)
		if err != nil {
			return nil, err
		}
		m := Measure(s)
		score := m.Score()
		if score >= least {
			continue
		}
		best, least = s, score
		if m.good() {
			break
		}
	}
	return best, nil
}

// triesUpTo is the number of components up to which several shapes are tried.
const triesUpTo = 26

// shapes lists the shapes to try: from left to right in one row, then broken
// into rows at a rank near the middle, then from top to bottom.
func shapes(p *plan) []Shape {
	out := []Shape{{Direction: graphviz.LeftToRight}}
	if len(p.nodes) > triesUpTo {
		return out
	}
	middle := (p.ranks() + 1) / 2
	for _, at := range []int{middle, middle + 1, middle - 1, middle + 2, middle - 2} {
		if at > 1 {
			out = append(out, Shape{Direction: graphviz.LeftToRight, Fold: at})
		}
	}
	return append(out, Shape{Direction: graphviz.TopToBottom})
}

// layout draws an architecture in one shape.
func layout(a *architecture.Architecture, o Options, shape Shape, prev *Scene) (*Scene, error) {
	p := newPlan(a, o.Lang)
	p.shape = shape
	if prev != nil && p.keep(prev) {
		p.shrink()
		p.route()
	} else if len(p.nodes) > 0 {
		p.ranks()
		p.fold(shape.Fold)
		l, err := p.coordinates()
		if err != nil {
			return nil, err
		}
		p.place(l)
		p.route()
	}
	return p.scene(a, o, prev), nil
}

// scene sets the plan into a picture with title, strip, steps and legend.
func (p *plan) scene(a *architecture.Architecture, o Options, prev *Scene) *Scene {
	s := &Scene{Title: o.Title, Lang: string(o.Lang), Shape: p.shape}
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
