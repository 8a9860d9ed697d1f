package practiceview

import (
	"fmt"
	"math"
	"time"

	"alarife/internal/desktop/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// head is the row above: back, place, time and flag.
func (p *asked) head() fyne.CanvasObject {
	v := p.v
	back := kit.NewButton(p.say("practise.pause"), theme.NavigateBackIcon(), p, v.pause)
	if p.s.finished {
		back = kit.NewButton(p.say("practise.result"), theme.NavigateBackIcon(), p, v.showOutcome)
	}
	back.Importance = widget.LowImportance
	p.flagged = kit.NewButton("", nil, p, v.flag)
	p.flagged.Importance = widget.LowImportance
	p.time = flat(kit.Strong(""))
	p.steps = kit.NewSteps(make([]kit.Step, len(p.s.exercises)), p.n)
	p.steps.OnStep = v.goTo
	line := container.NewHBox(back, flat(kit.Strong(p.title())))
	row := container.NewBorder(nil, nil, line, container.NewHBox(p.time, p.flagged))
	if p.s.finished {
		p.flagged.Hide()
	}
	return container.NewVBox(row, kit.Inset(p.steps), widget.NewSeparator())
}

// showProgress shows what is answered and flagged.
func (p *asked) showProgress() {
	steps := make([]kit.Step, len(p.s.exercises))
	for i := range steps {
		steps[i] = kit.Step{Done: p.s.answered[i], Flagged: p.s.flagged[i]}
	}
	p.steps.Put(steps, p.n)
	text := p.say("practise.flag")
	p.flagged.Importance = widget.LowImportance
	if p.s.flagged[p.n] {
		text = p.say("practise.flagged")
		p.flagged.Importance = widget.WarningImportance
	}
	p.flagged.SetText(text)
}

// showLeft shows the time that is left.
func (p *asked) showLeft(left time.Duration) {
	seconds := max(0, int(math.Ceil(left.Seconds())))
	text := p.say("practise.left", "time", fmt.Sprintf("%d:%02d", seconds/60, seconds%60))
	p.time.Importance = widget.MediumImportance
	if seconds < 60 {
		p.time.Importance = widget.DangerImportance
	}
	if p.time.Text != text {
		p.time.SetText(text)
	}
}

// foot is the row below: what came of the answer, and the way on.
func (p *asked) foot() fyne.CanvasObject {
	buttons := container.NewHBox()
	if len(p.s.exercises) > 1 && !p.v.marking {
		before := kit.NewButton(p.say("practise.previous"), theme.NavigateBackIcon(), p, func() { p.v.goTo(p.n - 1) })
		if p.n == 0 {
			before.Disable()
		}
		after := kit.NewButton(p.say("practise.following"), theme.NavigateNextIcon(), p, func() { p.v.goTo(p.n + 1) })
		if p.n == len(p.s.exercises)-1 {
			after.Disable()
		}
		kit.Append(buttons, before, after)
	}
	if !p.s.finished && !p.v.marking {
		key := "practise.finish"
		if p.s.exam() {
			key = "practise.hand-in"
		}
		kit.Append(buttons, kit.NewButton(p.say(key), nil, p, p.v.handIn))
	}
	p.primary = kit.NewButton("", nil, p, p.act)
	p.primary.Importance = widget.HighImportance
	kit.Append(buttons, p.primary)
	p.showPrimary()
	return container.NewVBox(widget.NewSeparator(), container.NewBorder(nil, nil, nil, buttons, p.verdict()))
}

// verdict says what came of the answer, or what keys do.
func (p *asked) verdict() fyne.CanvasObject {
	grade := p.s.grades[p.n]
	switch {
	case p.told && !p.s.answered[p.n]:
		return flat(kit.Strong(p.say("practise.verdict.none")))
	case grade == nil:
		hint := kit.Note(p.hint())
		hint.Wrapping, hint.Truncation = fyne.TextWrapOff, fyne.TextTruncateEllipsis
		return hint
	}
	text, colour := p.say("practise.verdict.wrong"), widget.DangerImportance
	switch {
	case grade.Right:
		text, colour = p.say("practise.verdict.right"), widget.SuccessImportance
	case grade.Credit > 0:
		text, colour = p.say("practise.verdict.partly", "percent", p.v.percent(grade.Credit)), widget.WarningImportance
	}
	l := flat(kit.Strong(text))
	l.Importance, l.SizeName = colour, kit.SizeRead
	return l
}

// hint says what keys do.
func (p *asked) hint() string {
	if p.s.exam() && !p.v.marking {
		return p.say("practise.hint.exam")
	}
	return p.say("practise.hint." + string(p.x.Kind))
}
