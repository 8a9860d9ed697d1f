package paint

import (
	"image"
	"image/color"
	"math"

	"alarife/internal/typeface"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/vector"
)

// stock keeps rasters of icons and letters by size. It is emptied when it has
// grown past what a few zoom levels need.
type stock struct {
	icons  map[iconKey]*image.RGBA
	glyphs map[glyphKey]letter
}

type iconKey struct {
	name string
	size int
	ink  color.RGBA
}

type glyphKey struct {
	bold  bool
	index sfnt.GlyphIndex
	size  int // eighths of a pixel
	shift int // quarters of a pixel to the right
}

// letter is the mask of a glyph and where it lies to the pen.
type letter struct {
	mask *image.Alpha
	at   image.Point
}

// Limits of the stores, in entries.
const (
	mostIcons  = 1024
	mostGlyphs = 8192
)

func newStock() stock {
	return stock{icons: map[iconKey]*image.RGBA{}, glyphs: map[glyphKey]letter{}}
}

// icon returns an icon as a square raster.
func (s *stock) icon(i *icon, size int, ink color.RGBA) *image.RGBA {
	k := iconKey{i.name, size, ink}
	if img := s.icons[k]; img != nil {
		return img
	}
	if len(s.icons) >= mostIcons {
		clear(s.icons)
	}
	img := image.NewRGBA(image.Rect(0, 0, size, size))
	scale := float64(size) / i.size
	z := vector.NewRasterizer(size, size)
	for _, sh := range i.shapes {
		z.Reset(size, size)
		trace(z, sh.path, scale)
		z.Draw(img, img.Rect, image.NewUniform(sh.colour(ink)), image.Point{})
	}
	s.icons[k] = img
	return img
}

// trace hands a path to the rasterizer.
func trace(z *vector.Rasterizer, path []command, scale float64) {
	for _, c := range path {
		var a [6]float32
		for i, v := range c.args {
			a[i] = float32(v * scale)
		}
		switch c.op {
		case 'M':
			z.MoveTo(a[0], a[1])
		case 'L':
			z.LineTo(a[0], a[1])
		case 'Q':
			z.QuadTo(a[0], a[1], a[2], a[3])
		case 'C':
			z.CubeTo(a[0], a[1], a[2], a[3], a[4], a[5])
		case 'Z':
			z.ClosePath()
		}
	}
}

// glyph returns a letter at a size in pixels.
func (s *stock) glyph(bold bool, index sfnt.GlyphIndex, size float64, shift int) letter {
	k := glyphKey{bold, index, int(math.Round(size * 8)), shift}
	l, ok := s.glyphs[k]
	if ok {
		return l
	}
	if len(s.glyphs) >= mostGlyphs {
		clear(s.glyphs)
	}
	if segs, err := typeface.Of(bold).Outline(index); err == nil && len(segs) > 0 {
		l = rasterize(segs, float64(k.size)/8, float64(shift)/4)
	}
	s.glyphs[k] = l
	return l
}

// rasterize fills the outline of a letter.
func rasterize(segs []typeface.Segment, size, shift float64) letter {
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, s := range segs {
		for _, a := range s.Args[:args(s.Op)] {
			x0, x1 = min(x0, a[0]), max(x1, a[0])
			y0, y1 = min(y0, a[1]), max(y1, a[1])
		}
	}
	left, top := math.Floor(x0*size+shift), math.Floor(y0*size)
	z := vector.NewRasterizer(int(math.Ceil(x1*size+shift-left))+1, int(math.Ceil(y1*size-top))+1)
	at := func(a [2]float64) (float32, float32) {
		return float32(a[0]*size + shift - left), float32(a[1]*size - top)
	}
	for _, s := range segs {
		px, py := at(s.Args[0])
		qx, qy := at(s.Args[1])
		rx, ry := at(s.Args[2])
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			z.MoveTo(px, py)
		case sfnt.SegmentOpLineTo:
			z.LineTo(px, py)
		case sfnt.SegmentOpQuadTo:
			z.QuadTo(px, py, qx, qy)
		case sfnt.SegmentOpCubeTo:
			z.CubeTo(px, py, qx, qy, rx, ry)
		}
	}
	z.ClosePath()
	return letter{finish(z), image.Pt(int(left), int(top))}
}

// args is the number of points of a segment.
func args(op sfnt.SegmentOp) int {
	switch op {
	case sfnt.SegmentOpQuadTo:
		return 2
	case sfnt.SegmentOpCubeTo:
		return 3
	}
	return 1
}
