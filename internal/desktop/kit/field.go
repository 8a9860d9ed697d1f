package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Field is a line of text that is left by Escape.
type Field struct {
	widget.Entry
	escape func()
}

// NewField returns an empty field.
func NewField(escape func()) *Field {
	f := &Field{escape: escape}
	f.ExtendBaseWidget(f)
	return f
}

// TypedKey takes Escape.
func (f *Field) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		f.escape()
		return
	}
	f.Entry.TypedKey(k)
}
