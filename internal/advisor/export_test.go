package advisor

import (
	"slices"
	"strings"

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

// Unpriced lists what a possible option names and the Region has no price for,
// unless the service of the option that it borrows from is not there.
func (in *Inference) Unpriced() (out []string) {
	for i := range in.plan.decisions {
		d, s := &in.plan.decisions[i], &in.settled[i]
		for k := range d.options {
			if !s.applies || s.options[k].ruledOut {
				continue
			}
			for _, l := range d.options[k].lines {
				if _, ok := in.plan.base.Prices.Find(l.Price, in.region); !ok && in.holds(l.when) && !in.lenderAbsent(d.options[k].Option, l.CostLine) {
					out = append(out, l.Price+" in "+in.region)
				}
			}
		}
	}
	return out
}

func (in *Inference) lenderAbsent(o *knowledge.Option, line *knowledge.CostLine) bool {
	for _, x := range o.CostOf {
		decision, option, _ := strings.Cut(x.Option, "/")
		for _, id := range in.plan.base.Decision(decision).Option(option).Services() {
			if slices.Contains(x.Lines, line) && in.plan.base.Service(id).Missing(in.region) {
				return true
			}
		}
	}
	return false
}
