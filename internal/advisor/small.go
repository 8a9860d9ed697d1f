package advisor

import (
	"sort"

	"alarife/internal/rule"
)

func sortedSet(set map[string]bool) []string {
	out := make([]string, 0, len(set))
	for s := range set {
		out = append(out, s)
	}
	sort.Strings(out)
	return out
}

func containsText(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// once runs a condition that has no node; nil holds.
func (in *Inference) once(p *rule.Program) bool {
	if p == nil {
		return true
	}
	ok, err := in.machine.Bool(p)
	return ok && err == nil
}
