package knowledge

import (
	"strings"

	"alarife/internal/fault"
	"alarife/internal/lang"
	"alarife/internal/rule"
	"alarife/internal/source"
)

// SecondRegion is the place of what stands in another Region.
const SecondRegion = "second-region"

// Join says how a component of an option attaches to what else stands in the
// architecture, where no flow of the blueprint attaches it.
type Join struct {
	From   string        `yaml:"from"` // own component that the flow leaves, or
	To     string        `yaml:"to"`   // own component that it leads to: one of the two
	With   []*Mate       `yaml:"with,required"`
	All    bool          `yaml:"all"` // with every component that fits, not only with the first
	Text   lang.Text     `yaml:"text,required"`
	WhenIs source.Scalar `yaml:"when"`
	Style  string        `yaml:"style"` // as of a flow
	Place  fault.Place   `yaml:",place"`

	When *rule.Program `yaml:"-"`
}

// Own returns the option's own component that the join attaches.
func (j *Join) Own() string { return j.From + j.To }

// Mate describes components of the rest of the architecture: those that fit
// everything it names.
type Mate struct {
	Slot      string      `yaml:"slot"`      // that stand in the slot, or slot.port
	Decision  string      `yaml:"decision"`  // that came from the decision
	Component string      `yaml:"component"` // of the id
	Service   string      `yaml:"service"`
	Trait     string      `yaml:"trait"`
	Lacks     string      `yaml:"lacks"` // a trait that it has not
	At        string      `yaml:"place"` // left out: anywhere but in a second Region
	Calls     string      `yaml:"calls"` // that send something to what came from the decision
	Place     fault.Place `yaml:",place"`
}

// joins checks how a content attaches to others; ids are its components.
func (l *loader) joins(c *Content, ids map[string]bool) {
	for _, x := range c.Components {
		for _, m := range x.Unless {
			l.mate(m)
			if m.Calls != "" || m.Slot != "" {
				l.fail(m.Place, "content.unless")
			}
		}
	}
	for _, j := range c.Joins {
		l.oneOf(j.Place, "style", j.Style, "", "sync", "async")
		if (j.From == "") == (j.To == "") || len(j.With) == 0 {
			l.fail(j.Place, "content.join")
			continue
		}
		if !ids[j.Own()] {
			l.fail(j.Place, "content.unknown-component", "id", j.Own(), "known", strings.Join(sortedKeys(ids), ", "))
		}
		for _, m := range j.With {
			l.mate(m)
		}
	}
}

// mate refuses one that names nothing, or what does not exist.
func (l *loader) mate(m *Mate) {
	if m.Slot+m.Decision+m.Component+m.Service+m.Trait+m.Lacks+m.At+m.Calls == "" {
		l.fail(m.Place, "content.mate")
	}
	for _, d := range []string{m.Decision, m.Calls} {
		if d != "" {
			_ = l.faults.Add(l.base.CheckOption(d, "", m.Place))
		}
	}
	l.service(m.Place, m.Service)
	l.oneOf(m.Place, "place", m.At, places...)
	known := l.known()
	for _, t := range []string{m.Trait, m.Lacks} {
		if t != "" {
			l.oneOf(m.Place, "trait", t, known.traits...)
		}
	}
	if slot, _, _ := strings.Cut(m.Slot, "."); m.Slot != "" && !contains(known.slots, slot) {
		l.fail(m.Place, "content.unknown-slot", "id", m.Slot, "known", strings.Join(known.slots, ", "))
	}
	if m.Component != "" && !contains(known.components, m.Component) {
		l.fail(m.Place, "content.unknown-component", "id", m.Component, "known", fault.Nearest(m.Component, known.components))
	}
}

// parts are the words that a mate can name beside those of an index.
type parts struct{ slots, components, traits []string }

// known lists them once for all joins.
func (l *loader) known() *parts {
	if l.parts != nil {
		return l.parts
	}
	slots, components := map[string]bool{}, map[string]bool{}
	for _, bp := range l.base.Blueprints {
		for _, s := range bp.Slots {
			slots[s.ID] = true
		}
	}
	l.base.eachContent(func(c *Content) {
		for _, x := range c.Components {
			components[x.ID] = true
		}
	})
	l.parts = &parts{sortedKeys(slots), sortedKeys(components), l.base.allTraits()}
	return l.parts
}
