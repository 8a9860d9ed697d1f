package knowledge_test

import (
	"os"
	"strings"
	"testing"

	"alarife/catalog"
	"alarife/internal/knowledge"
)

// draw.io draws an empty box for a shape that it does not know, and says
// nothing: only names that somebody saw there may stand in the catalog.
func TestServices_NameShapesThatDrawioHas(t *testing.T) {
	list, err := os.ReadFile("testdata/stencils.txt")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for line := range strings.Lines(string(list)) {
		if line = strings.TrimSpace(line); !strings.HasPrefix(line, "#") {
			seen[line] = true
		}
	}
	c, err := knowledge.Load(catalog.Files)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range c.Services {
		if s.Drawio.Shape == "" {
			continue
		}
		drawn := " square"
		if s.Drawio.Resource {
			drawn = " own"
		}
		if !seen[s.Drawio.Shape+drawn] {
			t.Errorf("%s: nobody saw %s%s in draw.io", s.ID, s.Drawio.Shape, drawn)
		}
	}
}
