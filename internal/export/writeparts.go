package export

import (
	"fmt"
	"strings"

	"alarife/internal/advisor"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/pricing"
	"alarife/internal/run"
	"alarife/internal/workload"
)

func (w *writer) estimate() {
	e := w.e.Run.Estimate
	w.Heading(2, w.say("estimate"))
	args := []any{"usd", w.money(e.Monthly), "region", w.e.Run.RegionName(w.Lang), "oldest", e.Oldest, "latest", e.Latest}
	if len(e.Lines) > 0 {
		w.Line(w.say("estimate-sum", args...))
		w.rateLine()
		rows := [][]string{{w.say("item"), w.say("quantity"), w.say("unit-price"), w.say("usd-month")}}
		for _, l := range e.Lines {
			rows = append(rows, []string{w.item(l.Component, l.Item), w.quantity(l.Quantity, l.Unit), w.unitPrice(l), lang.Amount(w.Lang, l.USD)})
		}
		w.Table(1, rows)
		w.Line(w.say("formulas"))
		for _, l := range e.Lines {
			w.Item(0, w.formula(l))
		}
	}
	if len(e.Missing) > 0 {
		w.Line(w.say("missing", "region", w.e.Run.RegionName(w.Lang)))
		for _, m := range e.Missing {
			w.Marked(0, "!", w.say("missing-line", "item", w.item(m.Component, m.Item), "price", m.Price, "quantity", lang.Number(w.Lang, m.Quantity, 2)))
		}
	}
	if len(e.LeftOut) > 0 {
		w.Line(w.say("left-out", "components", run.LeftOut(w.Teller, e)))
	}
	if len(e.Lines)+len(e.Missing)+len(e.LeftOut) == 0 {
		w.Line(w.say("no-cost"))
	}
}

// item says what a quantity is of: the component, where the architecture has
// it, and the text.
func (w *writer) item(component string, item lang.Text) string {
	for _, c := range w.e.Run.Architecture.Components {
		if c.Origin == component {
			return w.say("item-of", "component", c.Short, "item", item)
		}
	}
	return w.In(item)
}

// quantity keeps two decimals, and what it takes to show a small figure.
func (w *writer) quantity(v float64, unit string) string {
	decimals := 2
	if v < 0.1 {
		decimals = 6
	}
	return w.Quantity(v, decimals, unit)
}

func (w *writer) unitPrice(l pricing.Line) string {
	out := w.say("per", "usd", lang.Money(w.Lang, l.UnitUSD), "unit", w.UnitName(l.Unit))
	if l.Factor != 1 {
		out += " × " + lang.Number(w.Lang, l.Factor, 4)
	}
	return out
}

func (w *writer) formula(l pricing.Line) string {
	out := w.say("formula", "item", w.item(l.Component, l.Item), "formula", l.Formula, "quantity", w.quantity(l.Quantity, l.Unit), "price", l.Price, "date", l.AsOf)
	if !l.Rate.Empty() {
		out += " " + w.say("rate", "factor", lang.Number(w.Lang, l.Factor, 4), "rate", l.Rate)
	}
	return out + " " + w.Cite(l.Source)
}

func (w *writer) findings() {
	w.Heading(2, w.say("findings"))
	if len(w.e.Run.Findings) == 0 {
		w.Line(w.say("no-findings"))
	}
	for _, f := range w.e.Run.Findings {
		w.Item(0, w.say("finding", "severity", w.Say("severity."+string(f.Rule.Severity)), "title", f.Rule.Title,
			"criterion", w.Say("criterion."+string(f.Rule.Criterion))))
		w.Marked(1, "·", strings.TrimSpace(f.Text(w.Teller)+" "+w.Cite(f.Rule.Source)))
		w.Marked(1, "→", f.Remedy(w.Teller))
	}
}

func (w *writer) assumed() {
	w.Heading(2, w.say("assumed"))
	if len(w.r.Assumed) == 0 {
		w.Line(w.say("none-assumed"))
	}
	for _, f := range w.r.Assumed {
		w.Item(0, w.answer(f))
	}
}

func (w *writer) askNext() {
	w.Heading(2, w.say("ask-next"))
	if len(w.r.AskNext) == 0 {
		w.Line(w.say("nothing-to-ask"))
	}
	for _, a := range w.r.AskNext {
		w.Item(0, w.say("ask", "question", w.r.Base.Question(a.Fact).Text, "fact", a.Fact, "n", a.Flips))
	}
}

// questions writes what to ask next with ranges, present values and help.
func (w *writer) questions() {
	w.Heading(2, w.say("ask-next"))
	if len(w.r.AskNext) == 0 {
		w.Line(w.say("nothing-to-ask"))
	}
	for _, a := range w.r.AskNext {
		q := w.r.Base.Question(a.Fact)
		v, _ := w.r.Value(q)
		w.Item(0, w.say("ask", "question", q.Text, "fact", a.Fact, "n", a.Flips))
		w.Marked(1, "·", w.say("range", "range", Range(w.Teller, q), "value", w.Value(w.r.Base, q, v)))
		if help := w.In(q.Help); help != "" {
			w.Marked(1, "·", help)
		}
	}
}

// Range says what answers a question takes: its range, or its choices with
// their ids.
func Range(t advisor.Teller, q *knowledge.Question) string {
	switch q.Kind {
	case workload.Number:
		return t.Say("report.from-to", "min", lang.Number(t.Lang, q.Fact.Min, q.Decimals), "max", t.Quantity(q.Fact.Max, q.Decimals, q.Unit))
	case workload.YesNo:
		return t.Say("value.yes") + " / " + t.Say("value.no")
	}
	parts := make([]string, len(q.Choices))
	for i, c := range q.Choices {
		parts[i] = fmt.Sprintf("%s (%s)", c.ID, t.In(c.Text))
	}
	return strings.Join(parts, ", ")
}

func (w *writer) alternatives() {
	if len(w.r.Alternatives) == 0 {
		return
	}
	w.Heading(2, w.say("alternatives"))
	for _, a := range w.r.Alternatives {
		usd, complete := w.e.Run.Cost(a)
		key := "alternative"
		if !complete {
			key = "alternative-incomplete"
		}
		w.Item(0, w.say(key, "name", w.Say("alternative."+a.ID), "usd", lang.Money(w.Lang, usd)))
		same := true
		for i, s := range a.Recommendation.Decisions {
			if here, there := w.r.Decisions[i], s; chosenID(here) != chosenID(there) {
				same = false
				w.Marked(1, "·", w.say("turn", "decision", s.Decision.Title, "from", w.state(here), "to", w.state(there)))
			}
		}
		if same {
			w.Marked(1, "·", w.say("same-choices"))
		}
	}
}

func chosenID(s *advisor.Settled) string {
	if s.Chosen == nil {
		return ""
	}
	return s.Chosen.Option.ID
}

func (w *writer) eras() {
	other := advisor.Other(w.r.Case.Era)
	w.Heading(2, w.say("eras", "era", w.Say("era."+string(other))))
	if len(w.r.EraDifferences) == 0 {
		w.Line(w.say("no-era-difference"))
	}
	for _, d := range w.r.EraDifferences {
		w.Item(0, w.say("era-turn", "decision", d.Decision.Title, "here", w.came(d.Decision, d.Here, d.AppliesHere), "there", w.came(d.Decision, d.There, d.AppliesThere)))
		for _, x := range d.Because {
			w.Marked(1, "·", strings.TrimSpace(w.Reason(w.r, x)+" "+w.Cite(x.Source)))
		}
	}
}
