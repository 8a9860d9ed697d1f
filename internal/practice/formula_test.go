package practice_test

import (
	"regexp"
	"strings"
	"testing"

	"alarife/internal/knowledge"
)

// TestEstimates_ShowFormulasInWords: a worked solution has values and words,
// no names of facts.
func TestEstimates_ShowFormulasInWords(t *testing.T) {
	name := regexp.MustCompile(`[a-z]+_[a-z_]+|service\(|ceil|\*`)
	b := book()
	for _, i := range b.Advisor.Base().Items {
		if i.Kind != knowledge.EstimateItem {
			continue
		}
		x, err := b.Derive(i)
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range x.Because {
			for _, s := range []string{text.EN, text.ES} {
				if found := name.FindString(s); found != "" || strings.ContainsAny(s, "{}") {
					t.Errorf("%s: %q in %q", i.ID, found, s)
				}
			}
		}
	}
}
