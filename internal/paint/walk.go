package paint

import (
	"image/color"

	"alarife/internal/diagram"
)

// stroke is how a line is drawn. Lengths are in pixels of the scene.
type stroke struct {
	width  float64
	dash   []float64 // on and off, nil for a solid line
	radius float64   // of its corners
}

// surface is what a scene is drawn on: a raster or a file format. Coordinates
// are those of the scene.
type surface interface {
	begin(kind, id, title string) // a group of what belongs together
	end()
	rect(r diagram.Rect, fill color.RGBA)
	line(path []diagram.Point, s stroke, c color.RGBA)
	disc(at diagram.Point, radius float64, fill color.RGBA)
	icon(i *icon, r diagram.Rect, ink color.RGBA)
	text(t diagram.Text, c color.RGBA)
	// outside reports whether nothing within r would be seen.
	outside(r diagram.Rect) bool
}

// walk draws a scene: boxes, lines, labels, components, texts, samples.
func (p *Painter) walk(s *diagram.Scene, to surface, pal Palette) {
	w := walker{p, to, pal}
	for i := range s.Boxes {
		w.box(&s.Boxes[i])
	}
	for i := range s.Edges {
		w.line(&s.Edges[i])
	}
	for i := range s.Edges {
		w.label(&s.Edges[i])
	}
	for i := range s.Nodes {
		w.node(&s.Nodes[i])
	}
	for _, t := range s.Texts {
		w.text(t)
	}
	for _, m := range s.Marks {
		w.mark(m)
	}
}

type walker struct {
	p   *Painter
	to  surface
	pal Palette
}

func (w walker) text(t diagram.Text) {
	if !w.to.outside(t.Bounds) {
		w.to.text(t, w.pal.tone(t.Tone))
	}
}

func (w walker) box(b *diagram.Box) {
	if w.to.outside(b.Bounds.Grow(2)) {
		return
	}
	w.to.begin("boundary", b.ID, "")
	defer w.to.end()
	c, s := w.pal.border(b.Kind)
	w.to.line(outline(b.Bounds), s, c)
	if i := w.p.icons.pick(b.Icon, b.Glyph); i != nil && !b.IconBox.Empty() {
		w.to.icon(i, b.IconBox, w.pal.Ink)
	}
	for _, t := range b.Label {
		w.text(t)
	}
}

// outline is the closed path around a rectangle.
func outline(r diagram.Rect) []diagram.Point {
	return []diagram.Point{
		r.Min, {X: r.Max.X, Y: r.Min.Y}, r.Max, {X: r.Min.X, Y: r.Max.Y}, r.Min,
	}
}

func (w walker) line(e *diagram.Edge) {
	w.to.begin("flow", e.ID, "")
	defer w.to.end()
	pieces := e.Pieces
	if pieces == nil {
		pieces = [][]diagram.Point{e.Path}
	}
	for _, p := range pieces {
		w.flow(p, e.Dashed)
	}
	for _, h := range e.Heads {
		w.to.line(h[:], stroke{width: 1.5}, w.pal.Line)
	}
}

func (w walker) flow(path []diagram.Point, dashed bool) {
	s := stroke{width: 1.5, radius: 5}
	if dashed {
		s.dash = []float64{6, 4}
	}
	w.to.line(path, s, w.pal.Line)
}

// label breaks the line behind a label and writes it.
func (w walker) label(e *diagram.Edge) {
	if e.Box.Empty() || w.to.outside(e.Box.Grow(3)) {
		return
	}
	w.to.begin("label", e.ID, "")
	defer w.to.end()
	if len(e.Label) > 0 {
		w.to.rect(e.Box.Grow(2), w.pal.Background)
	}
	for _, d := range e.Discs {
		w.disc(d)
	}
	for _, t := range e.Label {
		w.text(t)
	}
}

func (w walker) disc(d diagram.Disc) {
	r := d.Bounds()
	w.to.disc(d.At, r.W()/2, w.pal.Disc)
	w.text(d.Text)
}

func (w walker) node(n *diagram.Node) {
	if w.to.outside(n.Bounds) {
		return
	}
	title := ""
	for i, t := range n.Labels {
		if i > 0 {
			title += " "
		}
		title += t.String
	}
	w.to.begin("component", n.ID, title)
	defer w.to.end()
	ink := w.pal.Ink
	if n.Hole {
		ink = w.pal.Warn
	}
	if i := w.p.icons.pick(n.Icon, n.Glyph); i != nil {
		w.to.icon(i, n.IconBox, ink)
	}
	for _, t := range n.Labels {
		w.text(t)
	}
}

// mark draws a sample of the legend.
func (w walker) mark(m diagram.Mark) {
	if w.to.outside(m.At) {
		return
	}
	w.to.begin("sample", m.Kind, "")
	defer w.to.end()
	c := m.At.Centre()
	switch m.Kind {
	case "step":
		w.disc(*m.Disc)
	case "sync", "async":
		tip := diagram.Point{X: m.At.Max.X, Y: c.Y}
		w.flow([]diagram.Point{{X: m.At.Min.X, Y: c.Y}, tip}, m.Kind == "async")
		head := []diagram.Point{{X: tip.X - 7, Y: c.Y - 4}, tip, {X: tip.X - 7, Y: c.Y + 4}}
		w.to.line(head, stroke{width: 1.5}, w.pal.Line)
	case "hole":
		if i := w.p.icons.pick("", "own/actor/hole"); i != nil {
			w.to.icon(i, diagram.Rect{Min: diagram.Point{X: c.X - 8, Y: c.Y - 8}, Max: diagram.Point{X: c.X + 8, Y: c.Y + 8}}, w.pal.Warn)
		}
	default:
		col, s := w.pal.border(m.Kind)
		w.to.line(outline(m.At.Grow(-1)), s, col)
	}
}
