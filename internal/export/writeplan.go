package export

import (
	"strings"

	"alarife/internal/export/report"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/plan"
)

// Parts of a plan that every catalog has; comparisons stand between the first
// and the rest by their ids.
const (
	partMachines       = "instances"
	partPricing        = "pricing"
	partDrivers        = "drivers"
	partNetwork        = "network"
	partResponsibility = "responsibility"
	partTags           = "tags"
)

// PlanParts lists the parts of a plan in their order.
func PlanParts(b *knowledge.Base) []string {
	out := []string{partMachines}
	for _, c := range b.Comparisons {
		out = append(out, c.ID)
	}
	return append(out, partPricing, partDrivers, partNetwork, partResponsibility, partTags)
}

// PlanReport is the plan in words: one part, or all for "".
func (e *Export) PlanReport(part string) *report.Report {
	w := e.writer()
	w.title()
	w.rateLine()
	if !w.plan(part) {
		w.Line(w.say("plan.nothing"))
	}
	return w.done()
}

// plan writes the parts that apply; false where there is none.
func (w *writer) plan(part string) (any bool) {
	p := w.e.Run.Plan()
	wanted := func(id string, there bool) bool {
		ok := there && (part == "" || part == id)
		any = any || ok
		return ok
	}
	if wanted(partMachines, p.Machines != nil) {
		w.machines(p.Machines)
	}
	for _, c := range p.Comparisons {
		if wanted(c.ID, true) {
			w.comparison(c)
		}
	}
	if wanted(partPricing, p.Pricing != nil) {
		w.ways(p.Pricing)
	}
	if wanted(partDrivers, p.Drivers != nil) {
		w.drivers(p.Drivers)
	}
	if wanted(partNetwork, p.Network != nil) {
		w.network(p.Network)
	}
	if wanted(partResponsibility, p.Responsibility != nil) {
		w.responsibility(p.Responsibility)
	}
	if wanted(partTags, len(p.Tags) > 0) {
		w.tags(p.Tags)
	}
	return any
}

func (w *writer) machines(m *plan.Machines) {
	z := w.r.Base.Sizing
	w.Heading(2, w.In(z.Title))
	w.Line(w.say("plan.machines", "family", m.Family.Title, "region", w.e.Run.RegionName(w.Lang), "arch", m.Arch, "count", m.Count, "fitting", m.Fitting))
	if m.Split > 1 {
		w.Line(w.say("plan.split", "n", m.Split))
	}
	for _, n := range m.Needs {
		if n.Value > 0 {
			w.Item(0, w.say("plan.need", "need", n.Text, "value", w.Quantity(n.Value, 1, n.Unit), "formula", n.Need.ValueIs.Text))
		}
	}
	if len(m.Ranking) == 0 {
		w.Line(w.say("plan.none-fits"))
		return
	}
	rows := [][]string{{
		w.say("plan.type"), w.say("plan.accelerator"), w.say("plan.vcpu"), w.say("plan.memory"), w.say("plan.accelerator-memory"), w.say("plan.disk"), w.say("plan.network"),
		w.say("plan.hour"), w.say("plan.month"), w.say("plan.reserved-1"), w.say("plan.reserved-3"), w.say("plan.spot"),
	}}
	for _, r := range m.Ranking {
		one, three, spot := r.Ways()
		network := w.figure(r.NetworkGbps)
		if r.NetworkBursts && r.NetworkGbps > 0 {
			network = "≤ " + network
		}
		rows = append(rows, []string{
			r.Type, r.Accelerator, w.figure(r.VCPU), w.figure(r.MemoryGiB), w.figure(r.AcceleratorGiB), w.figure(r.LocalGB), network,
			w.hourly(r.Offer.USDHour), w.amount(r.Offer.USDHour * hoursMonth), w.hourly(one), w.hourly(three), w.hourly(spot),
		})
	}
	w.Table(2, rows)
	best := m.Ranking[0].Offer
	w.Line(w.In(z.Note) + " " + w.say("plan.offer", "type", best.Type, "date", best.AsOf, "ratios", best.RatioAsOf, "interruption", orDash(best.Interruption)) + " " + w.cites([]string{best.Source, m.Ranking[0].Source}))
}

// hoursMonth is the number of hours of an average month.
const hoursMonth = 730

// figure writes a number, nothing as a dash.
func (w *writer) figure(v float64) string {
	if v == 0 {
		return "–"
	}
	return lang.Number(w.Lang, v, 2)
}

// hourly writes a price by the hour, an unknown one as a dash.
func (w *writer) hourly(usd float64) string {
	if usd == 0 {
		return "–"
	}
	return lang.Number(w.Lang, usd, 4)
}

func orDash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}

func (w *writer) comparison(c *plan.Comparison) {
	w.Heading(2, w.In(c.Title))
	w.Line(strings.TrimSpace(w.In(c.Summary) + " " + w.cites(c.Sources)))
	for _, p := range c.Periods {
		w.period(c, p)
	}
	if b := c.BreakEven; b != nil {
		w.breakEven(c, b)
	}
	w.comparisonFormulas(c)
}

func (w *writer) cites(sources []string) string {
	out := ""
	for i, s := range sources {
		if i == 0 || s != sources[i-1] {
			out += w.Cite(s)
		}
	}
	return out
}

func (w *writer) period(c *plan.Comparison, p plan.Period) {
	w.Line(w.say("plan.period", "period", w.Quantity(p.Months, 0, "months")))
	rows := [][]string{{w.say("plan.way"), w.say("plan.usd-all"), w.say("plan.usd-month"), w.say("plan.saves")}}
	for _, v := range p.Variants {
		title := w.In(v.Title)
		switch {
		case v.RuledOut:
			title = w.say("plan.way-ruled-out", "way", title)
		case v.Chosen:
			title = w.say("plan.way-chosen", "way", title)
		}
		if len(v.Missing) > 0 {
			title = w.say("plan.way-incomplete", "way", title)
		}
		rows = append(rows, []string{title, w.amount(v.USD), w.amount(v.USD / max(1, p.Months)), w.amount(v.Saves)})
	}
	w.Table(1, rows)
	for _, v := range p.Variants {
		if v.Chosen && v.ID != c.Baseline {
			w.chosenSaves(v)
		}
	}
}

// chosenSaves says by how much the chosen way beats the baseline, or not.
func (w *writer) chosenSaves(v plan.Variant) {
	if v.Saves < 0 {
		w.Line(w.say("plan.chosen-costs", "way", v.Title, "usd", w.money(-v.Saves)))
		return
	}
	w.Line(w.say("plan.chosen-saves", "way", v.Title, "usd", w.money(v.Saves)))
}

func (w *writer) breakEven(c *plan.Comparison, b *plan.BreakEven) {
	q := w.r.Base.Question(b.Fact)
	title := func(id string) string {
		for _, v := range c.Periods[0].Variants {
			if v.ID == id {
				return w.In(v.Title)
			}
		}
		return id
	}
	months := w.Quantity(b.Months, 0, "months")
	if !b.Found {
		w.Line(w.say("plan.no-break-even", "fact", q.Short, "way", title(b.Always), "period", months))
		return
	}
	w.Line(w.say("plan.break-even", "fact", q.Short, "value", w.Quantity(b.Value, 1, q.Unit), "of", title(b.Of), "with", title(b.With), "period", months))
}

// comparisonFormulas shows the figures and lines of the last period: those of
// the baseline and of what is chosen, else of all.
func (w *writer) comparisonFormulas(c *plan.Comparison) {
	p := c.Periods[len(c.Periods)-1]
	w.Line(w.say("plan.formulas", "period", w.Quantity(p.Months, 0, "months")))
	for _, f := range p.Figures {
		w.Item(0, w.say("plan.figure", "figure", f.Text, "value", w.Quantity(f.Value, f.Decimals, f.Unit), "id", f.ID, "formula", f.ValueIs.Text))
	}
	for _, v := range p.Variants {
		if !v.Chosen && v.ID != c.Baseline && len(p.Variants) > 2 {
			continue
		}
		w.Item(0, w.say("plan.lines-of", "way", v.Title, "usd", w.money(v.USD)))
		for _, l := range v.Lines {
			w.Item(1, w.say("plan.line", "text", l.Text, "formula", l.QuantityIs.Text, "quantity", w.quantity(l.Quantity, l.UnitIs),
				"price", lang.Money(w.Lang, l.UnitUSD), "usd", w.amount(l.USD))+" "+w.priceOf(l))
		}
		for _, m := range v.Missing {
			w.Marked(1, "!", w.say("plan.missing", "price", m))
		}
	}
}

// priceOf names where a unit price comes from.
func (w *writer) priceOf(l plan.Line) string {
	if l.Price == "" {
		return "(" + l.USDIs.Text + ")"
	}
	return "(" + l.Price + ", " + l.AsOf + ") " + w.Cite(l.Source)
}
