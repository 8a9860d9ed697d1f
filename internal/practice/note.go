package practice

import (
	"math"
	"slices"

	"alarife/internal/advisor"
	"alarife/internal/lang"
	"alarife/internal/rule"
)

const told = 3 // reasons of one option that are told

// note tells why an option is right or wrong, in the engine's own words: what
// rules it out; what speaks for the one recommended; for another possible one
// what speaks against it, or else for the one recommended.
func (b *Book) note(r *advisor.Recommendation, s *advisor.Settled, o *advisor.Judged) Note {
	n := Note{}
	if !o.Possible {
		for _, c := range o.Constraints {
			n.add(b, r, s, o, c)
		}
		return n
	}
	for _, reason := range o.Reasons {
		if (reason.Points > 0) == (o == s.Recommended) && len(n.Why) < told {
			n.add(b, r, s, o, reason)
		}
	}
	if best := s.Recommended; o != best && best != nil {
		own := len(n.Rules) > 0
		n.Why = append(n.Why, b.say("practice.behind", "option", best.Option.Title, "score", points(best.Score), "own", points(o.Score)))
		for _, reason := range best.Reasons {
			if reason.Points > 0 && len(n.Why) <= told && !own && !shares(o, reason) {
				n.add(b, r, s, best, reason)
			}
		}
	}
	if len(n.Rules) == 0 {
		n.Rules = []string{s.Decision.ID + "/" + o.Option.ID}
	}
	return n
}

// shares reports whether the option has evidence of the same words.
func shares(o *advisor.Judged, reason advisor.Reason) bool {
	return slices.ContainsFunc(o.Reasons, func(x advisor.Reason) bool {
		return x.Rule != nil && reason.Rule != nil && x.Rule.ID == reason.Rule.ID && x.Points == reason.Points
	})
}

func (n *Note) add(b *Book, r *advisor.Recommendation, s *advisor.Settled, o *advisor.Judged, reason advisor.Reason) {
	n.Why = append(n.Why, b.both(func(t advisor.Teller) string { return t.Reason(r, reason) }))
	n.Rules = append(n.Rules, ruleID(s, o, reason))
}

// ruleID names what a reason stands on.
func ruleID(s *advisor.Settled, o *advisor.Judged, reason advisor.Reason) string {
	if reason.Rule != nil {
		return s.Decision.ID + "/" + o.Option.ID + "/" + reason.Rule.ID
	}
	return s.Decision.ID + "/" + o.Option.ID + "/" + string(reason.Kind)
}

// would tells the nearest change of one fact that makes the option right.
func (b *Book) would(n *Note, option string, turns []advisor.Change) {
	for _, c := range turns {
		if c.Becomes != option {
			continue
		}
		q := b.base().Question(c.Fact)
		n.Turn = &c
		n.Would = b.both(func(t advisor.Teller) string {
			return t.Say("practice.would", "fact", q.Short, "from", t.Value(b.base(), q, c.From), "to", t.Value(b.base(), q, c.To))
		})
		return
	}
}

// otherEra tells what a decision comes to in the other era, where that differs,
// since when and why; there is the inference of the other era.
func (b *Book) otherEra(r *advisor.Recommendation, inference *advisor.Inference, decision string) []lang.Text {
	there := inference.About(decision)
	here, away := r.Decision(decision), there.Decision(decision)
	if optionOf(here) == optionOf(away) {
		return nil
	}
	out := []lang.Text{b.both(func(t advisor.Teller) string {
		return t.Say("practice.era."+string(there.Case.Era), "here", b.titleOf(t, here), "there", b.titleOf(t, away))
	})}
	reasons := func(r *advisor.Recommendation, s *advisor.Settled, option string) {
		if o := judgedOf(s, option); o != nil {
			for _, reason := range o.Constraints {
				out = append(out, b.both(func(t advisor.Teller) string { return t.Reason(r, reason) }))
			}
		}
	}
	if away.Applies && here.Applies {
		reasons(there, away, optionOf(here))
		reasons(r, here, optionOf(away))
	}
	return append(out, b.moved(decision)...)
}

// moved tells the limits that a decision reads and that are others today.
func (b *Book) moved(decision string) (out []lang.Text) {
	seen := map[string]bool{}
	for _, p := range b.base().Decision(decision).Programs() {
		for _, key := range p.Reads {
			prefix, rest := rule.Split(key)
			if prefix != "limit" || seen[rest] {
				continue
			}
			seen[rest] = true
			if s, l, ok := b.base().Limit(rest); ok && l.Guide != nil {
				out = append(out, b.both(func(t advisor.Teller) string {
					return t.Say("practice.moved", "service", s.Name, "limit", l.Text, "guide", t.Quantity(*l.Guide, 6, l.Unit),
						"today", t.Quantity(l.Value, 6, l.Unit), "as_of", l.AsOf)
				}))
			}
		}
	}
	return out
}

func optionOf(s *advisor.Settled) string {
	if s == nil || s.Recommended == nil {
		return ""
	}
	return s.Recommended.Option.ID
}

func (b *Book) titleOf(t advisor.Teller, s *advisor.Settled) string {
	if s == nil || s.Recommended == nil {
		return t.Say("value.none")
	}
	return t.In(s.Recommended.Option.Title)
}

// points rounds a score to what a person compares.
func points(score float64) float64 { return math.Round(score*100) / 100 }
