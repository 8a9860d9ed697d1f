package practice

import (
	"maps"

	"alarife/internal/advisor"
	"alarife/internal/architecture"
	"alarife/internal/knowledge"
)

// building is what the marking of a build needs: the engine.
type building struct {
	book *Book
	kase advisor.Case
	rec  *advisor.Recommendation // what would be right
}

// building lists the decisions to be taken and what is recommended in each.
func (d *derivation) building() error {
	d.out.Key.Choose = map[string]string{}
	there := d.elsewhere()
	for _, id := range d.item.Decisions {
		s := d.rec.Decision(id)
		if err := d.settledClearly(s); err != nil {
			return err
		}
		t := Taking{Choice: Choice{id, s.Decision.Asks}}
		for _, o := range s.Decision.Options {
			t.Options = append(t.Options, Choice{o.ID, o.Title})
		}
		d.out.Decisions = append(d.out.Decisions, t)
		d.out.Key.Choose[id] = s.Recommended.Option.ID
		note := d.note(d.rec, s, s.Recommended)
		note.Right = true
		d.out.Notes[id] = note
		d.out.Because = append(d.out.Because, d.otherEra(d.rec, there, id)...)
	}
	d.out.build = &building{d.Book, d.kase, d.rec}
	return nil
}

// What choices beside the recommended earn.
const (
	possibleShare = 0.8  // of a possible option that is level with the best
	fallsOff      = 2.0  // points of score over which that falls to nothing
	findingCosts  = 0.05 // each grave finding that the choices bring about
)

// gradeBuild marks each decision on its own: all for the option recommended,
// less the further a possible one lies behind, nothing for one ruled out or not
// taken. Grave findings that the choices bring about cost a little more.
func (x *Exercise) gradeBuild(choose map[string]string) (g Grade) {
	pins := maps.Clone(x.build.kase.Pins)
	for _, t := range x.Decisions {
		option := choose[t.ID]
		pins[t.ID] = option
		o := judgedOf(x.build.rec.Decision(t.ID), option)
		share := 0.0
		switch {
		case option == x.Key.Choose[t.ID]:
			share = 1
		case o != nil && o.Possible:
			behind := x.build.rec.Decision(t.ID).Recommended.Score - o.Score
			share = possibleShare * max(0, 1-behind/fallsOff)
		}
		if share < 1 {
			g.Wrong = append(g.Wrong, t.ID)
		}
		g.Credit += share / float64(len(x.Decisions))
	}
	g.Wrong = unique(g.Wrong)
	if len(g.Wrong) > 0 {
		g.Credit -= findingCosts * float64(x.build.newFindings(pins))
	}
	return g
}

// Instead tells why an option that was taken in a build is not the right one;
// ok is false where it is, and where the exercise does not know it.
func (x *Exercise) Instead(decision, option string) (n Note, ok bool) {
	if x.build == nil || option == x.Key.Choose[decision] {
		return Note{}, false
	}
	s := x.build.rec.Decision(decision)
	if o := judgedOf(s, option); o != nil {
		return x.build.book.note(x.build.rec, s, o), true
	}
	return Note{}, false
}

// Built is the run of a student's choices: the recommendation and the
// architecture under them.
func (x *Exercise) Built(choose map[string]string) (*advisor.Recommendation, *architecture.Architecture) {
	return x.build.under(choose)
}

func (b *building) under(pins map[string]string) (*advisor.Recommendation, *architecture.Architecture) {
	c := b.kase
	c.Pins = map[string]string{}
	for d, o := range pins {
		if o != "" {
			c.Pins[d] = o
		}
	}
	rec := b.book.Advisor.Quick(c)
	return rec, architecture.Assemble(rec, b.book.Texts)
}

// newFindings counts the rules that the choices break and the recommendation
// does not.
func (b *building) newFindings(pins map[string]string) int {
	rules := func(r *advisor.Recommendation, a *architecture.Architecture) map[string]bool {
		set := map[string]bool{}
		for _, f := range architecture.Review(r, a) {
			if f.Rule.Severity == "critical" || f.Rule.Severity == "high" {
				set[f.Rule.ID] = f.Rule.Scope != knowledge.OnDecision // what rules a pin out has been counted
			}
		}
		return set
	}
	sound := rules(b.under(b.kase.Pins))
	n := 0
	for id, counts := range rules(b.under(pins)) {
		if _, known := sound[id]; counts && !known {
			n++
		}
	}
	return n
}
