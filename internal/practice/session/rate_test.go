package session

import (
	"fmt"
	"testing"

	"alarife/internal/practice"
	"alarife/internal/practice/schedule"
)

// told writes marks as "rule again", "rule good", or "rule new" where Good
// makes a card.
func told(marks []schedule.Mark) (out []string) {
	for _, m := range marks {
		what := "good"
		if m.Rating == schedule.Again {
			what = "again"
		} else if m.New {
			what = "new"
		}
		out = append(out, m.Rule+" "+what)
	}
	return out
}

func TestMarks_RateWhatWasPutToTheTest(t *testing.T) {
	x := exercise("x", "t", "s", "q", nil)
	x.Notes = map[string]practice.Note{
		"a": {Right: true, Rules: []string{"a1", "a2"}}, "b": {Right: true, Rules: []string{"b1", "shared"}},
		"c": {Rules: []string{"c1", "shared"}}, "d": {Rules: []string{"d1"}},
		"e": {Right: true, Rules: []string{"e1"}}, "f": {Right: true, Rules: []string{"f1"}},
	}
	for _, tt := range []struct {
		name  string
		grade practice.Grade
		rule  string
		want  string
	}{
		{"all right", practice.Grade{Right: true}, "", "[a1 new b1 new e1 new f1 good a2 good shared good c1 good d1 good]"},
		{"all right, taken for another rule", practice.Grade{Right: true}, "near", "[a1 new b1 new e1 new f1 good a2 good shared good c1 good d1 good near good]"},
		{"all right, taken for its own", practice.Grade{Right: true}, "c1", "[a1 new b1 new e1 new f1 good a2 good shared good c1 good d1 good]"},
		{
			"a part missed, a wrong one marked",
			practice.Grade{Wrong: []string{"b", "c"}, Rules: []string{"b1", "c1", "shared"}},
			"near",
			"[b1 again c1 again shared again a1 new e1 new f1 new a2 good]",
		},
		{"nothing", practice.Grade{Wrong: []string{"a", "b", "e", "f"}, Rules: []string{"a1", "a2", "b1", "e1", "f1", "shared"}}, "", "[a1 again a2 again b1 again e1 again f1 again shared again]"},
	} {
		if got := fmt.Sprint(told(marks(x, tt.grade, tt.rule))); got != tt.want {
			t.Errorf("%s:\ngot  %s\nwant %s", tt.name, got, tt.want)
		}
	}
}
