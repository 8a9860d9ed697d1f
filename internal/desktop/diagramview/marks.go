package diagramview

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"alarife/internal/diagram"

	"fyne.io/fyne/v2/theme"
)

// What marks a component, in units of the window.
const (
	badgeSize = 7.0 // radius of the disc with the plus
	dashLong  = 5.0
	dashWide  = 1.5
)

// Sign is how a component is marked: by a line around it and a disc with a
// sign at its corner, which can be told without seeing colours.
type Sign int

// The signs.
const (
	Unmarked Sign = iota
	Plus          // came with the latest change: a dashed line and a plus
	Pointed       // pointed at: an exclamation mark
	Tick          // rightly so
	Cross         // wrongly so
)

// Mark sets apart the components that came with the latest change.
func (v *View) Mark(isNew func(id string) bool) {
	v.MarkAs(func(id string) Sign {
		if isNew != nil && isNew(id) {
			return Plus
		}
		return Unmarked
	})
}

// MarkAs marks each component by its sign.
func (v *View) MarkAs(sign func(id string) Sign) {
	v.marked = map[string]Sign{}
	if v.scene != nil {
		for _, n := range v.scene.Nodes {
			if s := sign(n.ID); s != Unmarked {
				v.marked[n.ID] = s
			}
		}
	}
	v.Refresh()
}

// Marked reports whether a component is marked.
func (v *View) Marked(id string) bool { return v.marked[id] != Unmarked }

// drawMarks draws the marks into what the screen gets; pixel is the number of
// its pixels to a unit of the window.
func (v *View) drawMarks(frame *image.RGBA, pixel float64) {
	if len(v.marked) == 0 {
		return
	}
	for i := range v.scene.Nodes {
		n := &v.scene.Nodes[i]
		sign := v.marked[n.ID]
		if sign == Unmarked {
			continue
		}
		at, size := v.onWidget(n.Bounds.Grow(3))
		newPen(frame, pixel, sign).mark(diagram.Rect{
			Min: diagram.Point{X: float64(at.X), Y: float64(at.Y)},
			Max: diagram.Point{X: float64(at.X + size.Width), Y: float64(at.Y + size.Height)},
		}, sign)
	}
}

// pen draws marks.
type pen struct {
	frame     *image.RGBA
	pixel     float64
	line, ink color.Color
}

func newPen(frame *image.RGBA, pixel float64, sign Sign) pen {
	name := theme.ColorNamePrimary
	switch sign {
	case Pointed:
		name = theme.ColorNameWarning
	case Tick:
		name = theme.ColorNameSuccess
	case Cross:
		name = theme.ColorNameError
	}
	return pen{frame, pixel, theme.Color(name), theme.Color(theme.ColorNameForegroundOnPrimary)}
}

func (p pen) mark(r diagram.Rect, sign Sign) {
	gap := 0.0
	if sign == Plus {
		gap = dashLong
	}
	for x := r.Min.X; x < r.Max.X; x += dashLong + gap {
		end := math.Min(x+dashLong, r.Max.X)
		p.box(x, r.Min.Y, end, r.Min.Y+dashWide, p.line)
		p.box(x, r.Max.Y-dashWide, end, r.Max.Y, p.line)
	}
	for y := r.Min.Y; y < r.Max.Y; y += dashLong + gap {
		end := math.Min(y+dashLong, r.Max.Y)
		p.box(r.Min.X, y, r.Min.X+dashWide, end, p.line)
		p.box(r.Max.X-dashWide, y, r.Max.X, end, p.line)
	}
	x, y := r.Max.X-badgeSize/2, r.Min.Y+badgeSize/2
	p.disc(x, y, badgeSize)
	for _, s := range strokes[sign] {
		p.stroke(x, y, s)
	}
}

// strokes draw a sign, in parts of the disc's radius from its middle.
var strokes = map[Sign][][4]float64{
	Plus:    {{-0.6, 0, 0.6, 0}, {0, -0.6, 0, 0.6}},
	Pointed: {{0, -0.6, 0, 0.15}, {0, 0.55, 0, 0.6}},
	Tick:    {{-0.5, 0.05, -0.15, 0.45}, {-0.15, 0.45, 0.5, -0.4}},
	Cross:   {{-0.42, -0.42, 0.42, 0.42}, {-0.42, 0.42, 0.42, -0.42}},
}

// stroke draws a short line in many small steps.
func (p pen) stroke(x, y float64, s [4]float64) {
	const half, steps = 0.9, 16
	for i := range steps + 1 {
		t := float64(i) / steps
		cx, cy := x+badgeSize*(s[0]+t*(s[2]-s[0])), y+badgeSize*(s[1]+t*(s[3]-s[1]))
		p.box(cx-half, cy-half, cx+half, cy+half, p.ink)
	}
}

// box fills a rectangle given in units of the window.
func (p pen) box(x0, y0, x1, y1 float64, c color.Color) {
	at := func(v float64) int { return int(math.Round(v * p.pixel)) }
	draw.Draw(p.frame, image.Rect(at(x0), at(y0), at(x1), at(y1)), image.NewUniform(c), image.Point{}, draw.Over)
}

// disc fills a circle with soft edges.
func (p pen) disc(x, y, radius float64) {
	x, y, radius = x*p.pixel, y*p.pixel, radius*p.pixel
	around := image.Rect(int(x-radius)-1, int(y-radius)-1, int(x+radius)+2, int(y+radius)+2)
	draw.DrawMask(p.frame, around, image.NewUniform(p.line), image.Point{}, &circle{x, y, radius, around}, around.Min, draw.Over)
}

// circle is a mask.
type circle struct {
	x, y, radius float64
	bounds       image.Rectangle
}

func (c *circle) ColorModel() color.Model { return color.AlphaModel }
func (c *circle) Bounds() image.Rectangle { return c.bounds }

// At is how much of a pixel lies within.
func (c *circle) At(x, y int) color.Color {
	d := c.radius - math.Hypot(float64(x)+0.5-c.x, float64(y)+0.5-c.y) + 0.5
	return color.Alpha{uint8(255 * math.Min(1, math.Max(0, d)))}
}
