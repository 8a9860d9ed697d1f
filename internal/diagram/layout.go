package diagram

import (
	"errors"
	"math"
	"sort"
	"sync"

	"alarife/internal/architecture"
	"alarife/internal/diagram/graphviz"
)

// Layout draws an architecture. With the scene of an earlier state it keeps
// the shape and moves what stayed as little as it can; prev may be nil. It
// returns an error where Graphviz fails.
func Layout(a *architecture.Architecture, o Options, prev *Scene) (*Scene, error) {
	if prev != nil {
		if s, err := again(a, o, prev); s != nil || err != nil {
			return s, err
		}
	}
	best, err := layout(a, o, Shape{Direction: graphviz.LeftToRight})
	if err != nil {
		return nil, err
	}
	m := Measure(best)
	if m.good() && o.fits(best) {
		return best, nil
	}
	least := o.score(best, m)
	scenes, err := layouts(a, o, others(newPlan(a, o.Lang), m, o))
	if err != nil {
		return nil, err
	}
	for _, s := range scenes {
		if score := o.score(s, Measure(s)); score < least {
			best, least = s, score
		}
	}
	return best, nil
}

// Numbers of components up to which shapes are tried: many, and some, and one
// more for a pane.
const (
	manyUpTo = 14
	someUpTo = 26
	paneUpTo = 40
)

// others lists the shapes to try where one row from left to right is poor:
// broken into rows at a rank near the middle where it is too wide, otherwise
// from top to bottom. For a narrow pane both are tried.
func others(p *plan, m Metrics, o Options) []Shape {
	down := Shape{Direction: graphviz.TopToBottom}
	narrow := o.paned() && o.aspect() < 1.6
	switch {
	case len(p.nodes) > paneUpTo, len(p.nodes) > someUpTo && !narrow:
		return nil
	case len(p.nodes) > someUpTo, m.Aspect < 1.25*o.aspect():
		return []Shape{down}
	}
	middle := (p.ranks() + 1) / 2
	folds := []int{middle, middle + 1, middle - 1}
	if len(p.nodes) > manyUpTo {
		folds = folds[:2]
	}
	var out []Shape
	if narrow {
		out = append(out, down)
	}
	for _, at := range folds {
		if at > 1 {
			out = append(out, Shape{Direction: graphviz.LeftToRight, Fold: at})
		}
	}
	return out
}

// layouts draws an architecture in several shapes at once: Graphviz takes one
// call at a time, but lines are routed side by side.
func layouts(a *architecture.Architecture, o Options, tries []Shape) ([]*Scene, error) {
	scenes, errs := make([]*Scene, len(tries)), make([]error, len(tries))
	var wg sync.WaitGroup
	for i, shape := range tries {
		wg.Go(func() { scenes[i], errs[i] = layout(a, o, shape) })
	}
	wg.Wait()
	return scenes, errors.Join(errs...)
}

// layout draws an architecture in one shape.
func layout(a *architecture.Architecture, o Options, shape Shape) (*Scene, error) {
	p := newPlan(a, o.Lang)
	p.shape = shape
	if err := p.arrange(); err != nil {
		return nil, err
	}
	return p.scene(a, o, nil), nil
}

// arrange places and routes everything that belongs to the architecture.
// Where a line finds no way, all is left where Graphviz put it, and then given
// more room. A line that finds none even so is a violation of the gates.
func (p *plan) arrange() error {
	if len(p.nodes) == 0 {
		return nil
	}
	p.ranks()
	p.fold(p.shape.Fold)
	l, err := p.coordinates()
	if err != nil {
		return err
	}
	p.place(l, true)
	p.route()
	if p.stuck {
		p.place(l, false)
		p.route()
	}
	for p.stuck && p.room < mostRoom {
		p.room *= 2
		if l, err = p.ask(); err != nil {
			return err
		}
		if !p.zonesInOrder(l) {
			l = p.sortZones(l)
		}
		p.place(l, false)
		p.route()
	}
	return nil
}

// again draws an architecture after a change: in its old places where they
// do, otherwise in the old shape; nil where neither gives a sound picture.
func again(a *architecture.Architecture, o Options, prev *Scene) (*Scene, error) {
	p := newPlan(a, o.Lang)
	p.shape = prev.Shape
	if fresh, ok := p.keep(prev); ok {
		p.shrink()
		p.alignBoxes()
		p.route()
		s := p.scene(a, o, prev)
		if m := Measure(s); m.Faults == 0 && (fresh == 0 || m.Score() <= worth(prev, fresh)) {
			return s, nil
		}
	}
	p = newPlan(a, o.Lang)
	p.shape = prev.Shape
	if err := p.arrange(); err != nil {
		return nil, err
	}
	if s := p.scene(a, o, prev); len(Check(s)) == 0 {
		return s, nil
	}
	return nil, nil
}

// worth is the score up to which a picture is kept when parts are fitted in.
func worth(prev *Scene, fresh int) float64 { return 1.2*Measure(prev).Score() + 4*float64(fresh) }

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
