package session

import (
	"testing"

	"alarife/internal/advisor"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/practice"
	"alarife/internal/workload"
)

// exercise is one with texts; a generated one tells facts.
func exercise(id, topic, story, ask string, facts map[string]float64) *practice.Exercise {
	x := &practice.Exercise{
		ID: id, Kind: knowledge.ChoiceItem, Topic: topic, Story: lang.Text{EN: story, ES: story + " (es)"}, Ask: lang.Text{EN: ask, ES: ask + " (es)"},
		Options: []practice.Choice{{ID: "a", Text: lang.Text{EN: "A", ES: "A"}}}, Key: practice.Key{Marked: []string{"a"}},
		Case: advisor.Case{Workload: workload.Workload{}},
	}
	for f, n := range facts {
		x.Facts = append(x.Facts, f)
		x.Case.Workload[f] = workload.Value{Number: n}
	}
	return x
}

func TestTwins_AreFound(t *testing.T) {
	fast, slow := map[string]float64{"latency_ms": 50}, map[string]float64{"latency_ms": 5000}
	for _, tt := range []struct {
		name string
		a, b *practice.Exercise
		want bool // twins
	}{
		{"the same id", exercise("x", "t", "s", "q", nil), exercise("x", "u", "r", "p", nil), true},
		{"the same story and question", exercise("x", "t", "s", "q", nil), exercise("y", "t", "s", "q", nil), true},
		{"the same story, another question", exercise("x", "t", "s", "q", nil), exercise("y", "t", "s", "p", nil), false},
		{"the same question, another story", exercise("x", "t", "s", "q", nil), exercise("y", "t", "r", "q", nil), false},
		{"generated with the same story", exercise("x", "t", "s", "q", fast), exercise("y", "u", "s", "p", fast), true},
		{"generated, the same facts in other words", exercise("x", "t", "s", "q", fast), exercise("y", "t", "r", "p", fast), true},
		{"generated, the same facts, another topic", exercise("x", "t", "s", "q", fast), exercise("y", "u", "r", "p", fast), false},
		{"generated, other facts", exercise("x", "t", "s", "q", fast), exercise("y", "t", "r", "q", slow), false},
	} {
		set := twins{}
		if !set.add(tt.a) || set.add(tt.b) == tt.want {
			t.Errorf("%s: twins are %v", tt.name, !tt.want)
		}
	}
}

func TestTwins_OneInEitherLanguageIsEnough(t *testing.T) {
	a, b := exercise("x", "t", "s", "q", nil), exercise("y", "t", "s", "q", nil)
	b.Story.EN = "another"
	set := twins{}
	if !set.add(a) || set.add(b) {
		t.Error("the Spanish text is asked twice")
	}
}

func TestTwins_WhatIsRefusedLeavesNothing(t *testing.T) {
	set := twins{}
	set.add(exercise("x", "t", "s", "q", nil))
	set.add(exercise("x", "t", "new", "q", nil)) // refused for its id
	if !set.add(exercise("z", "t", "new", "q", nil)) {
		t.Error("a refused exercise keeps others out")
	}
}

func TestDigest_FollowsTextsAndKey(t *testing.T) {
	a := exercise("x", "t", "s", "q", nil)
	sum := digest(a)
	if sum == "" || digest(exercise("x", "t", "s", "q", nil)) != sum {
		t.Errorf("%q is not the same twice", sum)
	}
	a.Key.Marked = []string{"b"}
	other := digest(a)
	a.Key.Marked, a.Ask.ES = []string{"a"}, "otra"
	if other == sum || digest(a) == sum {
		t.Error("a change goes unseen")
	}
}
