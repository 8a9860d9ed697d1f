package knowledge

import (
	"strings"

	"alarife/internal/fault"
	"alarife/internal/workload"
)

// buildFacts makes the typed fact of every question.
func (l *loader) buildFacts() {
	for _, q := range l.base.Questions {
		if q.ID == RegionFact {
			l.regionChoices(q)
		}
		q.Fact = workload.Fact{ID: q.ID, Kind: q.Kind, Unit: q.Unit, Decimals: q.Decimals, Choices: choiceIDs(q.Choices)}
		switch q.Kind {
		case workload.Number:
			l.numberRange(q)
		case workload.Choice, workload.Choices:
			if len(q.Choices) < 2 {
				l.fail(q.Place, "question.choices", "id", q.ID)
			}
		case workload.YesNo:
		default:
			l.fail(q.Place, "question.kind", "id", q.ID, "kind", string(q.Kind))
			l.broken[q.ID] = true
			continue
		}
		v, problem := q.Fact.Read(q.Default)
		if problem != "" {
			l.fail(q.Place, "question.default", "id", q.ID)
		}
		q.Fact.Default = v
	}
	for _, d := range l.base.Derived {
		l.likeChoices(d)
	}
	for _, q := range l.base.Questions {
		if q.Defaults != nil && !l.broken[q.ID] {
			l.defaults(q)
		}
	}
}

// likeChoices gives a derived fact the choices of the question that it names.
func (l *loader) likeChoices(d *Derived) {
	if d.Like == "" {
		return
	}
	q := l.base.Question(d.Like)
	if q == nil || q.Kind != workload.Choice || d.Kind != workload.Choice || d.Choices != nil {
		l.fail(d.Place, "fact.like", "id", d.ID, "question", d.Like)
		return
	}
	d.Choices = q.Choices
}

// defaults reads the defaults that go with choices of another question.
func (l *loader) defaults(q *Question) {
	by := l.base.Question(q.Defaults.By)
	if by == nil || by.Kind != workload.Choice || by.Defaults != nil {
		l.fail(q.Place, "question.defaults", "id", q.ID, "by", q.Defaults.By)
		return
	}
	q.Fact.By, q.Fact.Usual = &by.Fact, make(map[string]workload.Value, len(q.Defaults.Values))
	for _, choice := range sortedKeys(q.Defaults.Values) {
		v, problem := q.Fact.Read(q.Defaults.Values[choice])
		if _, unknown := by.Fact.Read(choice); problem != "" || unknown != "" {
			l.fail(q.Place, "question.defaults", "id", q.ID, "by", q.Defaults.By+": "+choice)
			continue
		}
		q.Fact.Usual[choice] = v
	}
}

func (l *loader) numberRange(q *Question) {
	if q.Min == nil || q.Max == nil || *q.Min >= *q.Max || q.Decimals < 0 || q.Decimals > 6 {
		l.fail(q.Place, "question.range", "id", q.ID)
		return
	}
	q.Fact.Min, q.Fact.Max = *q.Min, *q.Max
}

// regionChoices gives the Region question the Regions as its choices.
func (l *loader) regionChoices(q *Question) {
	q.Choices = nil
	for _, r := range l.base.Regions {
		q.Choices = append(q.Choices, ChoiceText{ID: r.ID, Text: r.Title})
	}
}

// ReadAnswer makes the value of a fact from a plain one (float64, bool,
// string, []string), or says in a fault at the place why it does not fit.
func (b *Base) ReadAnswer(fact string, plain any, at fault.Place) (workload.Value, error) {
	return b.answer(fact, at, func(f *workload.Fact) (workload.Value, workload.Problem) { return f.Read(plain) })
}

// ParseAnswer does the same with a text as typed: "500", "yes", "hipaa,gdpr".
func (b *Base) ParseAnswer(fact, text string, at fault.Place) (workload.Value, error) {
	return b.answer(fact, at, func(f *workload.Fact) (workload.Value, workload.Problem) { return f.Parse(text) })
}

func (b *Base) answer(fact string, at fault.Place, read func(*workload.Fact) (workload.Value, workload.Problem)) (workload.Value, error) {
	q := b.Question(fact)
	if q == nil {
		return workload.Value{}, fault.New(at, "answer.unknown-fact", "fact", fact, "near", fault.Nearest(fact, sortedKeys(b.index.questions)))
	}
	f := &q.Fact
	v, problem := read(f)
	switch problem {
	case "":
		return v, nil
	case workload.OutOfRange:
		return v, fault.New(at, "answer.out-of-range", "fact", fact, "min", f.Min, "max", f.Max, "unit", fault.Unit(f.Unit))
	case workload.NotFinite:
		return v, fault.New(at, "answer.not-finite", "fact", fact)
	case workload.Unknown:
		return v, fault.New(at, "answer.unknown-choice", "fact", fact, "known", strings.Join(f.Choices, ", "))
	}
	return v, fault.New(at, "answer.kind", "fact", fact, "want", fault.Word("answer.kind."+string(f.Kind)))
}
