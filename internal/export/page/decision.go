package page

import (
	"strings"

	"alarife/internal/knowledge"
	"alarife/internal/lang"
)

func (w *writer) decision(d *knowledge.Decision) {
	w.Line(w.In(d.Asks))
	if d.AppliesIf.Text != "" {
		w.field("applies-when", w.condition(d.AppliesIf.Text, ""))
	}
	if d.Everywhere {
		w.field("blueprints", w.say("everywhere"))
	} else {
		w.field("blueprints", w.links(w.index.holders[w.ref]))
	}
	w.money(d)
	for _, o := range d.Options {
		r := optionRef(d, o)
		w.Heading(2, w.In(o.Title))
		w.Line(w.template(o.Summary, o.Service))
		w.field("page", w.link(r))
		w.building(o)
		w.judged(3, r, o)
	}
	w.list(w.say("reads"), w.readBy(d.Programs()))
	w.list(w.say("read-by"), w.index.readers[w.ref])
}

// money says where the month has the money of a decision.
func (w *writer) money(d *knowledge.Decision) {
	if text := w.Money(w.base, d); text != "" {
		w.Line(text)
	}
}

// borrowed writes the lines of other options that tell what one costs.
func (w *writer) borrowed(o *knowledge.Option) {
	if len(o.CostOf) > 0 && len(o.Cost) == 0 {
		w.Heading(2, w.say("cost"))
	}
	for _, x := range o.CostOf {
		decision, option, _ := strings.Cut(x.Option, "/")
		d := w.base.Decision(decision)
		from := d.Option(option)
		text := w.say("cost-of", "option", w.link(optionRef(d, from)), "decision", d.Title)
		if x.TimesIs.Text != "" {
			text += " × " + w.number(x.TimesIs.Text, from.Service)
		}
		if x.WhenIs.Text != "" {
			text += " " + w.say("only-when", "when", w.condition(x.WhenIs.Text, from.Service))
		}
		w.Item(0, text)
	}
}

// beyond says who else pays for an option, and what no line holds.
func (w *writer) beyond(o *knowledge.Option) {
	var payers []Ref
	for _, id := range o.PricedBy {
		payers = append(payers, Ref{Decisions, id})
	}
	w.field("priced-by", w.links(payers))
	if o.Beyond != nil {
		text := w.In(o.Beyond.Text)
		if o.Beyond.WhenIs.Text != "" {
			text += " " + w.say("only-when", "when", w.condition(o.Beyond.WhenIs.Text, o.Service))
		}
		w.field("beyond-price", text)
	}
}

// optionPage writes an option with all that it adds.
func (w *writer) optionPage(d *knowledge.Decision, o *knowledge.Option) {
	w.Line(w.template(o.Summary, o.Service))
	w.field("decision", w.link(Ref{Decisions, d.ID}))
	w.building(o)
	w.judged(2, w.ref, o)
	w.content(&o.Content, o.Service)
	w.borrowed(o)
	w.beyond(o)
	w.money(d)
	if o.Term > 0 {
		w.field("term", w.Quantity(o.Term, 0, "months"))
	}
	if len(o.Rates) > 0 {
		w.Heading(2, w.say("rates"))
	}
	for _, r := range o.Rates {
		w.Item(0, w.say("rate", "class", w.Code(r.Class), "factor", w.number(r.FactorIs.Text, o.Service), "text", r.Text))
	}
}

// building names the services that an option stands on.
func (w *writer) building(o *knowledge.Option) {
	if o.Service != "" {
		w.field("service", w.link(Ref{Services, o.Service}))
	}
	var needs []Ref
	for _, s := range o.Needs {
		needs = append(needs, Ref{Services, s})
	}
	w.field("needs", w.links(needs))
}

// judged writes constraints and evidence of an option and the scenarios that
// expect it.
func (w *writer) judged(level int, r Ref, o *knowledge.Option) {
	if len(o.RulesOut) > 0 {
		w.Heading(level, w.say("rules-out"))
	}
	for _, x := range o.RulesOut {
		w.rule("×", x, o.Service, w.condition(x.WhenIs.Text, o.Service))
	}
	if len(o.Evidence) > 0 {
		w.Heading(level, w.say("evidence"))
	}
	for _, c := range knowledge.Criteria() {
		for _, x := range o.Evidence {
			if x.Criterion == c {
				w.rule(w.points(x.Weight), x, o.Service, w.evidenceHead(x, o.Service))
			}
		}
	}
	expected := w.index.expected[r]
	if len(expected) == 0 {
		return
	}
	w.Heading(level, w.say("expected-in"))
	for _, era := range []knowledge.Era{knowledge.Guide, knowledge.Today} {
		if refs := expected[era]; len(refs) > 0 {
			w.Item(0, w.say("field", "name", w.era(era), "value", w.links(refs)))
		}
	}
}

func (w *writer) evidenceHead(x *knowledge.Rule, own string) string {
	return w.say("evidence-head", "criterion", w.Say("criterion."+string(x.Criterion)), "when", w.condition(x.WhenIs.Text, own))
}

// rule writes when a rule holds, and below why.
func (w *writer) rule(mark string, x *knowledge.Rule, own, head string) {
	w.Marked(0, mark, head)
	w.Marked(1, "·", w.cited(w.template(x.Because, own), x.Source))
}

// points writes a weight with its sign.
func (w *writer) points(weight int) string {
	s := lang.Number(w.Lang, float64(weight), 0)
	if weight > 0 {
		return "+" + s
	}
	return strings.Replace(s, "-", "−", 1)
}

// content writes what an option or slot adds: components, flows, cost.
func (w *writer) content(c *knowledge.Content, own string) {
	if len(c.Components) > 0 {
		w.Heading(2, w.say("components"))
		w.components(c)
	}
	if len(c.Flows) > 0 {
		w.Heading(2, w.say("flows"))
		w.flows(c.Flows)
	}
	if len(c.Joins) > 0 {
		w.Heading(2, w.say("joins"))
		w.joins(c.Joins)
	}
	if len(c.Cost) > 0 {
		w.Heading(2, w.say("cost"))
		w.cost(c.Cost, own)
	}
}

func (w *writer) components(c *knowledge.Content) {
	for _, x := range c.Components {
		what := w.In(x.Name)
		if x.Service != "" {
			what = w.link(Ref{Services, x.Service})
		}
		text := w.say("component", "id", w.Code(x.ID), "what", what, "role", x.Role)
		if x.WhenIs.Text != "" {
			text += " " + w.say("only-when", "when", w.condition(x.WhenIs.Text, ""))
		}
		w.Item(0, text)
	}
}

func (w *writer) flows(flows []*knowledge.Flow) {
	for _, f := range flows {
		text := w.say("flow", "from", w.Code(f.From), "to", w.Code(f.To), "text", f.Text)
		if f.WhenIs.Text != "" {
			text += " " + w.say("only-when", "when", w.condition(f.WhenIs.Text, ""))
		}
		w.Item(0, text)
	}
}

func (w *writer) cost(lines []*knowledge.CostLine, own string) {
	for _, l := range lines {
		text := w.say("cost-line", "text", l.Text, "quantity", w.number(l.QuantityIs.Text, own), "price", w.link(Ref{Prices, l.Price}))
		if l.WhenIs.Text != "" {
			text += " " + w.say("only-when", "when", w.condition(l.WhenIs.Text, own))
		}
		w.Item(0, text)
	}
}
