package practiceview

import (
	"slices"
	"strconv"

	"alarife/internal/desktop/kit"
	"alarife/internal/practice"

	"fyne.io/fyne/v2"
)

// choice is options of which one or several are marked.
type choice struct {
	p      *asked
	marked map[string]bool
	rows   []*kit.Option
	stack  *fyne.Container
}

func newChoice(p *asked) *choice {
	c := &choice{p: p, marked: setOf(p.given().Marked), stack: kit.Tight()}
	for i, o := range p.q.Options {
		row := kit.NewOption(strconv.Itoa(i+1), o.Text, p.q.Several, p)
		if p.open {
			row.OnTapped = func() { c.toggle(o.ID) }
		}
		c.rows = append(c.rows, row)
		kit.Append(c.stack, row)
		if p.told {
			kit.Append(c.stack, p.reasons(p.note(o.ID)))
		} else {
			kit.Append(c.stack, kit.Gap(6))
		}
	}
	c.show()
	return c
}

func setOf(ids []string) map[string]bool {
	set := map[string]bool{}
	for _, id := range ids {
		set[id] = true
	}
	return set
}

// standing is how an option stands, with the word for it.
func (p *asked) standing(id string, marked bool) (kit.Standing, string) {
	key := slices.Contains(p.x.Key.Marked, id)
	switch {
	case !p.told && marked:
		return kit.Taken, ""
	case !p.told:
		return kit.Free, ""
	case marked && key:
		return kit.Right, p.say("practise.mark.right")
	case marked:
		return kit.Wrong, p.say("practise.mark.wrong")
	case key:
		return kit.Missed, p.say("practise.mark.missed")
	}
	return kit.Spared, ""
}

func (c *choice) show() {
	for i, o := range c.p.q.Options {
		c.rows[i].Stand(c.p.standing(o.ID, c.marked[o.ID]))
	}
}

// toggle marks an option; where one alone is right, in place of the others.
func (c *choice) toggle(id string) {
	on := !c.marked[id]
	if !c.p.q.Several {
		c.marked, on = map[string]bool{}, true
	}
	c.marked[id] = on
	c.show()
	c.p.changed(false)
}

// marks lists what is marked, in the order shown.
func marks(list []practice.Shown, marked map[string]bool) []string {
	var ids []string
	for _, o := range list {
		if marked[o.ID] {
			ids = append(ids, o.ID)
		}
	}
	return ids
}

func (c *choice) content() fyne.CanvasObject   { return c.stack }
func (c *choice) beside() fyne.CanvasObject    { return nil }
func (c *choice) step() (string, func(), bool) { return "", nil, false }
func (c *choice) focus() fyne.Focusable        { return nil }

func (c *choice) answer() (practice.Answer, bool) {
	ids := marks(c.p.q.Options, c.marked)
	return practice.Answer{Marked: ids}, len(ids) > 0
}

// typedRune marks the option of a digit.
func (c *choice) typedRune(r rune) {
	if i := int(r - '1'); i >= 0 && i < len(c.rows) {
		c.toggle(c.p.q.Options[i].ID)
	}
}
