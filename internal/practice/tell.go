package practice

import (
	"math"
	"math/rand/v2"
	"slices"
	"sort"
	"strings"

	"alarife/internal/advisor"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/source"
	"alarife/internal/workload"
)

const (
	mostFacts = 9 // that a story tells because they matter
	rounds    = 3 // of finding out which do
)

// tell reduces the case to what a story says: the answers of the opening and
// the facts that matter. A fact matters where one change of it turns the
// decision, or a reason of the engine stands on it. True where the reduced case
// leads to the same option as clearly, and nothing that matters is left out.
func (d *draft) tell() bool {
	full := d.kase.Workload
	d.told = map[string]workload.Value{}
	for range rounds {
		missing, ok := d.untold()
		if !ok {
			return false
		}
		if len(missing) == 0 && len(d.told) > 0 {
			return d.agrees() && d.harmless(full)
		}
		for _, q := range missing {
			d.told[q.ID], _ = full.Get(&q.Fact)
		}
		d.reduce()
		d.ground(full)
		if len(d.told) > mostFacts || !d.leads() {
			return false
		}
	}
	return false
}

// reduce takes for the case what the opening and the story tell.
func (d *draft) reduce() {
	w := workload.Workload{}
	d.book.answer(w, d.story.Tells)
	for id, v := range d.told {
		w[id] = v
	}
	d.kase.Workload = w
	d.inference.Reset(d.kase)
}

// ground tells what the decision, and the facts told, come up for at all: where
// they do not in the reduced case, the answers that their conditions stand on.
func (d *draft) ground(full workload.Workload) {
	for range rounds {
		stands := d.conditions()
		before := len(d.told)
		for _, id := range stands {
			q := d.book.base().Question(id)
			v, answered := full[id]
			if _, told := d.told[id]; q == nil || !answered || told || d.opened(id) || q.Fact.Equal(v, q.Fact.Default) || d.book.base().Phrase(id) == nil {
				continue
			}
			d.told[id] = v
		}
		if len(d.told) == before {
			return
		}
		d.reduce()
	}
}

// conditions lists the facts on which the conditions stand that do not hold in
// the reduced case: those of the decision and of the facts told.
func (d *draft) conditions() (facts []string) {
	if !d.inference.Standing(d.decision.ID).Applies {
		facts = append(facts, d.facts...)
	}
	for id := range d.told {
		if q := d.book.base().Question(id); !d.inference.Asks(q) {
			facts = append(facts, d.book.Advisor.Reads(q.Applies)...)
		}
	}
	return facts
}

// unsaid lists the options that a fact would make right on which the story is
// silent: none of them is offered beside the right one.
func (d *draft) unsaid() (options []string) {
	for _, c := range d.turns {
		if _, told := d.told[c.Fact]; !told && !d.opened(c.Fact) {
			options = append(options, c.Becomes)
		}
	}
	return options
}

// untold lists the facts that matter in the present case and are not told; ok
// is false where one of them cannot be.
func (d *draft) untold() (missing []*knowledge.Question, ok bool) {
	d.turns = d.inference.Turns(d.decision.ID, d.facts)
	matter := map[string]bool{}
	for _, c := range d.turns {
		matter[c.Fact] = true
	}
	for _, o := range d.inference.Judge(d.decision.ID).Options {
		for _, reason := range append(slices.Clone(o.Constraints), o.Reasons...) {
			for _, f := range reason.Facts {
				matter[f] = true
			}
		}
	}
	for _, q := range d.book.base().Questions {
		_, told := d.told[q.ID]
		if !matter[q.ID] || told || d.opened(q.ID) || d.tacit(q) || !d.inference.Asks(q) {
			continue
		}
		if d.book.base().Phrase(q.ID) == nil {
			return nil, false
		}
		missing = append(missing, q)
	}
	return missing, true
}

// tacit reports whether a fact has its usual answer and goes without saying.
func (d *draft) tacit(q *knowledge.Question) bool {
	p := d.book.base().Phrase(q.ID)
	v, answered := d.kase.Workload[q.ID]
	return p != nil && p.Tacit && (!answered || q.Fact.Equal(v, q.Fact.Default))
}

func (d *draft) opened(fact string) bool {
	return slices.ContainsFunc(d.story.Tells, func(e source.Entry) bool { return e.Key.Text == fact })
}

// harmless adds one or two facts that the decision does not stand on.
func (d *draft) harmless(full workload.Workload) bool {
	told := len(d.told)
	for range 12 {
		p := d.book.base().Phrases[d.rand.IntN(len(d.book.base().Phrases))]
		q := d.book.base().Question(p.ID)
		v, answered := full[p.ID]
		if _, already := d.told[p.ID]; !answered || already || slices.Contains(d.facts, p.ID) || d.opened(p.ID) || !d.inference.Asks(q) || p.Of(&q.Fact, v) == nil {
			continue
		}
		d.told[p.ID] = v
		d.reduce()
		if !d.leads() || !d.agrees() {
			delete(d.told, p.ID)
			d.reduce()
		}
		if len(d.told) >= told+2 {
			break
		}
	}
	for id, v := range d.told {
		q := d.book.base().Question(id)
		if d.book.base().Phrase(id).Of(&q.Fact, v) == nil {
			return false
		}
	}
	return d.leads()
}

// agrees reports whether the facts told make sense beside each other and the
// opening: each is still asked in the case told, and none is told beside an
// answer that its saying must not stand with.
func (d *draft) agrees() bool {
	for id, v := range d.told {
		q := d.book.base().Question(id)
		if !d.inference.Asks(q) {
			return false
		}
		if s := d.book.base().Phrase(id).Of(&q.Fact, v); s != nil && slices.ContainsFunc(s.NotWith, d.tells) {
			return false
		}
	}
	return true
}

// tells reports whether the case told answers all that the entries name so. What
// is not told holds nothing.
func (d *draft) tells(entries source.Entries) bool {
	w := workload.Workload{}
	d.book.answer(w, entries)
	for id, v := range w {
		told, ok := d.kase.Workload[id]
		if !ok || !d.book.base().Question(id).Fact.Equal(told, v) {
			return false
		}
	}
	return true
}

// write tells the story: an opening, the facts in the order of their phrases,
// perhaps a closing.
func (d *draft) write(r *advisor.Recommendation) lang.Text {
	b := d.book.base()
	texts := []lang.Text{pick(d.rand, d.story.Openings)}
	var phrases []*knowledge.Phrase
	for _, p := range b.Phrases {
		if _, told := d.told[p.ID]; told {
			phrases = append(phrases, p)
		}
	}
	shuffleWithin(d.rand, phrases)
	for _, p := range phrases {
		q := b.Question(p.ID)
		said := pick(d.rand, p.Of(&q.Fact, d.told[p.ID]).Texts)
		texts = append(texts, d.book.both(func(t advisor.Teller) string {
			return t.Fill(r, said, "", map[string]string{"value": t.Value(b, q, d.told[p.ID])})
		}))
	}
	if n := len(d.story.Closings); n > 0 && d.rand.IntN(2) == 0 {
		texts = append(texts, d.story.Closings[d.rand.IntN(n)])
	}
	return lang.Text{EN: sentences(texts, lang.English), ES: sentences(texts, lang.Spanish)}
}

// shuffleWithin orders phrases by their groups of ten, those of one group by
// chance.
func shuffleWithin(r *rand.Rand, phrases []*knowledge.Phrase) {
	r.Shuffle(len(phrases), func(i, j int) { phrases[i], phrases[j] = phrases[j], phrases[i] })
	sort.SliceStable(phrases, func(i, j int) bool { return phrases[i].Order/10 < phrases[j].Order/10 })
}

func sentences(texts []lang.Text, l lang.Lang) string {
	var parts []string
	for _, t := range texts {
		parts = append(parts, t.In(l))
	}
	return strings.Join(parts, " ")
}

func pick[T any](r *rand.Rand, list []T) T { return list[r.IntN(len(list))] }

// other is a value of the fact that differs from v: another choice, or a round
// number of another size.
func other(r *rand.Rand, f *workload.Fact, v workload.Value) workload.Value {
	if f.Kind != workload.Number {
		return pick(r, f.Others(v))
	}
	low, high := math.Log10(max(f.Min, f.Step())), math.Log10(max(f.Max, f.Step()))
	at := math.Log10(max(v.Number, f.Step()))
	at = min(max(at+3*(r.Float64()-0.5)*2, low), high)
	unit := math.Pow10(int(math.Floor(at)))
	n := f.Round(pick(r, []float64{1, 1.5, 2, 3, 4, 5, 8}) * unit)
	return workload.Value{Number: n}
}
