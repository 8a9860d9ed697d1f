package knowledge

import (
	"strings"

	"alarife/internal/fault"
)

// Actors are the glyphs of what is not an AWS service.
func Actors() []string {
	return []string{
		"users", "client", "mobile", "internet", "corporate-data-center", "server", "hospital", "device",
		"database", "documents",
	}
}

// places that a component can name.
var places = []string{"", "outside", "on-premises", "device", "edge", "region", SecondRegion, "public-subnet", "private-subnet"}

func (l *loader) content(c *Content) {
	ids := map[string]bool{}
	for _, x := range c.Components {
		ids[x.ID] = true
		l.component(x)
	}
	for _, port := range sortedKeys(c.Ports) {
		if !ids[c.Ports[port]] {
			l.fail(c.place(), "content.unknown-component", "id", c.Ports[port], "known", strings.Join(sortedKeys(ids), ", "))
		}
	}
	for _, f := range c.Flows {
		l.flowStyle(f)
		for _, end := range []string{f.From, f.To} {
			if !ids[end] {
				l.fail(f.Place, "content.unknown-component", "id", end, "known", strings.Join(sortedKeys(ids), ", "))
			}
		}
	}
	l.joins(c, ids)
	for _, d := range c.PricedBy {
		_ = l.faults.Add(l.base.CheckOption(d, "", c.place()))
	}
	for _, line := range c.Cost {
		if line.Component != "" && !ids[line.Component] {
			l.fail(line.Place, "content.unknown-component", "id", line.Component, "known", strings.Join(sortedKeys(ids), ", "))
		}
		if !l.base.Prices.Has(line.Price) {
			l.fail(line.Place, "content.unknown-price", "price", line.Price, "near", fault.Nearest(line.Price, l.base.Prices.IDs()))
		}
	}
}

// place is where the content begins.
func (c *Content) place() fault.Place {
	if len(c.Components) == 0 {
		return fault.Place{}
	}
	return c.Components[0].Place
}

func (l *loader) component(x *Component) {
	l.service(x.Place, x.Service)
	l.oneOf(x.Place, "place", x.At, places...)
	l.oneOf(x.Place, "zones", x.Zones, "", "all", "one")
	if (x.Service == "") == (x.Actor == "") || (x.Actor != "" && x.Name.Empty()) {
		l.fail(x.Place, "content.service-or-actor", "id", x.ID)
	}
	if x.Actor != "" {
		l.oneOf(x.Place, "actor", x.Actor, Actors()...)
	}
	if !kebab.MatchString(x.ID) {
		l.fail(x.Place, "catalog.id-twice", "id", x.ID)
	}
}

func (l *loader) flowStyle(f *Flow) {
	l.oneOf(f.Place, "style", f.Style, "", "sync", "async")
}

func (l *loader) blueprints() {
	for _, bp := range l.base.Blueprints {
		for _, d := range bp.Decisions {
			_ = l.faults.Add(l.base.CheckOption(d, "", bp.Place))
		}
		slots := map[string]*Slot{}
		for _, s := range bp.Slots {
			if slots[s.ID] != nil || !kebab.MatchString(s.ID) {
				l.fail(s.Place, "catalog.id-twice", "id", s.ID)
			}
			slots[s.ID] = s
			l.slot(bp, s)
		}
		for _, f := range bp.Flows {
			l.flowStyle(f)
			for _, end := range []string{f.From, f.To} {
				l.flowEnd(f, end, slots)
			}
		}
	}
}

func (l *loader) slot(bp *Blueprint, s *Slot) {
	if (len(s.Decisions) == 0) == (len(s.Components) == 0) {
		l.fail(s.Place, "slot.filling", "id", s.ID)
	}
	for _, d := range s.Decisions {
		if !contains(bp.Decisions, d) {
			l.fail(s.Place, "slot.decision", "id", s.ID, "decision", d)
		}
	}
	l.content(&s.Content)
}

// flowEnd refuses an end that is neither a slot nor a port or component that
// some filling of the slot has.
func (l *loader) flowEnd(f *Flow, end string, slots map[string]*Slot) {
	name, port, hasPort := strings.Cut(end, ".")
	slot := slots[name]
	if slot == nil {
		l.fail(f.Place, "content.unknown-slot", "id", end, "known", strings.Join(sortedKeys(slots), ", "))
		return
	}
	if !hasPort || port == "in" || port == "out" || slot.has(port) {
		return
	}
	for _, id := range slot.Decisions {
		d := l.base.Decision(id)
		if d == nil {
			return
		}
		for _, o := range d.Options {
			if o.has(port) {
				return
			}
		}
	}
	l.fail(f.Place, "content.unknown-slot", "id", end, "known", strings.Join(sortedKeys(slots), ", "))
}

func (c *Content) has(port string) bool {
	if _, ok := c.Ports[port]; ok {
		return true
	}
	for _, x := range c.Components {
		if x.ID == port {
			return true
		}
	}
	return false
}
