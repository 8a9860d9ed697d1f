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
	if !v.covers() {
		v.repaint()
	}
	v.Refresh()
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

// Tapped selects the component under the cursor, or none.
func (v *View) Tapped(e *fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(v); c != nil {
		c.Focus(v)
	}
	if v.scene == nil {
		return
	}
	id := ""
	if n := v.scene.NodeAt(v.toScene(e.Position)); n != nil {
		id = n.ID
	}
	v.choose(id)
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

// TypedRune zooms: + and -, 0 to fit, 1 for the actual size.
func (v *View) TypedRune(r rune) {
	switch r {
	case '+':
		v.ZoomIn()
	case '-':
		v.ZoomOut()
	case '0':
		v.Fit()
	case '1':
		v.ActualSize()
	}
}

// TypedKey moves the selection: by arrows to the neighbour, by Home, End, Page
// Up and Page Down in the order of the picture; Enter opens, Escape clears.
func (v *View) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		v.step(-1, 0)
	case fyne.KeyRight:
		v.step(1, 0)
	case fyne.KeyUp:
		v.step(0, -1)
	case fyne.KeyDown:
		v.step(0, 1)
	case fyne.KeyPageDown:
		v.along(1)
	case fyne.KeyPageUp:
		v.along(-1)
	case fyne.KeyHome:
		v.at(0)
	case fyne.KeyEnd:
		v.at(-1)
	case fyne.KeyEscape:
		v.choose("")
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if v.selected != "" && v.OnOpen != nil {
			v.OnOpen(v.selected)
		}
	}
}

// step selects the neighbour in a direction; without a selection the first
// component.
func (v *View) step(dx, dy float64) {
	if v.scene == nil {
		return
	}
	if v.selected == "" {
		v.at(0)
	} else if n := v.scene.Neighbour(v.selected, dx, dy); n != nil {
		v.choose(n.ID)
	}
}

// along selects the next component in the order of the picture, round and
// round.
func (v *View) along(by int) {
	if v.scene == nil {
		return
	}
	for i := range v.scene.Nodes {
		if v.scene.Nodes[i].ID == v.selected {
			v.at((i + by + len(v.scene.Nodes)) % len(v.scene.Nodes))
			return
		}
	}
	v.at(0)
}

// at selects a component by its place in the picture, −1 for the last.
func (v *View) at(i int) {
	if v.scene == nil || len(v.scene.Nodes) == 0 {
		return
	}
	if i < 0 {
		i = len(v.scene.Nodes) - 1
	}
	v.choose(v.scene.Nodes[i].ID)
}
