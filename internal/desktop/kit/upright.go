package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Upright holds a vertical scroll so that its paragraphs find their lines
// whenever its width changes.
func Upright(scroll *container.Scroll) *fyne.Container {
	return container.New(upright{}, scroll)
}

type upright struct{}

func (upright) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
		if s, ok := o.(*container.Scroll); ok {
			Settle(s)
		}
	}
}

func (upright) MinSize(objects []fyne.CanvasObject) (min fyne.Size) {
	for _, o := range objects {
		min = min.Max(o.MinSize())
	}
	return min
}

// Settle lets the paragraphs of a scroll find their lines: first those that
// stand free, then those beside something, then what holds both.
func Settle(s *container.Scroll) {
	if s.Content == nil {
		return
	}
	for range 3 {
		s.Content.Resize(fyne.NewSize(s.Size().Width, max(s.Size().Height, s.Content.MinSize().Height)))
	}
	s.Refresh()
}

// Card sets what belongs together apart from the rest.
func Card(objects ...fyne.CanvasObject) *fyne.Container {
	return container.NewStack(newGround(), container.NewPadded(container.NewPadded(Tight(objects...))))
}

// ground is the plane of a card, in the colours of the moment.
type ground struct{ widget.BaseWidget }

func newGround() *ground {
	g := &ground{}
	g.ExtendBaseWidget(g)
	return g
}

// CreateRenderer builds the plane.
func (g *ground) CreateRenderer() fyne.WidgetRenderer {
	r := &groundRenderer{plane: canvas.NewRectangle(color.Transparent)}
	r.Refresh()
	return r
}

type groundRenderer struct{ plane *canvas.Rectangle }

func (r *groundRenderer) Layout(size fyne.Size) { r.plane.Resize(size) }
func (r *groundRenderer) MinSize() fyne.Size    { return fyne.Size{} }

func (r *groundRenderer) Refresh() {
	r.plane.FillColor, r.plane.StrokeColor = color.Transparent, theme.Color(theme.ColorNameInputBorder)
	r.plane.StrokeWidth, r.plane.CornerRadius = 1, 6
	r.plane.Refresh()
}

func (r *groundRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.plane} }
func (r *groundRenderer) Destroy()                     {}

// Wide keeps its object no wider than it is read well, flush left.
func Wide(most float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(wide(most), o)
}

type wide float32

func (w wide) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(fyne.NewSize(min(size.Width, float32(w)), size.Height))
	}
}

func (w wide) MinSize(objects []fyne.CanvasObject) (min fyne.Size) {
	for _, o := range objects {
		min = min.Max(o.MinSize())
	}
	return min
}
