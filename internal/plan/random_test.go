package plan_test

import (
	"math"
	"math/rand/v2"
	"strconv"
	"testing"

	"alarife/internal/advisor"
	"alarife/internal/fault"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/plan"
	"alarife/internal/run"
	"alarife/internal/workload"
)

// answers draws an answer to every question.
func answers(t *testing.T, b *knowledge.Base, r *rand.Rand) workload.Workload {
	t.Helper()
	w := workload.Workload{}
	for _, q := range b.Questions {
		text := "yes"
		switch q.Kind {
		case workload.Number:
			x := q.Fact.Min + (q.Fact.Max-q.Fact.Min)*math.Pow(r.Float64(), 4)
			text = strconv.FormatFloat(x, 'f', q.Decimals, 64)
		case workload.YesNo:
			if r.IntN(2) == 0 {
				text = "no"
			}
		default:
			text = q.Fact.Choices[r.IntN(len(q.Fact.Choices))]
		}
		v, err := b.ParseAnswer(q.ID, text, fault.Place{})
		if err != nil {
			continue // rounded over an end of its range
		}
		w[q.ID] = v
	}
	return w
}

func TestOf_StandsAnyWorkload(t *testing.T) {
	m := runner()
	for seed := range uint64(150) {
		c := advisor.Case{Workload: answers(t, m.Base(), rand.New(rand.NewPCG(seed, 7)))}
		r := m.Quick(run.Brief{Title: lang.Text{EN: "¡Ñandú! 北", ES: "x"}, Case: c})
		p := r.Plan()
		for _, x := range p.Comparisons {
			for _, period := range x.Periods {
				for _, v := range period.Variants {
					sound(t, seed, x.ID+" "+v.ID, v.USD)
				}
			}
			if b := x.BreakEven; b != nil && b.Found && (b.Value < 0 || b.Value > 100) {
				t.Errorf("seed %d: break-even at %v", seed, b.Value)
			}
		}
		if p.Pricing != nil {
			for _, w := range p.Pricing.Ways {
				sound(t, seed, w.Option.ID, w.USD)
			}
		}
		if p.Drivers != nil {
			for _, s := range p.Drivers.Savings {
				sound(t, seed, s.To.Option.ID, s.USD)
			}
		}
		fits(t, seed, p.Machines)
	}
}

func sound(t *testing.T, seed uint64, what string, usd float64) {
	t.Helper()
	if math.IsNaN(usd) || math.IsInf(usd, 0) || usd < 0 {
		t.Errorf("seed %d: %s comes to %v", seed, what, usd)
	}
}

// fits checks the ranking against the needs.
func fits(t *testing.T, seed uint64, m *plan.Machines) {
	t.Helper()
	if m == nil {
		return
	}
	for _, r := range m.Ranking {
		for _, n := range m.Needs {
			if r.Figure(n.Of) < n.Value {
				t.Errorf("seed %d: %s has %v of %s, wanted %v", seed, r.Type, r.Figure(n.Of), n.Of, n.Value)
			}
		}
	}
}
