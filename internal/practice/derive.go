package practice

import (
	"alarife/internal/advisor"
	"alarife/internal/fault"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/source"
	"alarife/internal/workload"
)

// Derive makes the exercise of an item: its key, feedback and texts. The error
// is a *fault.Fault at the item's place where the key is not unique, not clear
// or not to be had.
func (b *Book) Derive(i *knowledge.Item) (*Exercise, error) {
	d := &derivation{
		Book: b, item: i, kase: b.caseOf(i),
		out: &Exercise{
			ID: i.ID, Kind: i.Kind, Guide: i.Guide, Level: i.Level, Topic: i.Topic, Era: i.InEra(), Title: b.title(i),
			Proven: !i.Unproven, Notes: map[string]Note{}, Sources: i.Sources,
		},
	}
	if len(d.kase.Workload) > 0 {
		d.rec = b.Advisor.Quick(d.kase)
		d.out.Case = d.kase
	}
	if err := d.key(); err != nil {
		return nil, err
	}
	d.out.Story, d.out.Ask = d.fill(d.story()), d.ask()
	if !i.Because.Empty() {
		d.out.Because = append(d.out.Because, d.fill(i.Because))
	}
	return d.out, nil
}

// title is the item's; where nobody has translated the item, the title in the
// other language says so.
func (b *Book) title(i *knowledge.Item) lang.Text {
	t := i.Title
	if i.Only == lang.English {
		t.ES += " (" + b.Texts.Say(lang.Spanish, "practice.only.en") + ")"
	}
	if i.Only == lang.Spanish {
		t.EN += " (" + b.Texts.Say(lang.English, "practice.only.es") + ")"
	}
	return t
}

// derivation is the making of one exercise.
type derivation struct {
	*Book
	item *knowledge.Item
	kase advisor.Case
	rec  *advisor.Recommendation // nil where the item has no case
	out  *Exercise
}

// caseOf is the case that an item is set in, the seeded pins of a fault among
// it.
func (b *Book) caseOf(i *knowledge.Item) advisor.Case {
	c := advisor.Case{Workload: workload.Workload{}, Era: i.InEra(), Pins: map[string]string{}, Priorities: map[knowledge.Criterion]float64{}}
	if s := b.base().Scenario(i.Scenario); s != nil {
		b.answer(c.Workload, s.Answers)
		weigh(c.Priorities, s.Priorities)
		for d, o := range s.Pins {
			c.Pins[d] = o
		}
	}
	b.answer(c.Workload, i.Answers)
	weigh(c.Priorities, i.Priorities)
	for d, o := range i.Pins {
		c.Pins[d] = o
	}
	return c
}

// answer enters answers that the loader has checked.
func (b *Book) answer(w workload.Workload, entries source.Entries) {
	for _, e := range entries {
		if v, err := b.base().ReadAnswer(e.Key.Text, e.Value, e.Key.Place); err == nil {
			w[e.Key.Text] = v
		}
	}
}

func weigh(into map[knowledge.Criterion]float64, entries source.Entries) {
	weights, _ := knowledge.ReadPriorities(entries)
	for c, w := range weights {
		into[c] = w
	}
}

// elsewhere settles the case in the other era.
func (d *derivation) elsewhere() *advisor.Inference { return d.Advisor.Begin(inOtherEra(d.kase)) }

func inOtherEra(c advisor.Case) advisor.Case {
	c.Era = advisor.Other(c.Era)
	return c
}

// key derives what is right.
func (d *derivation) key() error {
	switch d.item.Kind {
	case knowledge.ChoiceItem:
		return d.choice()
	case knowledge.FaultItem:
		return d.faults()
	case knowledge.BuildItem:
		return d.building()
	case knowledge.EstimateItem:
		return d.estimate()
	case knowledge.MatchItem:
		return d.match()
	case knowledge.OrderItem:
		return d.order()
	}
	d.explain()
	return nil
}

// refuse says why the item has no key.
func (d *derivation) refuse(key string, args ...any) error {
	return fault.New(d.item.Place, "practice."+key, append([]any{"id", d.item.ID}, args...)...)
}

func (d *derivation) story() lang.Text {
	if s := d.base().Scenario(d.item.Scenario); s != nil && d.item.Story.Empty() {
		return s.Story
	}
	return d.item.Story
}

// ask is the question: the item's, the decision's, or the usual one.
func (d *derivation) ask() lang.Text {
	i := d.item
	if !i.Ask.Empty() {
		return d.fill(i.Ask)
	}
	about := d.base().Decision(i.Decision)
	switch {
	case i.Kind == knowledge.ChoiceItem && about != nil:
		return d.asks(about, i.Which)
	case i.Kind == knowledge.EstimateItem:
		return d.say("practice.ask.estimate." + string(i.Of))
	case about != nil:
		return d.say("practice.ask."+string(i.Kind)+".decision", "decision", about.Title)
	}
	return d.say("practice.ask." + string(i.Kind))
}

// asks is the question of a choice about a decision.
func (b *Book) asks(about *knowledge.Decision, which knowledge.Which) lang.Text {
	if which == "" {
		which = knowledge.Best
	}
	return b.both(func(t advisor.Teller) string {
		return t.Say("practice.ask.choice."+string(which), "asks", about.Asks, "decision", about.Title)
	})
}

// fill puts facts into a text of the item; without a case there are none.
func (d *derivation) fill(text lang.Text) lang.Text {
	if d.rec == nil {
		none := func(string) (string, bool) { return "", false }
		return lang.Text{EN: lang.Fill(text.EN, none), ES: lang.Fill(text.ES, none)}
	}
	return d.both(func(t advisor.Teller) string { return t.Fill(d.rec, text, "", nil) })
}

// explain takes over what is written.
func (d *derivation) explain() {
	d.out.Model = d.fill(d.item.Model)
	for n, text := range d.item.Checklist {
		id := letter(n)
		d.out.Checklist = append(d.out.Checklist, Choice{id, text})
		d.out.Notes[id] = Note{Right: true, Rules: []string{"item/" + d.item.ID + "/" + id}}
	}
}

// letter is the n-th id of what has none of its own: a, b, …
func letter(n int) string { return string(rune('a' + n)) }
