package plan_test

import (
	"sync"
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

// runner prepares runs on the built-in catalog, once for all tests.
func runner(t testing.TB) *run.Runner {
	t.Helper()
	once.Do(func() { shared = prepare(t) })
	if shared == nil {
		t.Fatal("the catalog does not load")
	}
	return shared
}

var (
	once   sync.Once
	shared *run.Runner
)

func prepare(t testing.TB) *run.Runner {
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

func BenchmarkOf(b *testing.B) {
	m := runner(b)
	r, _ := planned(b, m, "fraud-detection")
	for b.Loop() {
		r.Plan()
	}
}
