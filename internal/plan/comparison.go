package plan

import (
	"alarife/internal/knowledge"
	"alarife/internal/lang"
)

// Comparison is the money of several ways side by side.
type Comparison struct {
	*knowledge.Comparison
	Periods   []Period
	BreakEven *BreakEven // nil where none is asked
}

// Period is the comparison over one length of time.
type Period struct {
	Months   float64
	Figures  []FigureOf
	Variants []Variant // in catalog order
}

// FigureOf is an intermediate value with its formula.
type FigureOf struct {
	*knowledge.Figure
	Value float64
}

// Variant is one way with its money.
type Variant struct {
	ID       string
	Title    lang.Text
	Chosen   bool // it is the option chosen in the comparison's decision
	RuledOut bool // it is an option that is ruled out
	USD      float64
	Saves    float64 // against the baseline; negative where it costs more
	Lines    []Line
	Missing  []string // prices that the Region lacks; the sum is then not complete
}

// Line is one quantity times its unit price.
type Line struct {
	*knowledge.PlanLine
	Quantity float64
	UnitIs   string
	UnitUSD  float64
	USD      float64
	AsOf     string // of a price from the tables
	Source   string
}

// BreakEven is where two variants cost the same.
type BreakEven struct {
	*knowledge.BreakEven
	Months float64
	Value  float64 // of the fact
	Found  bool    // the value lies in the fact's range
	Always string  // where not found: the variant that is cheaper over the whole range
}

// comparison works one comparison out; nil where it does not apply, or where
// it compares a machine and none fits.
func (m *maker) comparison(x *knowledge.Comparison, machines *Machines) *Comparison {
	if !m.holds(x.Applies) || x.Machine && !m.lend(machines) {
		return nil
	}
	out := &Comparison{Comparison: x}
	for _, p := range x.Periods {
		out.Periods = append(out.Periods, m.period(x, m.number(p)))
	}
	if x.BreakEven != nil && len(out.Periods) > 0 {
		out.BreakEven = m.breakEven(x, out.Periods[len(out.Periods)-1].Months)
	}
	return out
}

// lend gives the expressions the machine that fits best; false where none
// does.
func (m *maker) lend(machines *Machines) bool {
	if machines == nil || len(machines.Ranking) == 0 {
		return false
	}
	best, env := machines.Ranking[0], m.machine.Env
	env["machines"] = machines.Count
	env["machine_usd_hour"] = best.Offer.USDHour
	env["machine_vcpu"] = best.VCPU
	env["machine_memory_gib"] = best.MemoryGiB
	env["machine_accelerators"] = best.Accelerators
	return true
}

func (m *maker) period(x *knowledge.Comparison, months float64) Period {
	m.machine.Env["months"] = months
	p := Period{Months: months}
	for _, f := range x.Figures {
		v := m.number(f.Value)
		m.machine.Env[f.ID] = v
		p.Figures = append(p.Figures, FigureOf{f, v})
	}
	base := 0.0
	for _, v := range x.Variants {
		if !m.holds(v.When) {
			continue
		}
		out := m.variant(x, v)
		p.Variants = append(p.Variants, out)
		if v.ID == x.Baseline {
			base = out.USD
		}
	}
	for i := range p.Variants {
		p.Variants[i].Saves = base - p.Variants[i].USD
	}
	return p
}

func (m *maker) variant(x *knowledge.Comparison, v *knowledge.Variant) Variant {
	out := Variant{ID: v.ID, Title: v.Title}
	if s := m.rec.Decision(x.Decision); s != nil {
		if o := s.Decision.Option(v.ID); o != nil {
			out.Chosen = s.Chosen != nil && s.Chosen.Option == o
			if out.Title.Empty() {
				out.Title = o.Title
			}
			for _, j := range s.Options {
				out.RuledOut = out.RuledOut || j.Option == o && !j.Possible
			}
		}
	}
	for _, l := range x.Lines {
		if !l.Has(v.ID) || !m.holds(l.When) {
			continue
		}
		quantity := m.number(l.Quantity)
		if quantity == 0 {
			continue
		}
		line := Line{PlanLine: l, Quantity: quantity, UnitIs: l.Unit, UnitUSD: m.number(l.USD)}
		if l.Price != "" {
			price, ok := m.rec.Base.Prices.Find(l.Price, m.rec.Region)
			if !ok {
				out.Missing = append(out.Missing, l.Price)
				continue
			}
			line.UnitIs, line.UnitUSD, line.AsOf, line.Source = price.Unit, price.USD, price.AsOf, price.Source
		}
		line.USD = quantity * line.UnitUSD
		out.USD += line.USD
		out.Lines = append(out.Lines, line)
	}
	return out
}

// breakEven solves a linear difference between the ends of the fact's range.
func (m *maker) breakEven(x *knowledge.Comparison, months float64) *BreakEven {
	q := m.rec.Base.Question(x.BreakEven.Fact)
	was := m.machine.Env[q.ID]
	defer func() { m.machine.Env[q.ID] = was }()
	least, most := q.Fact.Min, q.Fact.Max
	low, high := m.difference(x, months, least), m.difference(x, months, most)
	out := &BreakEven{BreakEven: x.BreakEven, Months: months}
	if low*high <= 0 && low != high {
		out.Found, out.Value = true, least+(most-least)*low/(low-high)
		return out
	}
	out.Always = x.BreakEven.Of
	if low > 0 {
		out.Always = x.BreakEven.With
	}
	return out
}

// difference is by how much the first variant of the break-even is dearer at
// a value of the fact.
func (m *maker) difference(x *knowledge.Comparison, months, value float64) float64 {
	m.machine.Env[x.BreakEven.Fact] = value
	usd := map[string]float64{}
	for _, v := range m.period(x, months).Variants {
		usd[v.ID] = v.USD
	}
	return usd[x.BreakEven.Of] - usd[x.BreakEven.With]
}
