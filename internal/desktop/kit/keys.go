package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Keys takes the keys and characters that a widget has no use for, so that a
// page is ruled by keys wherever the keyboard is.
type Keys interface {
	TypedKey(*fyne.KeyEvent)
	TypedRune(rune)
}

// Button is a button that Enter presses as well, and that passes other keys
// on.
type Button struct {
	widget.Button
	keys Keys
}

// NewButton returns a button; icon and keys may be nil.
func NewButton(text string, icon fyne.Resource, keys Keys, tapped func()) *Button {
	b := &Button{keys: keys}
	b.Text, b.Icon, b.OnTapped = text, icon, tapped
	b.ExtendBaseWidget(b)
	return b
}

// TypedKey presses on Enter and Space.
func (b *Button) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if !b.Disabled() && b.OnTapped != nil {
			b.OnTapped()
		}
	default:
		if b.keys != nil {
			b.keys.TypedKey(e)
		}
	}
}

// TypedRune passes on.
func (b *Button) TypedRune(r rune) {
	if b.keys != nil && r != ' ' {
		b.keys.TypedRune(r)
	}
}

// Select is a choice from a list in which a digit or a letter takes an option
// by its place; what else is typed is passed on.
type Select struct {
	widget.Select
	// OnPicked is told the place of the option that a person took.
	OnPicked func(i int)

	keys  Keys
	quiet bool // while a value is shown
}

// NewSelect returns a choice of options; none is taken at first.
func NewSelect(options []string, keys Keys) *Select {
	s := &Select{keys: keys}
	s.Options = options
	s.OnChanged = func(string) {
		if !s.quiet && s.OnPicked != nil {
			s.OnPicked(s.SelectedIndex())
		}
	}
	s.ExtendBaseWidget(s)
	return s
}

// Put shows an option, −1 for none, without telling OnPicked.
func (s *Select) Put(i int) {
	s.quiet = true
	defer func() { s.quiet = false }()
	if i < 0 {
		s.ClearSelected()
		return
	}
	s.SetSelectedIndex(i)
}

// TypedKey opens the list on Space, Up and Down; other keys are passed on.
func (s *Select) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace, fyne.KeyUp, fyne.KeyDown:
		s.Select.TypedKey(e)
	default:
		if s.keys != nil {
			s.keys.TypedKey(e)
		}
	}
}

// TypedRune takes an option by its digit or letter, where there is one.
func (s *Select) TypedRune(r rune) {
	i := -1
	switch {
	case r >= '1' && r <= '9':
		i = int(r - '1')
	case r >= 'a' && r <= 'z':
		i = int(r - 'a')
	case r >= 'A' && r <= 'Z':
		i = int(r - 'A')
	}
	switch {
	case i >= 0 && i < len(s.Options) && !s.Disabled():
		s.SetSelectedIndex(i)
	case s.keys != nil && r != ' ':
		s.keys.TypedRune(r)
	}
}
