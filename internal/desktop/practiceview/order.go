package practiceview

import (
	"slices"
	"strconv"

	"alarife/internal/desktop/kit"
	"alarife/internal/practice"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// order is steps that are put in order.
type order struct {
	p     *asked
	ids   []string
	rows  []*kit.Option
	stack *fyne.Container
	at    int // the row that the arrows move, −1 for none
}

func newOrder(p *asked) *order {
	o := &order{p: p, ids: slices.Clone(p.given().Order), stack: kit.Tight(), at: -1}
	if len(o.ids) != len(p.q.Options) {
		o.ids = nil
		for _, x := range p.q.Options {
			o.ids = append(o.ids, x.ID)
		}
	}
	if p.told {
		o.tell()
		return o
	}
	for i := range o.ids {
		row := kit.NewOption(strconv.Itoa(i+1), "", true, rowKeys{o, i})
		row.HideSign()
		row.OnFocus = func() { o.at = i }
		o.rows = append(o.rows, row)
		up := kit.NewButton("", theme.MoveUpIcon(), p, func() { o.move(i, -1) })
		down := kit.NewButton("", theme.MoveDownIcon(), p, func() { o.move(i, 1) })
		if i == 0 {
			up.Disable()
		}
		if i == len(o.ids)-1 {
			down.Disable()
		}
		kit.Append(o.stack, container.NewBorder(nil, nil, nil, container.NewHBox(up, down), row), kit.Gap(4))
	}
	o.show()
	return o
}

func (o *order) show() {
	for i, id := range o.ids {
		o.rows[i].SetText(textOf(o.p.q.Options, id))
	}
}

// move moves a row up or down; the keyboard goes with it.
func (o *order) move(i, by int) {
	k := i + by
	if k < 0 || k >= len(o.ids) {
		return
	}
	o.ids[i], o.ids[k] = o.ids[k], o.ids[i]
	o.show()
	o.p.changed(false)
	o.p.v.Intents.OnFocus(o.rows[k])
}

// tell shows the right order, and where each step had been put.
func (o *order) tell() {
	given := o.p.given().Order
	for i, id := range o.p.x.Key.Order {
		row := kit.NewOption(strconv.Itoa(i+1), textOf(o.p.q.Options, id), false, o.p)
		switch at := slices.Index(given, id); {
		case at == i:
			row.Stand(kit.Right, o.p.say("practise.mark.right"))
		case at >= 0:
			row.Stand(kit.Wrong, o.p.say("practise.mark.place", "n", at+1))
		default:
			row.Stand(kit.Missed, "")
		}
		kit.Append(o.stack, row, kit.Gap(4))
		if n := o.p.note(id); len(n.Why) > 0 {
			kit.Append(o.stack, o.p.reasons(n))
		}
	}
}

func (o *order) content() fyne.CanvasObject   { return o.stack }
func (o *order) beside() fyne.CanvasObject    { return nil }
func (o *order) step() (string, func(), bool) { return "", nil, false }

func (o *order) focus() fyne.Focusable {
	if len(o.rows) == 0 {
		return nil
	}
	return o.rows[0]
}

func (o *order) answer() (practice.Answer, bool) {
	return practice.Answer{Order: slices.Clone(o.ids)}, true
}

// typedRune takes the row of a digit.
func (o *order) typedRune(r rune) {
	if i := int(r - '1'); i >= 0 && i < len(o.rows) {
		o.p.v.Intents.OnFocus(o.rows[i])
	}
}

// rowKeys moves a row by the arrows.
type rowKeys struct {
	o *order
	i int
}

// TypedKey moves the row.
func (k rowKeys) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyUp:
		k.o.move(k.i, -1)
	case fyne.KeyDown:
		k.o.move(k.i, 1)
	default:
		k.o.p.TypedKey(e)
	}
}

// TypedRune is the page's.
func (k rowKeys) TypedRune(r rune) { k.o.p.TypedRune(r) }
