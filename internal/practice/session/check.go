package session

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"alarife/internal/fault"
	"alarife/internal/knowledge"
)

// Check tells all that a plan names and the catalog has not, as a fault.List.
// Rules are not checked: those that are gone are not asked.
func (s *Shelf) Check(p Plan) error {
	c := checking{}
	oneOf(&c, "kind", p.Kind, Kinds())
	if p.Source != "" {
		oneOf(&c, "source", p.Source, Sources())
	}
	if p.Era != "" {
		oneOf(&c, "era", p.Era, []knowledge.Era{knowledge.Guide, knowledge.Today})
	}
	if p.Count < 0 || p.Count > MaxCount {
		c.add("sitting.count", "value", p.Count, "max", MaxCount)
	}
	if p.Level != 0 {
		oneOf(&c, "level", p.Level, levels())
	}
	if p.Limit < 0 {
		c.add("sitting.limit")
	}
	for _, g := range p.Guide {
		oneOf(&c, "session", g, s.Guide())
	}
	for _, k := range p.Items {
		oneOf(&c, "item", k, knowledge.ItemKinds())
	}
	var known []string
	if len(p.Topics) > 0 {
		known = s.Topics(p.source())
	}
	for _, t := range p.Topics {
		if !slices.Contains(known, t) {
			c.add("sitting.topic", "value", t, "near", fault.Nearest(t, known))
		}
	}
	return c.faults.Err()
}

type checking struct{ faults fault.List }

func (c *checking) add(key string, args ...any) {
	c.faults = append(c.faults, fault.New(fault.Place{}, key, args...))
}

func oneOf[T comparable](c *checking, field string, value T, known []T) {
	if slices.Contains(known, value) {
		return
	}
	names := []string{}
	for _, k := range known {
		names = append(names, fmt.Sprint(k))
	}
	c.add("catalog.not-one-of", "field", field, "value", fmt.Sprint(value), "known", strings.Join(names, ", "))
}

func levels() (out []int) {
	for n := range knowledge.MaxLevel {
		out = append(out, n+1)
	}
	return out
}

// Guide lists the sessions of the study guide.
func (s *Shelf) Guide() (ids []int) {
	for _, g := range s.base().Guide.Sessions {
		ids = append(ids, g.ID)
	}
	return ids
}

// number reads the seed and the place in its run from the id of a generated
// exercise; ok is false where it is none, or lies farther than any sitting
// takes it from.
func number(id string) (seed uint64, n int, ok bool) {
	parts := strings.Split(id, "-")
	if len(parts) != 3 || parts[0] != "generated" {
		return 0, 0, false
	}
	seed, e1 := strconv.ParseUint(parts[1], 10, 64)
	n, e2 := strconv.Atoi(parts[2])
	return seed, n, e1 == nil && e2 == nil && n > 0 && n <= longest
}
