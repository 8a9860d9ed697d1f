package page

import (
	"strings"

	"alarife/internal/knowledge"
	"alarife/internal/lang"
)

// comparison writes how the money of several ways is set side by side.
func (w *writer) comparison(c *knowledge.Comparison) {
	w.local = map[string]lang.Text{}
	for _, name := range knowledge.MachineWords() {
		w.local[name] = w.Messages.Text("page.word." + name)
	}
	for _, f := range c.Figures {
		w.local[f.ID] = f.Text
	}
	w.Line(w.In(c.Summary))
	if c.AppliesIf.Text != "" {
		w.field("applies-when", w.condition(c.AppliesIf.Text, ""))
	}
	if c.Decision != "" {
		w.field("decision", w.link(Ref{Decisions, c.Decision}))
	}
	var periods []string
	for _, m := range c.Months {
		periods = append(periods, w.number(m.Text, ""))
	}
	w.field("months", strings.Join(periods, "; "))
	w.variants(c)
	w.figureList(c)
	w.Heading(2, w.say("lines"))
	for _, l := range c.Lines {
		w.planLine(l)
	}
	if b := c.BreakEven; b != nil {
		fact, _ := factRef(w.base, b.Fact)
		w.Line(w.say("break-even", "fact", w.link(fact), "first", w.Code(b.Of), "other", w.Code(b.With)))
	}
	w.Heading(2, w.say("because"))
	for _, s := range c.Sources {
		w.Item(0, s)
	}
}

func (w *writer) variants(c *knowledge.Comparison) {
	w.Heading(2, w.say("variants"))
	for _, v := range c.Variants {
		title := w.In(v.Title)
		if r := (Ref{Options, c.Decision + "/" + v.ID}); title == "" {
			title = w.link(r)
		}
		text := w.say("field", "name", w.Code(v.ID), "value", title)
		if v.WhenIs.Text != "" {
			text += " " + w.say("only-when", "when", w.condition(v.WhenIs.Text, ""))
		}
		if v.ID == c.Baseline {
			text += " " + w.say("baseline")
		}
		w.Item(0, text)
	}
}

func (w *writer) figureList(c *knowledge.Comparison) {
	if len(c.Figures) > 0 {
		w.Heading(2, w.say("figures"))
	}
	for _, f := range c.Figures {
		w.Item(0, w.say("field", "name", w.In(f.Text), "value", w.number(f.ValueIs.Text, "")))
	}
}

func (w *writer) planLine(l *knowledge.PlanLine) {
	price := w.number(l.USDIs.Text, "")
	if l.Price != "" {
		price = w.link(Ref{Prices, l.Price})
	}
	text := w.say("cost-line", "text", l.Text, "quantity", w.number(l.QuantityIs.Text, ""), "price", price)
	if l.WhenIs.Text != "" {
		text += " " + w.say("only-when", "when", w.condition(l.WhenIs.Text, ""))
	}
	w.Item(0, text)
	if len(l.In) > 0 {
		w.Marked(1, "·", w.say("only-in-variants", "variants", w.codes(l.In)))
	}
}

// responsibility writes who carries a layer under each model.
func (w *writer) responsibility(r *knowledge.Responsibility) {
	w.Line(w.In(r.Text))
	rows := [][]string{{w.say("service-model"), w.say("who")}}
	for _, m := range knowledge.ServiceModels() {
		if who := r.Who[string(m)]; who != "" {
			rows = append(rows, []string{w.say("model." + string(m)), w.say("who." + who)})
		}
	}
	w.Table(2, rows)
	w.field("traits", strings.Join(r.Traits, ", "))
	var categories []string
	for _, c := range r.Categories {
		categories = append(categories, w.say("category."+c))
	}
	w.field("category", strings.Join(categories, ", "))
	w.field("source", w.Cite(r.Source))
}

// tag writes a tag of resources and what its value is.
func (w *writer) tag(t *knowledge.Tag) {
	w.field("key", w.Code(t.Key))
	w.field("applies-when", w.condition(t.WhenIs.Text, ""))
	w.field("for-costs", w.yesNo(t.Cost))
	w.field("because", w.cited(w.In(t.Because), t.Source))
	w.Heading(2, w.say("values"))
	for _, v := range t.Values {
		w.Item(0, w.say("field", "name", w.Code(v.Text), "value", w.condition(v.WhenIs.Text, "")))
	}
}

// comparisonOf returns the comparison of an id; responsibilityOf and tagOf do
// the same.
func (b *Book) comparisonOf(id string) *knowledge.Comparison {
	return find(b.base.Comparisons, func(x *knowledge.Comparison) bool { return x.ID == id })
}

func (b *Book) responsibilityOf(id string) *knowledge.Responsibility {
	return find(b.base.Responsibilities, func(x *knowledge.Responsibility) bool { return x.ID == id })
}

func (b *Book) tagOf(id string) *knowledge.Tag {
	return find(b.base.Tags, func(x *knowledge.Tag) bool { return x.ID == id })
}

func find[T any](list []*T, is func(*T) bool) *T {
	for _, x := range list {
		if is(x) {
			return x
		}
	}
	return nil
}
