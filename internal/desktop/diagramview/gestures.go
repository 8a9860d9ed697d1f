package diagramview

import (
	"math"

	"alarife/internal/diagram"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

var (
	_ fyne.Tappable     = (*View)(nil)
	_ fyne.Draggable    = (*View)(nil)
	_ fyne.Scrollable   = (*View)(nil)
	_ fyne.Focusable    = (*View)(nil)
	_ desktop.Hoverable = (*View)(nil)
	_ desktop.Mouseable = (*View)(nil)
)

const (
	wheelStep = 0.008 // of the logarithm of the scale, a unit of the wheel
	keyStep   = 1.25  // of the scale, a press of + or -
)

// Fit shows the whole picture and keeps it fitted to the window.
func (v *View) Fit() {
	v.fitted = true
	v.fit()
	v.repaint()
	v.Refresh()
}

func (v *View) fit() {
	size := v.Size()
	if v.scene == nil || size.Width < 1 || size.Height < 1 {
		return
	}
	w, h := float64(size.Width), float64(size.Height)
	v.scale = clamp(math.Min(fitMost, math.Min(w/v.scene.Size.X, h/v.scene.Size.Y)))
	v.from = diagram.Point{X: (v.scene.Size.X - w/v.scale) / 2, Y: (v.scene.Size.Y - h/v.scale) / 2}
	v.tellScale()
}

// ActualSize shows a pixel of the scene as a pixel of the window.
func (v *View) ActualSize() { v.zoomTo(1, v.middle()) }

// ZoomIn and ZoomOut zoom about the selected component, otherwise about the
// middle.
func (v *View) ZoomIn() { v.zoomTo(v.scale*keyStep, v.middle()) }

// ZoomOut makes everything smaller.
func (v *View) ZoomOut() { v.zoomTo(v.scale/keyStep, v.middle()) }

// middle is the point that commands zoom about.
func (v *View) middle() fyne.Position {
	size := v.Size()
	if v.scene != nil {
		if n := v.scene.Node(v.selected); n != nil {
			at, s := v.onWidget(n.Bounds)
			p := fyne.NewPos(at.X+s.Width/2, at.Y+s.Height/2)
			if p.X >= 0 && p.Y >= 0 && p.X <= size.Width && p.Y <= size.Height {
				return p
			}
		}
	}
	return fyne.NewPos(size.Width/2, size.Height/2)
}

// zoomTo changes the scale; the point of the scene under p stays there.
func (v *View) zoomTo(scale float64, p fyne.Position) {
	if v.scene == nil {
		return
	}
	about := v.toScene(p)
	v.scale, v.fitted = clamp(scale), false
	v.from = diagram.Point{X: about.X - float64(p.X)/v.scale, Y: about.Y - float64(p.Y)/v.scale}
	v.hold()
	v.tellScale()
	v.repaintAtRest()
	v.Refresh()
}

func (v *View) tellScale() {
	if v.OnScale != nil {
		v.OnScale(v.scale)
	}
}

// pan moves the picture by a distance on the widget.
func (v *View) pan(dx, dy float32) {
	if v.scene == nil {
		return
	}
	v.fitted = false
	v.from.X -= float64(dx) / v.scale
	v.from.Y -= float64(dy) / v.scale
	v.hold()
	if !v.covers() {
		v.repaint()
	}
	v.Refresh()
}

// hold keeps the middle of the window within the picture, so that it cannot be
// lost.
func (v *View) hold() {
	size := v.Size()
	w, h := float64(size.Width)/v.scale/2, float64(size.Height)/v.scale/2
	v.from.X = math.Min(math.Max(v.from.X, -w), v.scene.Size.X-w)
	v.from.Y = math.Min(math.Max(v.from.Y, -h), v.scene.Size.Y-h)
}

// reveal moves the picture so that a component is in sight.
func (v *View) reveal(n *diagram.Node) {
	at, s := v.onWidget(n.Bounds.Grow(12))
	size := v.Size()
	dx, dy := outside(at.X, s.Width, size.Width), outside(at.Y, s.Height, size.Height)
	if dx != 0 || dy != 0 {
		v.pan(dx, dy)
	}
}

// outside is how far a stretch must move to lie within 0 … all.
func outside(at, length, all float32) float32 {
	switch {
	case at < 0:
		return -at
	case at+length > all:
		return all - at - length
	}
	return 0
}

// Scrolled zooms about the cursor; with Shift it moves the picture.
func (v *View) Scrolled(e *fyne.ScrollEvent) {
	if shift() {
		v.pan(e.Scrolled.DX+e.Scrolled.DY, 0)
		return
	}
	v.zoomTo(v.scale*math.Exp(float64(e.Scrolled.DY)*wheelStep), e.Position)
}

func shift() bool {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
	}
	return false
}

// Dragged moves the picture.
func (v *View) Dragged(e *fyne.DragEvent) { v.pan(e.Dragged.DX, e.Dragged.DY) }

// DragEnd does nothing.
func (v *View) DragEnd() {}

// MouseDown takes the keyboard.
func (v *View) MouseDown(*desktop.MouseEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(v); c != nil {
		c.Focus(v)
	}
}

// MouseUp does nothing.
func (v *View) MouseUp(*desktop.MouseEvent) {}

// Tapped selects the component under the cursor, or none.
func (v *View) Tapped(e *fyne.PointEvent) {
	if v.scene == nil {
		return
	}
	id := ""
	if n := v.scene.NodeAt(v.toScene(e.Position)); n != nil {
		id = n.ID
	}
	v.choose(id)
	if id != "" && v.OnPress != nil {
		v.OnPress(id)
	}
}

func (v *View) choose(id string) {
	v.Select(id)
	if v.OnSelect != nil {
		v.OnSelect(id)
	}
}

// MouseIn is MouseMoved.
func (v *View) MouseIn(e *desktop.MouseEvent) { v.MouseMoved(e) }

// MouseMoved marks the component under the cursor.
func (v *View) MouseMoved(e *desktop.MouseEvent) {
	id := ""
	if v.scene != nil {
		if n := v.scene.NodeAt(v.toScene(e.Position)); n != nil {
			id = n.ID
		}
	}
	v.hoverOver(id)
}

// MouseOut marks none.
func (v *View) MouseOut() { v.hoverOver("") }

func (v *View) hoverOver(id string) {
	if v.hovered != id {
		v.hovered = id
		v.Refresh()
	}
}

// FocusGained shows the focus.
func (v *View) FocusGained() { v.focused = true; v.Refresh() }

// FocusLost hides the focus.
func (v *View) FocusLost() { v.focused = false; v.Refresh() }
