// Package diagramview shows a scene: one widget with one raster, moved by
// dragging, zoomed about the cursor, its components selected by mouse or keys.
// Painting happens off the main goroutine.
package diagramview

import (
	"image"
	"image/color"
	"math"
	"time"

	"alarife/internal/diagram"
	"alarife/internal/paint"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

const (
	minScale, maxScale = 0.1, 8.0
	fitMost            = 1.25                   // a small picture is not blown up further
	margin             = 0.25                   // of the width and height, painted beyond the edges
	rest               = 120 * time.Millisecond // after zooming, before painting anew
)

// View is the picture. All its methods and callbacks belong to the main
// goroutine.
type View struct {
	widget.BaseWidget
	// OnSelect is told the component that was selected, "" for none.
	OnSelect func(id string)
	// OnOpen is told that the selected component is to be opened.
	OnOpen func(id string)
	// OnPress is told the component that the mouse pressed.
	OnPress func(id string)
	// OnKey is asked first whether it takes a key.
	OnKey func(*fyne.KeyEvent) bool
	// OnScale is told the scale after it changed: 1 is a pixel for a pixel.
	OnScale func(scale float64)
	// OnPainted is told that a newly painted picture of the present scene is
	// on the screen.
	OnPainted func(*diagram.Scene)

	painter *paint.Painter
	palette func() paint.Palette
	do      func(func()) // runs a function on the main goroutine, soon

	scene   *diagram.Scene
	from    diagram.Point // scene point at the top left corner
	scale   float64       // units of the window to a scene pixel
	fitted  bool          // follows the size of the window
	density float64       // device pixels to a unit of the window

	selected, hovered string
	focused           bool
	marked            map[string]Sign

	buffer  picture
	frame   *image.RGBA // what the screen gets, used again
	busy    bool        // a picture is being painted
	again   bool        // and is outdated already
	timer   *time.Timer
	painted *image.RGBA // that OnPainted was told of last

	raster        *canvas.Raster
	chosen, hover *canvas.Rectangle
	ring          *canvas.Rectangle
}

// picture is a painted part of a scene.
type picture struct {
	image *image.RGBA
	scene *diagram.Scene
	view  paint.View // Scale in device pixels
}

// New returns a view without a scene; palette tells the colours of the moment,
// do runs a function on the main goroutine, soon.
func New(painter *paint.Painter, palette func() paint.Palette, do func(func())) *View {
	v := &View{painter: painter, palette: palette, do: do, scale: 1, density: 1, fitted: true}
	v.ExtendBaseWidget(v)
	return v
}

// Scene returns the scene that is shown, nil for none.
func (v *View) Scene() *diagram.Scene { return v.scene }

// SetScene shows a scene. What is looked at stays where it is, unless the
// whole picture was in sight.
func (v *View) SetScene(s *diagram.Scene) {
	if s == v.scene {
		return
	}
	first := v.scene == nil
	v.scene = s
	if s != nil && s.Node(v.selected) == nil {
		v.selected = ""
	}
	v.hovered = ""
	if v.fitted || first {
		v.fit()
	}
	v.repaint()
	v.Refresh()
}

// Selected returns the selected component, "" for none.
func (v *View) Selected() string { return v.selected }

// Select selects a component without telling OnSelect and brings it into
// sight; "" selects none.
func (v *View) Select(id string) {
	if v.scene == nil || v.selected == id {
		return
	}
	v.selected = ""
	if n := v.scene.Node(id); n != nil {
		v.selected = id
		v.reveal(n)
	}
	v.Refresh()
}

// Retheme paints anew in the colours of the moment.
func (v *View) Retheme() {
	v.repaint()
	v.Refresh()
}

// Resize also fits the picture where it was fitted.
func (v *View) Resize(size fyne.Size) {
	if size == v.Size() {
		return
	}
	v.BaseWidget.Resize(size)
	if v.fitted {
		v.fit()
	}
	v.repaint()
}

// MinSize is small: the picture takes what room there is.
func (v *View) MinSize() fyne.Size { return fyne.NewSize(200, 150) }

// toScene turns a position on the widget into a point of the scene.
func (v *View) toScene(p fyne.Position) diagram.Point {
	return diagram.Point{X: v.from.X + float64(p.X)/v.scale, Y: v.from.Y + float64(p.Y)/v.scale}
}

// onWidget turns a rectangle of the scene into position and size on the widget.
func (v *View) onWidget(r diagram.Rect) (fyne.Position, fyne.Size) {
	at := fyne.NewPos(float32((r.Min.X-v.from.X)*v.scale), float32((r.Min.Y-v.from.Y)*v.scale))
	return at, fyne.NewSize(float32(r.W()*v.scale), float32(r.H()*v.scale))
}

// CreateRenderer builds the raster and the marks above it.
func (v *View) CreateRenderer() fyne.WidgetRenderer {
	v.raster = canvas.NewRaster(v.generate)
	v.raster.ScaleMode = canvas.ImageScalePixels
	v.chosen, v.hover, v.ring = mark(3), mark(1.5), mark(2)
	r := &renderer{view: v}
	r.Refresh()
	return r
}

func mark(width float32) *canvas.Rectangle {
	m := canvas.NewRectangle(color.Transparent)
	m.StrokeWidth, m.CornerRadius = width, 5
	return m
}

type renderer struct{ view *View }

func (r *renderer) Layout(size fyne.Size) {
	r.view.raster.Resize(size)
	r.view.ring.Resize(size)
	r.place()
}

func (r *renderer) MinSize() fyne.Size { return r.view.MinSize() }

func (r *renderer) Refresh() {
	primary := theme.Color(theme.ColorNamePrimary)
	for _, m := range []*canvas.Rectangle{r.view.chosen, r.view.hover, r.view.ring} {
		m.StrokeColor = primary
	}
	r.view.ring.Hidden = !r.view.focused
	r.place()
	r.view.raster.Refresh()
}

// place puts the marks around their components.
func (r *renderer) place() {
	v := r.view
	r.around(v.chosen, v.selected)
	if v.hovered == v.selected {
		r.around(v.hover, "")
	} else {
		r.around(v.hover, v.hovered)
	}
	v.ring.Refresh()
}

func (r *renderer) around(m *canvas.Rectangle, id string) {
	m.Hidden = true
	if r.view.scene != nil && id != "" {
		if n := r.view.scene.Node(id); n != nil {
			at, size := r.view.onWidget(n.Bounds.Grow(4))
			m.Hidden = !r.inside(at, size)
			m.Move(at)
			m.Resize(size)
		}
	}
	m.Refresh()
}

// inside reports whether a mark lies within the widget; Fyne does not cut what
// stands out.
func (r *renderer) inside(at fyne.Position, size fyne.Size) bool {
	all := r.view.Size()
	return at.X >= 0 && at.Y >= 0 && at.X+size.Width <= all.Width && at.Y+size.Height <= all.Height
}

func (r *renderer) Objects() []fyne.CanvasObject {
	v := r.view
	return []fyne.CanvasObject{v.raster, v.hover, v.chosen, v.ring}
}

func (r *renderer) Destroy() {}

var _ desktop.Cursorable = (*View)(nil)

// Cursor is a hand above a component.
func (v *View) Cursor() desktop.Cursor {
	if v.hovered != "" {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

func clamp(scale float64) float64 { return math.Min(maxScale, math.Max(minScale, scale)) }
