package session

import (
	"errors"
	"iter"
	"math"
	"slices"

	"alarife/internal/knowledge"
	"alarife/internal/practice"
)

// pick is an exercise that was taken.
type pick struct {
	*practice.Exercise
	pool string // that it was generated from: the decision where it was made for a rule, "" for that of the plan
	rule string // that it was taken for, "" for none
}

// Compose makes the exercises of a plan, each different from the others: no
// two have the same story and question. Fewer than plan.Count come where the
// catalog yields no more; the error is practice.ErrBarren where it yields
// none, and that of Check where the plan names what the catalog has not.
func (s *Shelf) Compose(p Plan) ([]*practice.Exercise, error) {
	picks, err := s.compose(p)
	out := make([]*practice.Exercise, len(picks))
	for n, x := range picks {
		out[n] = x.Exercise
	}
	return out, err
}

func (s *Shelf) compose(p Plan) ([]pick, error) {
	if err := s.Check(p); err != nil {
		return nil, err
	}
	h := &hand{Shelf: s, plan: &p, twins: twins{}}
	h.askRules()
	if p.Kind != Review {
		h.fill()
	}
	if len(h.picks) == 0 {
		return nil, practice.ErrBarren
	}
	return h.picks, nil
}

// hand is the taking of exercises for one sitting.
type hand struct {
	*Shelf
	plan  *Plan
	twins twins
	picks []pick
}

func (h *hand) full() bool { return len(h.picks) >= h.plan.count() }

// take adds an exercise; false where it has a twin among those taken, or is
// none.
func (h *hand) take(x *practice.Exercise, pool, rule string) bool {
	if x == nil || !h.twins.add(x) {
		return false
	}
	h.picks = append(h.picks, pick{x, pool, rule})
	return true
}

// fill takes authored and generated exercises in turns, as the source says,
// until the hand is full or both are used up.
func (h *hand) fill() {
	var sources []iter.Seq[*practice.Exercise]
	if h.plan.source() != Generated {
		sources = append(sources, h.authored())
	}
	if h.plan.source() != Authored {
		sources = append(sources, h.generated())
	}
	var draws []func() (*practice.Exercise, bool)
	for _, s := range sources {
		next, stop := iter.Pull(s)
		defer stop()
		draws = append(draws, next)
	}
	for len(draws) > 0 && !h.full() {
		for n := 0; n < len(draws) && !h.full(); n++ {
			if !h.draw(draws[n]) {
				draws = slices.Delete(draws, n, n+1)
				n--
			}
		}
	}
}

// draw takes the next exercise that has no twin; false where there is none.
func (h *hand) draw(next func() (*practice.Exercise, bool)) bool {
	for {
		x, ok := next()
		if !ok {
			return false
		}
		if h.take(x, "", "") {
			return true
		}
	}
}

// authored yields the items of the plan, spread over sessions and levels.
func (h *hand) authored() iter.Seq[*practice.Exercise] {
	return func(yield func(*practice.Exercise) bool) {
		for _, i := range spread(h.items(h.plan), h.plan.Guide, chance(h.plan.Seed, "authored")) {
			if !yield(h.exercise(i)) {
				return
			}
		}
	}
}

// fruitless is how many generated exercises in a row may be of another level
// or session than wanted before no more are tried.
const fruitless = 60

// generated yields exercises of the plan's seed.
func (h *hand) generated() iter.Seq[*practice.Exercise] {
	return func(yield func(*practice.Exercise) bool) {
		if !h.plan.generates() {
			return
		}
		missed, pool := 0, h.pool(h.plan)
		even := h.balance(pool.Topics())
		for x := range each(pool, h.plan.Seed, math.MaxInt) {
			if !h.plan.fits(h.plan.era(), x.Kind, x.Level, x.Guide) || !even.takes(home(x.Guide, h.plan.Guide)) {
				if missed++; missed > fruitless {
					return
				}
				continue
			}
			if missed = 0; !yield(x) {
				return
			}
		}
	}
}

// generates reports whether the kinds asked for can be generated.
func (p *Plan) generates() bool {
	return len(p.Items) == 0 || slices.Contains(p.Items, knowledge.ChoiceItem)
}

// pool is the generator about the topics of the plan that belong to the
// sessions asked for.
func (h *hand) pool(p *Plan) *practice.Generator {
	g := h.generators[p.era()]()
	return g.About(slices.DeleteFunc(g.Topics(), func(topic string) bool {
		guide := h.base().Decision(topic).Guide
		return len(p.Topics) > 0 && !slices.Contains(p.Topics, topic) ||
			len(p.Guide) > 0 && len(guide) > 0 && home(guide, p.Guide) == 0
	})...)
}

var errEnough = errors.New("session: enough")

// each yields up to count exercises of a generator and a seed, fewer where the
// catalog is barren.
func each(g *practice.Generator, seed uint64, count int) iter.Seq[*practice.Exercise] {
	return func(yield func(*practice.Exercise) bool) {
		_ = g.Each(seed, count, func(x *practice.Exercise) error { // it ends by itself, or with one of two errors that say the same
			if !yield(x) {
				return errEnough
			}
			return nil
		})
	}
}
