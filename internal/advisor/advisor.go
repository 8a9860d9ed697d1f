// Package advisor is the inference engine: a workload and the knowledge base
// in, a recommendation with its trace out. It is deterministic, keeps no state
// beyond an Inference, and renders text only in a Teller.
package advisor

import (
	"alarife/internal/knowledge"
	"alarife/internal/workload"
)

// Case is what one recommendation is made for.
type Case struct {
	Workload   workload.Workload
	Priorities map[knowledge.Criterion]float64 // 0 … 5; unset is DefaultPriority
	Pins       map[string]string               // decision → option
	Era        knowledge.Era                   // "" is Today
}

// Advisor advises on a knowledge base. It is immutable and safe for
// concurrent use; every goroutine takes its own Inference.
type Advisor struct {
	base *knowledge.Base
	plan *plan
}

// New prepares an advisor.
func New(base *knowledge.Base) *Advisor {
	return &Advisor{base: base, plan: newPlan(base)}
}

// Base returns the knowledge base.
func (a *Advisor) Base() *knowledge.Base { return a.base }

// Advise makes the whole recommendation: every decision settled, what would
// change each, what to ask next, the named alternatives, and what differs in
// the other era.
func (a *Advisor) Advise(c Case) *Recommendation {
	in := a.Begin(c)
	r := in.Recommendation()
	in.explore(r)
	r.Alternatives = a.alternatives(c)
	r.EraDifferences = a.eraDifferences(r)
	return r
}

// Quick makes the recommendation without what would change it, what to ask
// next and the alternatives: what a picture needs.
func (a *Advisor) Quick(c Case) *Recommendation { return a.Begin(c).Recommendation() }
