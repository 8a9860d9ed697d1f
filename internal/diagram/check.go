package diagram

import (
	"fmt"

	"alarife/internal/typeface"
)

// Violation is a breach of a hard gate of the picture.
type Violation struct {
	Rule string // "label-overlap", "text-cut", "flow-through", "nodes-overlap", "outside-box", "boxes-overlap", "flow-over-title", "skewed-flow"
	What string // ids and texts concerned
}

// String writes the violation on one line.
func (v Violation) String() string { return v.Rule + ": " + v.What }

// thing is a part of the scene with a name and a place.
type thing struct {
	name string
	r    Rect
}

// Check measures the hard gates on the geometry of a scene: no label overlaps
// another, an icon or a boundary's edge; no text is cut; no flow runs through
// a component, a foreign label or a title; components are apart and inside
// their boxes; boxes are nested or apart.
func Check(s *Scene) []Violation {
	c := checker{s: s}
	c.labels()
	c.texts()
	c.flows()
	c.nodes()
	c.boxes()
	return c.out
}

type checker struct {
	s   *Scene
	out []Violation
}

func (c *checker) report(rule, format string, args ...any) {
	c.out = append(c.out, Violation{rule, fmt.Sprintf(format, args...)})
}

// solids lists what no label may overlap: labels themselves, icons, discs.
func (c *checker) solids() (labels, icons []thing) {
	for _, b := range c.s.Boxes {
		labels = append(labels, thing{"title of " + b.ID, bounds(b.Label)})
		if !b.IconBox.Empty() {
			icons = append(icons, thing{"icon of " + b.ID, b.IconBox})
		}
	}
	for _, n := range c.s.Nodes {
		labels = append(labels, thing{"name of " + n.ID, bounds(n.Labels)})
		icons = append(icons, thing{"icon of " + n.ID, n.IconBox})
	}
	for _, e := range c.s.Edges {
		if !e.Box.Empty() {
			labels = append(labels, thing{"label of " + e.ID, e.Box})
		}
	}
	for _, t := range c.s.Texts {
		labels = append(labels, thing{fmt.Sprintf("text %q", t.String), t.Bounds})
	}
	for _, m := range c.s.Marks {
		icons = append(icons, thing{"sample " + m.Kind, m.At})
	}
	return labels, icons
}

func (c *checker) labels() {
	labels, icons := c.solids()
	for i, a := range labels {
		for _, b := range append(labels[i+1:len(labels):len(labels)], icons...) {
			if a.r.Overlaps(b.r) {
				c.report("label-overlap", "%s and %s", a.name, b.name)
			}
		}
		for _, b := range c.s.Boxes {
			if a.r.Overlaps(b.Bounds) && !b.Bounds.Holds(a.r) {
				c.report("label-overlap", "%s and the edge of %s", a.name, b.ID)
			}
		}
	}
}

// texts measures every line again and looks whether it lies in its room.
func (c *checker) texts() {
	whole := Rect{Max: c.s.Size}
	in := func(owner string, room Rect, ts []Text) {
		for _, t := range ts {
			w := typeface.Of(t.Bold).Width(t.String, t.Size)
			if w > t.Bounds.W()+0.5 || !room.Holds(t.Bounds) || !whole.Holds(t.Bounds) {
				c.report("text-cut", "%q of %s", t.String, owner)
			}
		}
	}
	for _, b := range c.s.Boxes {
		in("box "+b.ID, b.Bounds, b.Label)
	}
	for _, n := range c.s.Nodes {
		in(n.ID, n.Bounds, n.Labels)
	}
	for _, e := range c.s.Edges {
		in(e.ID, e.Box, e.Label)
		for _, d := range e.Discs {
			in("disc of "+e.ID, d.Bounds(), []Text{d.Text})
		}
	}
	in("the picture", whole, c.s.Texts)
}

func (c *checker) flows() {
	for _, e := range c.s.Edges {
		for i := 1; i < len(e.Path); i++ {
			if e.Path[i].X != e.Path[i-1].X && e.Path[i].Y != e.Path[i-1].Y {
				c.report("skewed-flow", "%s", e.ID)
				break
			}
		}
		for _, n := range c.s.Nodes {
			if n.ID == e.From || n.ID == e.To {
				if e.hits(n.IconBox.Grow(-1)) || e.hits(bounds(n.Labels).Grow(-1)) {
					c.report("flow-through", "%s runs through its own end %s", e.ID, n.ID)
				}
				continue
			}
			if e.hits(n.IconBox) || e.hits(bounds(n.Labels)) {
				c.report("flow-through", "%s runs through %s", e.ID, n.ID)
			}
		}
		for _, b := range c.s.Boxes {
			if e.hits(bounds(b.Label)) || e.hits(b.IconBox) {
				c.report("flow-over-title", "%s over %s", e.ID, b.ID)
			}
		}
		for _, o := range c.s.Edges {
			if o.ID != e.ID && !o.Box.Empty() && e.draws(o.Box) {
				c.report("flow-through", "%s runs through the label of %s", e.ID, o.ID)
			}
		}
	}
}

func (c *checker) nodes() {
	boxes := map[string]Rect{}
	for _, b := range c.s.Boxes {
		boxes[b.ID] = b.Bounds
	}
	holders := c.s.holders()
	for i, n := range c.s.Nodes {
		for _, o := range c.s.Nodes[i+1:] {
			if n.Bounds.Overlaps(o.Bounds) {
				c.report("nodes-overlap", "%s and %s", n.ID, o.ID)
			}
		}
		if r, ok := boxes[n.Boundary]; n.Boundary != "" && (!ok || !r.Holds(n.Bounds)) {
			c.report("outside-box", "%s is not inside %s", n.ID, n.Boundary)
		}
		held := holders[n.ID]
		for _, b := range c.s.Boxes {
			if b.ID != "" && !held[b.ID] && b.Bounds.Overlaps(n.Bounds) {
				c.report("outside-box", "%s lies in %s", n.ID, b.ID)
			}
		}
	}
}

func (c *checker) boxes() {
	const least = 4.0
	byID := map[string]Rect{}
	for _, b := range c.s.Boxes {
		byID[b.ID] = b.Bounds
	}
	for i, b := range c.s.Boxes {
		if r, ok := byID[b.Parent]; b.Parent != "" && (!ok || !r.Grow(-least).Holds(b.Bounds)) {
			c.report("outside-box", "%s is not inside %s", b.ID, b.Parent)
		}
		for _, o := range c.s.Boxes[i+1:] {
			if b.Bounds.Overlaps(o.Bounds) && !b.Bounds.Holds(o.Bounds) && !o.Bounds.Holds(b.Bounds) {
				c.report("boxes-overlap", "%s and %s", b.ID, o.ID)
			} else if b.Parent == o.Parent && b.Bounds.Overlaps(o.Bounds) {
				c.report("boxes-overlap", "%s and %s", b.ID, o.ID)
			}
		}
	}
}
