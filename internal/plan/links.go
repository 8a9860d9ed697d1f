package plan

import "alarife/internal/architecture"

// link is a connection as packets see it: a flow, with the members of a fleet
// in the place of the fleet.
type link struct {
	from, to *architecture.Component
	flow     *architecture.Flow
}

// answers reports whether a link answers an earlier one the other way, or goes
// back to a caller outside: groups keep state, so that it needs no rule of its
// own.
func (l link) answers(earlier []link) bool {
	for _, e := range earlier {
		if e.from.Origin == l.to.Origin && (e.to.Origin == l.from.Origin || l.to.Actor != "") {
			return true
		}
	}
	return false
}

// links lists the connections of the architecture in the order of its flows.
func (m *maker) links() []link {
	members := m.members()
	ends := func(c *architecture.Component) []*architecture.Component {
		if all := members[c.ID]; len(all) > 0 {
			return all
		}
		return []*architecture.Component{c}
	}
	var out []link
	for _, f := range m.arch.Flows {
		from, to := m.arch.Component(f.From), m.arch.Component(f.To)
		if from == nil || to == nil || member(members[from.ID], to) {
			continue
		}
		for _, a := range ends(from) {
			for _, b := range ends(to) {
				if a.Zone == "" || b.Zone == "" || a.Zone == b.Zone || a == from && b == to {
					out = append(out, link{a, b, f})
				}
			}
		}
	}
	return out
}

// members lists, for every fleet, the components in subnets that it runs.
func (m *maker) members() map[string][]*architecture.Component {
	out := map[string][]*architecture.Component{}
	for _, f := range m.arch.Flows {
		from, to := m.arch.Component(f.From), m.arch.Component(f.To)
		if from != nil && has(from, "fleet") && !inside(from) && inside(to) && has(to, "compute") {
			out[from.ID] = append(out[from.ID], to)
		}
	}
	return out
}

func member(all []*architecture.Component, c *architecture.Component) bool {
	for _, x := range all {
		if x == c {
			return true
		}
	}
	return false
}
