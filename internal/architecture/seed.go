package architecture

import (
	"slices"

	"alarife/internal/knowledge"
)

// plant changes components before they are placed, drops some and adds new
// ones. unknown lists those that are named and not there.
func (a *assembly) plant(seeds []*knowledge.Seed) (unknown []string) {
	for _, s := range seeds {
		if s.Service != "" {
			a.sprout(s)
		} else if !a.graft(s) {
			unknown = append(unknown, s.Component)
		}
	}
	for _, s := range seeds {
		for _, id := range slices.Concat(s.From, s.To, s.Cut) {
			if !slices.ContainsFunc(a.placed, func(p placed) bool { return p.Origin == id }) {
				unknown = append(unknown, id)
			}
		}
	}
	return unknown
}

// sprout adds the component of a seed.
func (a *assembly) sprout(s *knowledge.Seed) {
	service := a.rec.Base.Service(s.Service)
	c := &Component{ID: s.Component, Origin: s.Component, Role: s.Role, Slot: s.Component, Traits: s.Add}
	c.describe(service)
	c.Place = placeOf(service, &knowledge.Component{At: s.Move}, false)
	a.placed = append(a.placed, placed{Component: c})
}

// graft changes one component; false where it is not there.
func (a *assembly) graft(s *knowledge.Seed) bool {
	i := slices.IndexFunc(a.placed, func(p placed) bool { return p.Origin == s.Component })
	if i < 0 {
		return false
	}
	if s.Drop {
		a.placed = slices.Delete(a.placed, i, i+1)
		return true
	}
	c := a.placed[i].Component
	c.Traits = slices.DeleteFunc(join(slices.Clone(c.Traits), s.Add), func(t string) bool { return slices.Contains(s.Remove, t) })
	if s.Move != "" {
		c.Place = Place(s.Move)
	}
	return true
}

// rewire cuts and adds the flows of seeds.
func (a *assembly) rewire(seeds []*knowledge.Seed) {
	origin := map[string]string{}
	for _, c := range a.out.Components {
		origin[c.ID] = c.Origin
	}
	for _, s := range seeds {
		a.out.Flows = slices.DeleteFunc(a.out.Flows, func(f *Flow) bool {
			from, to := origin[f.From], origin[f.To]
			return from == s.Component && slices.Contains(s.Cut, to) || to == s.Component && slices.Contains(s.Cut, from)
		})
		for _, id := range s.From {
			a.connect(&knowledge.Flow{}, a.byOrigin[id], a.byOrigin[s.Component])
		}
		for _, id := range s.To {
			a.connect(&knowledge.Flow{}, a.byOrigin[s.Component], a.byOrigin[id])
		}
	}
}
