package practice_test

import (
	"testing"

	"alarife/internal/knowledge"
)

func TestBuild_TellsWhyAnOptionIsNotTheRightOne(t *testing.T) {
	x, err := book().Derive(&knowledge.Item{
		ID: "built", Topic: "blueprint", Kind: knowledge.BuildItem, Scenario: "fraud-detection",
		ItemAsk: knowledge.ItemAsk{Decisions: []string{"inference-mode", "stream-ingestion"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := x.Instead("inference-mode", x.Key.Choose["inference-mode"]); ok {
		t.Error("the right option is told as a wrong one")
	}
	if _, ok := x.Instead("inference-mode", "no-such-option"); ok {
		t.Error("an unknown option is told")
	}
	for _, o := range x.Decisions[0].Options {
		if o.ID == x.Key.Choose["inference-mode"] {
			continue
		}
		if n, ok := x.Instead("inference-mode", o.ID); !ok || len(n.Why) == 0 || n.Why[0].ES == "" {
			t.Errorf("%s: %+v, %v", o.ID, n, ok)
		}
	}
}
