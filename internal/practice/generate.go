package practice

import (
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"

	"alarife/internal/advisor"
	"alarife/internal/knowledge"
	"alarife/internal/workload"
)

// Generator makes choices without end. It is not safe for concurrent use.
type Generator struct {
	book      *Book
	era       knowledge.Era
	cells     []cell // by decision, in the order in which they are taken
	inference *advisor.Inference
	elsewhere *advisor.Inference // of the other era
	patience  int                // attempts at one exercise
}

// cell is a decision with the scenarios from which its cases are taken.
type cell struct {
	decision *knowledge.Decision
	facts    []string // that it stands on
	starts   []start
}

// start is a sound case that others are made from.
type start struct {
	answers    workload.Workload
	priorities map[knowledge.Criterion]float64
	blueprint  *knowledge.Blueprint
}

// NewGenerator prepares a generator for an era: every decision with enough
// options, in every scenario in which it applies and whose kind of system has
// a story.
func (b *Book) NewGenerator(era knowledge.Era) *Generator {
	g := b.generator(era, attempts)
	byDecision := map[string][]start{}
	for _, s := range b.base().Scenarios {
		c := b.caseOf(&knowledge.Item{Scenario: s.ID, Era: era})
		c.Pins = nil
		g.inference.Reset(c)
		bp := g.inference.Blueprint()
		if bp == nil || b.base().Story(bp.ID) == nil {
			continue
		}
		for _, d := range b.base().Decisions {
			if len(d.Options) >= MinOptions && d.ID != knowledge.BlueprintDecision && g.inference.Standing(d.ID).Applies {
				byDecision[d.ID] = append(byDecision[d.ID], start{c.Workload, c.Priorities, bp})
			}
		}
	}
	for _, d := range b.base().Decisions {
		if starts := byDecision[d.ID]; len(starts) > 0 {
			g.cells = append(g.cells, cell{d, b.Advisor.StandsOn(d.ID), starts})
		}
	}
	return g
}

// generator makes one that has no cells yet.
func (b *Book) generator(era knowledge.Era, patience int) *Generator {
	return &Generator{
		book: b, era: era, patience: patience,
		inference: b.Advisor.Begin(advisor.Case{Era: era}), elsewhere: b.Advisor.Begin(advisor.Case{Era: advisor.Other(era)}),
	}
}

// ErrBarren says that the catalog yields no further exercise.
var ErrBarren = errors.New("practice: the catalog yields no further exercise")

const attempts = 3000 // at one exercise

// Generate makes count exercises from a seed, each different from the others;
// the same seed makes the same exercises, the first of a longer run as well.
func (g *Generator) Generate(seed uint64, count int) ([]*Exercise, error) {
	var out []*Exercise
	err := g.Each(seed, count, func(x *Exercise) error {
		out = append(out, x)
		return nil
	})
	return out, err
}

// Each does the same and hands over one exercise at a time.
func (g *Generator) Each(seed uint64, count int, visit func(*Exercise) error) error {
	seen := map[string]bool{}
	for n := range count {
		x := g.one(seed, n, seen)
		if x == nil {
			return ErrBarren
		}
		if err := visit(x); err != nil {
			return err
		}
	}
	return nil
}

// one makes the n-th exercise of a seed; nil where nothing new is found.
func (g *Generator) one(seed uint64, n int, seen map[string]bool) *Exercise {
	if len(g.cells) == 0 {
		return nil
	}
	r := rand.New(rand.NewPCG(seed, uint64(n)))
	for range g.patience {
		c := &g.cells[r.IntN(len(g.cells))]
		d := draft{Generator: g, cell: c, rand: r, from: c.starts[r.IntN(len(c.starts))]}
		if !d.draw() || !d.tell() {
			continue
		}
		x := d.exercise(fmt.Sprintf("generated-%d-%d", seed, n+1))
		if mark := d.mark(x); x != nil && !seen[mark] {
			seen[mark] = true
			return x
		}
	}
	return nil
}

// draft is one attempt at an exercise.
type draft struct {
	*Generator
	*cell
	rand  *rand.Rand
	from  start
	story *knowledge.Story
	kase  advisor.Case
	told  map[string]workload.Value
	best  string
	turns []advisor.Change
}

// mark is what makes two exercises the same: the decision, the facts told, and
// the options.
func (d *draft) mark(x *Exercise) string {
	if x == nil {
		return ""
	}
	parts := []string{d.decision.ID, d.from.blueprint.ID}
	for _, id := range slices.Sorted(maps.Keys(d.told)) {
		parts = append(parts, fmt.Sprint(id, d.told[id]))
	}
	return strings.Join(parts, "|")
}

// draw takes a case and changes some facts that the decision stands on; true
// where one option then leads clearly.
func (d *draft) draw() bool {
	d.story = d.book.base().Story(d.from.blueprint.ID)
	w := maps.Clone(d.from.answers)
	for range d.rand.IntN(4) {
		q := d.book.base().Question(d.facts[d.rand.IntN(len(d.facts))])
		if q == nil || !d.sayable(q.ID) {
			continue
		}
		v, _ := w.Get(&q.Fact)
		w[q.ID] = other(d.rand, &q.Fact, v)
	}
	d.kase = advisor.Case{Workload: w, Priorities: map[knowledge.Criterion]float64{}, Era: d.era}
	d.inference.Reset(d.kase)
	d.best = d.inference.Standing(d.decision.ID).Recommended
	return d.leads()
}

// leads reports whether the option that led at first leads clearly now, in the
// same kind of system.
func (d *draft) leads() bool {
	s := d.inference.Standing(d.decision.ID)
	return s.Applies && s.Recommended != "" && s.Recommended == d.best && (s.Verdict == advisor.Clear || s.Verdict == advisor.Only) &&
		d.inference.Blueprint() == d.from.blueprint
}

// sayable reports whether a fact can be changed and told: it has phrases that do
// not keep it as it is, and no opening tells it.
func (d *draft) sayable(fact string) bool {
	p := d.book.base().Phrase(fact)
	return p != nil && !p.Keep && !d.opened(fact)
}

// exercise writes the exercise of a case that is told and that the inference
// stands at.
func (d *draft) exercise(id string) *Exercise {
	rec := d.inference.About(d.decision.ID)
	s := rec.Decision(d.decision.ID)
	o := Evaluate(d.book.base(), d.kase)[d.decision.ID]
	if disagreement(s, o) != "" || o.Margin < advisor.CloseCall {
		return nil
	}
	n := MinOptions + d.rand.IntN(MaxOptions-MinOptions+1)
	shown := pickShown(s, d.turns, n, d.unsaid()...)
	if len(shown) < MinOptions {
		return nil
	}
	guide := d.decision.Guide
	if len(guide) == 0 {
		guide = d.from.blueprint.Guide
	}
	x := &Exercise{
		ID: id, Kind: knowledge.ChoiceItem, Guide: guide, Level: level(s), Topic: d.decision.ID, Era: d.era,
		Title: d.decision.Title, Ask: d.book.asks(d.decision, knowledge.Best), Proven: true,
		Notes: map[string]Note{}, Case: d.kase, Facts: slices.Sorted(maps.Keys(d.told)),
	}
	x.Story = d.write(rec)
	x.options(d.book, rec, s, shown, knowledge.Best, d.turns)
	d.elsewhere.Reset(inOtherEra(d.kase))
	x.Because = d.book.otherEra(rec, d.elsewhere, d.decision.ID)
	x.Sources = sourcesOf(s, shown)
	d.rand.Shuffle(len(x.Options), func(i, j int) { x.Options[i], x.Options[j] = x.Options[j], x.Options[i] })
	return x
}

// level is how hard a choice is: 1 where constraints leave one option, 2 where
// it leads by far, 3 where several are weighed.
func level(s *advisor.Settled) int {
	switch {
	case s.Verdict == advisor.Only:
		return 1
	case s.Margin >= 1:
		return 2
	}
	return 3
}

// sourcesOf lists the sources of the reasons that count, each once.
func sourcesOf(s *advisor.Settled, shown []string) (out []string) {
	for _, id := range shown {
		o := judgedOf(s, id)
		for _, r := range append(slices.Clone(o.Constraints), o.Reasons...) {
			if r.Source != "" && !slices.Contains(out, r.Source) {
				out = append(out, r.Source)
			}
		}
	}
	return out
}

// About returns a generator for some topics alone: ids of decisions. It may be
// used while g is.
func (g *Generator) About(topics ...string) *Generator {
	out := g.book.generator(g.era, g.patience)
	for _, c := range g.cells {
		if slices.Contains(topics, c.decision.ID) {
			out.cells = append(out.cells, c)
		}
	}
	return out
}

// Within returns a generator that takes the catalog for barren after so many
// attempts at one exercise. What it does find is the same.
func (g *Generator) Within(attempts int) *Generator {
	out := *g
	out.patience = attempts
	return &out
}

// Topics lists the decisions that exercises are generated about, in the order
// in which they are taken.
func (g *Generator) Topics() (ids []string) {
	for _, c := range g.cells {
		ids = append(ids, c.decision.ID)
	}
	return ids
}
