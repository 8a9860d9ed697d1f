package advisor

import "alarife/internal/knowledge"

// Alternative is a named recommendation under other weights.
type Alternative struct {
	ID             string // cheapest, fastest, least-operated
	Recommendation *Recommendation
}

// wishes are the weights of the named alternatives; criteria left out weigh
// nothing.
var wishes = []struct {
	id      string
	weights []knowledge.Criterion
}{
	{"cheapest", []knowledge.Criterion{knowledge.Cost}},
	{"fastest", []knowledge.Criterion{"performance"}},
	{"least-operated", []knowledge.Criterion{"operations", "build-effort"}},
}

// alternatives settles the case under the weights of every wish; pins hold.
func (a *Advisor) alternatives(c Case) []Alternative {
	var out []Alternative
	for _, w := range wishes {
		c.Priorities = map[knowledge.Criterion]float64{}
		for _, criterion := range knowledge.Criteria() {
			c.Priorities[criterion] = 0
		}
		for _, criterion := range w.weights {
			c.Priorities[criterion] = knowledge.MaxPriority
		}
		out = append(out, Alternative{ID: w.id, Recommendation: a.Quick(c)})
	}
	return out
}

// EraDifference is a decision that comes out differently in the other era.
type EraDifference struct {
	Decision *knowledge.Decision

	AppliesHere, AppliesThere bool // whether the decision applies at all

	Here    string   // option recommended in the era of the case, "" for none
	There   string   // option recommended in the other era
	Because []Reason // constraints of the other era on the option of this one, or of this era on that one
}

// Other returns the other era.
func Other(e knowledge.Era) knowledge.Era {
	if e == knowledge.Guide {
		return knowledge.Today
	}
	return knowledge.Guide
}

func (a *Advisor) eraDifferences(r *Recommendation) []EraDifference {
	other := r.Case
	other.Era = Other(r.Case.Era)
	there := a.Quick(other)
	var out []EraDifference
	for i, s := range r.Decisions {
		t := there.Decisions[i]
		if here, away := recommendedID(s), recommendedID(t); here != away {
			out = append(out, EraDifference{
				Decision: s.Decision, AppliesHere: s.Applies, AppliesThere: t.Applies, Here: here, There: away,
				Because: append(constraintsOn(t, here), constraintsOn(s, away)...),
			})
		}
	}
	return out
}

func recommendedID(s *Settled) string {
	if s.Recommended == nil {
		return ""
	}
	return s.Recommended.Option.ID
}

func constraintsOn(s *Settled, option string) []Reason {
	for _, o := range s.Options {
		if o.Option.ID == option {
			return o.Constraints
		}
	}
	return nil
}
