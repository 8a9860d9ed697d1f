package advisor

import (
	"alarife/internal/knowledge"
	"alarife/internal/rule"
	"alarife/internal/workload"
)

// Inference is the state of one case. It recomputes only what depends on what
// was changed. It is not safe for concurrent use.
type Inference struct {
	advisor *Advisor
	plan    *plan
	kase    Case
	weights [criteria]float64 // normalised to sum 1

	region   string
	assumed  string          // the Region while nobody names one
	tried    map[string]bool // facts that were set and not taken back
	required []string        // compliance programmes, in the order of their choices

	machine *rule.Machine
	truth   []bool
	value   []float64
	dirty   []bool // by node
	stale   []bool // by decision
	settled []settled
	rated   []Line // what the rates of the decision at hand act on
	only    []bool // decisions that a run settles, the others stay stale; nil for all
}

// settled is what one decision came to.
type settled struct {
	applies     bool
	recommended int // option, −1 for none
	chosen      int // the pin or the recommended, −1 for none
	pinned      int // −1 for none
	options     []judged
}

// judged is one option of one decision.
type judged struct {
	ruledOut bool
	engine   []Reason // constraints that the engine itself sets
	points   [criteria]float64
	score    float64
	usd      float64
	priced   bool
	beyond   bool // costs more than its lines tell
}

// Begin settles a case.
func (a *Advisor) Begin(c Case) *Inference {
	in := &Inference{advisor: a, plan: a.plan, machine: rule.NewMachine(map[string]any{})}
	in.truth = make([]bool, len(a.plan.nodes))
	in.value = make([]float64, len(a.plan.nodes))
	in.dirty = make([]bool, len(a.plan.nodes))
	in.stale = make([]bool, len(a.plan.decisions))
	in.settled = make([]settled, len(a.plan.decisions))
	for i, d := range a.plan.decisions {
		in.settled[i] = settled{recommended: -1, chosen: -1, pinned: -1, options: make([]judged, len(d.options))}
		in.machine.Env[d.key] = ""
	}
	in.Reset(c)
	return in
}

// Reset replaces the whole case; what it shares with the one before is kept.
func (in *Inference) Reset(c Case) {
	if c.Era == "" {
		c.Era = knowledge.Today
	}
	first := in.kase.Era == ""
	if first || c.Era != in.kase.Era {
		in.enter(c.Era)
	}
	in.kase = c
	in.weights = normalised(c.Priorities)
	in.assumed, in.tried = "", map[string]bool{}
	for _, q := range in.plan.base.Questions {
		v, answered := c.Workload.Get(&q.Fact)
		in.load(&q.Fact, v, in.touch)
		if q.ID == knowledge.RegionFact && !answered {
			in.assumed = v.Text
		}
	}
	in.staleAll() // weights, pins, Region and programmes are no expressions
	in.run()
}

// enter puts the limits of an era into the environment.
func (in *Inference) enter(era knowledge.Era) {
	env := in.machine.Env
	env[knowledge.EraWord] = string(era)
	for _, l := range in.plan.limits {
		env[l.key] = l.today
		if era == knowledge.Guide {
			env[l.key] = l.guide
		}
	}
	for i := range in.dirty {
		in.dirty[i] = true
	}
}

// Set settles what depends on a fact as if it were answered so.
func (in *Inference) Set(f *workload.Fact, v workload.Value) {
	in.tried[f.ID] = true
	in.change(f, v, true)
}

// takeBack undoes Set: the fact is again what the case says of it.
func (in *Inference) takeBack(f *workload.Fact) {
	delete(in.tried, f.ID)
	v, answered := in.kase.Workload[f.ID]
	if !answered {
		v = f.Default
		if f.By != nil {
			by, _ := in.machine.Env[f.By.ID].(string)
			v = f.Unanswered(by)
		}
	}
	in.change(f, v, answered)
}

// change writes the value of a fact and of those whose defaults go with it.
func (in *Inference) change(f *workload.Fact, v workload.Value, answered bool) {
	in.load(f, v, in.touch)
	if f.ID == knowledge.RegionFact {
		in.assumed = ""
		if !answered {
			in.assumed = v.Text
		}
	}
	all := f.ID == knowledge.RegionFact || f.ID == knowledge.ComplianceFact
	for _, q := range in.plan.followers[f.ID] {
		if _, answered := in.kase.Workload[q.ID]; answered || in.tried[q.ID] {
			continue
		}
		in.load(q, q.Unanswered(v.Text), in.touch)
		if q.ID == knowledge.RegionFact {
			all, in.assumed = true, in.region
		}
	}
	if all {
		in.staleAll()
	}
	in.run()
}

// load writes a value into the environment and tells every key that changed.
func (in *Inference) load(f *workload.Fact, v workload.Value, changed func(string)) {
	env := in.machine.Env
	switch f.Kind {
	case workload.Number:
		if old, ok := env[f.ID].(float64); !ok || old != v.Number {
			env[f.ID] = v.Number
			changed(f.ID)
		}
	case workload.YesNo:
		if old, ok := env[f.ID].(bool); !ok || old != v.Yes {
			env[f.ID] = v.Yes
			changed(f.ID)
		}
	case workload.Choice:
		if old, ok := env[f.ID].(string); !ok || old != v.Text {
			env[f.ID] = v.Text
			changed(f.ID)
		}
		if f.ID == knowledge.RegionFact {
			in.region = v.Text
		}
	case workload.Choices:
		if f.ID == knowledge.ComplianceFact {
			in.required = in.required[:0]
		}
		for _, c := range f.Choices {
			key, has := rule.HasKey(f.ID, c), false
			for _, x := range v.Set {
				has = has || x == c
			}
			if has && f.ID == knowledge.ComplianceFact {
				in.required = append(in.required, c)
			}
			if old, ok := env[key].(bool); !ok || old != has {
				env[key] = has
				changed(key)
			}
		}
	}
}

// touch marks what reads a key.
func (in *Inference) touch(key string) {
	for _, n := range in.plan.readers[key] {
		in.dirty[n] = true
		for _, d := range in.plan.nodes[n].decisions {
			in.stale[d] = true
		}
	}
}

func (in *Inference) staleAll() {
	for i := range in.stale {
		in.stale[i] = true
	}
}

// run brings derived facts, then decisions up to date, in their orders.
func (in *Inference) run() {
	for i, n := range in.plan.derived {
		if in.dirty[n] {
			in.derive(in.plan.base.Derived[i], n)
		}
	}
	for i := range in.plan.decisions {
		if in.only != nil && !in.only[i] {
			continue
		}
		// Rates act on the lines of other decisions, whose quantities may have
		// changed: they are always taken anew.
		if in.stale[i] || len(in.plan.decisions[i].classes) > 0 {
			in.settle(i)
			in.stale[i] = false
		}
	}
}

func (in *Inference) derive(d *knowledge.Derived, n int) {
	in.dirty[n] = false
	env := in.machine.Env
	v, err := in.machine.Value(d.Value)
	if err != nil {
		v = zeroOf(d.Kind)
	}
	// A rule of the same text shares the node.
	in.truth[n], _ = v.(bool)
	in.value[n], _ = v.(float64)
	if old, ok := env[d.ID]; !ok || old != v {
		env[d.ID] = v
		in.touch(d.ID)
	}
}

func zeroOf(k workload.Kind) any {
	switch k {
	case workload.Number:
		return 0.0
	case workload.YesNo:
		return false
	}
	return ""
}

// holds runs a condition if anything that it reads has changed; −1 holds.
func (in *Inference) holds(n int) bool {
	if n < 0 {
		return true
	}
	if in.dirty[n] {
		in.dirty[n] = false
		// A compiled condition over a full environment cannot fail; if it did,
		// it would count as not holding.
		in.truth[n], _ = in.machine.Bool(in.plan.nodes[n].program)
	}
	return in.truth[n]
}

// number runs a number if anything that it reads has changed.
func (in *Inference) number(n int) float64 {
	if in.dirty[n] {
		in.dirty[n] = false
		in.value[n], _ = in.machine.Number(in.plan.nodes[n].program)
	}
	return in.value[n]
}

// normalised scales the weights of the criteria to sum 1; all zero count as
// equal.
func normalised(priorities map[knowledge.Criterion]float64) (w [criteria]float64) {
	sum := 0.0
	for i, c := range knowledge.Criteria() {
		w[i] = knowledge.DefaultPriority
		if p, ok := priorities[c]; ok {
			w[i] = p
		}
		sum += w[i]
	}
	for i := range w {
		if sum == 0 {
			w[i] = 1.0 / criteria
		} else {
			w[i] /= sum
		}
	}
	return w
}
