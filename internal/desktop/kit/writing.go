package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Writing is a field for text of one line or several that passes on the keys
// it has no use for.
type Writing struct {
	widget.Entry
	// OnDone is called on Enter in a field of one line, and on Enter with the
	// shortcut's modifier in one of several.
	OnDone func()

	keys Keys
}

// NewWriting returns an empty field.
func NewWriting(lines int, keys Keys) *Writing {
	w := &Writing{keys: keys}
	w.MultiLine = lines > 1
	w.Wrapping = fyne.TextWrapOff
	if w.MultiLine {
		w.Wrapping = fyne.TextWrapWord
		w.SetMinRowsVisible(lines)
	}
	w.OnSubmitted = func(string) { w.done() }
	w.ExtendBaseWidget(w)
	return w
}

func (w *Writing) done() {
	if w.OnDone != nil {
		w.OnDone()
	}
}

// TypedKey passes Escape on, and what pages.
func (w *Writing) TypedKey(e *fyne.KeyEvent) {
	switch {
	case e.Name == fyne.KeyEscape, !w.MultiLine && (e.Name == fyne.KeyPageUp || e.Name == fyne.KeyPageDown):
		if w.keys != nil {
			w.keys.TypedKey(e)
		}
	default:
		w.Entry.TypedKey(e)
	}
}

// TypedShortcut takes Enter with the modifier.
func (w *Writing) TypedShortcut(s fyne.Shortcut) {
	if c, ok := s.(*desktop.CustomShortcut); ok && (c.KeyName == fyne.KeyReturn || c.KeyName == fyne.KeyEnter) {
		w.done()
		return
	}
	w.Entry.TypedShortcut(s)
}

// AcceptsTab lets Tab go on to the next part.
func (w *Writing) AcceptsTab() bool { return false }
