package session

import (
	"alarife/internal/practice"
	"alarife/internal/practice/history"
)

// again makes the exercises of a sitting again, by their places; nil where the
// catalog has one no more as it was.
func (s *Shelf) again(p Plan, slots []history.Slot) []*practice.Exercise {
	h := &hand{Shelf: s, plan: &p}
	out := make([]*practice.Exercise, len(slots))
	runs := map[run][]int{} // places in slots
	for n, slot := range slots {
		if i := s.base().Item(slot.Exercise); i != nil {
			out[n] = s.exercise(i)
		} else if seed, _, ok := number(slot.Exercise); ok {
			key := run{slot.Pool, seed}
			runs[key] = append(runs[key], n)
		}
	}
	for key, places := range runs {
		h.rerun(key, places, slots, out)
	}
	for n, x := range out {
		if x != nil && digest(x) != slots[n].Digest {
			out[n] = nil
		}
	}
	return out
}

// run is one run of a generator.
type run struct {
	pool string
	seed uint64
}

// rerun generates a run up to the last exercise that is wanted.
func (h *hand) rerun(key run, places []int, slots []history.Slot, out []*practice.Exercise) {
	g := h.generators[h.plan.era()]().About(key.pool)
	if key.pool == "" {
		g = h.pool(h.plan)
	}
	wanted, last := map[string]int{}, 0
	for _, n := range places {
		_, number, _ := number(slots[n].Exercise)
		wanted[slots[n].Exercise], last = n, max(last, number)
	}
	for x := range each(g, key.seed, last) {
		if n, ok := wanted[x.ID]; ok {
			out[n] = x
		}
	}
}

// longest is how far a run goes at most: farther than any sitting needs.
const longest = MaxCount * (fruitless + 2)
