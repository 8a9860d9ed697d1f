package architecture

import (
	"fmt"
	"slices"

	"alarife/internal/knowledge"
	"alarife/internal/lang"
)

// place copies zonal components into the zones and builds the boundaries that
// are needed, outer ones first.
func (a *assembly) place() {
	for _, p := range a.placed {
		for _, c := range a.copies(p) {
			c.Boundary = a.boundaryOf(c)
			a.out.Components = append(a.out.Components, c)
			a.byOrigin[c.Origin] = append(a.byOrigin[c.Origin], c)
		}
	}
}

func (a *assembly) copies(p placed) []*Component {
	if p.Place != PublicSubnet && p.Place != PrivateSubnet {
		return []*Component{p.Component}
	}
	p.Zone = zoneName(0)
	if !p.everyZone || a.zones == 1 {
		return []*Component{p.Component}
	}
	var out []*Component
	for i := range a.zones {
		c := *p.Component
		c.Zone = zoneName(i)
		c.ID = c.Origin + "-" + c.Zone
		out = append(out, &c)
	}
	return out
}

func zoneName(i int) string { return string(rune('a' + i)) }

// boundaryOf returns the innermost boundary of a component and makes it, with
// what encloses it, where it does not exist yet.
func (a *assembly) boundaryOf(c *Component) string {
	switch c.Place {
	case OnPremises:
		return a.boundary("on-premises", KindOnPremises, "")
	case Device:
		return a.boundary("device", KindDevice, "")
	case Edge:
		return a.cloud()
	case InRegion:
		return a.region()
	case SecondRegion:
		return a.boundary(secondRegion, KindRegion, a.cloud())
	case PublicSubnet, PrivateSubnet:
		vpc := a.boundary("vpc", KindVPC, a.region())
		zone := a.boundary("zone-"+c.Zone, KindZone, vpc)
		if c.Place == PublicSubnet {
			return a.boundary("public-"+c.Zone, KindPublicSubnet, zone)
		}
		return a.boundary("private-"+c.Zone, KindPrivateSubnet, zone)
	}
	return ""
}

// moveIn notes the components that can stand in the VPC, stand outside it and
// use a store in it, which they would not reach; false where there are none.
func (a *assembly) moveIn() bool {
	before := len(a.moved)
	for _, f := range a.out.Flows {
		x, y := a.out.Component(f.From), a.out.Component(f.To)
		a.moveTo(x, y)
		a.moveTo(y, x)
	}
	return len(a.moved) > before
}

func (a *assembly) moveTo(program, store *Component) {
	if program.Place != InRegion || store.Place != PrivateSubnet || !slices.Contains(store.Traits, "stores-data") && store.Category != "database" {
		return
	}
	if slices.ContainsFunc(a.placed, func(p placed) bool { return p.movable && p.Origin == program.Origin }) {
		a.moved[program.Origin] = true
	}
}

func (a *assembly) cloud() string { return a.boundary("cloud", KindCloud, "") }

func (a *assembly) region() string { return a.boundary("region", KindRegion, a.cloud()) }

func (a *assembly) boundary(id string, kind BoundaryKind, parent string) string {
	if a.out.Boundary(id) == nil {
		a.out.Boundaries = append(a.out.Boundaries, &Boundary{ID: id, Kind: kind, Parent: parent, Label: a.label(id, kind)})
	}
	return id
}

// secondRegion is the boundary of another Region. Which one is not asked.
const secondRegion = "second-region"

// label writes what stands on the box: the kind, with the Region's name or
// the zone's letter.
func (a *assembly) label(id string, kind BoundaryKind) lang.Text {
	word := func(l lang.Lang) string {
		if id == secondRegion {
			return a.texts.Say(l, "boundary."+secondRegion)
		}
		region := a.rec.Region
		if r := a.rec.Base.Region(region); r != nil {
			region = fmt.Sprintf("%s (%s)", r.Title.In(l), r.ID)
		}
		return a.texts.Say(l, "boundary."+string(kind), "region", region, "zone", a.rec.Region+id[len(id)-1:])
	}
	return lang.Text{EN: word(lang.English), ES: word(lang.Spanish)}
}

// flows joins the components: those inside a filling, then the blueprint's.
func (a *assembly) flows() {
	for _, s := range a.rec.Blueprint.Slots {
		a.innerFlows(s.ID)
	}
	for _, d := range a.rec.Decisions {
		a.innerFlows(d.Decision.ID)
	}
	for _, f := range a.rec.Blueprint.Flows {
		if a.holds(f.When) {
			a.connect(f, a.end(f.From, "out"), a.end(f.To, "in"))
		}
	}
}

func (a *assembly) innerFlows(slot string) {
	f := a.fillings[slot]
	for _, flow := range f.flows {
		if a.holds(flow.When) {
			a.connect(flow, a.byOrigin[flow.From], a.byOrigin[flow.To])
		}
	}
	f.flows = nil
	a.fillings[slot] = f
}

// connect joins every copy with every copy, but copies in zones only with
// those of their own zone.
func (a *assembly) connect(f *knowledge.Flow, from, to []*Component) {
	for _, x := range from {
		for _, y := range to {
			if x != y && (len(from) == 1 || len(to) == 1 || x.Zone == y.Zone) {
				a.flow(f, x, y)
			}
		}
	}
}

func (a *assembly) flow(f *knowledge.Flow, x, y *Component) {
	id, n := x.ID+">"+y.ID, 1
	for _, old := range a.out.Flows {
		if old.From == x.ID && old.To == y.ID {
			n++
		}
	}
	if n > 1 {
		id = fmt.Sprintf("%s#%d", id, n)
	}
	a.out.Flows = append(a.out.Flows, &Flow{ID: id, From: x.ID, To: y.ID, Text: f.Text, Step: f.Step, Async: f.Style == "async"})
}
