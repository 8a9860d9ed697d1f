package advisor

import (
	"maps"
	"slices"
	"sort"

	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/rule"
	"alarife/internal/workload"
)

// Recommendation is every decision of one workload, settled, with its trace.
// It is data: a Teller puts it into words.
type Recommendation struct {
	Base      *knowledge.Base
	Case      Case
	Region    string
	Blueprint *knowledge.Blueprint // nil where none is possible
	Decisions []*Settled           // in the order in which they were taken, those that do not apply among them
	Lines     []Line               // the priced quantities of the chosen options and fixed content, rates applied
	Assumed   []string             // unanswered facts that a decision leans on, in the order of the interview

	AskNext        []Ask // filled by Advise
	Alternatives   []Alternative
	EraDifferences []EraDifference

	env map[string]any // values of facts and limits for texts and later expressions
}

// Settled is one decision, settled.
type Settled struct {
	Decision    *knowledge.Decision
	Applies     bool
	Options     []*Judged // possible ones by rank, then those ruled out in catalog order
	Recommended *Judged   // nil where no option is possible or the decision does not apply
	Pinned      *Judged   // nil where nothing is pinned
	Chosen      *Judged   // Pinned, else Recommended
	Margin      float64   // lead over the runner-up in points, 0 without one
	Verdict     Verdict
	Changes     []Change // what would change it, nearest first; filled by Advise
}

// Verdict is how sure a decision is.
type Verdict string

// The verdicts.
const (
	Clear  Verdict = "clear"
	Close  Verdict = "close-call" // margin below CloseCall
	Only   Verdict = "only"       // a single option is possible
	Hole   Verdict = "hole"       // none is possible
	Absent Verdict = "absent"     // the decision does not apply
)

// Judged is one option with its judgement.
type Judged struct {
	Option      *knowledge.Option
	Possible    bool
	Score       float64
	Points      map[knowledge.Criterion]float64 // those that are not zero
	Reasons     []Reason                        // evidence that holds, strongest first
	Constraints []Reason                        // that hold
	USD         float64                         // a month
	Priced      bool
	Beyond      lang.Text // what USD leaves out, empty for nothing
}

// ReasonKind is what a reason is.
type ReasonKind string

// The kinds of reason.
const (
	Evidence         ReasonKind = "evidence"
	Constraint       ReasonKind = "constraint"
	PricePoints      ReasonKind = "price"
	RegionAbsent     ReasonKind = "region-absent"
	ServiceShut      ReasonKind = "service-shut"
	ProgrammeMissing ReasonKind = "programme-missing"
)

// Reason is one step of the trace: a rule that holds, or what the engine
// itself found.
type Reason struct {
	Kind      ReasonKind
	Rule      *knowledge.Rule    // of evidence and constraints
	Service   *knowledge.Service // of what the engine found
	Programme string
	Criterion knowledge.Criterion
	Points    float64
	Facts     []string // that it stands on, sorted
	Assumed   []string // those of them that are unanswered
	Limits    []string // "service.limit" that it reads, sorted
	Source    string

	own string // service whose limits its text names
	usd float64
}

// mostLeans is how many assumptions of one reason are told; a reason that
// rests on more says how many.
const mostLeans = 3

// Leans returns the assumptions to tell of a reason, and how many more it has.
func (r Reason) Leans() (told []string, more int) {
	if n := len(r.Assumed); n > mostLeans+1 {
		return r.Assumed[:mostLeans], n - mostLeans
	}
	return r.Assumed, 0
}

// Recommendation makes the trace of the current state.
func (in *Inference) Recommendation() *Recommendation {
	r := in.outline()
	leans := map[string]bool{}
	for i := range in.plan.decisions {
		s := in.trace(i)
		r.Decisions = append(r.Decisions, s)
		if s.Applies {
			for _, f := range in.plan.decisions[i].leans() {
				leans[f] = true
			}
		}
	}
	r.Lines = in.lines()
	for _, q := range in.plan.base.Questions {
		if _, answered := in.kase.Workload[q.ID]; !answered && leans[q.ID] && in.asked(q) {
			r.Assumed = append(r.Assumed, q.ID)
		}
	}
	return r
}

// outline is a recommendation that has no decisions yet.
func (in *Inference) outline() *Recommendation {
	return &Recommendation{
		Base: in.plan.base, Case: in.kase, Region: in.region, Blueprint: in.blueprint(), env: maps.Clone(in.machine.Env),
	}
}

// asked reports whether the question applies to the case.
func (in *Inference) asked(q *knowledge.Question) bool { return in.once(q.Applies) }

// Asks reports whether the question applies to the case.
func (r *Recommendation) Asks(q *knowledge.Question) bool {
	if q.Applies == nil {
		return true
	}
	ok, err := rule.NewMachine(r.env).Bool(q.Applies)
	return ok && err == nil
}

// Env returns the value of every fact, limit and choice, by the keys of the
// rule package; for the expressions of components, flows and reviews. The
// caller must not change it.
func (r *Recommendation) Env() map[string]any { return r.env }

// Decision returns the settled decision of the id, nil where there is none.
func (r *Recommendation) Decision(id string) *Settled {
	for _, s := range r.Decisions {
		if s.Decision.ID == id {
			return s
		}
	}
	return nil
}

// Drawn reports whether a decision makes the picture and its price: the kind of
// system lists it, or it belongs to no other. What is left goes with any system.
func (r *Recommendation) Drawn(d *knowledge.Decision) bool {
	return !d.Everywhere || r.Blueprint != nil && slices.Contains(r.Blueprint.Decisions, d.ID)
}

// Chose returns the id of the option chosen in a decision, "" for none.
func (r *Recommendation) Chose(decision string) string {
	if s := r.Decision(decision); s != nil && s.Chosen != nil {
		return s.Chosen.Option.ID
	}
	return ""
}

// Value returns the value of a fact and whether it was answered.
func (r *Recommendation) Value(q *knowledge.Question) (workload.Value, bool) {
	return r.Case.Workload.Get(&q.Fact)
}

func (in *Inference) trace(i int) *Settled {
	d, s := &in.plan.decisions[i], &in.settled[i]
	out := &Settled{Decision: d.Decision, Applies: s.applies, Verdict: Absent}
	if !s.applies {
		return out
	}
	in.rate(d)
	all := make([]*Judged, len(s.options))
	for k := range s.options {
		all[k] = in.traceOption(d, &d.options[k], s.options[k])
	}
	at := func(k int) *Judged {
		if k < 0 {
			return nil
		}
		return all[k]
	}
	out.Recommended, out.Pinned, out.Chosen = at(s.recommended), at(s.pinned), at(s.chosen)
	out.Options = ranked(all)
	out.Margin, out.Verdict = verdict(out.Options)
	return out
}

// ranked sorts possible options by score, then those ruled out, both keeping
// the catalog's order among equals.
func ranked(all []*Judged) []*Judged {
	out := append([]*Judged{}, all...)
	sort.SliceStable(out, func(i, j int) bool {
		a, b := out[i], out[j]
		if a.Possible != b.Possible {
			return a.Possible
		}
		return a.Possible && a.Score > b.Score+tie
	})
	return out
}

func verdict(options []*Judged) (margin float64, v Verdict) {
	possible := 0
	for _, o := range options {
		if o.Possible {
			possible++
		}
	}
	switch possible {
	case 0:
		return 0, Hole
	case 1:
		return 0, Only
	}
	margin = options[0].Score - options[1].Score
	if margin < CloseCall {
		return margin, Close
	}
	return margin, Clear
}

func (in *Inference) traceOption(d *decisionPlan, o *optionPlan, j judged) *Judged {
	if j.ruledOut {
		in.price(d, o, &j) // told, though it does not count
	}
	out := &Judged{
		Option: o.Option, Possible: !j.ruledOut, Score: j.score, USD: j.usd, Priced: j.priced,
		Points: map[knowledge.Criterion]float64{},
	}
	if j.beyond {
		out.Beyond = o.Beyond.Text
	}
	for i, c := range knowledge.Criteria() {
		if j.points[i] != 0 {
			out.Points[c] = j.points[i]
		}
	}
	out.Constraints = append(out.Constraints, j.engine...)
	for k := range o.constraints {
		if r := &o.constraints[k]; in.holds(r.node) {
			out.Constraints = append(out.Constraints, in.reason(Constraint, r, o.Service))
		}
	}
	price := j.points[costIndex]
	for k := range o.evidence {
		if r := &o.evidence[k]; in.holds(r.node) {
			out.Reasons = append(out.Reasons, in.reason(Evidence, r, o.Service))
			if r.criterion == costIndex {
				price -= float64(r.Weight)
			}
		}
	}
	if !j.ruledOut && j.priced && abs(price) > tie {
		out.Reasons = append(out.Reasons, Reason{Kind: PricePoints, Criterion: knowledge.Cost, Points: price, usd: j.usd})
	}
	sort.SliceStable(out.Reasons, func(a, b int) bool { return abs(out.Reasons[a].Points) > abs(out.Reasons[b].Points) })
	return out
}

func abs(x float64) float64 {
	if x < 0 {
		return -x
	}
	return x
}

func (in *Inference) reason(kind ReasonKind, r *rulePlan, own string) Reason {
	out := Reason{Kind: kind, Rule: r.Rule, Criterion: r.Criterion, Points: float64(r.Weight), Source: r.Source, own: own}
	out.Facts = in.carriers(r.When)
	for _, f := range out.Facts {
		if _, answered := in.kase.Workload[f]; !answered {
			out.Assumed = append(out.Assumed, f)
		}
	}
	if r.When != nil {
		for _, key := range r.When.Reads {
			if prefix, rest := rule.Split(key); prefix == "limit" {
				out.Limits = append(out.Limits, rest)
			}
		}
	}
	return out
}

// carriers lists the facts on which a condition that holds rests, through
// derived facts, sorted.
func (in *Inference) carriers(program *rule.Program) []string {
	set := map[string]bool{}
	in.carry(program, set)
	return sortedSet(set)
}

func (in *Inference) carry(program *rule.Program, into map[string]bool) {
	if program == nil {
		return
	}
	for _, key := range in.machine.Carriers(program) {
		fact := factOfKey(key)
		if d := in.plan.base.DerivedFact(fact); d != nil && in.machine.Env[fact] == true {
			in.carry(d.Value, into)
			continue
		}
		for _, f := range in.plan.leaves[fact] {
			into[f] = true
		}
	}
}

// Lines lists the priced quantities of the current state, rates applied: what
// a Recommendation would hold, without its trace.
func (in *Inference) Lines() []Line { return in.lines() }

// lines lists the chosen lines with the rates of the pricing decisions.
func (in *Inference) lines() []Line {
	var out []Line
	in.eachChosenLine(nil, func(l Line) {
		l.Factor, l.Rate = in.rateOn(l.Class)
		out = append(out, l)
	})
	return out
}

func (in *Inference) rateOn(class string) (float64, *knowledge.Rate) {
	for i := range in.plan.decisions {
		d, s := &in.plan.decisions[i], &in.settled[i]
		if len(d.classes) == 0 || s.chosen < 0 || class == "" {
			continue
		}
		for k := range d.options[s.chosen].rates {
			if r := &d.options[s.chosen].rates[k]; r.Class == class {
				return in.number(r.node), r.Rate
			}
		}
	}
	return 1, nil
}
