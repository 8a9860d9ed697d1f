// Package plan works out what follows from a recommendation beyond choosing:
// the concrete machine, the money of stored objects over their life, own
// hardware against the cloud, the ways of paying, what drives the cost and what
// would save, the network, who is responsible for what, and the tags. It reads
// the knowledge base, a recommendation and its architecture, and knows neither
// files nor formats. What it knows of services is data of the catalog.
package plan

import (
	"alarife/internal/advisor"
	"alarife/internal/architecture"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/rule"
)

// Plan is all that follows from one recommendation. A part that does not apply
// is nil or empty.
type Plan struct {
	Machines       *Machines
	Comparisons    []*Comparison // in the order of their ids
	Pricing        *Pricing
	Drivers        *Drivers
	Network        *Network
	Responsibility *Responsibility
	Tags           []Tag
}

// Of makes the plan of a recommendation and its architecture; the advisor must
// be the one that made it.
func Of(a *advisor.Advisor, r *advisor.Recommendation, arch *architecture.Architecture, title lang.Text) *Plan {
	m := &maker{advisor: a, rec: r, arch: arch, machine: rule.NewMachine(copied(r.Env()))}
	p := &Plan{Machines: m.machines()}
	for _, x := range r.Base.Comparisons {
		if c := m.comparison(x, p.Machines); c != nil {
			p.Comparisons = append(p.Comparisons, c)
		}
	}
	p.Pricing = m.pricing()
	p.Drivers = m.drivers()
	p.Network = m.network()
	p.Responsibility = m.responsibility()
	p.Tags = m.tags(title)
	return p
}

// maker holds what the parts are made from.
type maker struct {
	advisor *advisor.Advisor
	rec     *advisor.Recommendation
	arch    *architecture.Architecture
	machine *rule.Machine // over a copy of the recommendation's values
}

func copied(env map[string]any) map[string]any {
	out := make(map[string]any, len(env))
	for k, v := range env {
		out[k] = v
	}
	return out
}

// number runs an expression; one that is left out or fails is 0.
func (m *maker) number(p *rule.Program) float64 {
	if p == nil {
		return 0
	}
	v, err := m.machine.Number(p)
	if err != nil {
		return 0
	}
	return v
}

// holds runs a condition; one that is left out holds.
func (m *maker) holds(p *rule.Program) bool {
	if p == nil {
		return true
	}
	ok, err := m.machine.Bool(p)
	return ok && err == nil
}

// fact returns the number that a fact has in the case.
func (m *maker) fact(id string) float64 {
	v, _ := m.rec.Env()[id].(float64)
	return v
}

// chosen returns the chosen option of a decision, nil where there is none.
func (m *maker) chosen(decision string) *knowledge.Option {
	s := m.rec.Decision(decision)
	if s == nil || !s.Applies || s.Chosen == nil {
		return nil
	}
	return s.Chosen.Option
}
