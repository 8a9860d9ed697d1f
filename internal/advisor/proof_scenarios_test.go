package advisor_test

import (
	"testing"

	"alarife/internal/knowledge"
)

func TestScenarios_AreSpreadOverSessionsAndBlueprints(t *testing.T) {
	a, _ := builtIn(t, "fraud-detection")
	sessions, blueprints := map[int]int{}, map[string]int{}
	for _, s := range a.Base().Scenarios {
		for _, n := range s.Guide {
			sessions[n]++
		}
		seen := map[string]bool{}
		for _, era := range []knowledge.Era{knowledge.Guide, knowledge.Today} {
			_, c := builtIn(t, s.ID)
			c.Era = era
			seen[a.Quick(c).Blueprint.ID] = true
		}
		for id := range seen {
			blueprints[id]++
		}
	}
	for _, s := range a.Base().Guide.Sessions {
		if sessions[s.ID] < 2 {
			t.Errorf("session %d has %d scenarios", s.ID, sessions[s.ID])
		}
	}
	for _, bp := range a.Base().Blueprints {
		if blueprints[bp.ID] < 2 {
			t.Errorf("blueprint %s has %d scenarios", bp.ID, blueprints[bp.ID])
		}
	}
	if len(a.Base().Scenarios) < 45 {
		t.Errorf("%d scenarios", len(a.Base().Scenarios))
	}
}

// A scenario that expects nothing of an era proves nothing of it.
func TestScenarios_ExpectSomethingOfBothEras(t *testing.T) {
	a, _ := builtIn(t, "fraud-detection")
	for _, s := range a.Base().Scenarios {
		for _, era := range []knowledge.Era{knowledge.Guide, knowledge.Today} {
			if len(s.Expect[string(era)]) == 0 {
				t.Errorf("%s expects nothing of the era %s", s.ID, era)
			}
		}
		if len(s.Guide) == 0 {
			t.Errorf("%s belongs to no session of the guide", s.ID)
		}
	}
}
