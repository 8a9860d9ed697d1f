package desktop

import (
	"alarife/internal/advisor"
	"alarife/internal/architecture"
	"alarife/internal/design"
	"alarife/internal/desktop/currency"
	"alarife/internal/desktop/kit"
	"alarife/internal/desktop/reasons"
	"alarife/internal/knowledge"
	"alarife/internal/run"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// budgetFact is the question that the monthly cost is held against.
const budgetFact = "budget_usd_month"

// status is the line at the foot of the window. Each part leads to what it
// sums up.
type status struct {
	tell   advisor.Teller
	money  currency.Money
	kind   *widget.Label
	cost   *widget.Label
	over   *kit.Chip
	found  map[knowledge.Severity]*kit.Chip
	none   *widget.Label
	leans  *widget.Label
	era    *widget.Label
	object fyne.CanvasObject
}

func newStatus(money currency.Money, reveal func(fold string), nextAssumed, otherEra func()) *status {
	tell := money.Tell
	s := &status{tell: tell, money: money, found: map[knowledge.Severity]*kit.Chip{}}
	label := func() *widget.Label { return widget.NewLabel("") }
	s.kind, s.cost, s.none, s.leans, s.era = label(), label(), label(), label(), label()
	s.kind.TextStyle.Bold = true
	s.over = kit.NewChip(tell.Say("desktop.over-budget"), theme.ColorNameError)
	chips := container.NewHBox()
	for _, severity := range knowledge.Severities() {
		chip := kit.NewChip("", reasons.SeverityColour(severity))
		s.found[severity] = chip
		kit.Append(chips, chip)
	}
	kit.Append(chips, s.none)
	part := func(o fyne.CanvasObject, tapped func()) fyne.CanvasObject { return kit.NewPress(o, tapped) }
	bar := container.NewHBox(
		part(s.kind, func() { reveal("decisions") }), widget.NewSeparator(),
		part(container.NewHBox(s.cost, s.over), func() { reveal("cost") }), widget.NewSeparator(),
		part(chips, func() { reveal("findings") }), widget.NewSeparator(),
		part(s.leans, nextAssumed), widget.NewSeparator(),
		part(s.era, otherEra),
	)
	s.object = container.NewVBox(widget.NewSeparator(), bar)
	return s
}

func (s *status) show(study *design.Study) {
	if study == nil {
		return
	}
	r := study.Recommendation
	kind := s.tell.Say("desktop.nothing")
	if r.Blueprint != nil {
		kind = s.tell.In(r.Blueprint.Title)
	}
	set(s.kind, kind)
	s.showCost(study)
	s.showFindings(study.Findings)
	set(s.leans, s.tell.Say("desktop.status.assumed", "n", len(r.Assumed)))
	set(s.era, s.tell.Say("desktop.status.era", "era", s.tell.Say("era."+string(study.Document.Era))))
}

func (s *status) showCost(study *design.Study) {
	r, e := study.Recommendation, study.Estimate
	cost := run.Round(s.tell.Lang, e.Monthly)
	if e.Unpriced() > 0 {
		cost = "≥ " + cost
	}
	cost = s.money.With(cost, e.Monthly)
	text := s.tell.Say("desktop.status.cost", "usd", cost)
	s.over.Hide()
	if q := r.Base.Question(budgetFact); q != nil {
		budget, _ := r.Value(q)
		text = s.tell.Say("desktop.status.cost.budget", "usd", cost, "budget", run.Round(s.tell.Lang, budget.Number))
		s.over.Hidden = e.Monthly <= budget.Number
	}
	set(s.cost, text)
	s.over.Refresh()
}

func (s *status) showFindings(list []*architecture.Finding) {
	counts := map[knowledge.Severity]int{}
	for _, f := range list {
		counts[f.Rule.Severity]++
	}
	for severity, chip := range s.found {
		n := counts[severity]
		chip.Hidden = n == 0
		chip.Set(s.tell.Say("desktop.status.findings", "n", n, "severity", s.tell.Say("severity."+string(severity))), reasons.SeverityColour(severity))
	}
	text := ""
	if len(list) == 0 {
		text = s.tell.Say("desktop.findings.none")
	}
	s.none.Hidden = text == ""
	set(s.none, text)
}

func set(l *widget.Label, text string) {
	if l.Text != text {
		l.SetText(text)
	}
}
