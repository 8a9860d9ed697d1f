package knowledge

import (
	"slices"
	"strings"

	"alarife/internal/rule"
	"alarife/internal/source"
	"alarife/internal/workload"
)

// compiler compiles every expression of a base.
type compiler struct {
	*loader
	words *vocabulary
	reads map[string]bool // names read by anything but the question itself
	known map[sameWords]*rule.Program
}

func (c *compiler) scope(own string) *scope {
	return &scope{vocabulary: c.words, own: own, reads: c.reads}
}

// program compiles an expression; nil where it is left out or has a fault.
func (c *compiler) program(text source.Scalar, want rule.Kind, s *scope) *rule.Program {
	if text.Text == "" {
		return nil
	}
	// Most expressions stand in several places; limit.x is another figure in
	// each.
	meaning := sameWords{text: text.Text, own: s.own, review: s.review, want: want}
	if !strings.Contains(text.Text, "limit.") {
		meaning.own = ""
	}
	if p, ok := c.known[meaning]; ok && !s.asking {
		return p
	}
	p, err := rule.Compile(text, want, s)
	if err != nil {
		_ = c.faults.Add(err)
		return nil
	}
	if !s.asking {
		c.known[meaning] = p
	}
	return p
}

// sameWords are what two expressions must share to mean the same.
type sameWords struct {
	text, own string
	review    ReviewScope
	want      rule.Kind
}

func (c *compiler) condition(text source.Scalar, s *scope) *rule.Program {
	return c.program(text, rule.Bool, s)
}

func (c *compiler) all() {
	b := c.base
	for _, q := range b.Questions {
		s := c.scope("")
		s.reads, s.asking = map[string]bool{}, true // asking is not reading
		q.Applies = c.condition(q.AppliesIf, s)
	}
	for _, d := range b.Derived {
		d.Value = c.program(d.ValueIs, factKind(d.Kind), c.scope(""))
	}
	for _, d := range b.Decisions {
		d.Applies = c.condition(d.AppliesIf, c.scope(""))
		for _, o := range d.Options {
			c.option(o)
		}
	}
	for _, d := range b.Decisions {
		for _, o := range d.Options {
			c.borrow(o)
		}
	}
	for _, bp := range b.Blueprints {
		for _, slot := range bp.Slots {
			slot.When = c.condition(slot.WhenIs, c.scope(""))
			c.content(&slot.Content, c.scope(""))
		}
		c.flows(bp.Flows, c.scope(""))
	}
	c.plans()
	for _, i := range b.Items {
		for _, line := range i.Lines {
			s := c.scope("")
			s.reads = map[string]bool{} // an exercise is no use of a fact
			line.Quantity = c.program(line.QuantityIs, rule.Number, s)
		}
	}
	for _, r := range b.Reviews {
		s := c.scope("")
		s.review = r.Scope
		r.When = c.condition(r.WhenIs, s)
	}
}

func factKind(k workload.Kind) rule.Kind {
	return factType(k, nil).Kind
}

func (c *compiler) option(o *Option) {
	s := c.scope(o.Service)
	for _, r := range o.RulesOut {
		r.When = c.condition(r.WhenIs, s)
	}
	for _, r := range o.Evidence {
		r.When = c.condition(r.WhenIs, s)
	}
	for _, r := range o.Rates {
		r.Factor = c.program(r.FactorIs, rule.Number, s)
	}
	if o.Beyond != nil {
		o.Beyond.When = c.condition(o.Beyond.WhenIs, s)
	}
	c.content(&o.Content, s)
}

func (c *compiler) content(x *Content, s *scope) {
	for _, component := range x.Components {
		component.When = c.condition(component.WhenIs, s)
		component.InVPC = c.condition(component.InVPCIf, s)
		for _, t := range component.Traits {
			t.When = c.condition(t.WhenIs, s)
		}
	}
	c.flows(x.Flows, s)
	for _, j := range x.Joins {
		j.When = c.condition(j.WhenIs, s)
	}
	for _, line := range x.Cost {
		line.When = c.condition(line.WhenIs, s)
		line.Quantity = c.program(line.QuantityIs, rule.Number, s)
		for _, component := range x.Components {
			if component.ID == line.Component {
				line.Stands = component.When
			}
		}
	}
}

// borrow makes the lines that an option takes from others: under its own
// condition and times its own factor.
func (c *compiler) borrow(o *Option) {
	for _, x := range o.CostOf {
		decision, option, _ := strings.Cut(x.Option, "/")
		if err := c.base.CheckOption(decision, option, x.Place); err != nil {
			_ = c.faults.Add(err)
			continue
		}
		from := c.base.Decision(decision).Option(option)
		if from == nil || len(from.Cost) == 0 {
			c.fail(x.Place, "cost.nothing-to-borrow", "option", x.Option)
			continue
		}
		s := c.scope(from.Service)
		if broken := c.condition(x.WhenIs, s) == nil && x.WhenIs.Text != "" || c.program(x.TimesIs, rule.Number, s) == nil && x.TimesIs.Text != ""; broken {
			continue
		}
		for _, id := range x.Without {
			if !slices.ContainsFunc(from.Cost, func(l *CostLine) bool { return l.ID == id }) {
				c.fail(x.Place, "cost.nothing-to-leave-out", "line", id, "option", x.Option)
			}
		}
		for _, line := range from.Cost {
			if contains(x.Without, line.ID) {
				continue
			}
			own := *line
			own.Component, own.Stands = x.Component, nil
			own.WhenIs = joined(line.WhenIs, " and ", x.WhenIs)
			own.QuantityIs = joined(line.QuantityIs, " * ", x.TimesIs)
			own.When = c.condition(own.WhenIs, s)
			own.Quantity = c.program(own.QuantityIs, rule.Number, s)
			x.Lines = append(x.Lines, &own)
		}
	}
}

// joined is two expressions under one operator, or the one that is there.
func joined(a source.Scalar, operator string, b source.Scalar) source.Scalar {
	switch {
	case b.Text == "":
		return a
	case a.Text == "":
		return b
	}
	return source.Scalar{Text: "(" + a.Text + ")" + operator + "(" + b.Text + ")", Place: b.Place}
}

func (c *compiler) flows(flows []*Flow, s *scope) {
	for _, f := range flows {
		f.When = c.condition(f.WhenIs, s)
	}
}
