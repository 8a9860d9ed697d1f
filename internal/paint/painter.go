package paint

import (
	"image"
	"image/draw"
	"image/png"
	"io"
	"math"
	"sync"

	"alarife/internal/diagram"
)

// Painter draws scenes and keeps the icons and letters that it has drawn. It
// is safe for concurrent use.
type Painter struct {
	icons iconStore
	mu    sync.Mutex
	stock stock
}

// New returns a painter with empty stores.
func New() *Painter {
	return &Painter{icons: iconStore{read: map[string]*icon{}}, stock: newStock()}
}

// View is the part of a scene to be seen.
type View struct {
	From  diagram.Point // scene point at the top left corner of the image
	Scale float64       // image pixels to a scene pixel
	W, H  int           // size of the image in pixels
}

// Whole is the view of a complete scene at a scale.
func Whole(s *diagram.Scene, scale float64) View {
	return View{Scale: scale, W: int(math.Ceil(s.Size.X * scale)), H: int(math.Ceil(s.Size.Y * scale))}
}

// Image draws the visible part of a scene.
func (p *Painter) Image(s *diagram.Scene, pal Palette, v View) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, max(1, v.W), max(1, v.H)))
	p.DrawInto(img, s, pal, v)
	return img
}

// DrawInto draws the visible part of a scene over all of dst, which a caller
// may use again from picture to picture. v.W and v.H do not count.
func (p *Painter) DrawInto(dst *image.RGBA, s *diagram.Scene, pal Palette, v View) {
	p.mu.Lock()
	defer p.mu.Unlock()
	draw.Draw(dst, dst.Rect, image.NewUniform(pal.Background), image.Point{}, draw.Src)
	p.walk(s, &raster{dst: dst, view: v, stock: &p.stock}, pal)
}

// PNG writes a scene as PNG at a resolution in dots per inch; 96 gives one
// pixel for a pixel of the scene. It returns the error of the writer.
func (p *Painter) PNG(w io.Writer, s *diagram.Scene, pal Palette, dpi float64) error {
	img := p.Image(s, pal, Whole(s, dpi/96))
	var buf pngWriter
	enc := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := enc.Encode(&buf, img); err != nil {
		return err
	}
	_, err := w.Write(buf.withResolution(dpi))
	return err
}
