package plan_test

import (
	"testing"

	"alarife/assets"
	"alarife/catalog"
	"alarife/internal/design"
	"alarife/internal/fault"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/plan"
	"alarife/internal/run"
)

// runner prepares runs on the built-in catalog.
func runner(t testing.TB) *run.Runner {
	t.Helper()
	texts, err := lang.LoadMessages(assets.Translations())
	if err != nil {
		t.Fatal(err)
	}
	b, err := knowledge.Load(catalog.Files)
	if err != nil {
		t.Fatal(err)
	}
	return run.New(b, texts)
}

// planned makes run and plan of a bundled scenario with some answers changed,
// given as fact, answer, fact, answer …
func planned(t testing.TB, m *run.Runner, id string, changes ...string) (*run.Run, *plan.Plan) {
	t.Helper()
	d, err := design.FromScenario(m.Base().Scenario(id), m.Base())
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(changes); i += 2 {
		v, err := m.Base().ParseAnswer(changes[i], changes[i+1], fault.Place{})
		if err != nil {
			t.Fatal(err)
		}
		d.Answers[changes[i]] = v
	}
	r := m.Quick(run.Brief{Title: d.Title, Case: d.Case()})
	return r, r.Plan()
}

func TestSmoke(t *testing.T) {
	m := runner(t)
	for _, s := range m.Base().Scenarios {
		_, p := planned(t, m, s.ID)
		t.Logf("%-40s machines %v cmp %d pricing %v drivers %v net %v tags %d", s.ID, p.Machines != nil && len(p.Machines.Ranking) > 0, len(p.Comparisons), p.Pricing != nil, p.Drivers != nil, p.Network != nil, len(p.Tags))
		if p.Machines != nil && len(p.Machines.Ranking) > 0 {
			b := p.Machines.Ranking[0]
			t.Logf("   %s %s %.4f x%v", p.Machines.Family.ID, b.Type, b.Offer.USDHour, p.Machines.Count)
		} else if p.Machines != nil {
			t.Logf("   NONE %s %s %+v", p.Machines.Family.ID, p.Machines.Arch, p.Machines.Region)
		}
		for _, c := range p.Comparisons {
			for _, q := range c.Periods {
				for _, v := range q.Variants {
					t.Logf("   %s %v %s %v %.2f %v", c.ID, q.Months, v.ID, v.Chosen, v.USD, v.Missing)
				}
			}
			if c.BreakEven != nil {
				t.Logf("   %+v", *c.BreakEven)
			}
		}
		if p.Drivers != nil {
			for _, x := range p.Drivers.Savings {
				t.Logf("   save %.2f of %.2f: %s %s→%s points %.2f follows %d", x.USD, p.Drivers.Monthly, x.Decision.ID, x.From.Option.ID, x.To.Option.ID, x.Points, x.Follows)
			}
		}
	}
}
