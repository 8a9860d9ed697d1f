package run_test

import (
	"testing"

	"alarife/internal/architecture"
	"alarife/internal/knowledge"
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
