package reasons

import (
	"sort"
	"strings"

	"alarife/internal/advisor"
	"alarife/internal/architecture"
	"alarife/internal/desktop/kit"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/pricing"
	"alarife/internal/run"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// overview lists all decisions, and what stands over the whole design.
func (v *View) overview() fyne.CanvasObject {
	r := v.state.Run
	stack := kit.Tight(kit.Title(v.tell.In(r.Title)))
	if b := r.Recommendation.Blueprint; b != nil {
		kit.Append(stack, kit.Muted(v.tell.In(b.Summary)))
	}
	count := func(key string, n int) string { return v.tell.Say("desktop.counted", "title", v.tell.Say(key), "n", n) }
	drawn, advice := v.applying()
	kit.Append(stack, v.fold("decisions", count("desktop.decisions", len(drawn)), func() fyne.CanvasObject { return v.decisions(drawn) }))
	kit.Append(stack, v.fold("findings", count("desktop.findings", len(r.Findings)), func() fyne.CanvasObject { return v.findings(r.Findings) }))
	kit.Append(stack, v.fold("cost", v.tell.Say("desktop.cost"), func() fyne.CanvasObject { return v.costs(r.Estimate) }))
	if len(advice) > 0 {
		kit.Append(stack, v.fold("advice", count("desktop.advice", len(advice)), func() fyne.CanvasObject { return v.decisions(advice) }))
	}
	kit.Append(stack, v.fold("alternatives", count("desktop.alternatives", len(r.Recommendation.Alternatives)), v.alternatives))
	kit.Append(stack, v.fold("eras", count("desktop.eras", len(r.Recommendation.EraDifferences)), v.eras))
	kit.Append(stack, v.fold("assumed", count("desktop.assumptions", len(r.Recommendation.Assumed)), v.assumed))
	return stack
}

// applying parts the decisions that apply into those of the blueprint, which
// make the picture and its price, and the advice that goes with any system.
func (v *View) applying() (drawn, advice []*advisor.Settled) {
	for _, s := range v.rec().Decisions {
		switch {
		case !s.Applies:
		case v.rec().Drawn(s.Decision):
			drawn = append(drawn, s)
		default:
			advice = append(advice, s)
		}
	}
	return drawn, advice
}

func (v *View) decisions(list []*advisor.Settled) fyne.CanvasObject {
	stack := kit.Tight()
	for _, s := range list {
		id := s.Decision.ID
		marks := container.NewHBox()
		if s.Pinned != nil {
			kit.Append(marks, kit.NewChip(v.tell.Say("desktop.pinned"), theme.ColorNamePrimary))
		}
		kit.Append(marks, v.verdict(s))
		words := kit.Lines(kit.Note(v.tell.In(s.Decision.Title)), kit.Strong(chosenTitle(v, s)))
		kit.Append(stack, kit.NewPress(container.NewBorder(nil, nil, nil, marks, words), func() { v.intents.OnDecision(id) }))
	}
	return stack
}

// findings lists what the review says, worst first.
func (v *View) findings(list []*architecture.Finding) fyne.CanvasObject {
	stack := kit.Tight()
	if len(list) == 0 {
		kit.Append(stack, kit.Muted(v.tell.Say("desktop.findings.none")))
	}
	for _, f := range list {
		kit.Append(stack, v.finding(f))
	}
	return stack
}

func (v *View) finding(f *architecture.Finding) fyne.CanvasObject {
	severity := f.Rule.Severity
	head := beside(kit.NewChip(v.tell.Say("severity."+string(severity)), SeverityColour(severity)), kit.Strong(v.tell.In(f.Rule.Title)))
	words := kit.Lines(head, kit.Body(f.Text(v.tell)), kit.Muted(v.tell.Say("desktop.remedy", "remedy", f.Remedy(v.tell))))
	switch {
	case len(f.Components) > 0:
		return kit.NewPress(words, func() { v.intents.OnComponent(f.Components[0]) })
	case f.Decision != "":
		return kit.NewPress(words, func() { v.intents.OnDecision(f.Decision) })
	}
	return container.NewPadded(words)
}

// costs lists priced quantities, dearest first, then what has no price.
func (v *View) costs(e *pricing.Estimate) fyne.CanvasObject {
	stack := kit.Tight()
	if line := v.money().Line(); line != "" {
		kit.Append(stack, kit.Muted(line))
	}
	sorted := append([]pricing.Line(nil), e.Lines...)
	sort.SliceStable(sorted, func(i, j int) bool { return sorted[i].USD > sorted[j].USD })
	for _, l := range sorted {
		figure := kit.Strong(run.Round(v.tell.Lang, l.USD))
		figure.Wrapping = fyne.TextWrapOff
		sum := v.tell.Quantity(l.Quantity, 2, l.Unit) + " × " + lang.Money(v.tell.Lang, l.UnitUSD)
		if l.Factor != 1 {
			sum += " × " + lang.Number(v.tell.Lang, l.Factor, 3) + " (" + v.tell.In(l.Rate) + ")"
		}
		sum += " · " + l.AsOf
		head := container.NewBorder(nil, nil, nil, figure, kit.Body(v.tell.In(l.Item)))
		if converted := v.money().Converted(l.USD); converted != "" {
			sum += " · " + v.tell.Say("desktop.currency.worth", "amount", converted)
		}
		kit.Append(stack, kit.Lines(head, kit.Note(sum)))
	}
	for _, m := range e.Missing {
		text := v.tell.Say("desktop.cost.missing", "item", m.Item)
		kit.Append(stack, beside(kit.NewChip("?", theme.ColorNameWarning), kit.Body(text)))
	}
	if len(e.LeftOut) > 0 {
		text := v.tell.Say("report.left-out", "components", run.LeftOut(v.tell, e))
		kit.Append(stack, beside(kit.NewChip("?", theme.ColorNameWarning), kit.Body(text)))
	}
	if len(e.Lines)+len(e.Missing)+len(e.LeftOut) == 0 {
		kit.Append(stack, kit.Muted(v.tell.Say("desktop.cost.none")))
	}
	return stack
}

// alternatives compares the named alternatives with what is recommended.
func (v *View) alternatives() fyne.CanvasObject {
	stack := kit.Tight()
	if !v.state.Explored {
		kit.Append(stack, kit.Muted(v.tell.Say("desktop.exploring")))
	}
	for _, a := range v.rec().Alternatives {
		usd, complete := v.state.Run.Cost(a)
		cost := run.Round(v.tell.Lang, usd)
		if !complete {
			cost = "≥ " + cost
		}
		cost = v.money().With(cost, usd)
		words := kit.Lines(
			kit.Strong(v.tell.Say("alternative."+a.ID)),
			kit.Body(v.tell.Say("desktop.alternative", "usd", cost, "differences", v.differences(a.Recommendation))),
		)
		weights := a.Recommendation.Case.Priorities
		kit.Append(stack, kit.NewPress(words, func() { v.intents.OnPrefer(weights) }))
	}
	if v.state.Explored {
		kit.Append(stack, kit.Note(v.tell.Say("desktop.alternatives.help")))
	}
	return stack
}

// differences names the options that another recommendation takes instead.
func (v *View) differences(other *advisor.Recommendation) string {
	var names []string
	for _, s := range other.Decisions {
		if !s.Applies || s.Chosen == nil || s.Chosen.Option.ID == v.rec().Chose(s.Decision.ID) {
			continue
		}
		names = append(names, v.tell.In(s.Chosen.Option.Title))
	}
	if len(names) == 0 {
		return v.tell.Say("desktop.alternative.same")
	}
	return strings.Join(names, ", ")
}

// eras lists the decisions that come out differently in the other era.
func (v *View) eras() fyne.CanvasObject {
	stack := kit.Tight()
	if v.state.Explored && len(v.rec().EraDifferences) == 0 {
		kit.Append(stack, kit.Muted(v.tell.Say("desktop.eras.none")))
	}
	for _, d := range v.rec().EraDifferences {
		here, there := v.option(d.Decision, d.Here), v.option(d.Decision, d.There)
		here, there = v.eraLine(v.rec().Case.Era, here), v.eraLine(advisor.Other(v.rec().Case.Era), there)
		words := kit.Lines(kit.Note(v.tell.In(d.Decision.Title)), kit.Body(here), kit.Body(there))
		for _, because := range d.Because {
			kit.Append(words, kit.Muted(v.tell.Reason(v.rec(), because)))
		}
		id := d.Decision.ID
		kit.Append(stack, kit.NewPress(words, func() { v.intents.OnDecision(id) }))
	}
	return stack
}

func (v *View) eraLine(e knowledge.Era, option string) string {
	return v.tell.Say("desktop.era.line", "era", v.tell.Say("era."+string(e)), "option", option)
}

func (v *View) option(d *knowledge.Decision, id string) string {
	if o := d.Option(id); o != nil {
		return v.tell.In(o.Title)
	}
	return v.tell.Say("desktop.nothing")
}

// assumed lists the unanswered questions that a decision leans on.
func (v *View) assumed() fyne.CanvasObject {
	stack := kit.Tight()
	for _, id := range v.rec().Assumed {
		q := v.rec().Base.Question(id)
		value, _ := v.rec().Value(q)
		text := v.tell.Say("desktop.assumption", "fact", q.Short, "value", v.tell.Value(v.rec().Base, q, value))
		kit.Append(stack, kit.NewPress(kit.Body(text), func() { v.intents.OnQuestion(id) }))
	}
	if len(v.rec().Assumed) == 0 {
		kit.Append(stack, kit.Muted(v.tell.Say("desktop.assumptions.none")))
	}
	return stack
}
