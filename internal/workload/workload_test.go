package workload_test

import (
	"testing"

	"alarife/internal/workload"
)

func TestWorkload_ADefaultMayGoWithAChoice(t *testing.T) {
	kind := workload.Fact{ID: "kind", Kind: workload.Choice, Choices: []string{"calls", "clicks"}, Default: workload.Value{Text: "clicks"}}
	rate := workload.Fact{
		ID: "rate", Kind: workload.Number, Max: 100, Default: workload.Value{Number: 10},
		By: &kind, Usual: map[string]workload.Value{"calls": {Number: 2}},
	}
	calls := workload.Workload{"kind": {Text: "calls"}}
	for name, c := range map[string]struct {
		w        workload.Workload
		number   float64
		answered bool
	}{
		"nothing said":            {workload.Workload{}, 10, false},
		"the choice said":         {calls, 2, false},
		"another choice said":     {workload.Workload{"kind": {Text: "clicks"}}, 10, false},
		"the number said as well": {calls.With("rate", workload.Value{Number: 7}), 7, true},
	} {
		if v, answered := c.w.Get(&rate); v.Number != c.number || answered != c.answered {
			t.Errorf("%s: %v, %v", name, v.Number, answered)
		}
	}
}
