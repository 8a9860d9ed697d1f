package advisor_test

import (
	"sync"
	"testing"

	"alarife/catalog"
	"alarife/internal/advisor"
	"alarife/internal/design"
	"alarife/internal/knowledge"
	"alarife/internal/workload"
)

// loaded is the built-in catalog with its advisor, loaded once for all tests.
var loaded = sync.OnceValues(func() (*advisor.Advisor, error) {
	b, err := knowledge.Load(catalog.Files)
	if err != nil {
		return nil, err
	}
	return advisor.New(b), nil
})

// builtIn returns the advisor of the built-in catalog and the case of one of
// its scenarios.
func builtIn(tb testing.TB, scenario string) (*advisor.Advisor, advisor.Case) {
	tb.Helper()
	a, err := loaded()
	if err != nil {
		tb.Fatal(err)
	}
	return a, caseOf(tb, a.Base(), scenario)
}

func caseOf(tb testing.TB, b *knowledge.Base, scenario string) advisor.Case {
	tb.Helper()
	d, err := design.FromScenario(b.Scenario(scenario), b)
	if err != nil {
		tb.Fatal(err)
	}
	return d.Case()
}

// Budget: 100 µs, and no allocation that grows with the number of rules. Two
// workloads take turns, so that nothing can be kept but the machinery.
func BenchmarkAdvise(b *testing.B) {
	a, one := builtIn(b, "fraud-detection")
	two := caseOf(b, a.Base(), "medical-imaging")
	in := a.Begin(one)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if i%2 == 0 {
			in.Reset(two)
		} else {
			in.Reset(one)
		}
	}
}

// Budget: 20 µs.
func BenchmarkOneAnswer(b *testing.B) {
	a, c := builtIn(b, "fraud-detection")
	in := a.Begin(c)
	f := &a.Base().Question("latency_ms").Fact
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		in.Set(f, workload.Value{Number: float64(50 + i%2*5000)})
	}
}

// Budget: 50 ms; it includes what to ask next, the alternatives and the other
// era.
func BenchmarkWhatWouldChangeIt(b *testing.B) {
	a, c := builtIn(b, "fraud-detection")
	for b.Loop() {
		a.Advise(c)
	}
}
