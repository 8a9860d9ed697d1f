package advisor

import (
	"math"

	"alarife/internal/knowledge"
)

// CloseCall is the margin below which a lead counts as a close call.
const CloseCall = 0.25

// settle decides one decision anew and, where its choice changed, marks what
// reads it.
func (in *Inference) settle(i int) {
	d, s := &in.plan.decisions[i], &in.settled[i]
	before := s.chosen
	s.recommended, s.chosen, s.pinned = -1, -1, -1
	s.applies = in.takesPart(d) && in.holds(d.applies)
	if s.applies {
		in.judge(d, s)
		s.recommended = best(s.options)
		s.chosen = s.recommended
		if pin, ok := in.kase.Pins[d.ID]; ok {
			s.pinned = optionIndex(d, pin)
			if s.pinned >= 0 {
				s.chosen = s.pinned
			}
		}
	}
	if s.chosen != before {
		in.announce(d, s.chosen)
	}
}

// announce writes a choice into the environment and marks what depends on it.
func (in *Inference) announce(d *decisionPlan, chosen int) {
	in.machine.Env[d.key] = any("")
	if chosen >= 0 {
		in.machine.Env[d.key] = d.options[chosen].id
	}
	in.touch(d.key)
	if d.ID == knowledge.BlueprintDecision {
		in.staleAll()
	}
}

// takesPart reports whether the chosen blueprint lists the decision, or the
// decision belongs to every blueprint.
func (in *Inference) takesPart(d *decisionPlan) bool {
	if d.ID == knowledge.BlueprintDecision {
		return true
	}
	bp := in.blueprint()
	if bp == nil || d.Everywhere {
		return bp != nil
	}
	for _, id := range bp.Decisions {
		if id == d.ID {
			return true
		}
	}
	return false
}

// blueprint returns the chosen blueprint, nil where none is possible.
func (in *Inference) blueprint() *knowledge.Blueprint {
	for i := range in.plan.decisions {
		if d := &in.plan.decisions[i]; d.ID == knowledge.BlueprintDecision {
			if c := in.settled[i].chosen; c >= 0 {
				return in.plan.base.Blueprint(d.options[c].ID)
			}
			return nil
		}
	}
	return nil
}

func optionIndex(d *decisionPlan, id string) int {
	for i := range d.options {
		if d.options[i].ID == id {
			return i
		}
	}
	return -1
}

// judge rules options out, adds up the evidence and the price, and scores.
func (in *Inference) judge(d *decisionPlan, s *settled) {
	in.rate(d)
	for i := range d.options {
		in.judgeRules(&d.options[i], &s.options[i])
		if j := &s.options[i]; !j.ruledOut {
			in.price(d, &d.options[i], j)
		}
	}
	d.addCost(s.options)
	for i := range s.options {
		o := &s.options[i]
		o.score = 0
		for c, p := range o.points {
			o.score += in.weights[c] * p
		}
	}
}

// judgeRules tries the constraints and, where none holds, adds up the
// evidence; that of an option ruled out is looked at by the trace alone.
func (in *Inference) judgeRules(o *optionPlan, j *judged) {
	*j = judged{engine: in.engineConstraints(o, j.engine[:0])}
	j.ruledOut = len(j.engine) > 0
	for k := range o.constraints {
		j.ruledOut = in.holds(o.constraints[k].node) || j.ruledOut
	}
	if j.ruledOut {
		return
	}
	for k := range o.evidence {
		if r := &o.evidence[k]; in.holds(r.node) {
			j.points[r.criterion] += float64(r.Weight)
		}
	}
}

// engineConstraints are those that hold for every option: its services must
// be offered in the Region, open to new customers in the era, and in scope of
// every programme required. A Region that is only assumed rules nothing out: a
// review tells what it lacks.
func (in *Inference) engineConstraints(o *optionPlan, into []Reason) []Reason {
	until := in.plan.base.Guide.Until
	for _, s := range o.services {
		if in.region != in.assumed && s.Missing(in.region) {
			into = append(into, Reason{Kind: RegionAbsent, Service: s, Source: s.Regions.Source})
		}
		if s.Status(in.kase.Era, until).Shut() {
			into = append(into, Reason{Kind: ServiceShut, Service: s, Source: s.Lifecycle.Source})
		}
		into = in.programmes(s, into)
	}
	return into
}

func (in *Inference) programmes(s *knowledge.Service, into []Reason) []Reason {
	for _, p := range in.required {
		if s.Outside(p) {
			into = append(into, Reason{Kind: ProgrammeMissing, Service: s, Programme: p, Source: s.On(p).Source})
		}
	}
	return into
}

// addCost gives price points: +3 for the cheapest, falling linearly in
// log₁₀(price ÷ cheapest) to −3 at ten times and beyond. It does so where
// every possible option names all that it costs; one whose price the Region lacks
// gets no points, and two at least must be left to compare. Where one is free
// there is no ratio to it: what going without means, the evidence says.
func (d *decisionPlan) addCost(options []judged) {
	cheapest, priced := math.Inf(1), 0
	for i := range options {
		switch o := &options[i]; {
		case o.ruledOut:
		case o.beyond, len(d.classes) == 0 && len(d.options[i].lines) == 0:
			return
		case o.priced:
			priced++
			cheapest = min(cheapest, o.usd)
		}
	}
	if priced < 2 || cheapest <= free {
		return
	}
	for i := range options {
		if o := &options[i]; !o.ruledOut && o.priced {
			o.points[costIndex] += pricePoints(o.usd, cheapest)
		}
	}
}

func pricePoints(usd, cheapest float64) float64 {
	return max(3-6*math.Log10(max(usd, trifle)/max(cheapest, trifle)), -3)
}

const (
	free   = 0.01 // USD a month that still count as nothing
	trifle = 1    // USD a month by which nobody decides: below it all are the same
)

// best returns the possible option with the highest score, the earliest of
// several; −1 where none is possible.
func best(options []judged) int {
	found := -1
	for i := range options {
		if options[i].ruledOut {
			continue
		}
		if found < 0 || options[i].score > options[found].score+tie {
			found = i
		}
	}
	return found
}

// tie is the difference of scores that counts as none: rounding of sums.
const tie = 1e-9
