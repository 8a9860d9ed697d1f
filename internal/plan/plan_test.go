package plan_test

import (
	"sync"
	"testing"

	"alarife/internal/design"
	"alarife/internal/fault"
	"alarife/internal/plan"
	"alarife/internal/run"
	"alarife/internal/testkit/builtin"
)

// runner prepares runs on the built-in catalog.
var runner = sync.OnceValue(func() *run.Runner { return run.New(builtin.Base(), builtin.Texts()) })

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

func BenchmarkOf(b *testing.B) {
	m := runner()
	r, _ := planned(b, m, "fraud-detection")
	for b.Loop() {
		r.Plan()
	}
}
