package sheet

import (
	"bytes"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"alarife/internal/export/sheet/quiz"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/practice"
)

// exchanged are the formats of questions.
var exchanged = []string{"gift", "moodle-xml", "csv"}

func formatted(t testing.TB, id string) Format {
	t.Helper()
	f, ok := Find(id)
	if !ok {
		t.Fatalf("no format %q", id)
	}
	return f
}

// whole is a sheet with all exercises of the catalog, without pictures.
func whole(l lang.Lang) *Sheet {
	b, all := bundled()
	return &Sheet{Title: "All", Lang: l, Base: b.Advisor.Base(), Texts: b.Texts, Exercises: all}
}

func TestExchange_WritesEveryExerciseSoThatItReadsAgain(t *testing.T) {
	read := map[string]func(string, []byte, quiz.Words, quiz.Lose) ([]*quiz.Question, error){
		"gift": quiz.ReadGIFT, "moodle-xml": quiz.ReadMoodle, "csv": quiz.ReadTable,
	}
	for _, id := range exchanged {
		for _, l := range lang.All() {
			s := whole(l)
			var out, again bytes.Buffer
			losses, err := Write(&out, formatted(t, id), s)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := Write(&again, formatted(t, id), s); err != nil || !bytes.Equal(out.Bytes(), again.Bytes()) {
				t.Errorf("%s: other bytes the second time (%v)", id, err)
			}
			for _, loss := range losses {
				if !s.Texts.Has("loss."+loss.Key) || strings.Contains(loss.Say(s.Texts, l), "{") {
					t.Errorf("%s: %s", id, loss.Say(s.Texts, l))
				}
				if loss.Key == "characters" {
					t.Errorf("%s: %s: the catalog has characters that are left out", id, loss.Exercise)
				}
			}
			list, err := read[id]("x", out.Bytes(), quiz.Words{}, func(q *quiz.Question, key string, _ ...any) { t.Errorf("%s: %s: read without %s", id, q.ID, key) })
			if err != nil {
				t.Fatal(err)
			}
			titles := map[string]bool{}
			for i, q := range list {
				if q.ID != s.Exercises[i].ID || titles[q.Title] {
					t.Errorf("%s: %s with the title %q for %s", id, q.ID, q.Title, s.Exercises[i].ID)
				}
				titles[q.Title] = true
			}
			if len(list) != len(s.Exercises) {
				t.Errorf("%s: %d questions of %d", id, len(list), len(s.Exercises))
			}
		}
	}
}

// TestExchange_MarksAsTheProgramMarks: what options and figures earn in Moodle
// is what the same answer earns here.
func TestExchange_MarksAsTheProgramMarks(t *testing.T) {
	_, all := bundled()
	s := whole(lang.English)
	w := &writing{Sheet: s}
	if err := w.quiz(false, func(_ *bytes.Buffer, list []*quiz.Question, _ quiz.Lose) error {
		for i, q := range list {
			r := rand.New(rand.NewPCG(uint64(i), 1))
			for range 30 {
				compareMarks(t, r, all[i], q)
			}
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
}

func compareMarks(t *testing.T, r *rand.Rand, x *practice.Exercise, q *quiz.Question) {
	t.Helper()
	var a practice.Answer
	earned := 0.0
	switch x.Kind {
	case knowledge.ChoiceItem, knowledge.FaultItem:
		only := r.IntN(len(q.Options))
		for n, o := range q.Options {
			if q.Single && n == only || !q.Single && r.IntN(len(q.Options)) < 2 {
				a.Marked = append(a.Marked, x.Options[n].ID)
				earned += o.Percent / 100
			}
		}
	case knowledge.EstimateItem:
		n := x.Key.Number * (1 + x.Key.Tolerance/100*(4*r.Float64()-2))
		a.Number = &n
		for _, f := range q.Numbers {
			if math.Abs(n-f.Value) <= f.Tolerance {
				earned = f.Percent / 100
				break
			}
		}
	default:
		return
	}
	if g := x.Grade(a); math.Abs(g.Credit-min(max(earned, 0), 1)) > 1e-6 {
		t.Errorf("%s: %+v earns %v, there %v", x.ID, a, g.Credit, earned)
	}
}

func TestMoodle_HasThePictureWithinTheQuestion(t *testing.T) {
	s := mixed(t, lang.Spanish)
	var out bytes.Buffer
	if _, err := Write(&out, formatted(t, "moodle-xml"), s); err != nil {
		t.Fatal(err)
	}
	list, err := quiz.ReadMoodle("x", out.Bytes(), quiz.Words{}, func(q *quiz.Question, key string, _ ...any) { t.Errorf("%s: %s", q.ID, key) })
	if err != nil {
		t.Fatal(err)
	}
	for i, q := range list {
		if (q.Picture != nil) != (s.Exercises[i].Architecture != nil) {
			t.Errorf("%s: %d bytes of picture", q.ID, len(q.Picture))
		}
	}
	losses, err := Write(&bytes.Buffer{}, formatted(t, "gift"), s)
	if err != nil {
		t.Fatal(err)
	}
	told := 0
	for _, l := range losses {
		if l.Key == "picture" {
			told++
		}
	}
	if told != 2 {
		t.Errorf("%d of 2 pictures told as lost", told)
	}
}

func TestExchange_SurvivesHostileTexts(t *testing.T) {
	s := hostile(t)
	for _, id := range exchanged {
		var out bytes.Buffer
		losses, err := Write(&out, formatted(t, id), s)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.ContainsAny(out.Bytes(), "\x01\u202e") || len(losses) == 0 {
			t.Errorf("%s: control characters stay, told %v", id, losses)
		}
	}
}

// TestMoodle_IsWhatMoodleTakes: the checks that Moodle makes of a question
// when it is saved.
func TestMoodle_IsWhatMoodleTakes(t *testing.T) {
	s := whole(lang.English)
	b, _ := bundled()
	made, err := b.NewGenerator(knowledge.Guide).Generate(3, 200)
	if err != nil {
		t.Fatal(err)
	}
	s.Exercises = append(s.Exercises[:len(s.Exercises):len(s.Exercises)], made...)
	var out bytes.Buffer
	losses, err := Write(&out, formatted(t, "moodle-xml"), s)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range losses {
		if l.Key != "build-credit" {
			t.Error(l.Say(s.Texts, lang.English))
		}
	}
	list, err := quiz.ReadMoodle("x", out.Bytes(), quiz.Words{}, func(*quiz.Question, string, ...any) {})
	if err != nil {
		t.Fatal(err)
	}
	ids, names := map[string]bool{}, map[string]bool{}
	for _, q := range list {
		if ids[q.ID] || names[q.Title] || q.Title == "" || len(q.Title) > 255 || len(q.ID) > 100 {
			t.Errorf("id %q, name %q", q.ID, q.Title)
		}
		ids[q.ID], names[q.Title] = true, true
		sum, most := 0.0, 0.0
		for _, o := range q.Options {
			sum, most = sum+max(0, o.Percent), max(most, o.Percent)
		}
		if q.Kind == quiz.Choice && (q.Single && most != 100 || !q.Single && math.Abs(sum-100) > 1) {
			t.Errorf("%s: options earn %v, %v at most", q.ID, sum, most)
		}
		rights := map[string]bool{}
		lefts := 0
		for _, p := range q.Pairs {
			rights[p.Right] = true
			if p.Left != "" {
				lefts++
			}
		}
		if q.Kind == quiz.Match && (lefts < 2 || len(q.Pairs) < 3 || len(rights) < 2) {
			t.Errorf("%s: %d left, %d right sides", q.ID, lefts, len(rights))
		}
	}
}
