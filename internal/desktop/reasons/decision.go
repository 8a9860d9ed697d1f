package reasons

import (
	"strings"

	"alarife/internal/advisor"
	"alarife/internal/desktop/kit"
	"alarife/internal/knowledge"
	"alarife/internal/lang"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// decision answers the questions about one decision: what, why, why not the
// others, what would change it.
func (v *View) decision(s *advisor.Settled) fyne.CanvasObject {
	stack := kit.Tight(v.back())
	if c := v.state.Component; c != nil {
		kit.Append(stack, kit.Note(v.tell.In(c.Name)+" · "+v.tell.In(c.Role)))
	}
	kit.Append(stack, kit.Note(v.tell.In(s.Decision.Asks)))
	if !s.Applies {
		kit.Append(stack, kit.Muted(v.tell.Say("desktop.decision.absent")))
		return stack
	}
	kit.Append(stack, kit.Title(chosenTitle(v, s)))
	if s.Pinned == nil || s.Pinned == s.Recommended {
		kit.Append(stack, beside(v.verdict(s), kit.Body(v.lead(s))))
	}
	v.addPin(stack, s)
	if s.Chosen != nil {
		kit.Append(stack, kit.Muted(v.tell.Fill(v.rec(), s.Chosen.Option.Summary, s.Chosen.Option.Service, nil)))
		v.addReasons(stack, v.tell.Say("desktop.why"), s.Chosen)
	}
	v.addChanges(stack, s)
	v.addOthers(stack, s)
	v.addFindings(stack, s)
	return stack
}

// lead says by how much the first is ahead of the second.
func (v *View) lead(s *advisor.Settled) string {
	switch s.Verdict {
	case advisor.Only, advisor.Hole:
		return v.tell.Say("verdict." + string(s.Verdict))
	}
	return v.tell.Say("desktop.lead", "points", lang.Number(v.tell.Lang, s.Margin, 2), "option", s.Options[1].Option.Title)
}

// addPin tells of a pinned option and offers to take the pin out.
func (v *View) addPin(stack *fyne.Container, s *advisor.Settled) {
	if s.Pinned == nil {
		return
	}
	instead := v.tell.Say("desktop.nothing")
	if s.Recommended != nil {
		instead = v.tell.In(s.Recommended.Option.Title)
	}
	kit.Append(stack, beside(kit.NewChip(v.tell.Say("desktop.pinned"), theme.ColorNamePrimary),
		kit.Body(v.tell.Say("desktop.pinned.instead", "option", instead))))
	id := s.Decision.ID
	kit.Append(stack, container.NewHBox(widget.NewButton(v.tell.Say("desktop.unpin"), func() { v.intents.OnUnpin(id) })))
}

// addReasons lists what holds for and against an option, strongest first.
func (v *View) addReasons(stack *fyne.Container, title string, o *advisor.Judged) {
	kit.Append(stack, kit.Strong(title))
	for _, reason := range o.Constraints {
		kit.Append(stack, v.reason(kit.NewChip(v.tell.Say("desktop.ruled-out.mark"), theme.ColorNameError), reason))
	}
	for _, reason := range o.Reasons {
		colour := theme.ColorNameSuccess
		if reason.Points < 0 {
			colour = theme.ColorNameError
		}
		kit.Append(stack, v.reason(kit.NewChip(v.points(reason.Points), colour), reason))
	}
	if len(o.Constraints)+len(o.Reasons) == 0 {
		kit.Append(stack, kit.Muted(v.tell.Say("desktop.why.none")))
	}
}

func (v *View) reason(chip *kit.Chip, reason advisor.Reason) fyne.CanvasObject {
	words := kit.Lines(kit.Body(v.tell.Reason(v.rec(), reason)))
	if len(reason.Assumed) > 0 {
		kit.Append(words, kit.Note(v.tell.Say("desktop.leans", "facts", v.leans(reason))))
	}
	line := container.NewHBox()
	if reason.Criterion != "" {
		criterion := kit.Note(v.tell.Say("criterion." + string(reason.Criterion)))
		criterion.Wrapping = fyne.TextWrapOff
		kit.Append(line, criterion)
	}
	if reason.Source != "" {
		kit.Append(line, kit.Link(v.tell.Say("desktop.source"), reason.Source))
	}
	if len(line.Objects) > 0 {
		kit.Append(words, line)
	}
	return beside(chip, words)
}

// leans names the assumptions of a reason; of many the first.
func (v *View) leans(x advisor.Reason) string {
	told, more := x.Leans()
	if more == 0 {
		return v.names(told)
	}
	return v.names(told) + ", " + v.tell.Say("report.leans-more", "n", more)
}

func (v *View) names(facts []string) string {
	names := make([]string, len(facts))
	for i, f := range facts {
		names[i] = v.tell.In(v.rec().Base.Name(f))
	}
	return strings.Join(names, ", ")
}

// points writes points with their sign.
func (v *View) points(p float64) string {
	text := lang.Number(v.tell.Lang, p, 1)
	if p > 0 {
		return "+" + text
	}
	return strings.Replace(text, "-", "−", 1)
}

// addChanges offers the nearest changes of one answer that turn the decision.
func (v *View) addChanges(stack *fyne.Container, s *advisor.Settled) {
	kit.Append(stack, kit.Strong(v.tell.Say("desktop.changes")))
	if len(s.Changes) == 0 {
		key := "desktop.changes.none"
		if !v.state.Explored {
			key = "desktop.exploring"
		}
		kit.Append(stack, kit.Muted(v.tell.Say(key)))
		return
	}
	for _, c := range s.Changes {
		words := container.NewBorder(nil, nil, widget.NewIcon(theme.NavigateNextIcon()), nil, kit.Body(v.tell.Change(v.rec(), s, c)))
		kit.Append(stack, kit.NewPress(words, func() { v.intents.OnAnswer(c.Fact, c.To) }))
	}
	kit.Append(stack, kit.Note(v.tell.Say("desktop.changes.help")))
}

// addOthers tells of every other option why it is not taken.
func (v *View) addOthers(stack *fyne.Container, s *advisor.Settled) {
	kit.Append(stack, kit.Strong(v.tell.Say("desktop.others")))
	for _, o := range s.Options {
		if o == s.Chosen {
			continue
		}
		fold := v.fold("option:"+s.Decision.ID+":"+o.Option.ID, v.tell.In(o.Option.Title), func() fyne.CanvasObject { return v.other(s, o) })
		kit.Append(stack, kit.Lines(fold, kit.Note(v.standing(o))))
	}
	if money := v.tell.Money(v.rec().Base, s.Decision); money != "" {
		kit.Append(stack, kit.Note(money))
	}
	if s.Chosen != nil && s.Chosen.Possible {
		kit.Append(stack, kit.Note(v.tell.Say("desktop.chosen.standing", "standing", v.standing(s.Chosen))))
	}
}

// standing is the one line that an option is judged by.
func (v *View) standing(o *advisor.Judged) string {
	if !o.Possible {
		return v.tell.Say("desktop.ruled-out", "reason", v.tell.Reason(v.rec(), o.Constraints[0]))
	}
	text := v.tell.Say("desktop.score", "score", lang.Number(v.tell.Lang, o.Score, 2), "criteria", v.criteria(o))
	if o.Priced {
		text += " · " + v.tell.Say("desktop.monthly", "usd", v.money().Round(o.USD))
	}
	if !o.Beyond.Empty() {
		text += " · " + v.tell.Say("desktop.beyond", "text", o.Beyond)
	}
	return text
}

func (v *View) criteria(o *advisor.Judged) string {
	var parts []string
	for _, c := range knowledge.Criteria() {
		if p := o.Points[c]; p != 0 {
			parts = append(parts, v.tell.Say("criterion."+string(c))+" "+v.points(p))
		}
	}
	return strings.Join(parts, ", ")
}

func (v *View) other(s *advisor.Settled, o *advisor.Judged) fyne.CanvasObject {
	stack := kit.Tight(kit.Muted(v.tell.Fill(v.rec(), o.Option.Summary, o.Option.Service, nil)))
	v.addReasons(stack, v.tell.Say("desktop.speaks"), o)
	decision, option := s.Decision.ID, o.Option.ID
	kit.Append(stack, container.NewHBox(widget.NewButton(v.tell.Say("desktop.pin"), func() { v.intents.OnPin(decision, option) })))
	return stack
}

// addFindings lists the findings about the decision's components.
func (v *View) addFindings(stack *fyne.Container, s *advisor.Settled) {
	first := true
	for _, f := range v.state.Run.Findings {
		if f.Decision != s.Decision.ID && !v.concerns(f, s.Decision.ID) {
			continue
		}
		if first {
			kit.Append(stack, kit.Strong(v.tell.Say("desktop.findings")))
			first = false
		}
		kit.Append(stack, v.finding(f))
	}
}
