package page

import (
	"fmt"
	"strings"

	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/rule"
	"alarife/internal/workload"
)

func (w *writer) question(q *knowledge.Question) {
	w.Line(w.In(q.Text))
	w.Line(w.In(q.Help))
	w.field("section", w.link(Ref{Sections, q.Section}))
	w.field("answer", w.answers(q))
	w.field("default", w.defaults(q))
	if q.AppliesIf.Text != "" {
		w.field("asked-when", w.condition(q.AppliesIf.Text, ""))
	}
	if q.ID != knowledge.RegionFact {
		w.choices(q.Choices)
	}
	w.list(w.say("read-by"), w.index.readers[w.ref])
}

// defaults says what holds while a question is unanswered.
func (w *writer) defaults(q *knowledge.Question) string {
	text := w.Value(w.base, q, q.Fact.Default)
	if q.Defaults == nil {
		return text
	}
	parts := []string{text}
	by := w.base.Question(q.Defaults.By)
	for _, c := range by.Choices {
		if v, ok := q.Fact.Usual[c.ID]; ok {
			parts = append(parts, w.say("field", "name", w.In(c.Text), "value", w.Value(w.base, q, v)))
		}
	}
	return strings.Join(parts, "; ")
}

// answers says what a question takes.
func (w *writer) answers(q *knowledge.Question) string {
	switch q.Kind {
	case workload.Number:
		return w.say("from-to", "min", lang.Number(w.Lang, q.Fact.Min, q.Decimals), "max", w.Quantity(q.Fact.Max, q.Decimals, q.Unit))
	case workload.YesNo:
		return w.yesNo(true) + " / " + w.yesNo(false)
	case workload.Choice:
		return w.say("one-of", "n", len(q.Choices))
	}
	return w.say("any-of", "n", len(q.Choices))
}

func (w *writer) choices(choices []knowledge.ChoiceText) {
	if len(choices) == 0 {
		return
	}
	w.Heading(2, w.say("choices"))
	for _, c := range choices {
		text := w.say("field", "name", w.Code(c.ID), "value", w.In(c.Text))
		if !c.Help.Empty() {
			text += " – " + w.In(c.Help)
		}
		w.Item(0, text)
	}
}

func (w *writer) derived(d *knowledge.Derived) {
	w.field("unit", w.Unit(d.Unit))
	w.field("value", w.number(d.ValueIs.Text, ""))
	w.field("formula", w.cited(w.Code(d.ValueIs.Text), d.Source))
	w.choices(d.Choices)
	w.list(w.say("reads"), w.sorted(readBy(w.base, d.Value)))
	w.list(w.say("read-by"), w.index.readers[w.ref])
}

// sorted orders things by kind and within it as the catalog does.
func (w *writer) sorted(refs []Ref) []Ref {
	in := map[Ref]bool{}
	for _, r := range refs {
		in[r] = true
	}
	var out []Ref
	for _, k := range Kinds() {
		for _, t := range w.things[k] {
			if in[t.Ref] {
				out = append(out, t.Ref)
			}
		}
	}
	return out
}

// readBy lists what several expressions read.
func (w *writer) readBy(programs []*rule.Program) []Ref {
	var all []Ref
	for _, p := range programs {
		all = append(all, readBy(w.base, p)...)
	}
	return w.sorted(all)
}

func (w *writer) section(s *knowledge.Section) {
	var refs []Ref
	for _, q := range w.base.Questions {
		if q.Section == s.ID {
			refs = append(refs, Ref{Questions, q.ID})
		}
	}
	w.list(w.say("kind-many.questions"), refs)
}

func (w *writer) region(r *knowledge.Region) {
	w.field("name", r.Name)
	w.field("geography", strings.ToUpper(r.Geography))
	w.field("stated", w.cited(w.say("of", "date", r.AsOf), r.Source))
	priced := 0
	for _, id := range w.base.Prices.IDs() {
		if _, ok := w.base.Prices.Find(id, r.ID); ok {
			priced++
		}
	}
	w.field("prices-here", lang.Number(w.Lang, float64(priced), 0))
	var absent []Ref
	for _, s := range w.base.Services {
		if !s.Offered(r.ID) {
			absent = append(absent, Ref{Services, s.ID})
		}
	}
	w.list(w.say("not-offered-here"), absent)
}

// price writes a unit price in every Region.
func (w *writer) price(id string) {
	t := w.base.Prices
	rows := [][]string{{w.say("kind.regions"), w.say("price"), w.say("as-of"), w.say("source")}}
	for _, region := range t.Regions(id) {
		p, _ := t.Find(id, region)
		name := w.Code(region)
		if w.base.Region(region) != nil {
			name = w.link(Ref{Regions, region})
		}
		rows = append(rows, []string{name, w.unitPrice(p), p.AsOf, w.Cite(p.Source)})
	}
	w.Table(4, rows)
	w.list(w.say("used-by"), w.index.holders[w.ref])
	w.list(w.say("kind-many.services"), w.index.priced[id])
}

func (w *writer) unitPrice(p knowledge.Price) string {
	return w.say("per", "usd", lang.Money(w.Lang, p.USD), "unit", w.UnitName(p.Unit))
}

func (w *writer) session(r Ref) {
	w.Line(w.say("session-of", "guide", w.base.Guide.Title, "until", w.base.Guide.Until))
	found := false
	for _, k := range sessionKinds {
		refs := w.treatedIn(r, k)
		found = found || len(refs) > 0
		w.list(w.say("kind-many."+string(k)), refs)
	}
	if !found {
		w.Line(w.say("nothing-yet"))
	}
}

// sessionKinds are the kinds of things that a session lists.
var sessionKinds = []Kind{Decisions, Questions, Services, Blueprints, Comparisons, Reviews, Scenarios, Items}

// treatedIn lists the things of a kind that a session treats.
func (b *Book) treatedIn(session Ref, k Kind) []Ref {
	var refs []Ref
	for _, t := range b.things[k] {
		for _, n := range b.sessions(t) {
			if sessionRef(n) == session {
				refs = append(refs, t.Ref)
			}
		}
	}
	return refs
}

// answered writes the value of an answer of a scenario.
func (w *writer) answered(fact string, plain any) string {
	q := w.base.Question(fact)
	if q == nil {
		return fmt.Sprint(plain)
	}
	v, _ := q.Fact.Read(plain)
	return w.Value(w.base, q, v)
}
