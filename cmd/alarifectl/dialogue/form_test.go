package dialogue

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/practice"
)

// shown makes a list with the ids x1, x2 …
func shown(n int) (out []practice.Shown) {
	for i := range n {
		id := "x" + strconv.Itoa(i+1)
		out = append(out, practice.Shown{ID: id, Text: "text of " + id})
	}
	return out
}

// filled gives lines to a form and returns the answer; the complaint of the
// last line where it is not whole.
func filled(t *testing.T, q practice.Question, lines ...string) (a practice.Answer, complaint string) {
	t.Helper()
	c, _ := console(lang.English, "")
	f := formOf(c.say, q)
	for i, line := range lines {
		done, complaint := f.take(line)
		if complaint != "" {
			return f.answer(), complaint
		}
		if done != (i == len(lines)-1) {
			t.Fatalf("%q: the answer is whole: %v", line, done)
		}
	}
	return f.answer(), ""
}

func TestForms_TakeWhatPeopleType(t *testing.T) {
	one := practice.Question{Kind: knowledge.ChoiceItem, Options: shown(5)}
	several := practice.Question{Kind: knowledge.ChoiceItem, Options: shown(5), Several: true}
	faults := practice.Question{Kind: knowledge.FaultItem, Options: shown(14)}
	match := practice.Question{Kind: knowledge.MatchItem, Left: shown(3), Right: shown(4)}
	order := practice.Question{Kind: knowledge.OrderItem, Options: shown(3)}
	marked := func(ids ...string) practice.Answer { return practice.Answer{Marked: ids} }
	pairs := practice.Answer{Choose: map[string]string{"x1": "x3", "x2": "x1", "x3": "x2"}}
	for _, tt := range []struct {
		q     practice.Question
		lines []string
		want  practice.Answer
	}{
		{one, []string{"b"}, marked("x2")},
		{one, []string{" B) "}, marked("x2")},
		{one, []string{"2"}, marked("x2")},
		{one, []string{"2."}, marked("x2")},
		{several, []string{"a c"}, marked("x1", "x3")},
		{several, []string{"A, C and e"}, marked("x1", "x3", "x5")},
		{several, []string{"ac"}, marked("x1", "x3")},
		{several, []string{"13"}, marked("x1", "x3")},
		{several, []string{"c y a"}, marked("x3", "x1")},
		{several, []string{"a a 1"}, marked("x1")},
		{faults, []string{"2 14"}, marked("x2", "x14")},
		{faults, []string{"(2), (14)"}, marked("x2", "x14")},
		{match, []string{"1c 2a 3b"}, pairs},
		{match, []string{"1 c, 2 a, 3 b"}, pairs},
		{match, []string{"1-c;2=a;3:b"}, pairs},
		{match, []string{"1c2a3b"}, pairs},
		{match, []string{"1→C 2→A 3→B"}, pairs},
		{match, []string{"cab"}, pairs},
		{match, []string{"c a b"}, pairs},
		{match, []string{"1c", "3b 2a"}, pairs},
		{match, []string{"1a 2a", "1c 3b"}, pairs},
		{order, []string{"3 1 2"}, practice.Answer{Order: []string{"x3", "x1", "x2"}}},
		{order, []string{"312"}, practice.Answer{Order: []string{"x3", "x1", "x2"}}},
		{order, []string{"3, 1, 2"}, practice.Answer{Order: []string{"x3", "x1", "x2"}}},
		{order, []string{"3 > 1 > 2"}, practice.Answer{Order: []string{"x3", "x1", "x2"}}},
		{practice.Question{Kind: knowledge.ExplainItem}, []string{"one", "q", " two", ""}, practice.Answer{Text: "one\nq\n two"}},
	} {
		if got, complaint := filled(t, tt.q, tt.lines...); complaint != "" || !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%s %q: got %+v (%s), want %+v", tt.q.Kind, tt.lines, got, complaint, tt.want)
		}
	}
}

func TestForms_RefuseWhatIsNoAnswer(t *testing.T) {
	one := practice.Question{Kind: knowledge.ChoiceItem, Options: shown(5)}
	faults := practice.Question{Kind: knowledge.FaultItem, Options: shown(14)}
	match := practice.Question{Kind: knowledge.MatchItem, Left: shown(3), Right: shown(4)}
	order := practice.Question{Kind: knowledge.OrderItem, Options: shown(3)}
	number := practice.Question{Kind: knowledge.EstimateItem, Unit: "USD", Lang: lang.English}
	for _, tt := range []struct {
		q    practice.Question
		line string
		says string
	}{
		{one, "", "Nothing was typed"},
		{one, "a b", "Only one"},
		{one, "h", "“h” is none"},
		{one, "6", "“6” is none"},
		{one, "-1", "“-1” is none"},
		{one, "+1", "“+1” is none"},
		{one, "99999999999999999999", "is none"},
		{one, "añb", "is none"},
		{faults, "a", "none of the numbers"},
		{faults, "3-5", "none of the numbers"},
		{faults, "15", "none of the numbers"},
		{match, "1e", "There is no pair “1e”"},
		{match, "4a", "There is no pair “4a”"},
		{match, "1a 1b", "two letters"},
		{match, "one two three", "no pairs"},
		{match, "1", "no pairs"},
		{order, "1 2", "Missing: 3"},
		{order, "1 2 2", "stands there twice"},
		{order, "1 2 4", "none of the numbers"},
		{order, "a b c", "none of the numbers"},
		{number, "many", "not a number"},
		{practice.Question{Kind: knowledge.ExplainItem}, "", "at least one line"},
	} {
		if _, complaint := filled(t, tt.q, tt.line); !strings.Contains(complaint, tt.says) {
			t.Errorf("%s %q: got %q, want %q", tt.q.Kind, tt.line, complaint, tt.says)
		}
	}
}

func TestCommands_GiveWayToOptions(t *testing.T) {
	none0 := func(string) bool { return false }
	five := func(l string) bool { return place(l, 5) > 0 }
	for _, tt := range []struct {
		text    string
		answers func(string) bool
		want    command
	}{
		{"?", none0, help},
		{"ayuda", none0, help},
		{"S", none0, skip},
		{"Atrás", none0, back},
		{"QUIT", none0, stop},
		{"b", none0, back},
		{"b", five, none},
		{".b", five, back},
		{"f", five, flag},
		{"back", five, back},
		{".x", none0, none},
		{".5", none0, none},
		{"", none0, none},
		{"queue", none0, none},
		{"entregar", none0, handIn},
	} {
		if got := commandOf(tt.text, tt.answers); got != tt.want {
			t.Errorf("%q: got %v, want %v", tt.text, got, tt.want)
		}
	}
}

func TestEssay_KnowsCommandsOnItsFirstLineAlone(t *testing.T) {
	e := &essay{}
	if commandIn(e, "q") != stop {
		t.Error("q does not stop on the first line")
	}
	e.lines = []string{"text"}
	if commandIn(e, "q") != none || commandIn(e, "?") != none || commandIn(e, ".q") != stop {
		t.Error("text is taken for a command")
	}
}

// FuzzForms gives any line to every form: none panics, and what is taken is of
// the exercise.
func FuzzForms(f *testing.F) {
	for _, seed := range []string{"a c", "1c 2a 3b", "312", "1.234,5", "\x00\xff", "1-", "9999999999999999999999", "é1 ５"} {
		f.Add(seed)
	}
	c, _ := console(lang.Spanish, "")
	f.Fuzz(func(t *testing.T, line string) {
		line = lang.Clean(line)
		for _, q := range []practice.Question{
			{Kind: knowledge.ChoiceItem, Options: shown(6), Several: true},
			{Kind: knowledge.FaultItem, Options: shown(30)},
			{Kind: knowledge.MatchItem, Left: shown(8), Right: shown(11)},
			{Kind: knowledge.OrderItem, Options: shown(8)},
			{Kind: knowledge.EstimateItem, Unit: "USD", Lang: lang.Spanish},
			{Kind: knowledge.BuildItem, Decisions: []practice.ShownTaking{{Options: shown(3)}}},
			{Kind: knowledge.ExplainItem},
		} {
			form := formOf(c.say, q)
			commandIn(form, line)
			done, complaint := form.take(line)
			if done && complaint != "" {
				t.Errorf("%s takes %q and complains: %s", q.Kind, line, complaint)
			}
			a := form.answer()
			for _, id := range slices.Concat(a.Marked, a.Order) {
				if !strings.HasPrefix(id, "x") {
					t.Errorf("%s takes %q as %q", q.Kind, line, id)
				}
			}
		}
	})
}
