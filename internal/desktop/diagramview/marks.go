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

// Mark sets apart the components that came with the latest change: a dashed
// line around each and a disc with a plus at its corner, which can be told
// without seeing colours.
func (v *View) Mark(isNew func(id string) bool) {
	v.marked = map[string]bool{}
	if v.scene != nil && isNew != nil {
		for _, n := range v.scene.Nodes {
			if isNew(n.ID) {
				v.marked[n.ID] = true
			}
		}
	}
	v.Refresh()
}

// Marked reports whether a component is marked as new.
func (v *View) Marked(id string) bool { return v.marked[id] }

// drawMarks draws the marks into what the screen gets; pixel is the number of
// its pixels to a unit of the window.
func (v *View) drawMarks(frame *image.RGBA, pixel float64) {
	if len(v.marked) == 0 {
		return
	}
	p := pen{frame, pixel, theme.Color(theme.ColorNamePrimary), theme.Color(theme.ColorNameForegroundOnPrimary)}
	for i := range v.scene.Nodes {
		if n := &v.scene.Nodes[i]; v.marked[n.ID] {
			at, size := v.onWidget(n.Bounds.Grow(3))
			p.mark(diagram.Rect{
				Min: diagram.Point{X: float64(at.X), Y: float64(at.Y)},
				Max: diagram.Point{X: float64(at.X + size.Width), Y: float64(at.Y + size.Height)},
			})
		}
	}
}

// pen draws marks.
type pen struct {
	frame     *image.RGBA
	pixel     float64
	line, ink color.Color
}

func (p pen) mark(r diagram.Rect) {
	for x := r.Min.X; x < r.Max.X; x += 2 * dashLong {
		end := math.Min(x+dashLong, r.Max.X)
		p.box(x, r.Min.Y, end, r.Min.Y+dashWide, p.line)
		p.box(x, r.Max.Y-dashWide, end, r.Max.Y, p.line)
	}
	for y := r.Min.Y; y < r.Max.Y; y += 2 * dashLong {
		end := math.Min(y+dashLong, r.Max.Y)
		p.box(r.Min.X, y, r.Min.X+dashWide, end, p.line)
		p.box(r.Max.X-dashWide, y, r.Max.X, end, p.line)
	}
	const arm, half = badgeSize * 0.6, 1.0
	x, y := r.Max.X-badgeSize/2, r.Min.Y+badgeSize/2
	p.disc(x, y, badgeSize)
	p.box(x-arm, y-half, x+arm, y+half, p.ink)
	p.box(x-half, y-arm, x+half, y+arm, p.ink)
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
