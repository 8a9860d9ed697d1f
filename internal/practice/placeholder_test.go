package practice_test

import (
	"regexp"
	"testing"

	"alarife/internal/lang"
)

// TestItems_ShowNoPlaceholder: what a student reads has its figures in place.
func TestItems_ShowNoPlaceholder(t *testing.T) {
	raw := regexp.MustCompile(`\{[a-z][a-z0-9_.-]*\}`)
	b := book()
	for _, i := range b.Advisor.Base().Items {
		x, err := b.Derive(i)
		if err != nil {
			t.Error(err)
			continue
		}
		for _, l := range lang.All() {
			q := x.Question(l)
			for _, text := range []string{q.Story, q.Ask} {
				if bad := raw.FindString(text); bad != "" {
					t.Errorf("%s, %s: %s stands as it is written", i.ID, l, bad)
				}
			}
		}
	}
}
