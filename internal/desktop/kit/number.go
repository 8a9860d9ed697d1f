package kit

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// settle is how long typing must rest before a number counts as entered.
const settle = 500 * time.Millisecond

// Number is a field for one number. What is typed counts on Enter, when the
// field is left, and when typing rests; a number that does not fit is marked
// and does not count.
type Number struct {
	widget.Entry
	// OnNumber is told a number that fits and differs from the one shown.
	OnNumber func(float64)

	parse  func(string) (float64, error)
	format func(float64) string
	value  float64
	timer  *time.Timer
}

// NewNumber returns a field. parse reads what is typed; its error is the text
// that tells a person why it does not fit.
func NewNumber(parse func(string) (float64, error), format func(float64) string) *Number {
	n := &Number{parse: parse, format: format}
	n.ExtendBaseWidget(n)
	n.Validator = func(s string) error {
		_, err := parse(s)
		return err
	}
	n.Wrapping = fyne.TextWrapOff
	n.OnSubmitted = func(string) { n.Commit() }
	n.OnChanged = func(string) { n.later() }
	return n
}

// Put shows a number; what is being typed at the moment stays.
func (n *Number) Put(v float64) {
	if n.pending() && v == n.value {
		return
	}
	n.value = v
	if text := n.format(v); n.Text != text {
		n.SetText(text)
	}
	n.stop()
}

// Commit takes what is typed over at once.
func (n *Number) Commit() {
	n.stop()
	v, err := n.parse(n.Text)
	if err != nil || v == n.value {
		return
	}
	n.value = v
	if n.OnNumber != nil {
		n.OnNumber(v)
	}
}

// FocusLost takes over what fits and puts back what does not.
func (n *Number) FocusLost() {
	n.Commit()
	if text := n.format(n.value); n.Text != text {
		n.SetText(text)
	}
	n.stop()
	n.Entry.FocusLost()
}

func (n *Number) pending() bool { return n.timer != nil }

func (n *Number) later() {
	n.stop()
	n.timer = time.AfterFunc(settle, func() { fyne.Do(n.Commit) })
}

func (n *Number) stop() {
	if n.timer != nil {
		n.timer.Stop()
		n.timer = nil
	}
}
