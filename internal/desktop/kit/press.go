package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Tappable      = (*Press)(nil)
	_ fyne.Focusable     = (*Press)(nil)
	_ desktop.Hoverable  = (*Press)(nil)
	_ desktop.Cursorable = (*Press)(nil)
)

// Press makes any content pressable, by mouse and by keyboard, with a visible
// focus. A Press without OnTapped is plain content.
type Press struct {
	widget.BaseWidget
	OnTapped func()
	// Keys takes the keys that do not press, nil for none.
	Keys Keys

	content          fyne.CanvasObject
	focused, hovered bool
}

// NewPress returns content that calls tapped.
func NewPress(content fyne.CanvasObject, tapped func()) *Press {
	p := &Press{content: content, OnTapped: tapped}
	p.ExtendBaseWidget(p)
	return p
}

// Tapped presses.
func (p *Press) Tapped(*fyne.PointEvent) {
	if p.OnTapped != nil {
		p.OnTapped()
	}
}

// TypedKey presses on Enter and Space.
func (p *Press) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		p.Tapped(nil)
	default:
		if p.Keys != nil {
			p.Keys.TypedKey(e)
		}
	}
}

// TypedRune passes on.
func (p *Press) TypedRune(r rune) {
	if p.Keys != nil && r != ' ' {
		p.Keys.TypedRune(r)
	}
}

// FocusGained shows the focus, FocusLost hides it.
func (p *Press) FocusGained() { p.focused = true; p.Refresh() }

// FocusLost hides the focus.
func (p *Press) FocusLost() { p.focused = false; p.Refresh() }

// MouseIn shows that the content can be pressed.
func (p *Press) MouseIn(*desktop.MouseEvent) { p.hovered = true; p.Refresh() }

// MouseMoved does nothing.
func (p *Press) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends what MouseIn began.
func (p *Press) MouseOut() { p.hovered = false; p.Refresh() }

// Cursor is the pointing hand.
func (p *Press) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer builds the background behind the content.
func (p *Press) CreateRenderer() fyne.WidgetRenderer {
	r := &pressRenderer{press: p, back: canvas.NewRectangle(color.Transparent)}
	r.Refresh()
	return r
}

type pressRenderer struct {
	press *Press
	back  *canvas.Rectangle
}

func (r *pressRenderer) Layout(size fyne.Size) {
	r.back.Resize(size)
	pad := theme.Padding()
	r.press.content.Move(fyne.NewPos(pad, pad))
	r.press.content.Resize(size.SubtractWidthHeight(2*pad, 2*pad))
}

func (r *pressRenderer) MinSize() fyne.Size {
	pad := theme.Padding()
	return r.press.content.MinSize().AddWidthHeight(2*pad, 2*pad)
}

func (r *pressRenderer) Refresh() {
	r.back.FillColor = color.Transparent
	if r.press.hovered {
		r.back.FillColor = theme.Color(theme.ColorNameHover)
	}
	r.back.StrokeWidth = 0
	if r.press.focused {
		r.back.StrokeColor = theme.Color(theme.ColorNamePrimary)
		r.back.StrokeWidth = 2
	}
	r.back.CornerRadius = theme.InputRadiusSize()
	r.back.Refresh()
}

func (r *pressRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.press.content}
}

func (r *pressRenderer) Destroy() {}
