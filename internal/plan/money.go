package plan

import (
	"math"
	"sort"

	"alarife/internal/advisor"
	"alarife/internal/knowledge"
	"alarife/internal/pricing"
)

// HorizonFact is the question for how long the workload runs, in months.
const HorizonFact = "horizon_months"

// Pricing is the money of every way of paying over the horizon.
type Pricing struct {
	Decision *knowledge.Decision
	Months   float64 // the horizon
	List     float64 // USD a month of the lines in question, at list price
	Ways     []Way   // cheapest over the horizon first, those ruled out behind the others
}

// Way is one way of paying.
type Way struct {
	Option    *knowledge.Option
	Chosen    bool
	RuledOut  bool    // told all the same: what the constraint costs
	Month     float64 // USD
	Term      float64 // months that one commits oneself to, 0 for none
	Committed float64 // months that are paid at the committed price
	Rest      float64 // months that are paid at list price
	USD       float64 // over the horizon: Month × Committed + List × Rest
	Saves     float64 // against the list price over the horizon
}

// pricing compares the options of the first decision with rates; nil where
// none applies or nothing is priced.
func (m *maker) pricing() *Pricing {
	for _, s := range m.rec.Decisions {
		if !s.Applies || len(s.Decision.RateClasses()) == 0 {
			continue
		}
		out := &Pricing{Decision: s.Decision, Months: m.fact(HorizonFact), List: m.list(s.Decision)}
		for _, o := range s.Options {
			if o.Priced {
				w := way(o, out.Months, out.List)
				w.Chosen, w.RuledOut = o == s.Chosen, !o.Possible
				out.Ways = append(out.Ways, w)
			}
		}
		if len(out.Ways) == 0 || out.List == 0 {
			return nil
		}
		sort.SliceStable(out.Ways, func(i, j int) bool {
			a, b := out.Ways[i], out.Ways[j]
			if a.RuledOut != b.RuledOut {
				return b.RuledOut
			}
			return a.USD < b.USD
		})
		return out
	}
	return nil
}

// list sums the chosen lines that a pricing decision can act on, at list
// price.
func (m *maker) list(d *knowledge.Decision) (usd float64) {
	classes := map[string]bool{}
	for _, c := range d.RateClasses() {
		classes[c] = true
	}
	for _, l := range m.rec.Lines {
		if classes[l.Class] && l.Found {
			usd += l.Quantity * l.Price.USD
		}
	}
	return usd
}

// way pays whole terms. What a term does not cover is paid at list price or by
// one more term, whichever is cheaper; a first term is paid in full.
func way(o *advisor.Judged, months, list float64) Way {
	w := Way{Option: o.Option, Month: o.USD, Term: o.Option.Term, Committed: months}
	if w.Term > 0 {
		whole := math.Floor(months / w.Term)
		w.Committed, w.Rest = whole*w.Term, months-whole*w.Term
		if more := (whole + 1) * w.Term; w.Rest > 0 && (whole == 0 || w.Month*w.Term < list*w.Rest) {
			w.Committed, w.Rest = more, 0
		}
	}
	w.USD = w.Month*w.Committed + list*w.Rest
	w.Saves = list*months - w.USD
	return w
}

// Drivers are what the cost of the architecture comes from and what would
// lower it.
type Drivers struct {
	Monthly float64
	Lines   []Driver // dearest first
	Savings []Saving // largest first
}

// Driver is a line of the estimate with its share.
type Driver struct {
	pricing.Line
	Share float64 // of the monthly cost, 0 … 1
}

// Saving is one other choice that costs less.
type Saving struct {
	Decision *knowledge.Decision
	From, To *advisor.Judged
	USD      float64          // a month, over the whole estimate with all that follows
	Points   float64          // lead of From over To that is given up; negative where To leads
	Against  []advisor.Reason // what speaks against To or for From, strongest first
	Follows  int              // further decisions that turn with it
}

// How many of each are told.
const (
	shownDrivers = 5
	shownSavings = 3
	shownReasons = 2
)

// drivers is nil where nothing is priced.
func (m *maker) drivers() *Drivers {
	e := pricing.Of(m.rec)
	if e.Monthly <= 0 {
		return nil
	}
	out := &Drivers{Monthly: e.Monthly}
	for _, l := range e.Lines {
		out.Lines = append(out.Lines, Driver{l, l.USD / e.Monthly})
	}
	sort.SliceStable(out.Lines, func(i, j int) bool { return out.Lines[i].USD > out.Lines[j].USD })
	out.Lines = out.Lines[:min(len(out.Lines), shownDrivers)]
	in := m.advisor.Begin(m.rec.Case)
	for _, s := range m.rec.Decisions {
		if best := m.saving(in, s, e); best != nil {
			out.Savings = append(out.Savings, *best)
		}
	}
	sort.SliceStable(out.Savings, func(i, j int) bool { return out.Savings[i].USD > out.Savings[j].USD })
	out.Savings = out.Savings[:min(len(out.Savings), shownSavings)]
	for i := range out.Savings {
		s := &out.Savings[i]
		s.Follows = turned(m.rec, m.advisor.Quick(m.pinned(s.Decision.ID, s.To.Option.ID))) - 1
	}
	return out
}

// worth is the least monthly saving in USD that is told.
const worth = 0.01

// saving finds the possible option of a decision that saves most in the whole
// estimate. An option under which more prices are missing does not count.
func (m *maker) saving(in *advisor.Inference, s *advisor.Settled, now *pricing.Estimate) (best *Saving) {
	if !s.Applies || s.Chosen == nil || s.Decision.ID == knowledge.BlueprintDecision {
		return nil
	}
	for _, o := range s.Options {
		if o == s.Chosen || !o.Possible || !o.Priced && !s.Chosen.Priced {
			continue
		}
		in.Reset(m.pinned(s.Decision.ID, o.Option.ID))
		e := pricing.Of(&advisor.Recommendation{Region: m.rec.Region, Lines: in.Lines()})
		saves := now.Monthly - e.Monthly
		if saves < worth || len(e.Missing) > len(now.Missing) || best != nil && saves <= best.USD {
			continue
		}
		best = &Saving{
			Decision: s.Decision, From: s.Chosen, To: o, USD: saves, Points: s.Chosen.Score - o.Score,
			Against: against(s.Chosen, o),
		}
	}
	return best
}

// pinned is the case with one more pin.
func (m *maker) pinned(decision, option string) advisor.Case {
	c := m.rec.Case
	pins := map[string]string{decision: option}
	for d, o := range c.Pins {
		if d != decision {
			pins[d] = o
		}
	}
	c.Pins = pins
	return c
}

// against lists what speaks against the cheaper option, else for the chosen
// one, strongest first.
func against(from, to *advisor.Judged) []advisor.Reason {
	var out []advisor.Reason
	for _, r := range to.Reasons {
		if r.Kind == advisor.Evidence && r.Points < 0 {
			out = append(out, r)
		}
	}
	for _, r := range from.Reasons {
		if r.Kind == advisor.Evidence && r.Points > 0 {
			out = append(out, r)
		}
	}
	return out[:min(len(out), shownReasons)]
}

// turned counts the decisions that came out differently.
func turned(a, b *advisor.Recommendation) (n int) {
	for i, s := range a.Decisions {
		if a.Chose(s.Decision.ID) != b.Chose(b.Decisions[i].Decision.ID) {
			n++
		}
	}
	return n
}
