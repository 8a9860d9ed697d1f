package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Standing is how an option stands: told by a sign and a word beside the
// colour.
type Standing int

// The standings of an option.
const (
	Free   Standing = iota // can be taken
	Taken                  // is taken
	Right                  // was taken, rightly
	Wrong                  // was taken, wrongly
	Missed                 // was not taken and should have been
	Spared                 // was not taken, rightly
)

var (
	_ fyne.Tappable      = (*Option)(nil)
	_ fyne.Focusable     = (*Option)(nil)
	_ desktop.Hoverable  = (*Option)(nil)
	_ desktop.Cursorable = (*Option)(nil)
)

// Option is a large row that can be taken, with a mark in front of its text.
type Option struct {
	widget.BaseWidget
	// OnTapped is called when the row is pressed; nil for a row that is only
	// read.
	OnTapped func()
	// OnFocus is called when the row gets the keyboard.
	OnFocus func()

	several  bool // a box instead of a ring
	standing Standing
	keys     Keys
	icon     *widget.Icon
	number   *widget.Label // what key takes it
	text     *widget.Label
	word     *widget.Label // says the standing
	content  fyne.CanvasObject
	pad      float32

	focused, hovered bool
}

// NewOption returns a row; mark is what key takes it, may be empty. several
// says that other rows may be taken beside it.
func NewOption(mark, text string, several bool, keys Keys) *Option {
	o := &Option{several: several, keys: keys, icon: widget.NewIcon(nil), text: Body(text), pad: optionPad, word: Muted("")}
	o.text.SizeName = SizeRead
	o.word.Wrapping = fyne.TextWrapOff
	front := container.NewHBox()
	o.number = Muted(mark)
	o.number.SizeName, o.number.Wrapping, o.number.Hidden = SizeRead, fyne.TextWrapOff, mark == ""
	Append(front, o.number)
	Append(front, container.NewPadded(o.icon))
	o.content = container.NewBorder(nil, nil, front, o.word, o.text)
	o.sign()
	o.ExtendBaseWidget(o)
	return o
}

// Small sets the row in ordinary letters.
func (o *Option) Small() *Option {
	o.text.SizeName, o.pad = theme.SizeNameText, optionPad/4
	o.number.SizeName = theme.SizeNameText
	return o
}

// HideSign takes the ring or box away, for rows that are not marked.
func (o *Option) HideSign() { o.icon.Hide() }

// SetText changes what the row says.
func (o *Option) SetText(text string) { o.text.SetText(text) }

// Stand shows a standing and the word that says it, "" for none.
func (o *Option) Stand(s Standing, word string) {
	o.standing = s
	o.word.SetText(word)
	o.word.Hidden = word == ""
	o.sign()
	o.Refresh()
}

// Standing returns how the option stands.
func (o *Option) Standing() Standing { return o.standing }

// sign chooses the icon of the standing.
func (o *Option) sign() {
	free, taken := theme.RadioButtonIcon(), theme.RadioButtonCheckedIcon()
	if o.several {
		free, taken = theme.CheckButtonIcon(), theme.CheckButtonCheckedIcon()
	}
	var icon fyne.Resource = theme.NewThemedResource(free)
	switch o.standing {
	case Taken:
		icon = theme.NewPrimaryThemedResource(taken)
	case Right, Missed:
		icon = theme.NewSuccessThemedResource(theme.ConfirmIcon())
	case Wrong:
		icon = theme.NewErrorThemedResource(theme.CancelIcon())
	}
	o.icon.SetResource(icon)
}

// Tapped takes the option or lets it go.
func (o *Option) Tapped(*fyne.PointEvent) {
	if o.OnTapped != nil {
		o.OnTapped()
	}
}

// TypedKey takes the option on Space; other keys are passed on.
func (o *Option) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeySpace {
		o.Tapped(nil)
		return
	}
	if o.keys != nil {
		o.keys.TypedKey(e)
	}
}

// TypedRune passes on.
func (o *Option) TypedRune(r rune) {
	if o.keys != nil && r != ' ' {
		o.keys.TypedRune(r)
	}
}

// FocusGained shows the focus.
func (o *Option) FocusGained() {
	o.focused = true
	if o.OnFocus != nil {
		o.OnFocus()
	}
	o.Refresh()
}

// FocusLost hides the focus.
func (o *Option) FocusLost() { o.focused = false; o.Refresh() }

// MouseIn shows that the row can be pressed.
func (o *Option) MouseIn(*desktop.MouseEvent) { o.hovered = true; o.Refresh() }

// MouseMoved does nothing.
func (o *Option) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends what MouseIn began.
func (o *Option) MouseOut() { o.hovered = false; o.Refresh() }

// Cursor is the pointing hand where the row can be pressed.
func (o *Option) Cursor() desktop.Cursor {
	if o.OnTapped == nil {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// CreateRenderer builds ground and content.
func (o *Option) CreateRenderer() fyne.WidgetRenderer {
	r := &optionRenderer{option: o, ground: canvas.NewRectangle(color.Transparent)}
	r.Refresh()
	return r
}

type optionRenderer struct {
	option *Option
	ground *canvas.Rectangle
}

const optionPad = 4

func (r *optionRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	pad := r.option.pad
	r.option.content.Move(fyne.NewPos(optionPad, pad))
	r.option.content.Resize(size.SubtractWidthHeight(2*optionPad, 2*pad))
}

func (r *optionRenderer) MinSize() fyne.Size {
	return r.option.content.MinSize().AddWidthHeight(2*optionPad, 2*r.option.pad)
}

func (r *optionRenderer) Refresh() {
	o := r.option
	line, fill := theme.ColorNameInputBorder, theme.Color(theme.ColorNameInputBackground)
	switch o.standing {
	case Taken:
		line, fill = theme.ColorNamePrimary, theme.Color(theme.ColorNameSelection)
	case Right, Missed:
		line = theme.ColorNameSuccess
	case Wrong:
		line = theme.ColorNameError
	}
	if o.hovered && o.OnTapped != nil && o.standing == Free {
		line = theme.ColorNamePrimary
	}
	r.ground.FillColor, r.ground.StrokeColor = fill, theme.Color(line)
	r.ground.StrokeWidth, r.ground.CornerRadius = 1, theme.InputRadiusSize()
	if o.focused {
		r.ground.StrokeColor, r.ground.StrokeWidth = theme.Color(theme.ColorNamePrimary), 2.5
	}
	r.ground.Refresh()
	o.content.Refresh()
}

func (r *optionRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.option.content}
}

func (r *optionRenderer) Destroy() {}
