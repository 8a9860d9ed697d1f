package diagramview

import (
	"image"
	"image/draw"
	"math"
	"time"

	"alarife/internal/diagram"
	"alarife/internal/paint"

	"fyne.io/fyne/v2"
)

// repaint paints the visible part anew, with a margin, in the background.
func (v *View) repaint() {
	v.stopTimer()
	size := v.Size()
	if v.scene == nil || size.Width < 1 || size.Height < 1 {
		return
	}
	if v.busy {
		v.again = true
		return
	}
	v.busy, v.again = true, false
	p := picture{scene: v.scene, view: v.wanted()}
	painter, palette := v.painter, v.palette()
	go func() {
		p.image = painter.Image(p.scene, palette, p.view)
		v.do(func() { v.take(p) })
	}()
}

// take takes a finished picture in.
func (v *View) take(p picture) {
	v.busy, v.buffer = false, p
	if v.again {
		v.repaint()
	}
	v.Refresh()
}

// wanted is the part of the scene to paint, in device pixels: what is visible,
// and a margin where there is more to see.
func (v *View) wanted() paint.View {
	v.density = v.canvasScale()
	size, m := v.Size(), margin
	if v.fitted {
		m = 0
	}
	w, h := float64(size.Width), float64(size.Height)
	return paint.View{
		From:  diagram.Point{X: v.from.X - m*w/v.scale, Y: v.from.Y - m*h/v.scale},
		Scale: v.scale * v.density,
		W:     int(math.Ceil(w * (1 + 2*m) * v.density)),
		H:     int(math.Ceil(h * (1 + 2*m) * v.density)),
	}
}

func (v *View) canvasScale() float64 {
	if app := fyne.CurrentApp(); app != nil {
		if c := app.Driver().CanvasForObject(v); c != nil {
			return float64(c.Scale())
		}
	}
	return v.density
}

// repaintAtRest paints anew when zooming has come to rest.
func (v *View) repaintAtRest() {
	v.stopTimer()
	v.timer = time.AfterFunc(rest, func() { v.do(v.repaint) })
}

func (v *View) stopTimer() {
	if v.timer != nil {
		v.timer.Stop()
		v.timer = nil
	}
}

// generate gives the screen its pixels: copied from the buffer, or stretched
// from an older one until the right one is there.
func (v *View) generate(w, h int) image.Image {
	if v.frame == nil || v.frame.Rect.Dx() != w || v.frame.Rect.Dy() != h {
		v.frame = image.NewRGBA(image.Rect(0, 0, max(1, w), max(1, h)))
	}
	palette := v.palette()
	draw.Draw(v.frame, v.frame.Rect, image.NewUniform(palette.Background), image.Point{}, draw.Src)
	if v.buffer.image == nil || v.scene == nil {
		return v.frame
	}
	now := paint.View{From: v.from, Scale: v.scale * float64(w) / math.Max(1, float64(v.Size().Width))}
	v.buffer.copyTo(v.frame, now)
	v.drawMarks(v.frame, now.Scale/v.scale)
	v.tellPainted()
	return v.frame
}

// tellPainted tells once of every picture that is on the screen.
func (v *View) tellPainted() {
	if v.buffer.scene == v.scene && v.painted != v.buffer.image {
		v.painted = v.buffer.image
		if v.OnPainted != nil {
			v.OnPainted(v.scene)
		}
	}
}

// copyTo draws the picture into a frame that shows another view.
func (p *picture) copyTo(frame *image.RGBA, now paint.View) {
	// Where the frame's corner lies in the picture, and its pixels a pixel.
	x := (now.From.X - p.view.From.X) * p.view.Scale
	y := (now.From.Y - p.view.From.Y) * p.view.Scale
	ratio := p.view.Scale / now.Scale
	if math.Abs(ratio-1) < 1e-6 {
		at := image.Pt(int(math.Round(x)), int(math.Round(y)))
		draw.Draw(frame, frame.Rect, p.image, at, draw.Over)
		return
	}
	p.stretch(frame, x, y, ratio)
}

// stretch takes the nearest pixel: quick, for the moment of a gesture.
func (p *picture) stretch(frame *image.RGBA, x, y, ratio float64) {
	b := p.image.Rect
	columns := make([]int, frame.Rect.Dx())
	for i := range columns {
		columns[i] = int(math.Floor(x + (float64(i)+0.5)*ratio))
	}
	for j := range frame.Rect.Dy() {
		row := int(math.Floor(y + (float64(j)+0.5)*ratio))
		if row < 0 || row >= b.Dy() {
			continue
		}
		from, to := p.image.Pix[row*p.image.Stride:], frame.Pix[j*frame.Stride:]
		for i, c := range columns {
			if c >= 0 && c < b.Dx() {
				copy(to[4*i:4*i+4], from[4*c:4*c+4])
			}
		}
	}
}

// covers reports whether the buffer holds all that is visible.
func (v *View) covers() bool {
	b, size := v.buffer, v.Size()
	if b.image == nil {
		return false
	}
	end := v.toScene(fyne.NewPos(size.Width, size.Height))
	return v.from.X >= b.view.From.X && v.from.Y >= b.view.From.Y &&
		end.X <= b.view.From.X+float64(b.view.W)/b.view.Scale && end.Y <= b.view.From.Y+float64(b.view.H)/b.view.Scale
}

// Busy reports whether a picture is being painted.
func (v *View) Busy() bool { return v.busy }
