package page

import (
	"slices"
	"strings"

	"alarife/internal/knowledge"
	"alarife/internal/rule"
)

// index holds what things have to do with each other, seen from the other
// end. All lists are in the order of the catalog.
type index struct {
	readers  map[Ref][]Ref // expressions of whom read a fact, decision or service
	holders  map[Ref][]Ref // options and blueprints with the service, price or decision
	replaced map[string][]Ref
	expected map[Ref]map[knowledge.Era][]Ref // option → era → scenarios
	prices   map[string][]string             // service → prices, sorted
	priced   map[string][]Ref                // price → services
}

func newIndex(b *knowledge.Base) index {
	x := index{
		readers: map[Ref][]Ref{}, holders: map[Ref][]Ref{}, replaced: map[string][]Ref{},
		expected: map[Ref]map[knowledge.Era][]Ref{}, prices: map[string][]string{}, priced: map[string][]Ref{},
	}
	for _, q := range b.Questions {
		x.reads(b, Ref{Questions, q.ID}, q.Applies)
	}
	for _, d := range b.Derived {
		x.reads(b, Ref{Facts, d.ID}, d.Value)
	}
	for _, d := range b.Decisions {
		x.reads(b, Ref{Decisions, d.ID}, d.Applies)
		for _, o := range d.Options {
			x.option(b, optionRef(d, o), o)
		}
	}
	for _, bp := range b.Blueprints {
		x.blueprint(b, bp)
	}
	for _, r := range b.Reviews {
		x.reads(b, Ref{Reviews, r.ID}, r.When)
	}
	for _, c := range b.Comparisons {
		x.comparison(b, c)
	}
	for _, t := range b.Tags {
		x.reads(b, Ref{Tags, t.ID}, t.When)
		for _, v := range t.Values {
			x.reads(b, Ref{Tags, t.ID}, v.When)
		}
	}
	x.plans(b)
	for _, s := range b.Services {
		if to := s.Lifecycle.Replacement; to != "" {
			x.replaced[to] = append(x.replaced[to], Ref{Services, s.ID})
		}
	}
	for _, s := range b.Scenarios {
		x.scenario(b, s)
	}
	x.sortPrices(b)
	return x
}

// plans enters what plans are made from.
func (x *index) plans(b *knowledge.Base) {
	if z := b.Sizing; z != nil {
		at := Ref{Plans, planMachines}
		x.reads(b, at, programs(z)...)
		add(x.holders, Ref{Decisions, z.Decision}, at)
		for _, f := range z.Families {
			add(x.holders, Ref{Options, z.Decision + "/" + f.Option}, at)
		}
	}
	if b.Layout != nil {
		for _, r := range b.Layout.Rules {
			x.reads(b, Ref{Plans, planNetwork}, r.When)
		}
	}
}

// programs lists the expressions of a sizing.
func programs(z *knowledge.Sizing) []*rule.Program {
	out := []*rule.Program{z.CountOf, z.ArmIf}
	for _, n := range z.Needs {
		out = append(out, n.Value)
	}
	return out
}

// sortPrices adds to the prices of a service those that begin with its id.
func (x *index) sortPrices(b *knowledge.Base) {
	ids := b.Prices.IDs()
	for _, s := range b.Services {
		list := x.prices[s.ID]
		for _, id := range ids {
			if strings.HasPrefix(id, s.ID+".") {
				list = append(list, id)
			}
		}
		slices.Sort(list)
		x.prices[s.ID] = slices.Compact(list)
		for _, id := range x.prices[s.ID] {
			x.priced[id] = append(x.priced[id], Ref{Services, s.ID})
		}
	}
}

func (x *index) option(b *knowledge.Base, at Ref, o *knowledge.Option) {
	for _, s := range o.Services() {
		add(x.holders, Ref{Services, s}, at)
	}
	for _, r := range slices.Concat(o.RulesOut, o.Evidence) {
		x.reads(b, at, r.When)
	}
	for _, r := range o.Rates {
		x.reads(b, at, r.Factor)
	}
	x.content(b, at, &o.Content, o.Service)
}

func (x *index) blueprint(b *knowledge.Base, bp *knowledge.Blueprint) {
	at := Ref{Blueprints, bp.ID}
	for _, d := range bp.Decisions {
		add(x.holders, Ref{Decisions, d}, at)
	}
	for _, s := range bp.Slots {
		x.reads(b, at, s.When)
		x.content(b, at, &s.Content, "")
	}
	for _, f := range bp.Flows {
		x.reads(b, at, f.When)
	}
}

func (x *index) comparison(b *knowledge.Base, c *knowledge.Comparison) {
	at := Ref{Comparisons, c.ID}
	x.reads(b, at, append([]*rule.Program{c.Applies}, c.Periods...)...)
	for _, f := range c.Figures {
		x.reads(b, at, f.Value)
	}
	for _, v := range c.Variants {
		x.reads(b, at, v.When)
	}
	for _, l := range c.Lines {
		x.reads(b, at, l.When, l.Quantity, l.USD)
		if l.Price != "" {
			add(x.holders, Ref{Prices, l.Price}, at)
		}
	}
}

// content enters what an option or slot adds; own is the option's service.
func (x *index) content(b *knowledge.Base, at Ref, c *knowledge.Content, own string) {
	service := map[string]string{"": own}
	for _, part := range c.Components {
		x.reads(b, at, part.When, part.InVPC)
		for _, t := range part.Traits {
			x.reads(b, at, t.When)
		}
		if service[part.ID] = part.Service; part.Service != "" {
			add(x.holders, Ref{Services, part.Service}, at)
		}
	}
	for _, f := range c.Flows {
		x.reads(b, at, f.When)
	}
	for _, j := range c.Joins {
		x.reads(b, at, j.When)
	}
	for _, line := range c.Cost {
		x.reads(b, at, line.When, line.Quantity)
		add(x.holders, Ref{Prices, line.Price}, at)
		if s := service[line.Component]; s != "" && !slices.Contains(x.prices[s], line.Price) {
			x.prices[s] = append(x.prices[s], line.Price)
		}
	}
}

// scenario enters which options a scenario expects.
func (x *index) scenario(b *knowledge.Base, s *knowledge.Scenario) {
	for _, era := range []knowledge.Era{knowledge.Guide, knowledge.Today} {
		for _, d := range b.Decisions {
			o := d.Option(s.Expect[string(era)][d.ID])
			if o == nil {
				continue
			}
			r := optionRef(d, o)
			if x.expected[r] == nil {
				x.expected[r] = map[knowledge.Era][]Ref{}
			}
			x.expected[r][era] = append(x.expected[r][era], Ref{Scenarios, s.ID})
		}
	}
}

func (x *index) reads(b *knowledge.Base, who Ref, programs ...*rule.Program) {
	for _, p := range programs {
		for _, what := range readBy(b, p) {
			add(x.readers, what, who)
		}
	}
}

// readBy lists what an expression reads: facts, decisions and services.
func readBy(b *knowledge.Base, p *rule.Program) []Ref {
	if p == nil {
		return nil
	}
	var out []Ref
	for _, key := range p.Reads {
		if r, ok := read(b, key); ok && !slices.Contains(out, r) {
			out = append(out, r)
		}
	}
	return out
}

// read is the thing behind a key of an expression; ok is false for words that
// are none, such as the era.
func read(b *knowledge.Base, key string) (r Ref, ok bool) {
	prefix, rest := rule.Split(key)
	switch prefix {
	case "chosen":
		return Ref{Decisions, rest}, true
	case "present", "here":
		return Ref{Services, rest}, true
	case "limit", "has":
		rest, _, _ = strings.Cut(rest, ".")
		if prefix == "limit" {
			return Ref{Services, rest}, true
		}
	case "":
	default:
		return Ref{}, false
	}
	return factRef(b, rest)
}

// factRef names the question or derived fact of the id.
func factRef(b *knowledge.Base, id string) (r Ref, ok bool) {
	switch {
	case b.Question(id) != nil:
		return Ref{Questions, id}, true
	case b.DerivedFact(id) != nil:
		return Ref{Facts, id}, true
	}
	return Ref{}, false
}

// add puts who into the list of what, once.
func add(lists map[Ref][]Ref, what, who Ref) {
	if list := lists[what]; !slices.Contains(list, who) {
		lists[what] = append(list, who)
	}
}

// sessions lists the sessions of the study guide that treat a thing: for a
// review rule without its own list, those of what it names.
func (b *Book) sessions(t Thing) []int {
	r := b.base.Review(t.ID)
	if t.Kind != Reviews || len(r.Guide) > 0 {
		return t.Guide
	}
	var out []int
	for _, what := range readBy(b.base, r.When) {
		if what.Kind == Services || what.Kind == Decisions {
			out = append(out, b.known[what].Guide...)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
