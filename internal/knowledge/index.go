package knowledge

import (
	"strings"

	"alarife/internal/lang"
)

// index finds things by id.
type index struct {
	questions  map[string]*Question
	derived    map[string]*Derived
	services   map[string]*Service
	decisions  map[string]*Decision
	blueprints map[string]*Blueprint
	reviews    map[string]*Review
	scenarios  map[string]*Scenario
	regions    map[string]*Region
	sections   map[string]*Section
	items      map[string]*Item
	stories    map[string]*Story
	phrases    map[string]*Phrase
	layers     map[string]*Responsibility
}

func newIndex(b *Base) index {
	return index{
		questions:  by(b.Questions, func(q *Question) string { return q.ID }),
		derived:    by(b.Derived, func(d *Derived) string { return d.ID }),
		services:   by(b.Services, func(s *Service) string { return s.ID }),
		decisions:  by(b.Decisions, func(d *Decision) string { return d.ID }),
		blueprints: by(b.Blueprints, func(x *Blueprint) string { return x.ID }),
		reviews:    by(b.Reviews, func(r *Review) string { return r.ID }),
		scenarios:  by(b.Scenarios, func(s *Scenario) string { return s.ID }),
		regions:    by(b.Regions, func(r *Region) string { return r.ID }),
		sections:   by(b.Sections, func(s *Section) string { return s.ID }),
		items:      by(b.Items, func(i *Item) string { return i.ID }),
		stories:    by(b.Stories, func(s *Story) string { return s.ID }),
		phrases:    by(b.Phrases, func(p *Phrase) string { return p.ID }),
		layers:     by(b.Responsibilities, func(r *Responsibility) string { return r.ID }),
	}
}

func by[T any](list []*T, id func(*T) string) map[string]*T {
	m := make(map[string]*T, len(list))
	for _, x := range list {
		m[id(x)] = x
	}
	return m
}

// Question returns the question of the id, nil where there is none; the same
// holds for the other finders.
func (b *Base) Question(id string) *Question { return b.index.questions[id] }

// DerivedFact returns the derived fact of the id.
func (b *Base) DerivedFact(id string) *Derived { return b.index.derived[id] }

// Service returns the service of the id.
func (b *Base) Service(id string) *Service { return b.index.services[id] }

// Decision returns the decision of the id.
func (b *Base) Decision(id string) *Decision { return b.index.decisions[id] }

// Blueprint returns the blueprint of the id.
func (b *Base) Blueprint(id string) *Blueprint { return b.index.blueprints[id] }

// Review returns the review rule of the id.
func (b *Base) Review(id string) *Review { return b.index.reviews[id] }

// Scenario returns the scenario of the id.
func (b *Base) Scenario(id string) *Scenario { return b.index.scenarios[id] }

// Region returns the Region of the code.
func (b *Base) Region(id string) *Region { return b.index.regions[id] }

// Section returns the section of the id.
func (b *Base) Section(id string) *Section { return b.index.sections[id] }

// Item returns the item of practice of the id.
func (b *Base) Item(id string) *Item { return b.index.items[id] }

// Responsibility returns the layer of responsibility of the id.
func (b *Base) Responsibility(id string) *Responsibility { return b.index.layers[id] }

// Option returns the option of the id, nil where there is none.
func (d *Decision) Option(id string) *Option {
	for _, o := range d.Options {
		if o.ID == id {
			return o
		}
	}
	return nil
}

// Services lists the ids of all services that an option relies on, its own
// first.
func (o *Option) Services() []string {
	if o.Service == "" {
		return o.Needs
	}
	return append([]string{o.Service}, o.Needs...)
}

// Name returns the short name of a fact in a language; the id where it has
// none.
func (b *Base) Name(fact string) lang.Text {
	if q := b.Question(fact); q != nil {
		return q.Short
	}
	if d := b.DerivedFact(fact); d != nil {
		return d.Short
	}
	return lang.Text{EN: fact, ES: fact}
}

// Choice returns the text of one choice of a fact; the id where it has none.
func (b *Base) Choice(fact, choice string) lang.Text {
	var choices []ChoiceText
	if q := b.Question(fact); q != nil {
		choices = q.Choices
	} else if d := b.DerivedFact(fact); d != nil {
		choices = d.Choices
	}
	for _, c := range choices {
		if c.ID == choice {
			return c.Text
		}
	}
	return lang.Text{EN: choice, ES: choice}
}

// Limit finds a limit by "service.limit".
func (b *Base) Limit(name string) (s *Service, l Limit, ok bool) {
	service, limit, _ := strings.Cut(name, ".")
	if s = b.Service(service); s == nil {
		return nil, Limit{}, false
	}
	l, ok = s.Limits[limit]
	return s, l, ok
}
