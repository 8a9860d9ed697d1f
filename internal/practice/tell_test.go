package practice_test

import (
	"testing"

	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/workload"
)

// TestGenerate_TellsWhatAgrees: a story tells no fact that its own answers make
// meaningless, and none beside an answer that its saying must not stand with.
func TestGenerate_TellsWhatAgrees(t *testing.T) {
	b := book()
	base := b.Advisor.Base()
	exercises, err := b.NewGenerator(knowledge.Guide).Generate(11, 150)
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range exercises {
		told := x.Case.Workload
		for _, id := range x.Facts {
			q := base.Question(id)
			if !b.Advisor.Quick(x.Case).Asks(q) {
				t.Errorf("%s: %s is told though nobody asks it: %s", x.ID, id, x.Story.In(lang.English))
			}
			for _, answers := range base.Phrase(id).Of(&q.Fact, told[id]).NotWith {
				holds := true
				for _, e := range answers {
					v, err := base.ReadAnswer(e.Key.Text, e.Value, e.Key.Place)
					other, ok := told[e.Key.Text]
					holds = holds && err == nil && ok && base.Question(e.Key.Text).Fact.Equal(v, other)
				}
				if holds {
					t.Errorf("%s: %s stands beside what it must not: %s", x.ID, id, x.Story.In(lang.English))
				}
			}
		}
	}
}

// TestPhrase_TakesTheNarrowestSaying: a number and a set of one have words of
// their own.
func TestPhrase_TakesTheNarrowestSaying(t *testing.T) {
	base := book().Advisor.Base()
	for _, tt := range []struct {
		fact string
		v    workload.Value
		is   string
	}{
		{"other_vpcs", workload.Value{Number: 0}, "0"},
		{"other_vpcs", workload.Value{Number: 7}, ""},
		{"drift_kinds", workload.Value{}, "none"},
		{"drift_kinds", workload.Value{Set: []string{"bias"}}, "bias"},
		{"drift_kinds", workload.Value{Set: []string{"data", "bias"}}, "some"},
	} {
		if s := base.Phrase(tt.fact).Of(&base.Question(tt.fact).Fact, tt.v); s == nil || s.Is != tt.is {
			t.Errorf("%s of %v is told by %v, want %q", tt.fact, tt.v, s, tt.is)
		}
	}
}
