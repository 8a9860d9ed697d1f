package practice

import (
	"math"
	"slices"

	"alarife/internal/advisor"
	"alarife/internal/knowledge"
	"alarife/internal/rule"
	"alarife/internal/workload"
)

// The second evaluation works a case out from the rules alone, every one of
// them, in the plainest order, and shares nothing with the advisor: no plan,
// no nodes, no state between cases. What both come to is a key.

// Outcome is what one decision comes to.
type Outcome struct {
	Applies bool
	Best    string             // "" for none
	Scores  map[string]float64 // of the possible options
	Margin  float64            // lead over the runner-up; +Inf where only one is possible
}

// evaluation is one case being worked out.
type evaluation struct {
	base      *knowledge.Base
	kase      advisor.Case
	machine   *rule.Machine
	region    string
	named     bool     // somebody said the Region
	required  []string // compliance programmes
	blueprint *knowledge.Blueprint
	chosen    map[string]*knowledge.Option
	outcomes  map[string]Outcome
}

// Evaluate works out every decision of a case.
func Evaluate(base *knowledge.Base, c advisor.Case) map[string]Outcome {
	e := &evaluation{
		base: base, kase: c, machine: rule.NewMachine(map[string]any{}),
		chosen: map[string]*knowledge.Option{}, outcomes: map[string]Outcome{},
	}
	e.facts()
	for _, d := range base.Decisions {
		e.machine.Env[rule.ChosenKey(d.ID)] = ""
	}
	for _, d := range base.Decisions {
		e.decide(d)
	}
	return e.outcomes
}

// facts fills the environment: limits of the era, answers or defaults, and what
// follows from them.
func (e *evaluation) facts() {
	env := e.machine.Env
	env[knowledge.EraWord] = string(e.kase.Era)
	for _, s := range e.base.Services {
		for name, l := range s.Limits {
			env[rule.LimitKey(s.ID, name)] = l.In(e.kase.Era)
		}
	}
	for _, q := range e.base.Questions {
		v, answered := e.kase.Workload.Get(&q.Fact)
		switch q.Kind {
		case workload.Choices:
			for _, c := range q.Fact.Choices {
				env[rule.HasKey(q.ID, c)] = slices.Contains(v.Set, c)
			}
		default:
			env[q.ID] = q.Fact.Plain(v)
		}
		switch q.ID {
		case knowledge.RegionFact:
			e.region, e.named = v.Text, answered
		case knowledge.ComplianceFact:
			e.required = v.Set
		}
	}
	for _, d := range e.base.Derived {
		env[d.ID], _ = e.machine.Value(d.Value)
	}
}

func (e *evaluation) holds(p *rule.Program) bool {
	if p == nil {
		return true
	}
	ok, err := e.machine.Bool(p)
	return ok && err == nil
}

func (e *evaluation) number(p *rule.Program) float64 {
	n, _ := e.machine.Number(p)
	return n
}

// takesPart reports whether the blueprint has the decision.
func (e *evaluation) takesPart(d *knowledge.Decision) bool {
	if d.ID == knowledge.BlueprintDecision {
		return true
	}
	return e.blueprint != nil && (d.Everywhere || slices.Contains(e.blueprint.Decisions, d.ID))
}

func (e *evaluation) decide(d *knowledge.Decision) {
	if !e.takesPart(d) || !e.holds(d.Applies) {
		e.outcomes[d.ID] = Outcome{}
		return
	}
	out := Outcome{Applies: true, Scores: e.scores(d), Margin: math.Inf(1)}
	for _, o := range d.Options {
		if s, possible := out.Scores[o.ID]; possible && (out.Best == "" || s > out.Scores[out.Best]+1e-9) {
			out.Best = o.ID
		}
	}
	for id, s := range out.Scores {
		if id != out.Best {
			out.Margin = min(out.Margin, out.Scores[out.Best]-s)
		}
	}
	e.outcomes[d.ID] = out
	choice := d.Option(out.Best)
	if pinned := d.Option(e.kase.Pins[d.ID]); pinned != nil {
		choice = pinned
	}
	if choice == nil {
		return
	}
	e.chosen[d.ID] = choice
	e.machine.Env[rule.ChosenKey(d.ID)] = choice.ID
	if d.ID == knowledge.BlueprintDecision {
		e.blueprint = e.base.Blueprint(choice.ID)
	}
}

// scores is the weighted sum of points of every possible option.
func (e *evaluation) scores(d *knowledge.Decision) map[string]float64 {
	points := map[string]map[knowledge.Criterion]float64{}
	for _, o := range d.Options {
		if e.out(o) {
			continue
		}
		points[o.ID] = map[knowledge.Criterion]float64{}
		for _, r := range o.Evidence {
			if e.holds(r.When) {
				points[o.ID][r.Criterion] += float64(r.Weight)
			}
		}
	}
	e.cost(d, points)
	scores := map[string]float64{}
	for id, p := range points {
		sum, weights := 0.0, 0.0
		for _, c := range knowledge.Criteria() {
			w, set := e.kase.Priorities[c]
			if !set {
				w = knowledge.DefaultPriority
			}
			sum, weights = sum+w*p[c], weights+w
		}
		scores[id] = sum / weights
	}
	return scores
}

// out reports whether something rules the option out.
func (e *evaluation) out(o *knowledge.Option) bool {
	for _, id := range o.Services() {
		s := e.base.Service(id)
		if e.named && s.Missing(e.region) || s.Status(e.kase.Era, e.base.Guide.Until).Shut() || slices.ContainsFunc(e.required, s.Outside) {
			return true
		}
	}
	return slices.ContainsFunc(o.RulesOut, func(r *knowledge.Rule) bool { return e.holds(r.When) })
}

// cost adds the points of the price where every possible option has one to
// tell.
func (e *evaluation) cost(d *knowledge.Decision, points map[string]map[knowledge.Criterion]float64) {
	usd := map[string]float64{}
	cheapest, free := math.Inf(1), false
	for _, o := range d.Options {
		if points[o.ID] == nil {
			continue
		}
		if o.Beyond != nil && e.holds(o.Beyond.When) || len(d.RateClasses()) == 0 && len(o.Lines()) == 0 {
			return
		}
		if price, ok := e.price(d, o); ok {
			usd[o.ID] = max(price, 1)
			cheapest, free = min(cheapest, usd[o.ID]), free || price <= 0.01
		}
	}
	if len(usd) < 2 || free { // there is no ratio to what is free
		return
	}
	for id, price := range usd {
		points[id][knowledge.Cost] += max(-3, 3-6*math.Log10(price/cheapest))
	}
}

func (e *evaluation) price(d *knowledge.Decision, o *knowledge.Option) (usd float64, priced bool) {
	if classes := d.RateClasses(); len(classes) > 0 {
		return e.rated(classes, o)
	}
	for _, l := range o.Lines() {
		if !e.holds(l.When) {
			continue
		}
		p, ok := e.base.Prices.Find(l.Price, e.region)
		if !ok {
			return 0, false
		}
		usd, priced = usd+e.number(l.Quantity)*p.USD, true
	}
	return usd, priced
}

// rated is what the lines chosen so far cost under the rates of an option.
func (e *evaluation) rated(classes []string, o *knowledge.Option) (usd float64, priced bool) {
	for _, l := range e.lines() {
		p, ok := e.base.Prices.Find(l.Price, e.region)
		if !ok || !slices.Contains(classes, l.Class) {
			continue
		}
		factor := 1.0
		for _, r := range o.Rates {
			if r.Class == l.Class {
				factor = e.number(r.Factor)
			}
		}
		usd, priced = usd+e.number(l.Quantity)*p.USD*factor, true
	}
	return usd, priced
}

// lines are those of the chosen options and of the blueprint's fixed content.
func (e *evaluation) lines() (out []*knowledge.CostLine) {
	keep := func(lines []*knowledge.CostLine, standing bool) {
		for _, l := range lines {
			if e.holds(l.When) && (!standing || e.holds(l.Stands)) {
				out = append(out, l)
			}
		}
	}
	for _, d := range e.base.Decisions {
		if o := e.chosen[d.ID]; o != nil {
			keep(d.Counted(o), len(d.PricedBy) > 0)
		}
	}
	for _, slot := range e.blueprint.Slots {
		if e.holds(slot.When) {
			keep(slot.Cost, false)
		}
	}
	return out
}

// second refuses an item on whose decision the second evaluation does not
// agree.
func (d *derivation) second(decision string) error {
	s := d.rec.Decision(decision)
	if why := disagreement(s, Evaluate(d.base(), d.kase)[decision]); why != "" {
		return d.refuse("disagreement", "decision", decision, "why", why)
	}
	return nil
}

// disagreement says in which figure both evaluations differ, "" for none.
func disagreement(s *advisor.Settled, o Outcome) string {
	switch {
	case s.Applies != o.Applies:
		return "applies"
	case optionOf(s) != o.Best:
		return optionOf(s) + " ≠ " + o.Best
	}
	for _, j := range s.Options {
		score, possible := o.Scores[j.Option.ID]
		if possible != j.Possible || possible && math.Abs(score-j.Score) > 1e-6 {
			return j.Option.ID
		}
	}
	return ""
}
