package practiceview

import (
	"math"
	"strconv"

	"alarife/internal/desktop/kit"
	"alarife/internal/lang"
	"alarife/internal/practice"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// estimate is a number with its unit.
type estimate struct {
	p     *asked
	field *kit.Writing
	wrong *widget.Label
	stack *fyne.Container
}

const numberWidth = 180

func newEstimate(p *asked) *estimate {
	e := &estimate{p: p, field: kit.NewWriting(1, p), wrong: kit.Note("")}
	if p.told {
		e.stack = e.told()
		return e
	}
	if n := p.given().Number; n != nil {
		e.field.SetText(p.number(*n))
	}
	e.field.OnChanged = func(string) { e.typed() }
	e.field.OnDone = p.act
	size := fyne.NewSize(numberWidth, e.field.MinSize().Height)
	row := container.NewHBox(container.NewGridWrap(size, e.field), flat(kit.Reading(p.q.Unit)))
	e.stack = kit.Tight(kit.Inset(row), e.wrong, kit.Muted(p.say("practise.tolerance", "percent", p.number(p.q.Tolerance))))
	return e
}

// read reads what is typed as the language writes numbers.
func (e *estimate) read() (float64, bool) {
	n, err := strconv.ParseFloat(lang.Ungroup(e.p.v.Tell.Lang, e.field.Text), 64)
	return n, err == nil && !math.IsNaN(n) && !math.IsInf(n, 0)
}

func (e *estimate) typed() {
	_, ok := e.read()
	text := ""
	if !ok && e.field.Text != "" {
		text = e.p.say("practise.no-number", "example", lang.Number(e.p.v.Tell.Lang, 1234.5, 1))
	}
	e.wrong.SetText(text)
	if ok {
		e.p.changed(true)
		return
	}
	e.p.showPrimary()
}

// told shows the number given beside the right one.
func (e *estimate) told() *fyne.Container {
	p := e.p
	write := func(n float64) string { return lang.Number(p.v.Tell.Lang, n, 2) + " " + p.q.Unit }
	stack := kit.Tight()
	if n := p.given().Number; n != nil {
		row := kit.NewOption("", write(*n), false, p)
		row.Stand(kit.Wrong, p.say("practise.mark.wrong"))
		if g := p.s.grades[p.n]; g != nil && g.Right {
			row.Stand(kit.Right, p.say("practise.mark.right"))
		}
		kit.Append(stack, row, kit.Gap(5))
	}
	right := kit.NewOption("", p.say("practise.number", "number", write(p.x.Key.Number), "percent", p.number(p.q.Tolerance)), false, p)
	right.Stand(kit.Missed, p.say("practise.mark.missed"))
	kit.Append(stack, right)
	return stack
}

func (e *estimate) content() fyne.CanvasObject   { return e.stack }
func (e *estimate) beside() fyne.CanvasObject    { return nil }
func (e *estimate) step() (string, func(), bool) { return "", nil, false }
func (e *estimate) typedRune(rune)               {}
func (e *estimate) focus() fyne.Focusable        { return e.field }

func (e *estimate) answer() (practice.Answer, bool) {
	if n, ok := e.read(); ok {
		return practice.Answer{Number: &n}, true
	}
	return practice.Answer{}, false
}
