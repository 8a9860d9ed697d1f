package interview

import (
	"errors"
	"strings"

	"alarife/internal/desktop/kit"
	"alarife/internal/lang"
	"alarife/internal/workload"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

func (r *row) newControl() control {
	switch r.question.Kind {
	case workload.Number:
		return r.newNumber()
	case workload.Choice:
		return r.newChoice()
	case workload.Choices:
		return r.newSet()
	}
	return r.newYesNo()
}

// number is a field with its unit.
type number struct {
	field *kit.Number
	whole fyne.CanvasObject
}

func (r *row) newNumber() control {
	c := &number{field: kit.NewNumber(r.parse, r.format)}
	c.field.OnNumber = func(v float64) { r.answer(workload.Value{Number: v}) }
	c.field.SetOnValidationChanged(r.complain)
	unit := widget.NewLabel(r.view.tell.Unit(r.question.Unit))
	c.whole = container.NewBorder(nil, nil, nil, unit, c.field)
	return c
}

// parse reads a number as a person of the language writes it.
func (r *row) parse(text string) (float64, error) {
	text = strings.TrimSpace(text)
	v, problem := r.question.Fact.Parse(lang.Ungroup(r.view.tell.Lang, text))
	if problem == "" {
		return v.Number, nil
	}
	f, tell := &r.question.Fact, r.view.tell
	return 0, errors.New(tell.Say("desktop.range",
		"min", lang.Number(tell.Lang, f.Min, f.Decimals), "max", lang.Number(tell.Lang, f.Max, f.Decimals)))
}

func (r *row) format(v float64) string {
	return lang.Number(r.view.tell.Lang, v, r.question.Decimals)
}

func (c *number) object() fyne.CanvasObject { return c.whole }
func (c *number) focus() fyne.Focusable     { return c.field }
func (c *number) show(v workload.Value)     { c.field.Put(v.Number) }

// texts lists the choices of the question in the reader's language.
func (r *row) texts() []string {
	texts := make([]string, len(r.question.Fact.Choices))
	for i, id := range r.question.Fact.Choices {
		texts[i] = r.view.tell.In(r.view.base.Choice(r.question.ID, id))
	}
	return texts
}

// indexOf returns the place of a text in a list, −1 where it is not there.
func indexOf(list []string, text string) int {
	for i, t := range list {
		if t == text {
			return i
		}
	}
	return -1
}

// choice is a list to pick one from.
type choice struct {
	pick  *widget.Select
	ids   []string
	quiet bool // while a value is shown
}

func (r *row) newChoice() control {
	c := &choice{ids: r.question.Fact.Choices}
	c.pick = widget.NewSelect(r.texts(), func(text string) {
		if i := indexOf(c.pick.Options, text); i >= 0 && !c.quiet {
			r.answer(workload.Value{Text: c.ids[i]})
		}
	})
	return c
}

func (c *choice) object() fyne.CanvasObject { return c.pick }
func (c *choice) focus() fyne.Focusable     { return c.pick }

func (c *choice) show(v workload.Value) {
	c.quiet = true
	defer func() { c.quiet = false }()
	if i := indexOf(c.ids, v.Text); i != c.pick.SelectedIndex() {
		c.pick.SetSelectedIndex(i)
	}
}

// checks is a set of boxes.
type checks struct {
	boxes []*widget.Check
	ids   []string
	whole fyne.CanvasObject
	quiet bool
}

func (r *row) newSet() control {
	c := &checks{ids: r.question.Fact.Choices}
	stack := kit.Tight()
	for _, text := range r.texts() {
		box := widget.NewCheck(text, func(bool) {
			if !c.quiet {
				r.answer(workload.Value{Set: c.ticked()})
			}
		})
		c.boxes = append(c.boxes, box)
		kit.Append(stack, box)
	}
	c.whole = stack
	return c
}

func (c *checks) ticked() []string {
	set := []string{}
	for i, b := range c.boxes {
		if b.Checked {
			set = append(set, c.ids[i])
		}
	}
	return set
}

func (c *checks) object() fyne.CanvasObject { return c.whole }
func (c *checks) focus() fyne.Focusable     { return c.boxes[0] }

func (c *checks) show(v workload.Value) {
	c.quiet = true
	defer func() { c.quiet = false }()
	for i, b := range c.boxes {
		if on := indexOf(v.Set, c.ids[i]) >= 0; on != b.Checked {
			b.SetChecked(on)
		}
	}
}

// yesNo is a pair of buttons of which one is chosen.
type yesNo struct {
	pick  *widget.RadioGroup
	quiet bool
}

func (r *row) newYesNo() control {
	yes, no := r.view.tell.Say("value.yes"), r.view.tell.Say("value.no")
	c := &yesNo{}
	c.pick = widget.NewRadioGroup([]string{yes, no}, func(text string) {
		if !c.quiet {
			r.answer(workload.Value{Yes: text == yes})
		}
	})
	c.pick.Horizontal, c.pick.Required = true, true
	return c
}

func (c *yesNo) object() fyne.CanvasObject { return c.pick }
func (c *yesNo) focus() fyne.Focusable     { return nil }

func (c *yesNo) show(v workload.Value) {
	c.quiet = true
	defer func() { c.quiet = false }()
	text := c.pick.Options[1]
	if v.Yes {
		text = c.pick.Options[0]
	}
	if c.pick.Selected != text {
		c.pick.SetSelected(text)
	}
}
