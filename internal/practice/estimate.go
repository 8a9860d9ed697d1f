package practice

import (
	"maps"
	"math"

	"alarife/internal/advisor"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/pricing"
	"alarife/internal/rule"
)

// estimate derives a number and its worked solution.
func (d *derivation) estimate() error {
	d.out.Unit = d.say("practice.unit.usd")
	d.out.Key.Tolerance = d.item.Tolerance
	if d.item.Tolerance == 0 {
		d.out.Key.Tolerance = knowledge.DefaultTolerance
	}
	d.out.Notes[d.item.Topic] = Note{Right: true, Rules: []string{"estimate/" + d.item.Topic}}
	if d.item.Of == knowledge.OfWritten {
		d.out.Proven, d.out.Unit, d.out.Key.Number = false, lang.Text{}, *d.item.Number
		if *d.item.Number == 0 {
			return d.refuse("zero")
		}
		return nil
	}
	var err error
	switch d.item.Of {
	case knowledge.OfMonth:
		err = d.priced("")
	case knowledge.OfDecision:
		err = d.priced(d.item.Decision)
	case knowledge.OfFact:
		err = d.fact()
	default:
		err = d.ownLines()
	}
	if err == nil && d.out.Key.Number == 0 {
		err = d.refuse("zero")
	}
	d.out.Key.Number = math.Round(d.out.Key.Number*100) / 100
	return err
}

// priced adds up the lines of the whole, or of one decision.
func (d *derivation) priced(decision string) error {
	rec := d.rec
	if d.item.Option != "" {
		c := d.kase
		c.Pins = maps.Clone(c.Pins)
		c.Pins[decision] = d.item.Option
		rec = d.Advisor.Quick(c)
	}
	e := pricing.Of(rec)
	for _, l := range e.Lines {
		if decision == "" || l.Decision == decision {
			d.line(l.Item, l.Quantity, l.Unit, l.UnitUSD*l.Factor, l.USD)
		}
	}
	if len(e.Missing) > 0 && decision == "" {
		return d.refuse("no-price", "price", e.Missing[0].Price)
	}
	return nil
}

// line adds one line to the number and to the worked solution.
func (d *derivation) line(item lang.Text, quantity float64, unit string, each, usd float64) {
	d.out.Key.Number += usd
	d.out.Because = append(d.out.Because, d.both(func(t advisor.Teller) string {
		return t.Say("practice.line", "item", item, "quantity", t.Quantity(quantity, 2, unit),
			"unit_usd", lang.Money(t.Lang, each), "usd", lang.Money(t.Lang, usd))
	}))
}

// fact asks for the value of a derived fact; its formula is the solution.
func (d *derivation) fact() error {
	f := d.base().DerivedFact(d.item.Fact)
	if f == nil {
		return d.refuse("no-question")
	}
	v, ok := d.rec.Env()[f.ID].(float64)
	if !ok {
		return d.refuse("no-number", "fact", f.ID)
	}
	d.out.Key.Number = v
	d.out.Unit = d.both(func(t advisor.Teller) string { return t.Unit(f.Unit) })
	d.out.Because = append(d.out.Because, d.both(func(t advisor.Teller) string {
		return t.Say("practice.formula", "fact", f.Short, "formula", worked(t, d.rec, f.ValueIs.Text), "value", t.Quantity(v, f.Decimals, f.Unit))
	}))
	return nil
}

// ownLines adds up the item's own lines at the prices of the case's Region.
func (d *derivation) ownLines() error {
	m := rule.NewMachine(d.rec.Env())
	for _, l := range d.item.Lines {
		p, ok := d.base().Prices.Find(l.Price, d.rec.Region)
		if !ok {
			return d.refuse("no-price", "price", l.Price)
		}
		n, err := m.Number(l.Quantity)
		if err != nil {
			return err
		}
		d.line(l.Text, n, p.Unit, p.USD, n*p.USD)
	}
	return nil
}
