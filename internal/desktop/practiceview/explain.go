package practiceview

import (
	"alarife/internal/desktop/kit"
	"alarife/internal/practice"

	"fyne.io/fyne/v2"
)

// explain is an open question: a text of one's own, then the model answer and
// its points, of which the student ticks those that were made.
type explain struct {
	p      *asked
	text   string
	field  *kit.Writing
	marked map[string]bool
	rows   []*kit.Option
	stack  *fyne.Container
}

const writingLines = 9

func newExplain(p *asked) *explain {
	e := &explain{p: p, text: p.given().Text, marked: setOf(p.given().Marked), stack: kit.Tight()}
	if p.told || p.v.revealed {
		e.reveal()
		return e
	}
	e.field = kit.NewWriting(writingLines, p)
	e.field.SetPlaceHolder(p.say("practise.write"))
	e.field.SetText(e.text)
	e.field.OnChanged = func(text string) {
		e.text = text
		p.changed(true)
	}
	e.field.OnDone = p.act
	kit.Append(e.stack, e.field)
	return e
}

// reveal shows what was written, the model answer, and its points.
func (e *explain) reveal() {
	p := e.p
	if e.text != "" {
		kit.Append(e.stack, kit.Strong(p.say("practise.yours")), kit.Body(e.text))
	}
	kit.Append(e.stack, kit.Strong(p.say("practise.model")), kit.Reading(p.solution.Model), kit.Strong(p.say("practise.checklist")))
	for _, c := range p.solution.Checklist {
		row := kit.NewOption(letterless(len(e.rows)), c.Text, true, p)
		if p.open {
			row.OnTapped = func() { e.toggle(c.ID) }
		}
		e.rows = append(e.rows, row)
		kit.Append(e.stack, row, kit.Gap(4))
	}
	e.show()
}

// letterless is the digit that ticks a point.
func letterless(i int) string { return string(rune('1' + i)) }

func (e *explain) show() {
	for i, c := range e.p.solution.Checklist {
		switch {
		case e.marked[c.ID] && e.p.told:
			e.rows[i].Stand(kit.Right, "")
		case e.marked[c.ID]:
			e.rows[i].Stand(kit.Taken, "")
		case e.p.told:
			e.rows[i].Stand(kit.Spared, e.p.say("practise.mark.unmade"))
		default:
			e.rows[i].Stand(kit.Free, "")
		}
	}
}

func (e *explain) toggle(id string) {
	e.marked[id] = !e.marked[id]
	e.show()
	e.p.changed(false)
}

func (e *explain) content() fyne.CanvasObject { return e.stack }
func (e *explain) beside() fyne.CanvasObject  { return nil }

// step shows the model answer; in an exam that waits until it is handed in.
func (e *explain) step() (string, func(), bool) {
	if e.p.v.revealed || e.p.s.exam() {
		return "", nil, false
	}
	return e.p.say("practise.reveal"), func() {
		e.p.v.revealed = true
		e.p.v.refresh()
	}, true
}

func (e *explain) answer() (practice.Answer, bool) {
	return practice.Answer{Text: e.text, Marked: marks(e.p.solution.Checklist, e.marked)}, true
}

// typedRune ticks the point of a digit.
func (e *explain) typedRune(r rune) {
	if i := int(r - '1'); i >= 0 && i < len(e.rows) {
		e.toggle(e.p.solution.Checklist[i].ID)
	}
}

func (e *explain) focus() fyne.Focusable {
	if e.field == nil {
		return nil
	}
	return e.field
}
