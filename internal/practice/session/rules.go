package session

import (
	"cmp"
	"slices"
	"strings"

	"alarife/internal/knowledge"
	"alarife/internal/practice"
)

// askRules takes an exercise for each rule of the plan that none taken before
// asks about and that the catalog still has.
func (h *hand) askRules() {
	asked := map[string]bool{}
	for _, id := range h.plan.Rules {
		r, known := h.book.Rule(id)
		if h.full() || !known || asked[id] {
			continue
		}
		if h.ask(r) {
			for _, t := range h.picks[len(h.picks)-1].Tests() {
				asked[t] = true
			}
		}
	}
}

// ask takes an exercise for a rule: an authored one that tests it, else one
// generated about its decision, else an authored one about its topic. False
// where there is none.
func (h *hand) ask(r practice.Rule) bool {
	source := h.plan.source()
	if source != Generated && h.authoredFor(r, h.about(r.ID), tests) {
		return true
	}
	if source != Authored && h.generatedFor(r) {
		return true
	}
	if source == Generated || r.Topic == "" {
		return false
	}
	near := h.filter(func(i *knowledge.Item) bool { return i.Topic == r.Topic })
	return h.authoredFor(r, near, func(*practice.Exercise, string) bool { return true })
}

// tests reports whether an exercise tests a rule.
func tests(x *practice.Exercise, rule string) bool { return slices.Contains(x.Tests(), rule) }

// authoredFor takes the least recently answered of the items that fits the
// rule.
func (h *hand) authoredFor(r practice.Rule, items []*knowledge.Item, fits func(*practice.Exercise, string) bool) bool {
	slices.SortStableFunc(items, func(a, b *knowledge.Item) int {
		return cmp.Or(h.plan.Seen[a.ID].Compare(h.plan.Seen[b.ID]), // the zero time of those never answered comes first
			cmp.Compare(hash(r.ID+a.ID), hash(r.ID+b.ID)))
	})
	for _, i := range items {
		x := h.exercise(i)
		if x != nil && fits(x, r.ID) && h.take(x, "", r.ID) {
			return true
		}
	}
	return false
}

// Patience with generated exercises for one rule.
const (
	tries    = 6   // exercises about its decision, for one that tests it
	attempts = 250 // at each
)

// generatedFor takes a generated exercise about the decision of a rule, if
// possible one that tests it.
func (h *hand) generatedFor(r practice.Rule) bool {
	if h.base().Decision(r.Topic) == nil || !h.plan.generates() {
		return false
	}
	var other *practice.Exercise
	g := h.generators[h.plan.era()]().About(r.Topic).Within(attempts)
	for x := range each(g, h.plan.Seed^hash(r.ID), tries) {
		if !h.plan.fits(h.plan.era(), x.Kind, x.Level, x.Guide) {
			continue
		}
		if tests(x, r.ID) && h.take(x, r.Topic, r.ID) {
			return true
		}
		if other == nil {
			other = x
		}
	}
	return h.take(other, r.Topic, r.ID)
}

// about lists the items that may test a rule, as far as can be told without
// deriving them.
func (h *hand) about(rule string) []*knowledge.Item {
	kind, rest, _ := strings.Cut(rule, "/")
	name, _, _ := strings.Cut(rest, "/")
	return h.filter(func(i *knowledge.Item) bool {
		switch kind {
		case "review":
			return i.Kind == knowledge.FaultItem
		case "service":
			return slices.Contains(i.Services, name)
		case "responsibility":
			return slices.Contains(i.Layers, name)
		case "item":
			return i.ID == name
		case "topic", "estimate":
			return i.Topic == name
		}
		return decides(i, kind)
	})
}

// decides reports whether an item is about a decision.
func decides(i *knowledge.Item, decision string) bool {
	return i.Decision == decision || slices.Contains(i.Decisions, decision) ||
		slices.ContainsFunc(i.Combinations, func(c *knowledge.Combination) bool { return c.Choose[decision] != "" })
}

// filter lists the items that the plan allows and that are wanted.
func (h *hand) filter(wanted func(*knowledge.Item) bool) (out []*knowledge.Item) {
	for _, i := range h.base().Items {
		if wanted(i) && h.plan.allows(i) {
			out = append(out, i)
		}
	}
	return out
}
