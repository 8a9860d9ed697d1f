package advisor_test

import (
	"slices"
	"testing"

	"alarife/internal/advisor"
	"alarife/internal/testkit/builtin"
)

// What the kind of system lists makes the picture, though any other system may
// ask for it as well.
func TestDrawn_IsWhatTheKindOfSystemLists(t *testing.T) {
	b := builtin.Base()
	a := advisor.New(b)
	listed, advice := 0, 0
	for _, s := range b.Scenarios {
		r := a.Quick(caseOf(t, b, s.ID))
		for _, d := range b.Decisions {
			drawn := r.Drawn(d)
			switch {
			case slices.Contains(r.Blueprint.Decisions, d.ID):
				listed++
				if !drawn {
					t.Errorf("%s: %s lists %s, and yet it is not drawn", s.ID, r.Blueprint.ID, d.ID)
				}
			case d.Everywhere:
				advice++
				if drawn {
					t.Errorf("%s: %s goes with any system, and yet it is drawn", s.ID, d.ID)
				}
			}
		}
	}
	if listed == 0 || advice == 0 {
		t.Errorf("%d listed, %d advice", listed, advice)
	}
}
