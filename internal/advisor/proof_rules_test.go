package advisor_test

import (
	"maps"
	"slices"
	"testing"

	"alarife/internal/knowledge"
)

// tries is the number of workloads that are searched for one rule.
const tries = 10000

// truths tells of every rule whether it was seen not to hold and to hold.
type truths map[*knowledge.Rule]*[2]bool

func (x truths) note(r *knowledge.Rule, holds bool) {
	seen := x[r]
	if seen == nil {
		seen = new([2]bool)
		x[r] = seen
	}
	if holds {
		seen[1] = true
	} else {
		seen[0] = true
	}
}

func (x truths) both(r *knowledge.Rule) bool { return x[r] != nil && x[r][0] && x[r][1] }

// A rule counts where its decision takes part: elsewhere it decides nothing.
func TestRules_EachHoldsInOneWorkloadAndNotInAnother(t *testing.T) {
	s, seen := newSearch(t), truths{}
	s.begin(func() { s.in.Rules(seen.note) })
	for _, d := range s.base.Decisions {
		if len(s.at[d]) == 0 {
			t.Errorf("%s takes part in no scenario", d.ID)
			continue
		}
		for _, o := range d.Options {
			for _, r := range append(append([]*knowledge.Rule{}, o.RulesOut...), o.Evidence...) {
				if r.When == nil || seen.both(r) {
					continue
				}
				near := map[string]bool{}
				s.standsOn(r.When, near)
				s.chase(d, slices.Sorted(maps.Keys(near)), tries, func() bool { s.in.Rules(seen.note); return seen.both(r) })
				if !seen.both(r) {
					t.Errorf("%s/%s/%s is never %v where its decision takes part: %s", d.ID, o.ID, r.ID, missing(seen[r]), r.When.Source.Text)
				}
			}
		}
	}
}

// missing is the outcome that was not seen.
func missing(seen *[2]bool) bool { return seen == nil || !seen[1] }
