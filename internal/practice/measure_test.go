package practice_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"alarife/internal/lang"
	"alarife/internal/practice"
)

// measure counts how long stories are and how varied they are told.
type measure struct {
	words     map[lang.Lang][]int
	sentences map[lang.Lang]map[string]int
	openings  map[string]bool
	topics    map[string]int
	levels    map[int]int
}

func newMeasure() *measure {
	return &measure{
		words:     map[lang.Lang][]int{},
		sentences: map[lang.Lang]map[string]int{lang.English: {}, lang.Spanish: {}},
		openings:  map[string]bool{}, topics: map[string]int{}, levels: map[int]int{},
	}
}

func (m *measure) add(l lang.Lang, q practice.Question) {
	m.words[l] = append(m.words[l], len(strings.Fields(q.Story)))
	parts := strings.SplitAfter(q.Story, ". ")
	for _, s := range parts {
		m.sentences[l][strings.TrimSpace(s)]++
	}
	if l == lang.English {
		m.openings[parts[0]] = true
		m.topics[q.Topic]++
		m.levels[q.Level]++
	}
}

// print tells the measures and refuses stories too long to be read in an exam
// or told in too few ways.
func (m *measure) print(t *testing.T) {
	for _, l := range lang.All() {
		words := slices.Sorted(slices.Values(m.words[l]))
		n := len(words)
		t.Logf("%s: words of a story: median %d, 95%% within %d, longest %d; %d different sentences in %d stories",
			l, words[n/2], words[n*95/100], words[n-1], len(m.sentences[l]), n)
		if words[n-1] > 200 || words[0] < 8 {
			t.Errorf("%s: stories have from %d to %d words", l, words[0], words[n-1])
		}
	}
	t.Logf("%d openings, %d decisions, levels %v", len(m.openings), len(m.topics), m.levels)
	t.Logf("decisions: %v", slices.Sorted(maps.Keys(m.topics)))
	if len(m.openings) < 50 || len(m.topics) < 40 {
		t.Errorf("%d openings and %d decisions are too few", len(m.openings), len(m.topics))
	}
}
