package advisor

import (
	"slices"
	"strings"
	"sync"

	"alarife/internal/knowledge"
	"alarife/internal/rule"
	"alarife/internal/workload"
)

// plan is the knowledge base laid out for inference: one flat list of
// expressions, and for every key of the environment the expressions that read
// it.
type plan struct {
	base      *knowledge.Base
	nodes     []node
	derived   []int // nodes of the derived facts, in their order
	decisions []decisionPlan
	at        map[string]int // decisions by their ids
	readers   map[string][]int
	followers map[string][]*workload.Fact // choice → facts whose defaults go with it
	limits    []limitKey
	leaves    map[string][]string         // key → facts that it stands on, sorted
	turning   map[string][]rule.Threshold // by fact: all figures that it is compared with, each once
	reads     func() []map[int]bool       // by decision: whose choice it reads, found when first asked for
	// shared finds the node of an expression by its meaning.
	shared map[string]int
}

// node is one expression; one that several decisions share stands once.
type node struct {
	program   *rule.Program
	decisions []int // indices of the decisions that it belongs to
}

// decisionPlan is one decision with the nodes of its expressions.
type decisionPlan struct {
	*knowledge.Decision
	key     string // of the environment
	applies int    // node, −1 for none
	options []optionPlan
	classes []string        // of lines that its rates act on
	leans   func() []string // facts that its expressions stand on, found when first asked for
	needs   func() []bool   // by decision: itself and those that it rests on, found when first asked for
}

type optionPlan struct {
	*knowledge.Option
	id any // the id, boxed once

	constraints, evidence []rulePlan

	lines    []linePlan // own ones, then those of other options
	counted  []int      // those of them that the month has from here
	beyond   int        // node of the condition of what the lines leave out
	rates    []ratePlan
	services []*knowledge.Service
}

type rulePlan struct {
	*knowledge.Rule
	node      int // −1: always holds
	criterion int // index into Criteria, of evidence
}

type linePlan struct {
	*knowledge.CostLine
	when, stands, quantity int // nodes; when and stands −1: always
}

type ratePlan struct {
	*knowledge.Rate
	node int
}

type limitKey struct {
	key          string
	today, guide any // boxed floats
}

func newPlan(b *knowledge.Base) *plan {
	p := &plan{
		base: b, at: map[string]int{}, readers: map[string][]int{}, followers: map[string][]*workload.Fact{},
		leaves: map[string][]string{}, turning: map[string][]rule.Threshold{}, shared: map[string]int{},
	}
	for _, s := range b.Services {
		for name, l := range s.Limits {
			p.limits = append(p.limits, limitKey{key: rule.LimitKey(s.ID, name), today: l.In(knowledge.Today), guide: l.In(knowledge.Guide)})
		}
	}
	for _, q := range b.Questions {
		p.leaves[q.ID] = []string{q.ID}
		if by := q.Fact.By; by != nil {
			p.followers[by.ID] = append(p.followers[by.ID], &q.Fact)
		}
	}
	for _, d := range b.Derived {
		p.derived = append(p.derived, p.add(d.Value, -1))
		p.leaves[d.ID] = p.factsOf(d.Value)
	}
	p.reads = sync.OnceValue(p.choicesRead)
	for i, d := range b.Decisions {
		p.at[d.ID] = i
		p.decisions = append(p.decisions, p.decision(i, d))
	}
	return p
}

// add enters an expression for a decision, −1 for a derived fact; it returns
// its node, −1 for no expression.
func (p *plan) add(program *rule.Program, decision int) int {
	if program == nil {
		return -1
	}
	// The text alone does not tell: limit.x is another figure elsewhere.
	meaning := program.Source.Text + "\x00" + strings.Join(program.Reads, "\x00")
	n, known := p.shared[meaning]
	if !known || decision < 0 { // a derived fact keeps its value in the environment
		n = len(p.nodes)
		if decision >= 0 {
			p.shared[meaning] = n
		}
		p.nodes = append(p.nodes, node{program: program})
		for _, key := range program.Reads {
			p.readers[key] = append(p.readers[key], n)
		}
		for _, t := range program.Thresholds {
			if !slices.Contains(p.turning[t.Fact], t) {
				p.turning[t.Fact] = append(p.turning[t.Fact], t)
			}
		}
	}
	if d := p.nodes[n].decisions; decision >= 0 && (len(d) == 0 || d[len(d)-1] != decision) {
		p.nodes[n].decisions = append(d, decision)
	}
	return n
}

func (p *plan) decision(i int, d *knowledge.Decision) decisionPlan {
	dp := decisionPlan{Decision: d, key: rule.ChosenKey(d.ID), applies: p.add(d.Applies, i), classes: d.RateClasses()}
	dp.leans = sync.OnceValue(func() []string { return p.factsOf(d.Programs()...) })
	dp.needs = sync.OnceValue(func() []bool { return p.needs(i) })
	for _, o := range d.Options {
		op := p.option(i, o)
		for _, l := range d.Counted(o) {
			k := slices.IndexFunc(op.lines, func(x linePlan) bool { return x.CostLine == l })
			if op.counted = append(op.counted, k); len(d.PricedBy) > 0 {
				op.lines[k].stands = p.add(l.Stands, i)
			}
		}
		dp.options = append(dp.options, op)
	}
	return dp
}

// needs finds the decisions that must be settled to settle one. They stand
// before it: the blueprint, which says whether it takes part, those whose choice
// its expressions read, where it sets rates all that may bring lines, and what
// these need in turn.
func (p *plan) needs(decision int) []bool {
	needed := make([]bool, len(p.decisions))
	needed[decision] = true
	for i := decision; i >= 0; i-- {
		d := &p.decisions[i]
		needed[i] = needed[i] || d.ID == knowledge.BlueprintDecision
		for before := range i {
			if needed[i] && (len(d.classes) > 0 || p.reads()[i][before]) {
				needed[before] = true
			}
		}
	}
	return needed
}

// choicesRead tells for every decision whose choice its expressions read.
func (p *plan) choicesRead() []map[int]bool {
	read := make([]map[int]bool, len(p.decisions))
	for i := range read {
		read[i] = map[int]bool{}
	}
	for _, n := range p.nodes {
		for _, key := range n.program.Reads {
			prefix, id := rule.Split(key)
			if other, known := p.at[id]; known && prefix == "chosen" {
				for _, i := range n.decisions {
					read[i][other] = true
				}
			}
		}
	}
	return read
}

func (p *plan) option(i int, o *knowledge.Option) optionPlan {
	op := optionPlan{Option: o, id: o.ID}
	for _, r := range o.RulesOut {
		op.constraints = append(op.constraints, rulePlan{Rule: r, node: p.add(r.When, i)})
	}
	for _, r := range o.Evidence {
		op.evidence = append(op.evidence, rulePlan{Rule: r, node: p.add(r.When, i), criterion: criterionIndex(r.Criterion)})
	}
	for _, l := range o.Lines() {
		op.lines = append(op.lines, linePlan{CostLine: l, when: p.add(l.When, i), stands: -1, quantity: p.add(l.Quantity, i)})
	}
	if o.Beyond != nil {
		op.beyond = p.add(o.Beyond.When, i)
	}
	for _, r := range o.Rates {
		op.rates = append(op.rates, ratePlan{Rate: r, node: p.add(r.Factor, i)})
	}
	for _, id := range o.Services() {
		op.services = append(op.services, p.base.Service(id))
	}
	return op
}

const criteria = 8 // number of criteria

func criterionIndex(c knowledge.Criterion) int {
	for i, x := range knowledge.Criteria() {
		if x == c {
			return i
		}
	}
	return -1
}

var costIndex = criterionIndex(knowledge.Cost)

// factsOf lists the answered-or-not facts that expressions stand on, through
// derived facts, sorted.
func (p *plan) factsOf(programs ...*rule.Program) []string {
	set := map[string]bool{}
	for _, program := range programs {
		if program == nil {
			continue
		}
		for _, key := range program.Reads {
			for _, f := range p.leaves[factOfKey(key)] {
				set[f] = true
			}
		}
	}
	return sortedSet(set)
}

// factOfKey returns the fact behind a key of the environment, "" for another
// kind of key.
func factOfKey(key string) string {
	prefix, rest := rule.Split(key)
	switch prefix {
	case "":
		return rest
	case "has":
		for i := range rest {
			if rest[i] == '.' {
				return rest[:i]
			}
		}
	}
	return ""
}
