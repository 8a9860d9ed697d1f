package paint

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"alarife/internal/diagram"
	"alarife/internal/typeface"

	"golang.org/x/image/vector"
)

// raster draws on an image through a view.
type raster struct {
	dst   *image.RGBA
	view  View
	stock *stock
}

func (r *raster) begin(string, string, string) {}
func (r *raster) end()                         {}

// at turns a point of the scene into one of the image.
func (r *raster) at(p diagram.Point) (x, y float64) {
	o := r.dst.Rect.Min
	return (p.X-r.view.From.X)*r.view.Scale + float64(o.X), (p.Y-r.view.From.Y)*r.view.Scale + float64(o.Y)
}

func (r *raster) outside(b diagram.Rect) bool {
	x0, y0 := r.at(b.Min)
	x1, y1 := r.at(b.Max)
	d := r.dst.Rect
	return x1 < float64(d.Min.X) || y1 < float64(d.Min.Y) || x0 > float64(d.Max.X) || y0 > float64(d.Max.Y)
}

func (r *raster) rect(b diagram.Rect, fill color.RGBA) {
	x0, y0 := r.at(b.Min)
	x1, y1 := r.at(b.Max)
	r.bar(x0, y0, x1, y1, fill)
}

// bar fills an upright rectangle given in image pixels, edges softened.
func (r *raster) bar(x0, y0, x1, y1 float64, c color.RGBA) {
	d := r.dst.Rect
	x0, x1 = max(x0, float64(d.Min.X)), min(x1, float64(d.Max.X))
	y0, y1 = max(y0, float64(d.Min.Y)), min(y1, float64(d.Max.Y))
	if x0 >= x1 || y0 >= y1 {
		return
	}
	for y := int(y0); y < int(math.Ceil(y1)); y++ {
		cy := min(y1, float64(y+1)) - max(y0, float64(y))
		for x := int(x0); x < int(math.Ceil(x1)); x++ {
			cx := min(x1, float64(x+1)) - max(x0, float64(x))
			blend(r.dst, x, y, c, uint32(cx*cy*255+0.5))
		}
	}
}

// blend lays a colour over an opaque pixel.
func blend(dst *image.RGBA, x, y int, c color.RGBA, a uint32) {
	i := dst.PixOffset(x, y)
	p := dst.Pix[i : i+4 : i+4]
	n := 255 - a
	p[0] = uint8((uint32(c.R)*a + uint32(p[0])*n + 127) / 255)
	p[1] = uint8((uint32(c.G)*a + uint32(p[1])*n + 127) / 255)
	p[2] = uint8((uint32(c.B)*a + uint32(p[2])*n + 127) / 255)
	p[3] = 0xff
}

// mask lays a colour over the image where a mask says so.
func (r *raster) mask(m *image.Alpha, at image.Point, c color.RGBA) {
	b := m.Rect.Add(at).Intersect(r.dst.Rect)
	for y := b.Min.Y; y < b.Max.Y; y++ {
		row := m.Pix[m.PixOffset(b.Min.X-at.X, y-at.Y):]
		for x := b.Min.X; x < b.Max.X; x++ {
			if a := row[x-b.Min.X]; a > 0 {
				blend(r.dst, x, y, c, uint32(a))
			}
		}
	}
}

func (r *raster) disc(at diagram.Point, radius float64, fill color.RGBA) {
	x, y := r.at(at)
	rad := radius * r.view.Scale
	left, top := math.Floor(x-rad), math.Floor(y-rad)
	size := int(math.Ceil(2*rad)) + 2
	z := vector.NewRasterizer(size, size)
	circle(z, float32(x-left), float32(y-top), float32(rad))
	r.mask(finish(z), image.Pt(int(left), int(top)), fill)
}

// circle adds a circle of four cubics.
func circle(z *vector.Rasterizer, x, y, r float32) {
	const k = 0.5522848
	z.MoveTo(x+r, y)
	z.CubeTo(x+r, y+k*r, x+k*r, y+r, x, y+r)
	z.CubeTo(x-k*r, y+r, x-r, y+k*r, x-r, y)
	z.CubeTo(x-r, y-k*r, x-k*r, y-r, x, y-r)
	z.CubeTo(x+k*r, y-r, x+r, y-k*r, x+r, y)
	z.ClosePath()
}

// finish turns what a rasterizer gathered into a mask.
func finish(z *vector.Rasterizer) *image.Alpha {
	m := image.NewAlpha(z.Bounds())
	z.Draw(m, m.Rect, image.Opaque, image.Point{})
	return m
}

func (r *raster) icon(i *icon, b diagram.Rect, ink color.RGBA) {
	x, y := r.at(b.Min)
	size := int(math.Round(b.W() * r.view.Scale))
	if size < 1 {
		return
	}
	img := r.stock.icon(i, size, ink)
	at := image.Pt(int(math.Round(x)), int(math.Round(y)))
	draw.Draw(r.dst, img.Rect.Add(at), img, image.Point{}, draw.Over)
}

func (r *raster) text(t diagram.Text, c color.RGBA) {
	f := typeface.Of(t.Bold)
	line, w := f.Line(t.String)
	x, y := r.at(t.At)
	size := t.Size * r.view.Scale
	if size < 2 {
		r.smear(t, c)
		return
	}
	x -= w * size * float64(t.Align) / 2
	base := int(math.Round(y))
	for _, g := range line {
		gx := x + g.X*size
		whole := math.Floor(gx)
		m := r.stock.glyph(t.Bold, g.Index, size, int((gx-whole)*4))
		if m.mask != nil {
			r.mask(m.mask, image.Pt(int(whole), base).Add(m.at), c)
		}
	}
}

// smear stands for text too small to read.
func (r *raster) smear(t diagram.Text, c color.RGBA) {
	x0, y0 := r.at(t.Bounds.Min)
	x1, y1 := r.at(t.Bounds.Max)
	h := (y1 - y0) / 4
	bg := r.dst.RGBAAt(r.dst.Rect.Min.X, r.dst.Rect.Min.Y)
	pale := color.RGBA{(c.R + bg.R) / 2, (c.G + bg.G) / 2, (c.B + bg.B) / 2, 0xff}
	r.bar(x0, y0+h, x1, y1-h, pale)
}
