package practice

import (
	"maps"
	"math/rand/v2"
	"slices"
	"sort"

	"alarife/internal/advisor"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
)

// pair is a left side with its right side.
type pair struct {
	left, right lang.Text
	rule        string
	why         []lang.Text
}

// match derives the pairs of a match, from the engine, the catalog or as
// written.
func (d *derivation) match() error {
	var pairs []pair
	var err error
	switch i := d.item; {
	case i.Decision != "":
		pairs, err = d.cases()
	case len(i.Services) > 0:
		pairs, err = d.properties()
	case len(i.Layers) > 0:
		pairs = d.carriers()
	default:
		for n, p := range i.Pairs {
			pairs = append(pairs, pair{left: p.Left, right: p.Right, rule: "item/" + i.ID + "/" + letter(n)})
		}
	}
	if err != nil {
		return err
	}
	if len(pairs) < 3 || len(pairs) > 8 {
		return d.refuse("count", "min", 3, "max", 8)
	}
	return d.pairs(pairs)
}

// cases puts each case to the option that is recommended for it.
func (d *derivation) cases() ([]pair, error) {
	var out []pair
	for _, c := range d.item.Cases {
		one := &derivation{Book: d.Book, item: d.item, kase: d.kase, out: d.out}
		one.kase.Workload = maps.Clone(d.kase.Workload)
		d.answer(one.kase.Workload, c.Answers)
		one.rec = d.Advisor.Quick(one.kase)
		s := one.rec.Decision(d.item.Decision)
		if err := one.settledClearly(s); err != nil {
			return nil, err
		}
		note := one.note(one.rec, s, s.Recommended)
		out = append(out, pair{one.fill(c.Text), s.Recommended.Option.Title, note.Rules[0], note.Why})
	}
	return out, nil
}

// properties puts each service to what the catalog says of it.
func (d *derivation) properties() ([]pair, error) {
	var out []pair
	for _, id := range d.item.Services {
		s := d.base().Service(id)
		right := d.property(s)
		if right.Empty() {
			return nil, d.refuse("no-property", "service", id, "property", d.item.By)
		}
		out = append(out, pair{left: lang.Text{EN: s.Name, ES: s.Name}, right: right, rule: "service/" + id})
	}
	return out, nil
}

func (d *derivation) property(s *knowledge.Service) lang.Text {
	switch d.item.By {
	case "summary":
		return s.Summary
	case "replacement":
		if to := d.base().Service(s.Lifecycle.Replacement); to != nil {
			return lang.Text{EN: to.Name, ES: to.Name}
		}
		return lang.Text{}
	case "category":
		return d.say("practice.category." + s.Category)
	case "scope":
		return d.say("practice.scope." + string(s.Scope))
	}
	if s.Model == "" {
		return lang.Text{}
	}
	return d.say("practice.model." + string(s.Model))
}

// carriers puts each layer of responsibility to who carries it.
func (d *derivation) carriers() (out []pair) {
	for _, id := range d.item.Layers {
		r := d.base().Responsibility(id)
		out = append(out, pair{left: r.Title, right: d.say("practice.who." + r.Who[d.item.By]), rule: "responsibility/" + id, why: []lang.Text{r.Text}})
	}
	return out
}

// pairs enters the sides; equal right sides are one.
func (d *derivation) pairs(pairs []pair) error {
	d.out.Key.Choose = map[string]string{}
	rights := []lang.Text{}
	for _, p := range pairs {
		rights = append(rights, p.right)
	}
	rights = append(rights, d.item.Extra...)
	sort.SliceStable(rights, func(i, j int) bool { return rights[i].EN < rights[j].EN })
	rights = slices.Compact(rights)
	if len(rights) < 2 {
		return d.refuse("one-side")
	}
	for n, r := range rights {
		d.out.Right = append(d.out.Right, Choice{letter(n), r})
	}
	for n, p := range pairs {
		id := "l" + string(rune('1'+n))
		if slices.ContainsFunc(d.out.Left, func(c Choice) bool { return c.Text == p.left }) {
			return d.refuse("twice", "text", p.left)
		}
		d.out.Left = append(d.out.Left, Choice{id, p.left})
		d.out.Key.Choose[id] = letter(slices.Index(rights, p.right))
		why := append([]lang.Text{d.say("practice.pair", "left", p.left, "right", p.right)}, p.why...)
		d.out.Notes[id] = Note{Right: true, Why: why, Rules: []string{p.rule}}
	}
	return nil
}

// step is one thing to put in order.
type step struct {
	id    string
	text  lang.Text
	value float64
	said  lang.Text
}

// order derives the order of steps and shows them in another.
func (d *derivation) order() error {
	var steps []step
	var err error
	switch i := d.item; {
	case i.Decision != "":
		steps, err = d.ranked()
	case len(i.Services) > 0:
		steps = d.limited()
	default:
		for n, text := range i.Sequence {
			steps = append(steps, step{id: letter(n), text: text, value: float64(n)})
		}
	}
	if err != nil {
		return err
	}
	if len(steps) < 3 || len(steps) > 8 {
		return d.refuse("count", "min", 3, "max", 8)
	}
	sort.SliceStable(steps, func(i, j int) bool {
		if d.item.Descending {
			return steps[i].value > steps[j].value
		}
		return steps[i].value < steps[j].value
	})
	for n, s := range steps {
		if n > 0 && s.value == steps[n-1].value {
			return d.refuse("twice", "text", s.text)
		}
		d.out.Key.Order = append(d.out.Key.Order, s.id)
		d.out.Options = append(d.out.Options, Choice{s.id, s.text})
		note := Note{Right: true, Rules: []string{"item/" + d.item.ID + "/" + s.id}}
		if !s.said.Empty() {
			note.Why = []lang.Text{s.said}
		}
		d.out.Notes[s.id] = note
	}
	shuffle(d.out.Options, d.item.ID)
	return nil
}

// ranked orders options by what the engine says of them.
func (d *derivation) ranked() (out []step, err error) {
	s := d.rec.Decision(d.item.Decision)
	if err := d.second(d.item.Decision); err != nil {
		return nil, err
	}
	for _, id := range d.item.Options {
		o := judgedOf(s, id)
		if o == nil || d.item.By == "score" && !o.Possible || d.item.By == "cost" && !o.Priced {
			return nil, d.refuse("no-figure", "option", id)
		}
		x := step{id: id, text: o.Option.Title, value: o.Score}
		x.said = d.say("practice.scored", "option", o.Option.Title, "score", points(o.Score))
		if d.item.By == "cost" {
			x.value = o.USD
			x.said = d.both(func(t advisor.Teller) string {
				return t.Say("practice.costs", "option", o.Option.Title, "usd", lang.Money(t.Lang, o.USD))
			})
		}
		out = append(out, x)
	}
	return out, nil
}

// limited orders services by a limit.
func (d *derivation) limited() (out []step) {
	for _, id := range d.item.Services {
		s := d.base().Service(id)
		l := s.Limits[d.item.By]
		v := l.In(d.out.Era)
		out = append(out, step{id: id, text: lang.Text{EN: s.Name, ES: s.Name}, value: v, said: d.both(func(t advisor.Teller) string {
			return t.Say("practice.limit", "service", s.Name, "limit", l.Text, "value", t.Quantity(v, 6, l.Unit))
		})})
	}
	return out
}

// shuffle puts choices into an order that depends on the id alone, and is never
// that of before.
func shuffle(list []Choice, id string) {
	before := slices.Clone(list)
	r := rand.New(rand.NewPCG(hash(id), 1))
	for range 8 {
		r.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
		if !slices.Equal(before, list) {
			return
		}
	}
}

// hash is FNV-1a.
func hash(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}
