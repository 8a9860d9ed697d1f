package main

import (
	"encoding/json"
	"strings"
	"testing"

	"alarife/internal/testkit"
)

func TestPlan_GivesEachPartAlone(t *testing.T) {
	path := bundled(t, "fraud-detection")
	all := must(t, "", "", "plan", path, "--format", "md")
	for _, part := range []string{"instances", "own-hardware", "pricing", "drivers", "network", "responsibility", "tags"} {
		out := must(t, "", "", "plan", path, "--part", part, "--format", "md")
		heading := strings.SplitN(out, "\n", 4)[2]
		if !strings.HasPrefix(heading, "## ") || !strings.Contains(all, heading) || len(out) >= len(all) {
			t.Errorf("%s: begins with %q", part, heading)
		}
		var value map[string]any
		if err := json.Unmarshal([]byte(must(t, "", "", "plan", path, "--part", part, "--format", "json")), &value); err != nil || len(value) != 4 {
			t.Errorf("%s: %d keys (%v)", part, len(value), err)
		}
	}
	for _, part := range []string{"## Network plan", "## Shared responsibility", "## Tags"} {
		if report := must(t, "", "", "export", path, "-o", "-", "--format", "md"); !strings.Contains(report, part) {
			t.Errorf("the report lacks %q", part)
		}
	}
}

func TestPlan_OfADesignWithoutTheParts(t *testing.T) {
	dir := testkit.Tree(t, map[string]string{"design.yaml": "alarife: 1\ntitle: Nothing fits\nanswers: {use_case: sentiment, network_private: false}\n"})
	for _, part := range []string{"lifecycle", "network"} {
		if out := must(t, dir, "", "plan", "design.yaml", "--part", part); len(out) < 20 {
			t.Errorf("%s: got %q", part, out)
		}
	}
}
