package advisor

import (
	"alarife/internal/knowledge"
	"alarife/internal/rule"
)

// Rules visits every constraint and every piece of evidence with a condition
// of the decisions that take part, and tells whether it holds.
func (in *Inference) Rules(visit func(r *knowledge.Rule, holds bool)) {
	for i := range in.plan.decisions {
		if !in.settled[i].applies {
			continue
		}
		for _, o := range in.plan.decisions[i].options {
			for _, rules := range [][]rulePlan{o.constraints, o.evidence} {
				for _, r := range rules {
					if r.node >= 0 {
						visit(r.Rule, in.holds(r.node))
					}
				}
			}
		}
	}
}

// Winners visits the option that every decision that takes part recommends.
func (in *Inference) Winners(visit func(d *knowledge.Decision, o *knowledge.Option)) {
	for i := range in.plan.decisions {
		if s := &in.settled[i]; s.applies && s.recommended >= 0 {
			visit(in.plan.decisions[i].Decision, in.plan.decisions[i].options[s.recommended].Option)
		}
	}
}

// FactsOf lists the questions that an expression stands on, through derived
// facts.
func (a *Advisor) FactsOf(p *rule.Program) []string { return a.plan.factsOf(p) }
