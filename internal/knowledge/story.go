package knowledge

import (
	"cmp"
	"strconv"

	"alarife/internal/fault"
	"alarife/internal/lang"
	"alarife/internal/source"
	"alarife/internal/workload"
)

// Story is how the stories of generated items begin and end for one kind of
// system: one file per blueprint.
type Story struct {
	ID       string         `yaml:"id,required"`       // of the blueprint
	Tells    source.Entries `yaml:"tells,required"`    // answers that every opening tells
	Openings []lang.Text    `yaml:"openings,required"` // who builds what
	Closings []lang.Text    `yaml:"closings"`          // harmless sentences
	Place    fault.Place    `yaml:",place"`
}

// Phrase is how one fact is told in a story.
type Phrase struct {
	ID    string      `yaml:"id,required"`    // of the fact
	Order int         `yaml:"order,required"` // in the story
	Keep  bool        `yaml:"keep"`           // never changed from what the scenario has
	Tacit bool        `yaml:"tacit"`          // a story that is silent on it means the usual answer
	Says  []*Saying   `yaml:"says,required"`
	Place fault.Place `yaml:",place"`
}

// Saying tells one value in several ways. {value} is the value with its unit.
type Saying struct {
	Is      string           `yaml:"is"`       // a choice, the only one of a set, none or some of a set, true, false, a number; "" is any
	NotWith []source.Entries `yaml:"not-with"` // answers beside which it would make no sense: each entry with all that it names
	Texts   []lang.Text      `yaml:"texts,required"`
	Place   fault.Place      `yaml:",place"`
}

// Of returns the saying for a value of the fact, nil where there is none.
func (p *Phrase) Of(f *workload.Fact, v workload.Value) *Saying {
	is, wide := "", ""
	switch f.Kind {
	case workload.Number:
		is = strconv.FormatFloat(v.Number, 'f', -1, 64)
	case workload.YesNo:
		is = "false"
		if v.Yes {
			is = "true"
		}
	case workload.Choice:
		is = v.Text
	case workload.Choices:
		if wide = "some"; len(v.Set) == 0 {
			wide = "none"
		}
		if len(v.Set) == 1 {
			is = v.Set[0]
		}
	}
	return cmp.Or(p.saying(is), p.saying(wide), p.saying(""))
}

func (p *Phrase) saying(is string) *Saying {
	for _, s := range p.Says {
		if s.Is == is {
			return s
		}
	}
	return nil
}

// Phrase returns how a fact is told, nil where it is not.
func (b *Base) Phrase(fact string) *Phrase { return b.index.phrases[fact] }

// Story returns the story of a blueprint, nil where there is none.
func (b *Base) Story(blueprint string) *Story { return b.index.stories[blueprint] }

func (l *loader) stories() {
	for _, s := range l.base.Stories {
		if l.base.Blueprint(s.ID) == nil {
			l.fail(s.Place, "catalog.unknown-id", "kind", fault.Word("kind.blueprint"), "id", s.ID,
				"near", fault.Nearest(s.ID, sortedKeys(l.base.index.blueprints)))
		}
		l.answers(s.Tells)
		for _, t := range append(append([]lang.Text{}, s.Openings...), s.Closings...) {
			l.template(s.Place, t, "")
		}
	}
	for _, p := range l.base.Phrases {
		q := l.base.Question(p.ID)
		if q == nil {
			l.fail(p.Place, "answer.unknown-fact", "fact", p.ID, "near", fault.Nearest(p.ID, sortedKeys(l.base.index.questions)))
			continue
		}
		for _, s := range p.Says {
			l.sayingOf(&q.Fact, s)
			for _, answers := range s.NotWith {
				l.answers(answers)
			}
			for _, t := range s.Texts {
				l.template(s.Place, t, "", "value")
			}
		}
	}
}

// sayingOf checks that a saying is for a value of the fact.
func (l *loader) sayingOf(f *workload.Fact, s *Saying) {
	if f.Kind == workload.Number && s.Is != "" {
		if _, problem := f.Parse(s.Is); problem == "" {
			return
		}
	}
	l.oneOfOrNone(s.Place, "is", s.Is, sayable(f)...)
}

// sayable lists the values of a fact that a saying can be for.
func sayable(f *workload.Fact) []string {
	switch f.Kind {
	case workload.YesNo:
		return []string{"true", "false"}
	case workload.Choice:
		return f.Choices
	case workload.Choices:
		return append([]string{"some", "none"}, f.Choices...)
	}
	return nil
}
