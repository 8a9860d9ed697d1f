package practice_test

import (
	"strings"
	"testing"

	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/practice"
)

// known refuses a rule that is not told, or not in both languages.
func known(t *testing.T, x *practice.Exercise) {
	t.Helper()
	tests := x.Tests()
	if len(tests) == 0 {
		t.Errorf("%s asks about no rule", x.ID)
	}
	for _, id := range tests {
		r, ok := book().Rule(id)
		if !ok {
			t.Errorf("%s: the catalog does not know %q", x.ID, id)
			continue
		}
		for _, l := range lang.All() {
			if r.Title.In(l) == "" || strings.ContainsAny(r.Title.In(l)+r.Text.In(l), "{}") {
				t.Errorf("%s, %s: %q, %q", id, l, r.Title.In(l), r.Text.In(l))
			}
		}
		if r.Folder == "" || r.Entry == "" {
			t.Errorf("%s stands nowhere", id)
		}
	}
}

func TestRule_KnowsWhatEveryExerciseTests(t *testing.T) {
	all, _ := book().Check()
	for _, c := range all {
		known(t, c.Exercise)
	}
	for _, era := range []knowledge.Era{knowledge.Guide, knowledge.Today} {
		made, err := book().NewGenerator(era).Generate(3, 100)
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range made {
			known(t, x)
		}
	}
}

func TestRule_DoesNotKnowWhatIsGone(t *testing.T) {
	for _, id := range []string{
		"", "x", "review/none", "service/none", "responsibility/none", "item/none", "topic/none", "estimate/none", "inference-mode",
		"inference-mode/none", "inference-mode/real-time/none", "none/real-time", "item/none/a", "inference-mode/real-time/",
	} {
		if r, ok := book().Rule(id); ok || r.ID != id {
			t.Errorf("%q is %+v", id, r)
		}
	}
}

func TestTests_TakeInWhatAWrongAnswerMisses(t *testing.T) {
	all, _ := book().Check()
	for _, c := range all {
		tests := strings.Join(c.Exercise.Tests(), "\n") + "\n"
		for _, missed := range c.Exercise.Grade(practice.Answer{}).Rules {
			if !strings.Contains(tests, missed+"\n") && !strings.HasPrefix(missed, "topic/") {
				t.Errorf("%s misses %s and does not test it", c.Item.ID, missed)
			}
		}
	}
}
