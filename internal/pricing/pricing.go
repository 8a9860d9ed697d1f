// Package pricing makes the estimate of a recommendation: one line for every
// priced quantity, with its formula, unit price, Region, date and source. A
// price that the Region lacks is told, never filled, and so is what the
// picture has and nothing prices.
package pricing

import (
	"slices"

	"alarife/internal/advisor"
	"alarife/internal/architecture"
	"alarife/internal/lang"
)

// Currency of all estimates.
const Currency = "USD"

// Estimate is the cost of a month.
type Estimate struct {
	Region  string
	Monthly float64 // USD, the sum of Lines
	Lines   []Line
	Missing []Missing
	LeftOut []*architecture.Component // drawn, neither priced nor free; once for all its zones
	Oldest  string                    // date of the oldest price used, "" without lines
	Latest  string                    // date of the youngest
}

// Line is one priced quantity.
type Line struct {
	Component string // component that it is for, may be empty
	Decision  string // decision and option that it comes from, "" for fixed content
	Option    string
	Item      lang.Text
	Formula   string  // the expression of the quantity, as the catalog has it
	Quantity  float64 // a month, in Unit
	Unit      string
	UnitUSD   float64
	Factor    float64   // of the pricing model, 1 for list price
	Rate      lang.Text // what that factor is, empty for 1
	USD       float64   // Quantity × UnitUSD × Factor
	Price     string    // id of the unit price
	AsOf      string
	Source    string
}

// Missing is a quantity that has no price in the Region.
type Missing struct {
	Component string
	Item      lang.Text
	Price     string
	Quantity  float64
}

// Of makes the estimate of a recommendation. Quantities of zero are left out.
func Of(r *advisor.Recommendation) *Estimate {
	e := &Estimate{Region: r.Region}
	for _, l := range r.Lines {
		switch {
		case l.Quantity == 0:
		case !l.Found:
			e.Missing = append(e.Missing, Missing{Component: l.Component, Item: l.Text, Price: l.CostLine.Price, Quantity: l.Quantity})
		default:
			e.add(l)
		}
	}
	return e
}

// OfDrawn makes the estimate of a recommendation and says what of its
// architecture is not in it.
func OfDrawn(r *advisor.Recommendation, a *architecture.Architecture) *Estimate {
	e := Of(r)
	paid := map[string]bool{} // components and decisions with lines
	for _, l := range r.Lines {
		paid[l.Component], paid["decision "+l.Decision] = true, true
	}
	for _, c := range a.Components {
		service := r.Base.Service(c.Service)
		if service == nil || service.Free != nil || paid[c.Origin] {
			continue
		}
		paid[c.Origin] = true // its copies in other zones say nothing new
		if !slices.ContainsFunc(c.PricedBy, func(d string) bool { return paid["decision "+d] }) {
			e.LeftOut = append(e.LeftOut, c)
		}
	}
	return e
}

// For is what an estimate says of one component.
func (e *Estimate) For(component string) *Estimate {
	out := &Estimate{Region: e.Region}
	for _, l := range e.Lines {
		if l.Component == component {
			out.Lines = append(out.Lines, l)
			out.Monthly += l.USD
		}
	}
	for _, m := range e.Missing {
		if m.Component == component {
			out.Missing = append(out.Missing, m)
		}
	}
	for _, c := range e.LeftOut {
		if c.Origin == component {
			out.LeftOut = append(out.LeftOut, c)
		}
	}
	return out
}

// Unpriced counts what the sum lacks.
func (e *Estimate) Unpriced() int { return len(e.Missing) + len(e.LeftOut) }

func (e *Estimate) add(l advisor.Line) {
	line := Line{
		Component: l.Component, Decision: l.Decision, Option: l.Option, Item: l.Text,
		Formula: l.QuantityIs.Text, Quantity: l.Quantity, Unit: l.Price.Unit, UnitUSD: l.Price.USD,
		Factor: l.Factor, USD: l.USD(), Price: l.Price.ID, AsOf: l.Price.AsOf, Source: l.Price.Source,
	}
	if l.Rate != nil {
		line.Rate = l.Rate.Text
	}
	e.Lines = append(e.Lines, line)
	e.Monthly += line.USD
	if e.Oldest == "" || line.AsOf < e.Oldest {
		e.Oldest = line.AsOf
	}
	e.Latest = max(e.Latest, line.AsOf)
}
