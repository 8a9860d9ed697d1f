package run_test

import (
	"testing"

	"alarife/internal/architecture"
	"alarife/internal/knowledge"
	"alarife/internal/pricing"
)

// twice lists the components that do what another one, of the same service at
// the same place, does already.
func twice(a *architecture.Architecture) []string {
	type job struct {
		service string
		place   architecture.Place
		role    string
	}
	done := map[job]string{}
	var out []string
	for _, c := range a.Components {
		if c.Service == "" {
			continue
		}
		j := job{c.Service, c.Place, c.Role.EN}
		if first, ok := done[j]; ok && first != c.Origin {
			out = append(out, first+" and "+c.Origin)
		}
		done[j] = c.Origin
	}
	return out
}

// paidTwice lists the quantities that two lines count: the same formula at the
// same price, and not for two components that are drawn.
func paidTwice(e *pricing.Estimate) []string {
	counted := map[string]string{} // price and formula → component
	var out []string
	for _, l := range e.Lines {
		key := l.Price + " × " + l.Formula
		if component, twice := counted[key]; twice && (component == "" || l.Component == "" || component == l.Component) {
			out = append(out, key)
		}
		counted[key] = l.Component
	}
	return out
}

// inBothRegions are counted once for each copy: here and in the second Region.
var inBothRegions = map[string]bool{
	"dynamodb.storage.gb-month × store_gb":   true,
	"rds.postgresql.m6g-large × hours_month": true,
}

// leftOut are the components that no line prices, and why.
var leftOut = map[string]string{
	"ready-comprehend": "topics of letters are paid by the job, of which nobody is asked",
}

// TestEstimate_IsWhole looks for what is drawn and has no price, though it
// costs something.
func TestEstimate_IsWhole(t *testing.T) {
	m := runner(t)
	excused := map[string]bool{}
	for _, s := range m.Base().Scenarios {
		for _, era := range []knowledge.Era{knowledge.Guide, knowledge.Today} {
			r := m.Quick(brief(t, m, s, era))
			for _, c := range r.Estimate.LeftOut {
				if excused[c.Origin] = true; leftOut[c.Origin] == "" {
					t.Errorf("%s, %s: %s is drawn, neither priced nor free", s.ID, era, c.Origin)
				}
			}
			for _, what := range paidTwice(r.Estimate) {
				if inBothRegions[what] {
					continue
				}
				t.Errorf("%s, %s: %s is counted twice", s.ID, era, what)
			}
		}
	}
	for id := range leftOut {
		if !excused[id] {
			t.Errorf("%s is priced and needs no excuse", id)
		}
	}
}

// TestArchitecture_NothingIsDrawnTwiceAndOnlyWhatIsDrawnIsPriced looks at what
// blueprints and options bring by themselves: they may bring the same thing.
func TestArchitecture_NothingIsDrawnTwiceAndOnlyWhatIsDrawnIsPriced(t *testing.T) {
	m := runner(t)
	for _, s := range m.Base().Scenarios {
		for _, era := range []knowledge.Era{knowledge.Guide, knowledge.Today} {
			r := m.Quick(brief(t, m, s, era))
			for _, pair := range twice(r.Architecture) {
				t.Errorf("%s, %s: %s do the same", s.ID, era, pair)
			}
			for _, l := range r.Estimate.Lines {
				if l.Component != "" && !hasOrigin(r.Architecture, l.Component) {
					t.Errorf("%s, %s: %s is priced for %s, which is not drawn", s.ID, era, l.Price, l.Component)
				}
			}
		}
	}
}
