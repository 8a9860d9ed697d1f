package knowledge_test

import (
	"testing"

	"alarife/internal/knowledge"
)

// TestMoney_NoDecisionIsHalfPriced looks for options without a cost beside
// options with one: what is free has a line of nothing, and what another
// decision prices says so.
func TestMoney_NoDecisionIsHalfPriced(t *testing.T) {
	for _, d := range builtIn(t).Decisions {
		priced := false
		for _, o := range d.Options {
			priced = priced || len(o.Lines()) > 0
		}
		for _, o := range d.Options {
			if priced && len(o.Lines()) == 0 && len(o.PricedBy) == 0 {
				t.Errorf("%s/%s names no cost, though another option does", d.ID, o.ID)
			}
		}
	}
}

// TestMoney_PricedByLeadsToALine looks for a decision that is said to pay and
// has no line.
func TestMoney_PricedByLeadsToALine(t *testing.T) {
	b := builtIn(t)
	pays := func(id string) bool {
		if id == knowledge.BlueprintDecision {
			return true // its fixed slots have lines
		}
		for _, o := range b.Decision(id).Options {
			if len(o.Lines()) > 0 {
				return true
			}
		}
		return false
	}
	check := func(at string, payers []string) {
		for _, id := range payers {
			if !pays(id) {
				t.Errorf("%s: %s has no cost", at, id)
			}
		}
	}
	for _, d := range b.Decisions {
		check(d.ID, d.PricedBy)
		for _, o := range d.Options {
			check(d.ID+"/"+o.ID, o.PricedBy)
		}
	}
	for _, bp := range b.Blueprints {
		for _, s := range bp.Slots {
			check(bp.ID+"/"+s.ID, s.PricedBy)
		}
	}
}
