package architecture

import (
	"slices"
	"strings"

	"alarife/internal/advisor"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/rule"
)

// Assemble builds the architecture of a recommendation: the blueprint's slots
// filled by the chosen options, placed in their boundaries and joined by its
// flows. It is empty where no blueprint is possible.
func Assemble(r *advisor.Recommendation, texts *lang.Messages) *Architecture {
	out, _ := Seeded(r, texts, nil)
	return out
}

// Seeded builds the architecture with changes, as exercises make them. unknown
// lists the components that the changes name and the architecture lacks.
func Seeded(r *advisor.Recommendation, texts *lang.Messages, seeds []*knowledge.Seed) (out *Architecture, unknown []string) {
	a := assemble(r, texts, nil, map[string]bool{})
	for a.moveIn() {
		a = assemble(r, texts, nil, a.moved)
	}
	if len(seeds) > 0 {
		a = assemble(r, texts, seeds, a.moved)
	}
	return a.out, a.unknown
}

// assemble builds it once, with the components of moved in the VPC.
func assemble(r *advisor.Recommendation, texts *lang.Messages, seeds []*knowledge.Seed, moved map[string]bool) *assembly {
	a := &assembly{
		rec: r, texts: texts, machine: rule.NewMachine(r.Env()), byOrigin: map[string][]*Component{},
		fillings: map[string]filling{}, moved: moved, out: &Architecture{Region: r.Region},
	}
	if r.Blueprint == nil {
		return a
	}
	a.out.Blueprint, a.out.Title = r.Blueprint.ID, r.Blueprint.Title
	a.zones = zoneCount(r)
	for _, s := range r.Blueprint.Slots {
		if a.holds(s.When) {
			a.fill(s)
		}
	}
	a.loose()
	a.prune()
	a.unknown = a.plant(seeds)
	a.place()
	a.flows()
	a.attach()
	a.throughTheEdge()
	a.backTheWayIn()
	a.deadEnds()
	a.rewire(seeds)
	number(a.out.Flows)
	return a
}

// number closes the gaps that flows which do not hold leave in the order of
// travel: the steps count 1, 2, 3 and so on.
func number(flows []*Flow) {
	var steps []int
	for _, f := range flows {
		if f.Step > 0 {
			steps = append(steps, f.Step)
		}
	}
	slices.Sort(steps)
	steps = slices.Compact(steps)
	for _, f := range flows {
		if i, told := slices.BinarySearch(steps, f.Step); told {
			f.Step = i + 1
		}
	}
}

// ZonesFact is the question that says how many Availability Zones are used.
const ZonesFact = "availability_zones"

func zoneCount(r *advisor.Recommendation) int {
	n, _ := r.Env()[ZonesFact].(float64)
	return max(1, min(int(n), 6))
}

type assembly struct {
	rec      *advisor.Recommendation
	texts    *lang.Messages
	machine  *rule.Machine
	zones    int
	placed   []placed
	fillings map[string]filling // by slot
	byOrigin map[string][]*Component
	contents []content
	moved    map[string]bool // ids of components that move into the VPC, whatever their own condition says
	unknown  []string        // components that the changes name and the architecture lacks
	out      *Architecture
}

// placed is a component before it is copied into zones.
type placed struct {
	*Component
	everyZone bool
	movable   bool // it can stand in the VPC
	unless    []*knowledge.Mate
}

// filling is what stands in a slot.
type filling struct {
	first string            // id of its first component
	ports map[string]string // port → component id
	ids   map[string]bool
	flows []*knowledge.Flow
}

func (a *assembly) holds(p *rule.Program) bool {
	if p == nil {
		return true
	}
	ok, err := a.machine.Bool(p)
	return ok && err == nil
}

// fill puts the slot's fixed content or that of the first of its decisions
// which has some into the architecture.
func (a *assembly) fill(s *knowledge.Slot) {
	if len(s.Decisions) == 0 {
		a.add(s.ID, &s.Content, s.PricedBy, "", "")
		return
	}
	for _, id := range s.Decisions {
		d := a.rec.Decision(id)
		if !d.Applies || d.Chosen == nil {
			continue
		}
		if o := d.Chosen.Option; a.add(s.ID, &o.Content, o.Payers(), id, o.ID) {
			return
		}
	}
	for _, id := range s.Decisions {
		if d := a.rec.Decision(id); d.Applies && d.Chosen == nil {
			a.hole(s.ID, d.Decision)
			return
		}
	}
}

// loose adds the components of decisions that take part and fill no slot.
func (a *assembly) loose() {
	inSlot := map[string]bool{}
	for _, s := range a.rec.Blueprint.Slots {
		for _, d := range s.Decisions {
			inSlot[d] = true
		}
	}
	for _, d := range a.rec.Decisions {
		if d.Applies && d.Chosen != nil && !inSlot[d.Decision.ID] {
			o := d.Chosen.Option
			a.add("", &o.Content, o.Payers(), d.Decision.ID, o.ID)
		}
	}
}

// add puts the components of a content whose conditions hold into a slot;
// filled is false where there are none.
func (a *assembly) add(slot string, c *knowledge.Content, payers []string, decision, option string) (filled bool) {
	f := filling{ports: map[string]string{}, ids: map[string]bool{}, flows: c.Flows}
	for _, x := range c.Components {
		if !a.holds(x.When) {
			continue
		}
		if f.first == "" {
			f.first = x.ID
		}
		f.ids[x.ID] = true
		a.component(x, payers, slot, decision, option)
	}
	if f.first == "" {
		return false
	}
	for port, id := range c.Ports {
		if f.ids[id] {
			f.ports[port] = id
		}
	}
	if slot == "" {
		slot = decision // its inner flows are still drawn
	}
	a.fillings[slot] = f
	a.contents = append(a.contents, content{f.ids, c.Joins})
	return true
}

// component places one component; a second one of the same id only lends its
// traits and payers to the first, and its decision to one in the picture that came from none.
func (a *assembly) component(x *knowledge.Component, payers []string, slot, decision, option string) {
	traits := []string{}
	for _, t := range x.Traits {
		if a.holds(t.When) {
			traits = append(traits, t.Is)
		}
	}
	for _, p := range a.placed {
		if p.ID == x.ID {
			p.Traits, p.PricedBy = join(p.Traits, traits), join(p.PricedBy, payers)
			if p.Decision == "" && p.Place != Strip {
				p.Decision, p.Option = decision, option
			}
			return
		}
	}
	c := &Component{
		ID: x.ID, Origin: x.ID, Actor: x.Actor, Name: x.Name, Short: x.Name, Role: x.Role,
		Decision: decision, Option: option, Slot: slot, Category: "general", Traits: traits, Place: Place(x.At),
		PricedBy: append([]string(nil), payers...),
	}
	if s := a.rec.Base.Service(x.Service); s != nil {
		c.describe(s)
		c.Place = placeOf(s, x, x.InVPC != nil && (a.moved[x.ID] || a.holds(x.InVPC)))
	} else if c.Place == "" {
		c.Place = Outside
	}
	a.placed = append(a.placed, placed{Component: c, everyZone: x.Zones != "one", movable: x.InVPC != nil, unless: x.Unless})
}

func (c *Component) describe(s *knowledge.Service) {
	c.Service, c.Category, c.Icon = s.ID, s.Category, s.Icon
	c.Name, c.Short = lang.Text{EN: s.Name, ES: s.Name}, lang.Text{EN: s.Short, ES: s.Short}
	c.Traits = join(append([]string{}, s.Traits...), c.Traits)
}

// placeOf says where a service's component stands: in a second Region, in the
// strip, in the VPC where it was moved there, where it says itself, else where its scope puts it.
func placeOf(s *knowledge.Service, x *knowledge.Component, inVPC bool) Place {
	switch {
	case x.At == knowledge.SecondRegion:
		return SecondRegion
	case s.Strip:
		return Strip
	case inVPC:
		return PrivateSubnet
	case x.At != "":
		return Place(x.At)
	}
	switch s.Scope {
	case knowledge.Global:
		return Edge
	case knowledge.Zonal:
		return PrivateSubnet
	}
	return InRegion
}

// hole stands for a decision that no option can settle.
func (a *assembly) hole(slot string, d *knowledge.Decision) {
	a.fillings[slot] = filling{first: d.ID, ids: map[string]bool{d.ID: true}}
	a.placed = append(a.placed, placed{Component: &Component{
		ID: d.ID, Origin: d.ID, Name: d.Title, Short: d.Title,
		Role: a.texts.Text("architecture.hole"), Decision: d.ID, Slot: slot, Category: "general", Place: InRegion, Hole: true,
	}})
}

func join(list, more []string) []string {
	for _, m := range more {
		found := false
		for _, x := range list {
			found = found || x == m
		}
		if !found {
			list = append(list, m)
		}
	}
	return list
}

// end resolves one end of a blueprint's flow to component ids; nil where the
// slot or component is not there.
func (a *assembly) end(ref, port string) []*Component {
	slot, name, named := strings.Cut(ref, ".")
	f, ok := a.fillings[slot]
	if !ok {
		return nil
	}
	if named && (name == "in" || name == "out") {
		port, named = name, false
	}
	id := f.first
	switch {
	case !named:
		if p, ok := f.ports[port]; ok {
			id = p
		}
	case f.ports[name] != "":
		id = f.ports[name]
	case f.ids[name]:
		id = name
	default:
		return nil
	}
	return a.byOrigin[id]
}
