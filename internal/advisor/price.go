package advisor

import "alarife/internal/knowledge"

// Line is one priced quantity a month of a chosen option or of fixed content.
type Line struct {
	*knowledge.CostLine
	Quantity float64         // in the unit of the price
	Price    knowledge.Price // zero where the Region has none
	Found    bool            // the Region has a price
	Factor   float64         // of the pricing option that acts on the line's class, 1 for none
	Rate     *knowledge.Rate // that rate, nil for none
	Decision string          // decision and option that it comes from, "" for fixed content
	Option   string
	Slot     string // slot of fixed content
}

// USD returns quantity × unit price × factor, 0 where there is no price.
func (l Line) USD() float64 { return l.Quantity * l.Price.USD * l.Factor }

// price sums the lines of an option, or, for one that sets rates, the chosen
// lines under its rates.
func (in *Inference) price(d *decisionPlan, o *optionPlan, j *judged) {
	j.usd, j.priced, j.beyond = 0, false, o.Beyond != nil && in.holds(o.beyond)
	if len(d.classes) > 0 {
		in.priceRates(o, j)
		return
	}
	for k := range o.lines {
		l := &o.lines[k]
		if !in.holds(l.when) {
			continue
		}
		p, ok := in.plan.base.Prices.Find(l.Price, in.region)
		if !ok {
			j.usd, j.priced = 0, false
			return
		}
		j.usd += in.number(l.quantity) * p.USD
		j.priced = true
	}
}

func (in *Inference) priceRates(o *optionPlan, j *judged) {
	for _, l := range in.rated {
		factor := 1.0
		for k := range o.rates {
			if r := &o.rates[k]; r.Class == l.Class {
				factor = in.number(r.node)
			}
		}
		j.usd += l.Quantity * l.Price.USD * factor
		j.priced = true
	}
}

// rate collects the chosen lines that the rates of a decision act on.
func (in *Inference) rate(d *decisionPlan) {
	in.rated = in.rated[:0]
	if len(d.classes) == 0 {
		return
	}
	in.eachChosenLine(d.classes, func(l Line) {
		if l.Found {
			in.rated = append(in.rated, l)
		}
	})
}

// eachChosenLine visits the lines of every chosen option that is drawn and of
// the blueprint's fixed content, at full price: those of some classes, or all
// where none is named.
func (in *Inference) eachChosenLine(classes []string, visit func(Line)) {
	for i := range in.plan.decisions {
		d, s := &in.plan.decisions[i], &in.settled[i]
		if s.chosen < 0 || !d.options[s.chosen].counts(classes) || !in.drawn(d) {
			continue
		}
		o := &d.options[s.chosen]
		for _, k := range o.counted {
			if l := &o.lines[k]; among(classes, l.CostLine) && in.holds(l.when) && in.holds(l.stands) {
				visit(in.line(l.CostLine, in.number(l.quantity), Line{Decision: d.ID, Option: o.ID}))
			}
		}
	}
	in.eachFixedLine(classes, visit)
}

// among reports whether a line is of one of the classes, or none is named.
func among(classes []string, l *knowledge.CostLine) bool {
	return len(classes) == 0 || containsText(classes, l.Class)
}

// counts reports whether a line of the option that enters the month is of one
// of the classes.
func (o *optionPlan) counts(classes []string) bool {
	for _, k := range o.counted {
		if among(classes, o.lines[k].CostLine) {
			return true
		}
	}
	return false
}

// drawn reports whether the picture has a place for a decision: where the
// blueprint has slots for it, one of them holds.
func (in *Inference) drawn(d *decisionPlan) bool {
	bp := in.blueprint()
	if bp == nil {
		return true
	}
	listed := false
	for _, s := range bp.Slots {
		if containsText(s.Decisions, d.ID) {
			if in.once(s.When) {
				return true
			}
			listed = true
		}
	}
	return !listed
}

// eachFixedLine visits the lines of the blueprint's fixed slots.
func (in *Inference) eachFixedLine(classes []string, visit func(Line)) {
	bp := in.blueprint()
	if bp == nil {
		return
	}
	for _, slot := range bp.Slots {
		if len(slot.Cost) == 0 || !in.once(slot.When) {
			continue
		}
		for _, l := range slot.Cost {
			if among(classes, l) && in.once(l.When) {
				quantity, _ := in.machine.Number(l.Quantity)
				visit(in.line(l, quantity, Line{Slot: slot.ID}))
			}
		}
	}
}

func (in *Inference) line(l *knowledge.CostLine, quantity float64, from Line) Line {
	from.CostLine, from.Quantity, from.Factor = l, quantity, 1
	from.Price, from.Found = in.plan.base.Prices.Find(l.Price, in.region)
	return from
}
