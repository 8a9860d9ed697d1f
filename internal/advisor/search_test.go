package advisor_test

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"alarife/internal/advisor"
	"alarife/internal/knowledge"
	"alarife/internal/rule"
	"alarife/internal/workload"
)

// search looks for workloads in which something comes about: it begins with
// the bundled scenarios and changes some of the answers that matter, to values
// at which rules turn. It is repeatable.
type search struct {
	base    *knowledge.Base
	advisor *advisor.Advisor
	cases   []advisor.Case                // the scenarios in both eras
	at      map[*knowledge.Decision][]int // cases in which a decision takes part
	values  map[string][]workload.Value   // of every question, those worth trying
	reaches map[string][]string           // decision → questions that settle it
	in      *advisor.Inference
	random  *rand.Rand
}

func newSearch(t *testing.T) *search {
	a, c := builtIn(t, "fraud-detection")
	s := &search{
		base: a.Base(), advisor: a, in: a.Begin(c), random: rand.New(rand.NewPCG(14, 3)),
		at: map[*knowledge.Decision][]int{}, reaches: map[string][]string{},
	}
	for _, scenario := range s.base.Scenarios {
		for _, era := range []knowledge.Era{knowledge.Guide, knowledge.Today} {
			_, c := builtIn(t, scenario.ID)
			c.Era, c.Pins = era, nil
			s.cases = append(s.cases, c)
		}
	}
	s.values = s.turningPoints()
	return s
}

// turningPoints lists for every question the values at which some rule turns.
func (s *search) turningPoints() map[string][]workload.Value {
	out := map[string][]workload.Value{}
	numbers := map[string][]float64{}
	for _, d := range s.base.Decisions {
		for _, p := range d.Programs() {
			for _, x := range p.Thresholds {
				numbers[x.Fact] = append(numbers[x.Fact], s.threshold(x)...)
			}
		}
	}
	for _, q := range s.base.Questions {
		f := &q.Fact
		if f.Kind != workload.Number {
			out[f.ID] = append(f.Others(f.Default), f.Default)
			continue
		}
		seen := map[float64]bool{}
		for _, n := range append(numbers[f.ID], spread(f)...) {
			for _, v := range []float64{n - f.Step(), n, n + f.Step()} {
				if v = f.Round(v); !seen[v] {
					seen[v] = true
					out[f.ID] = append(out[f.ID], workload.Value{Number: v})
				}
			}
		}
	}
	return out
}

func (s *search) threshold(x rule.Threshold) []float64 {
	if x.Limit == "" {
		return []float64{x.Value}
	}
	_, path := rule.Split(x.Limit)
	service, name, _ := strings.Cut(path, ".")
	l := s.base.Service(service).Limits[name]
	return []float64{l.In(knowledge.Today), l.In(knowledge.Guide)}
}

// spread lists values over the range of a number, each four times the one
// before.
func spread(f *workload.Fact) []float64 {
	out := []float64{f.Min, f.Default.Number, f.Max}
	for v := max(f.Min, f.Step()); v < f.Max; v *= 4 {
		out = append(out, v)
	}
	return out
}

// settledBy lists the questions that a decision stands on, through the
// decisions that it reads, sorted.
func (s *search) settledBy(d *knowledge.Decision) []string {
	if known, ok := s.reaches[d.ID]; ok {
		return known
	}
	set := map[string]bool{knowledge.RegionFact: true, knowledge.ComplianceFact: true}
	for _, p := range d.Programs() {
		s.standsOn(p, set)
	}
	s.reaches[d.ID] = slices.Sorted(maps.Keys(set))
	return s.reaches[d.ID]
}

// standsOn collects the questions that an expression stands on, through the
// decisions that it reads.
func (s *search) standsOn(p *rule.Program, into map[string]bool) {
	for _, f := range s.advisor.FactsOf(p) {
		into[f] = true
	}
	for _, key := range p.Reads {
		if prefix, id := rule.Split(key); prefix == "chosen" {
			for _, f := range s.settledBy(s.base.Decision(id)) {
				into[f] = true
			}
		}
	}
}

// begin visits the outcome of every scenario in both eras and notes where
// each decision takes part.
func (s *search) begin(visit func()) {
	for i, c := range s.cases {
		s.in.Reset(c)
		s.in.Winners(func(d *knowledge.Decision, _ *knowledge.Option) { s.at[d] = append(s.at[d], i) })
		visit()
	}
}

// chase tries n workloads near those in which the decision takes part: it
// changes up to four answers, most of them among near, the rest among all that
// settle the decision, and now and then the priorities. It stops when visit
// says that it is enough.
func (s *search) chase(d *knowledge.Decision, near []string, n int, visit func() bool) bool {
	far, homes := s.settledBy(d), s.at[d]
	for range n {
		c := s.cases[homes[s.random.IntN(len(homes))]]
		for range 1 + s.random.IntN(4) {
			facts := far
			if len(near) > 0 && s.random.IntN(3) > 0 {
				facts = near
			}
			f := facts[s.random.IntN(len(facts))]
			c.Workload = c.Workload.With(f, s.values[f][s.random.IntN(len(s.values[f]))])
		}
		if s.random.IntN(4) == 0 {
			c.Priorities = s.priorities()
		}
		s.in.Reset(c)
		if visit() {
			return true
		}
	}
	return false
}

// priorities puts one criterion before all others.
func (s *search) priorities() map[knowledge.Criterion]float64 {
	out := map[knowledge.Criterion]float64{}
	first := s.random.IntN(len(knowledge.Criteria()))
	for i, c := range knowledge.Criteria() {
		out[c] = 1
		if i == first {
			out[c] = knowledge.MaxPriority
		}
	}
	return out
}
