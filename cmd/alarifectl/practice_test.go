package main

import (
	"encoding/json"
	"strings"
	"testing"

	"alarife/internal/testkit"
)

func TestPractice_GeneratesTheSameFromTheSameSeed(t *testing.T) {
	args := []string{"practice", "generate", "--seed", "7", "--count", "4"}
	for _, l := range []string{"en", "es"} {
		text := must(t, "", "", append(args, "--lang", l)...)
		testkit.Golden(t, l+".txt", []byte(text))
		data := append(args, "--lang", l, "--format", "json")
		out := must(t, "", "", data...)
		if out != must(t, "", "", data...) {
			t.Errorf("%s: two calls differ", l)
		}
		var sheet struct {
			Seed  int
			Lang  string
			Items []struct {
				Options  []struct{ ID string }
				Solution struct{ Marked []string }
			}
		}
		if err := json.Unmarshal([]byte(out), &sheet); err != nil || sheet.Seed != 7 || sheet.Lang != l || len(sheet.Items) != 4 {
			t.Fatalf("%s: %v, %+v", l, err, sheet)
		}
		for _, x := range sheet.Items {
			if len(x.Solution.Marked) != 1 || len(x.Options) < 4 {
				t.Errorf("%s: %+v", l, x)
			}
		}
	}
}

func TestPractice_ChecksAndListsTheItems(t *testing.T) {
	if out := must(t, "", "", "practice", "check"); !strings.Contains(out, "each with a key; 0 of them") {
		t.Errorf("got %s", out)
	}
	var list struct{ Things []struct{ ID, Title string } }
	if err := json.Unmarshal([]byte(must(t, "", "", "catalog", "list", "items", "--format", "json")), &list); err != nil || len(list.Things) < 120 {
		t.Errorf("%d items (%v)", len(list.Things), err)
	}
}
