package advisor

import (
	"sort"

	"alarife/internal/knowledge"
	"alarife/internal/rule"
	"alarife/internal/workload"
)

// Standing is what one decision has come to, without its trace.
type Standing struct {
	Applies     bool
	Recommended string // "" for none
	Margin      float64
	Verdict     Verdict
}

// Standing tells what a decision has come to in the current state.
func (in *Inference) Standing(decision string) Standing {
	i, known := in.plan.at[decision]
	if !known || !in.settled[i].applies {
		return Standing{Verdict: Absent}
	}
	s := &in.settled[i]
	out := Standing{Applies: true, Verdict: Hole}
	if s.recommended < 0 {
		return out
	}
	out.Recommended, out.Verdict = in.plan.decisions[i].options[s.recommended].ID, Only
	best := s.options[s.recommended].score
	for k := range s.options {
		if k == s.recommended || s.options[k].ruledOut {
			continue
		}
		if lead := best - s.options[k].score; out.Verdict == Only || lead < out.Margin {
			out.Margin, out.Verdict = lead, Clear
		}
	}
	if out.Verdict == Clear && out.Margin < CloseCall {
		out.Verdict = Close
	}
	return out
}

// Turns finds, among the facts, every single change of an answer that makes
// another option of the decision recommended: for each option and fact the
// nearest value. They come nearest first. The state is left as it was.
func (in *Inference) Turns(decision string, facts []string) []Change {
	i, known := in.plan.at[decision]
	if !known || !in.settled[i].applies {
		return nil
	}
	p := probe{Inference: in, decision: i, now: in.settled[i].recommended}
	in.only = in.plan.decisions[i].needs() // nothing else can turn it
	defer func() {
		in.only = nil
		in.run()
	}()
	for _, id := range facts {
		if q := in.plan.base.Question(id); q != nil && in.asked(q) {
			p.fact(q)
		}
	}
	sort.SliceStable(p.found, func(a, b int) bool { return p.found[a].distance < p.found[b].distance })
	return p.found
}

// probe looks for changes that turn one decision.
type probe struct {
	*Inference
	decision, now int
	found         []Change
}

// at is the option recommended where the fact has the value; −1 for none, and
// the present one where the decision then falls away.
func (p *probe) at(f *workload.Fact, v workload.Value) int {
	p.Set(f, v)
	if s := &p.settled[p.decision]; s.applies {
		return s.recommended
	}
	return p.now
}

func (p *probe) fact(q *knowledge.Question) {
	f := &q.Fact
	from, _ := p.kase.Workload.Get(f)
	defer p.takeBack(f)
	nearest := map[int]Change{}
	keep := func(option int, c Change) {
		if old, ok := nearest[option]; option != p.now && (!ok || c.distance < old.distance) {
			nearest[option] = c
		}
	}
	if f.Kind == workload.Number {
		p.number(f, from, keep)
	} else {
		for _, v := range f.Others(from) {
			keep(p.at(f, v), Change{Fact: f.ID, From: from, To: v, distance: 1})
		}
	}
	for option := -1; option < len(p.settled[p.decision].options); option++ {
		if c, ok := nearest[option]; ok {
			if option >= 0 {
				c.Becomes = p.plan.decisions[p.decision].options[option].ID
			}
			p.found = append(p.found, c)
		}
	}
}

// number walks the grid away from the present value, both ways, and narrows
// the first value of each option down.
func (p *probe) number(f *workload.Fact, from workload.Value, keep func(int, Change)) {
	grid := p.grid(f)
	split := sort.SearchFloat64s(grid, from.Number)
	p.side(f, from, grid[split:], 1, keep)
	p.side(f, from, grid[:split], -1, keep)
}

func (p *probe) side(f *workload.Fact, from workload.Value, grid []float64, direction int, keep func(int, Change)) {
	last, lastOption := from.Number, p.now
	for i := range grid {
		g := grid[i]
		if direction < 0 {
			g = grid[len(grid)-1-i]
		}
		option := p.at(f, workload.Value{Number: g})
		if option != lastOption && option != p.now {
			to := p.first(f, last, g, option)
			keep(option, Change{Fact: f.ID, From: from, To: workload.Value{Number: to}, distance: ratio(from.Number, to, f.Step())})
		}
		last, lastOption = g, option
	}
}

// first bisects between a value at which another option is recommended and one
// at which this one is, in whole steps of the fact.
func (p *probe) first(f *workload.Fact, other, there float64, option int) float64 {
	step := f.Step()
	lo, hi := int64(f.Round(other)/step+0.5), int64(f.Round(there)/step+0.5)
	for hi-lo > 1 || lo-hi > 1 {
		mid := (lo + hi) / 2
		if p.at(f, workload.Value{Number: f.Round(float64(mid) * step)}) == option {
			hi = mid
		} else {
			lo = mid
		}
	}
	return f.Round(float64(hi) * step)
}

// StandsOn lists the facts that a decision stands on, sorted: those of its own
// rules and, but for the blueprint, of the decisions that these read.
func (a *Advisor) StandsOn(decision string) []string {
	set, seen := map[string]bool{}, map[string]bool{knowledge.BlueprintDecision: true}
	var visit func(id string)
	visit = func(id string) {
		d := a.base.Decision(id)
		if d == nil || seen[id] {
			return
		}
		seen[id] = true
		for _, f := range a.DependsOn(id) {
			set[f] = true
		}
		for _, p := range d.Programs() {
			for _, key := range p.Reads {
				if prefix, other := rule.Split(key); prefix == "chosen" {
					visit(other)
				}
			}
		}
	}
	visit(decision)
	return sortedSet(set)
}

// Reads lists the facts that an expression of the catalog stands on, through
// derived facts, sorted.
func (a *Advisor) Reads(p *rule.Program) []string { return a.plan.factsOf(p) }

// Judge traces one decision of the current state; nil where there is none.
func (in *Inference) Judge(decision string) *Settled {
	if i, known := in.plan.at[decision]; known {
		return in.trace(i)
	}
	return nil
}

// About makes the recommendation of one decision alone: what a Teller needs to
// tell it, without the other decisions, the lines and what is assumed.
func (in *Inference) About(decision string) *Recommendation {
	r := in.outline()
	if s := in.Judge(decision); s != nil {
		r.Decisions = append(r.Decisions, s)
	}
	return r
}

// Asks reports whether the question applies in the current state.
func (in *Inference) Asks(q *knowledge.Question) bool { return in.asked(q) }

// Blueprint is the blueprint of the current state, nil for none.
func (in *Inference) Blueprint() *knowledge.Blueprint { return in.blueprint() }
