package knowledge

import (
	"strings"

	"alarife/internal/fault"
	"alarife/internal/lang"
	"alarife/internal/rule"
	"alarife/internal/source"
)

// orderDerived sorts the derived facts so that each stands behind those that
// it reads.
func (l *loader) orderDerived() {
	b := l.base
	at := map[string]int{}
	for i, d := range b.Derived {
		at[d.ID] = i
	}
	before := make([][]int, len(b.Derived))
	for i, d := range b.Derived {
		if d.Value == nil {
			continue
		}
		for _, key := range d.Value.Reads {
			if j, ok := at[key]; ok {
				before[i] = append(before[i], j)
			}
			if prefix, _ := rule.Split(key); prefix == "chosen" {
				l.fail(d.Place, "derived.reads-decision", "id", d.ID)
			}
		}
	}
	order, cycle := topological(before)
	if cycle != nil {
		ids := make([]string, len(cycle))
		for i, c := range cycle {
			ids[i] = b.Derived[c].ID
		}
		l.fail(b.Derived[cycle[0]].Place, "catalog.cycle", "ids", strings.Join(ids, " → "))
		return
	}
	b.Derived = pick(b.Derived, order)
}

// orderDecisions sorts the decisions so that each stands behind those that
// its expressions read, behind the blueprint, and, where it sets rates, behind
// those whose lines the rates act on.
func (l *loader) orderDecisions() {
	b := l.base
	at := map[string]int{}
	for i, d := range b.Decisions {
		at[d.ID] = i
	}
	before := make([][]int, len(b.Decisions))
	for i, d := range b.Decisions {
		seen := map[int]bool{}
		add := func(j int) {
			if !seen[j] {
				seen[j] = true
				before[i] = append(before[i], j)
			}
		}
		if first, ok := at[BlueprintDecision]; ok && d.ID != BlueprintDecision {
			add(first)
		}
		for _, p := range d.Programs() {
			for _, key := range p.Reads {
				prefix, id := rule.Split(key)
				if j, ok := at[id]; ok && prefix == "chosen" {
					add(j)
				}
			}
		}
		for _, j := range l.pricedBefore(d) {
			add(j)
		}
	}
	order, cycle := topological(before)
	if cycle != nil {
		ids := make([]string, len(cycle))
		for i, c := range cycle {
			ids[i] = b.Decisions[c].ID
		}
		l.fail(b.Decisions[cycle[0]].Place, "catalog.cycle", "ids", strings.Join(ids, " → "))
		return
	}
	b.Decisions = pick(b.Decisions, order)
}

// Programs lists the expressions that settle a decision: those of its
// options' rules, prices and rates, and of its own condition.
func (d *Decision) Programs() []*rule.Program {
	var out []*rule.Program
	add := func(p *rule.Program) {
		if p != nil {
			out = append(out, p)
		}
	}
	add(d.Applies)
	for _, o := range d.Options {
		for _, r := range o.RulesOut {
			add(r.When)
		}
		for _, r := range o.Evidence {
			add(r.When)
		}
		for _, c := range o.Lines() {
			add(c.When)
			add(c.Quantity)
		}
		for _, r := range o.Rates {
			add(r.Factor)
		}
	}
	return out
}

// Lines lists what tells the cost of an option: what may be counted, then what
// compares it alone.
func (o *Option) Lines() []*CostLine { return append(o.countable(), o.borrowed(false)...) }

// Counted lists the lines that an option brings into the month. Where other
// decisions have the money, these are the lines of its own components, each
// while its component stands.
func (d *Decision) Counted(o *Option) []*CostLine {
	switch {
	case len(d.RateClasses()) > 0:
		return nil
	case len(d.PricedBy) == 0:
		return o.countable()
	}
	var out []*CostLine
	for _, l := range o.countable() {
		if l.Component != "" {
			out = append(out, l)
		}
	}
	return out
}

// countable lists the lines of an option's own and those that it borrows for a
// component.
func (o *Option) countable() []*CostLine {
	return append(o.Cost[:len(o.Cost):len(o.Cost)], o.borrowed(true)...)
}

func (o *Option) borrowed(counted bool) (out []*CostLine) {
	for _, x := range o.CostOf {
		if (x.Component != "") == counted {
			out = append(out, x.Lines...)
		}
	}
	return out
}

// MoneyOf lists the decisions that bring the money of this one into the
// month: those that it names, and those whose lines its options borrow.
func (d *Decision) MoneyOf() []string {
	out := append([]string{}, d.PricedBy...)
	add := func(id string) {
		if id != d.ID && !contains(out, id) {
			out = append(out, id)
		}
	}
	for _, o := range d.Options {
		for _, id := range o.Payers() {
			add(id)
		}
	}
	return out
}

// Payers lists the decisions whose lines hold what an option costs, besides
// its own.
func (o *Option) Payers() []string {
	out := append([]string{}, o.PricedBy...)
	for _, x := range o.CostOf {
		if id, _, _ := strings.Cut(x.Option, "/"); x.Component == "" {
			out = append(out, id)
		}
	}
	return out
}

// Compared lists the titles of what the plan compares the options of a
// decision by: the search for a machine, and comparisons.
func (b *Base) Compared(d *Decision) (titles []lang.Text) {
	if b.Sizing != nil && b.Sizing.Decision == d.ID {
		titles = append(titles, b.Sizing.Title)
	}
	for _, x := range b.Comparisons {
		if x.Decision == d.ID {
			titles = append(titles, x.Title)
		}
	}
	return titles
}

// RateClasses lists the classes that the rates of a decision act on, sorted;
// empty for a decision that sets none.
func (d *Decision) RateClasses() []string {
	classes := map[string]bool{}
	for _, o := range d.Options {
		for _, r := range o.Rates {
			classes[r.Class] = true
		}
	}
	return sortedKeys(classes)
}

func (l *loader) pricedBefore(d *Decision) []int {
	classes := d.RateClasses()
	var out []int
	for j, e := range l.base.Decisions {
		if len(classes) == 0 || e == d {
			continue
		}
		for _, o := range e.Options {
			for _, line := range e.Counted(o) {
				if line.Class != "" && contains(classes, line.Class) {
					out = append(out, j)
				}
			}
		}
	}
	return out
}

// topological orders 0…n−1 so that before[i] precede i, smallest first;
// cycle is one cycle where there is none.
func topological(before [][]int) (order, cycle []int) {
	const (
		fresh = iota
		open
		done
	)
	state := make([]int, len(before))
	var path []int
	var visit func(int) bool
	visit = func(i int) bool {
		switch state[i] {
		case done:
			return true
		case open:
			for k, p := range path {
				if p == i {
					cycle = append(append([]int{}, path[k:]...), i)
				}
			}
			return false
		}
		state[i] = open
		path = append(path, i)
		for _, j := range before[i] {
			if !visit(j) {
				return false
			}
		}
		path = path[:len(path)-1]
		state[i] = done
		order = append(order, i)
		return true
	}
	for i := range before {
		if !visit(i) {
			return nil, cycle
		}
	}
	return order, nil
}

func pick[T any](list []T, order []int) []T {
	out := make([]T, len(order))
	for i, j := range order {
		out[i] = list[j]
	}
	return out
}

// ReadPriorities makes the weights of the criteria, 0 … 5 each, from the
// entries of a document.
func ReadPriorities(entries source.Entries) (map[Criterion]float64, error) {
	var faults fault.List
	weights := map[Criterion]float64{}
	for _, e := range entries {
		known := false
		for _, c := range Criteria() {
			known = known || string(c) == e.Key.Text
		}
		w, isNumber := e.Value.(float64)
		switch {
		case !known:
			faults = append(faults, fault.New(e.Key.Place, "priority.unknown", "criterion", e.Key.Text, "known", criteriaList()))
		case !isNumber || !(w >= 0 && w <= MaxPriority):
			faults = append(faults, fault.New(e.Key.Place, "priority.range", "criterion", e.Key.Text, "max", int(MaxPriority)))
		default:
			weights[Criterion(e.Key.Text)] = w
		}
	}
	return weights, faults.Err()
}

func criteriaList() string {
	parts := []string{}
	for _, c := range Criteria() {
		parts = append(parts, string(c))
	}
	return strings.Join(parts, ", ")
}
