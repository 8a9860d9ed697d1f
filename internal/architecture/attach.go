package architecture

import (
	"slices"

	"alarife/internal/knowledge"
)

// content is what one option or slot put into the architecture.
type content struct {
	ids   map[string]bool
	joins []*knowledge.Join
}

// prune takes out what only stands where nothing else does its part.
func (a *assembly) prune() {
	all := slices.Clone(a.placed)
	a.placed = slices.DeleteFunc(a.placed, func(p placed) bool {
		return slices.ContainsFunc(all, func(o placed) bool {
			return o.ID != p.ID && len(o.unless) == 0 && slices.ContainsFunc(p.unless, func(m *knowledge.Mate) bool { return fits(o.Component, m) })
		})
	})
}

// attach draws the joins of the components that no flow attaches to anything
// outside their own content.
func (a *assembly) attach() {
	attached := a.attached()
	for _, c := range a.contents {
		for _, j := range c.joins {
			if !attached[j.Own()] && a.holds(j.When) {
				a.join(j, c.ids)
			}
		}
	}
}

// throughTheEdge leads those who come in by a door at the edge to every entry
// behind it through that door alone, and the answers back through it.
func (a *assembly) throughTheEdge() {
	door := a.door()
	if door == nil {
		return
	}
	served := map[string]bool{}
	for _, f := range a.out.Flows {
		served[f.From] = served[f.From] || f.To == door.ID
	}
	old := a.out.Flows
	a.out.Flows = nil
	for _, f := range old {
		switch x, y := a.out.Component(f.From), a.out.Component(f.To); {
		case behind(y) && x != door && (served[x.ID] || x.Place == Edge):
			if served[x.ID] {
				a.lead(f, x, door, f.Step)
			}
			a.lead(f, door, y, 0)
		case behind(x) && served[y.ID]:
			a.lead(f, door, y, f.Step)
		case x == door || y == door:
			a.lead(f, x, y, f.Step)
		default:
			a.out.Flows = append(a.out.Flows, f)
		}
	}
}

// door is the entry at the edge that leads to another one; nil where there is none.
func (a *assembly) door() *Component {
	for _, f := range a.out.Flows {
		x, y := a.out.Component(f.From), a.out.Component(f.To)
		if x.Place == Edge && contains(x.Traits, "entry") && behind(y) {
			return x
		}
	}
	return nil
}

// behind reports whether a component is an entry in a Region.
func behind(c *Component) bool {
	return contains(c.Traits, "entry") && c.Place != Edge && c.Place != Strip
}

// lead draws a flow unless it is there; a numbered one tells what an unnumbered one left open.
func (a *assembly) lead(f *Flow, x, y *Component, step int) {
	for _, old := range a.out.Flows {
		if old.From == x.ID && old.To == y.ID && (old.Step == 0 || step == 0 || old.Step == step) {
			if old.Step == 0 && step > 0 {
				old.Text, old.Step, old.Async = f.Text, step, f.Async
			}
			return
		}
	}
	style := ""
	if f.Async {
		style = "async"
	}
	a.flow(&knowledge.Flow{Text: f.Text, Step: step, Style: style}, x, y)
}

// backTheWayIn leads the answers of programs to those outside back through the
// door that the requests came in by.
func (a *assembly) backTheWayIn() {
	old := a.out.Flows
	a.out.Flows = nil
	for _, f := range old {
		x, y := a.out.Component(f.From), a.out.Component(f.To)
		if in := a.wayIn(old, y); y.Place == Outside && contains(x.Traits, "compute") && !f.Async && f.Step > 0 && in != nil && in != x {
			a.lead(f, in, y, f.Step)
		} else {
			a.out.Flows = append(a.out.Flows, f)
		}
	}
}

// wayIn is the door that somebody's numbered requests come in by; nil where there is none.
func (a *assembly) wayIn(flows []*Flow, who *Component) *Component {
	for _, f := range flows {
		if to := a.out.Component(f.To); f.From == who.ID && f.Step > 0 && !f.Async && (contains(to.Traits, "entry") || contains(to.Traits, "internet")) {
			return to
		}
	}
	return nil
}

// deadEnds takes out the gateway endpoints of the blueprint through which
// nothing is reached.
func (a *assembly) deadEnds() {
	leads, used := map[string]bool{}, map[string]bool{}
	for _, f := range a.out.Flows {
		leads[f.From], used[f.To] = true, true
	}
	dead := map[string]bool{}
	a.out.Components = slices.DeleteFunc(a.out.Components, func(c *Component) bool {
		if contains(c.Traits, "gateway-endpoint") && c.Decision == "" && !(leads[c.ID] && used[c.ID]) {
			dead[c.ID] = true
			delete(a.byOrigin, c.Origin)
		}
		return dead[c.ID]
	})
	a.out.Flows = slices.DeleteFunc(a.out.Flows, func(f *Flow) bool { return dead[f.From] || dead[f.To] })
}

// attached tells which components have a flow that is drawn and leads out of
// their content.
func (a *assembly) attached() map[string]bool {
	out := map[string]bool{}
	for _, f := range a.out.Flows {
		x, y := a.out.Component(f.From), a.out.Component(f.To)
		if x.Place == Strip || y.Place == Strip {
			continue
		}
		own := slices.ContainsFunc(a.contents, func(c content) bool { return c.ids[x.Origin] && c.ids[y.Origin] })
		if !own {
			out[x.Origin], out[y.Origin] = true, true
		}
	}
	return out
}

// join draws the flows of a join: with what fits its first description that
// anything fits.
func (a *assembly) join(j *knowledge.Join, own map[string]bool) {
	flow := &knowledge.Flow{Text: j.Text, Style: j.Style}
	for _, m := range j.With {
		mates := a.mates(j, m, own)
		for _, origin := range mates {
			from, to := a.byOrigin[j.Own()], a.byOrigin[origin]
			if j.From == "" {
				from, to = to, from
			}
			if !a.joined(from, to) {
				a.connect(flow, from, to)
			}
		}
		if len(mates) > 0 {
			return
		}
	}
}

// joined reports whether a flow leads from one group of copies to another: two
// contents that share a component may join it to the same.
func (a *assembly) joined(from, to []*Component) bool {
	return slices.ContainsFunc(a.out.Flows, func(f *Flow) bool {
		is := func(id string) func(*Component) bool { return func(c *Component) bool { return c.ID == id } }
		return slices.ContainsFunc(from, is(f.From)) && slices.ContainsFunc(to, is(f.To))
	})
}

// mates lists the origins of what fits a description, in the order of the
// architecture: the first alone unless the join is with all.
func (a *assembly) mates(j *knowledge.Join, m *knowledge.Mate, own map[string]bool) []string {
	var out []string
	for _, c := range a.out.Components {
		if own[c.Origin] || slices.Contains(out, c.Origin) || !fits(c, m) || !a.stands(c, m.Slot, j) || !a.calls(c, m.Calls) {
			continue
		}
		if out = append(out, c.Origin); !j.All {
			break
		}
	}
	return out
}

// stands reports whether a component is where flows meet a slot; "" is any.
func (a *assembly) stands(c *Component, slot string, j *knowledge.Join) bool {
	port := "in"
	if j.From == "" {
		port = "out"
	}
	return slot == "" || slices.Contains(a.end(slot, port), c)
}

// calls reports whether a component sends something to what came from a
// decision; "" is any.
func (a *assembly) calls(c *Component, decision string) bool {
	return decision == "" || slices.ContainsFunc(a.out.Flows, func(f *Flow) bool {
		return f.From == c.ID && a.out.Component(f.To).Decision == decision
	})
}

// fits reports whether a component is what a description says, but for its
// slot and whom it calls. What stands beside the picture fits nothing.
func fits(c *Component, m *knowledge.Mate) bool {
	at := m.At == string(c.Place) || m.At == "" && c.Place != SecondRegion
	return at && c.Place != Strip && !c.Hole &&
		(m.Decision == "" || m.Decision == c.Decision) &&
		(m.Component == "" || m.Component == c.Origin) &&
		(m.Service == "" || m.Service == c.Service) &&
		(m.Trait == "" || contains(c.Traits, m.Trait)) &&
		(m.Lacks == "" || !contains(c.Traits, m.Lacks))
}
