package session

import (
	"hash/fnv"
	"math/rand/v2"
	"slices"
	"sort"

	"alarife/internal/knowledge"
)

// spread puts items in an order of which every beginning is spread over the
// sessions of the study guide, and within each over the levels, in proportion
// to how many items there are. Chance decides the rest.
func spread(items []*knowledge.Item, guide []int, r *rand.Rand) []*knowledge.Item {
	items = slices.Clone(items)
	r.Shuffle(len(items), func(i, j int) { items[i], items[j] = items[j], items[i] })
	even := func(list []*knowledge.Item) []*knowledge.Item { return list }
	byLevel := func(list []*knowledge.Item) []*knowledge.Item {
		return interleave(list, func(i *knowledge.Item) int { return i.Level }, even, r)
	}
	return interleave(items, func(i *knowledge.Item) int { return home(i.Guide, guide) }, byLevel, r)
}

// balance keeps generated exercises spread over the sessions of the study
// guide, in proportion to the topics of each.
type balance struct {
	share map[int]float64 // 0 … 1, by session; nil where nothing is to be kept
	taken map[int]int
	sum   int
}

// balance is that of an exam; a drill takes what comes.
func (h *hand) balance(topics []string) *balance {
	b := &balance{taken: map[int]int{}}
	if h.plan.Kind != Exam {
		return b
	}
	b.share = map[int]float64{}
	for _, t := range topics {
		b.share[home(h.base().Decision(t).Guide, h.plan.Guide)] += 1 / float64(len(topics))
	}
	return b
}

// takes counts an exercise of a session; false where the session has had more
// than its share already.
func (b *balance) takes(session int) bool {
	if b.share != nil && float64(b.taken[session]) > b.share[session]*float64(b.sum+1) {
		return false
	}
	b.taken[session]++
	b.sum++
	return true
}

// home is the session that an item with several counts for: the first that is
// asked for.
func home(own, asked []int) int {
	for _, g := range own {
		if len(asked) == 0 || slices.Contains(asked, g) {
			return g
		}
	}
	return 0
}

// interleave puts groups into one order: the n-th of a group of m stands at
// (n+u)/m of the whole, where u is the group's own number between 0 and 1.
// The numbers are spread evenly, so that the rounding of the groups evens out.
func interleave[T any](list []T, group func(T) int, within func([]T) []T, r *rand.Rand) []T {
	groups := map[int][]T{}
	for _, x := range list {
		groups[group(x)] = append(groups[group(x)], x)
	}
	keys := []int{}
	for k := range groups {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	r.Shuffle(len(keys), func(i, j int) { keys[i], keys[j] = keys[j], keys[i] })
	type placed struct {
		at float64
		x  T
	}
	all := []placed{}
	for n, k := range keys {
		u := (float64(n) + 0.5) / float64(len(keys))
		for i, x := range within(groups[k]) {
			all = append(all, placed{(float64(i) + u) / float64(len(groups[k])), x})
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].at < all[j].at })
	out := make([]T, len(all))
	for i, p := range all {
		out[i] = p.x
	}
	return out
}

// chance is a source of random numbers that follows from a seed and a purpose.
func chance(seed uint64, purpose string) *rand.Rand {
	return rand.New(rand.NewPCG(seed, hash(purpose)))
}

func hash(text string) uint64 {
	h := fnv.New64a()
	_, _ = h.Write([]byte(text)) // never fails
	return h.Sum64()
}
