package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// escapable is a field that is left by Escape.
type escapable struct {
	widget.Entry
	escape func()
}

func newEscapable(escape func()) *escapable {
	e := &escapable{escape: escape}
	e.ExtendBaseWidget(e)
	return e
}

// TypedKey takes Escape.
func (e *escapable) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		e.escape()
		return
	}
	e.Entry.TypedKey(k)
}
