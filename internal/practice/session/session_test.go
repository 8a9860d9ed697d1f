package session_test

import (
	"errors"
	"math"
	"slices"
	"testing"
	"time"

	"alarife/internal/knowledge"
	"alarife/internal/practice"
	"alarife/internal/practice/history"
	"alarife/internal/practice/session"
)

var drill = session.Plan{Kind: session.Drill, Seed: 3, Count: 4}

func TestDrill_AnswersOnceWithFeedback(t *testing.T) {
	d, c := newDesk(t)
	s := begin(t, d, drill)
	if s.Next(-1) != 0 || s.Len() != 4 {
		t.Fatalf("%d exercises, the first is %d", s.Len(), s.Next(-1))
	}
	c.pass(90 * time.Second)
	if g := right(t, s, 0); !g.Right || g.Credit != 1 {
		t.Errorf("the key earns %+v", g)
	}
	if g, ok := s.Grade(0); !ok || !g.Right {
		t.Error("a drill tells nothing")
	}
	if _, err := s.Answer(0, practice.Answer{}); !errors.Is(err, session.ErrAnswered) {
		t.Errorf("a second answer: %v", err)
	}
	if g := wrong(t, s, 2); g.Right || len(g.Rules) == 0 {
		t.Errorf("nothing earns %+v", g)
	}
	if s.Next(0) != 1 || s.Next(1) != 3 || s.Next(3) != 1 {
		t.Errorf("next are %d, %d, %d", s.Next(0), s.Next(1), s.Next(3))
	}
	if _, limited := s.Left(); limited || s.Spent() != 90*time.Second {
		t.Errorf("spent %v", s.Spent())
	}
	answers, err := d.Store.Answers()
	if err != nil || len(answers) != 2 || answers[0].Took != 90*time.Second || answers[1].Took != 0 || answers[0].Exercise != s.Exercise(0).ID {
		t.Errorf("%+v, %v", answers, err)
	}
	r, err := s.Finish()
	if err != nil || r.Count != 4 || r.Answered != 2 || r.Right != 1 || r.Credit != 0.5 || len(r.Study) == 0 || len(r.Entries) != 4 {
		t.Errorf("%+v, %v", r, err)
	}
	if _, err := s.Answer(1, practice.Answer{}); !errors.Is(err, session.ErrFinished) {
		t.Errorf("an answer after the end: %v", err)
	}
	if s.Next(-1) != 1 {
		t.Error("the end gave an answer")
	}
}

func TestExam_ChangesAnswersAndTellsAtTheEnd(t *testing.T) {
	d, _ := newDesk(t)
	s := begin(t, d, session.Plan{Kind: session.Exam, Seed: 3, Count: 5, Limit: time.Hour})
	if g := right(t, s, 0); g.Right || g.Credit != 0 || g.Rules != nil {
		t.Errorf("an exam tells %+v", g)
	}
	wrong(t, s, 1)
	right(t, s, 1)
	right(t, s, 2)
	wrong(t, s, 2)
	if _, told := s.Grade(1); told {
		t.Error("an exam tells a grade")
	}
	if a, ok := s.Given(0); !ok || len(a.Marked)+len(a.Choose)+len(a.Order) == 0 && a.Number == nil {
		t.Errorf("the answer given is %+v", a)
	}
	if cards, _ := d.Store.Cards(); len(cards) > 0 {
		t.Error("an exam teaches the schedule before its end")
	}
	if err := s.Flag(4, true); err != nil || !s.Flagged(4) || s.Flagged(0) {
		t.Errorf("flagged %v (%v)", s.Flagged(4), err)
	}
	r, err := s.Finish()
	if err != nil || r.Count != 5 || r.Answered != 3 || r.Right != 2 || r.Credit != 0.4 || !r.Entries[4].Flagged {
		t.Errorf("%+v, %v", r, err)
	}
	if g, ok := s.Grade(2); !ok || g.Right {
		t.Error("the grade is not told at the end")
	}
	cards, _ := d.Store.Cards()
	again, err := s.Finish()
	after, _ := d.Store.Cards()
	if err != nil || again.Credit != r.Credit || len(cards) == 0 || !slices.Equal(cards, after) {
		t.Errorf("to finish twice: %v, %d and %d cards", err, len(cards), len(after))
	}
	if err := s.Flag(0, true); !errors.Is(err, session.ErrFinished) {
		t.Errorf("flagged after the end: %v", err)
	}
}

// TestStats_TellNothingOfAnExamBeforeItsEnd: whether it is handed in or
// abandoned, its answers count from then on.
func TestStats_TellNothingOfAnExamBeforeItsEnd(t *testing.T) {
	for name, end := range map[string]func(*session.Desk, *session.Session) error{
		"handed in": func(_ *session.Desk, s *session.Session) error { _, err := s.Finish(); return err },
		"abandoned": func(d *session.Desk, s *session.Session) error { return d.Abandon(s.ID()) },
	} {
		t.Run(name, func(t *testing.T) {
			d, _ := newDesk(t)
			s := begin(t, d, session.Plan{Kind: session.Exam, Seed: 1, Count: 3, Source: session.Authored})
			right(t, s, 0)
			wrong(t, s, 1)
			counts := func(want int) {
				t.Helper()
				stats, err := d.Stats()
				if err != nil || stats.Totals.Answers != want || len(stats.Days) != min(1, want) {
					t.Errorf("%+v, %v", stats, err)
				}
			}
			counts(0)
			if err := end(d, s); err != nil {
				t.Fatal(err)
			}
			counts(2)
		})
	}
}

func TestExam_EndsWithItsTime(t *testing.T) {
	d, c := newDesk(t)
	s := begin(t, d, session.Plan{Kind: session.Exam, Seed: 3, Count: 3, Limit: 30 * time.Minute})
	c.pass(29 * time.Minute)
	right(t, s, 0)
	if left, ok := s.Left(); !ok || left != time.Minute {
		t.Errorf("left %v", left)
	}
	c.pass(2 * time.Minute)
	if left, _ := s.Left(); left != 0 {
		t.Errorf("left %v", left)
	}
	if _, err := s.Answer(1, practice.Answer{}); !errors.Is(err, session.ErrOver) {
		t.Errorf("an answer too late: %v", err)
	}
	r, err := s.Finish()
	if err != nil || r.Answered != 1 || r.Spent != 30*time.Minute {
		t.Errorf("%+v, %v", r, err)
	}
}

func TestExam_OpenQuestionsAreTickedAfterItsTime(t *testing.T) {
	d, c := newDesk(t)
	s := begin(t, d, session.Plan{Kind: session.Exam, Source: session.Authored, Items: []knowledge.ItemKind{knowledge.ExplainItem}, Seed: 3, Count: 2, Limit: time.Minute})
	if _, err := s.Answer(0, practice.Answer{Text: "mine"}); err != nil {
		t.Fatal(err)
	}
	c.pass(2 * time.Minute)
	for _, a := range []struct {
		n    int
		text string
	}{{0, "another"}, {1, ""}, {1, "late"}} {
		if _, err := s.Answer(a.n, practice.Answer{Text: a.text, Marked: []string{"a"}}); !errors.Is(err, session.ErrOver) {
			t.Errorf("%+v: %v", a, err)
		}
	}
	if _, err := s.Answer(0, practice.Answer{Text: "mine", Marked: []string{"a"}}); err != nil {
		t.Error(err)
	}
	if r, err := s.Finish(); err != nil || r.Entries[0].Grade.Credit == 0 || r.Entries[1].Answered {
		t.Errorf("%+v, %v", r, err)
	}
}

func TestTime_RunsOverADeathAndBearsAnyClock(t *testing.T) {
	for _, tt := range []struct {
		name string
		jump time.Duration // between death and resumption
		want time.Duration // left of an hour, 20 minutes of which had passed
	}{
		{"a while", 10 * time.Minute, 30 * time.Minute},
		{"too long", 3 * time.Hour, 0},
		{"set back an hour", -time.Hour, 40 * time.Minute},
		{"set back a year", -365 * 24 * time.Hour, 40 * time.Minute},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d, c := newDesk(t)
			s := begin(t, d, session.Plan{Kind: session.Exam, Seed: 3, Count: 3, Limit: time.Hour})
			c.pass(20 * time.Minute)
			right(t, s, 0)
			c.pass(tt.jump)
			s, err := d.Resume(s.ID())
			if err != nil {
				t.Fatal(err)
			}
			if left, _ := s.Left(); left != tt.want {
				t.Errorf("left %v, want %v", left, tt.want)
			}
			c.pass(-time.Minute)
			if left, _ := s.Left(); left != tt.want {
				t.Errorf("a clock set back gives %v, want %v", left, tt.want)
			}
		})
	}
}

func TestTime_IsNotChangedByDaylightSaving(t *testing.T) {
	for _, start := range []time.Time{
		time.Date(2026, 3, 29, 1, 50, 0, 0, madrid), time.Date(2026, 10, 25, 2, 50, 0, 0, madrid),
	} {
		d, c := newDesk(t)
		c.at = start
		s := begin(t, d, session.Plan{Kind: session.Exam, Seed: 3, Count: 2, Limit: time.Hour})
		c.pass(20 * time.Minute)
		right(t, s, 0)
		s, err := d.Resume(s.ID())
		if err != nil {
			t.Fatal(err)
		}
		if left, _ := s.Left(); left != 40*time.Minute {
			t.Errorf("%v: left %v", start, left)
		}
	}
}

func TestResume_IsWhereItWas(t *testing.T) {
	for _, p := range []session.Plan{
		{Kind: session.Exam, Seed: 11, Count: 6, Limit: time.Hour, Level: 2, Guide: []int{9, 5}},
		{Kind: session.Drill, Seed: 11, Count: 6, Source: session.Generated, Topics: []string{"entry", "storage-class"}},
		{Kind: session.Review, Seed: 11, Source: session.Generated, Rules: []string{"inference-mode/real-time", "storage-class/standard-ia"}},
		{Kind: session.Drill, Seed: 11, Source: session.Authored, Era: knowledge.Today},
	} {
		d, _ := newDesk(t)
		s := begin(t, d, p)
		right(t, s, 1)
		if err := s.Flag(0, true); err != nil {
			t.Fatal(err)
		}
		open, err := d.Unfinished()
		if err != nil || len(open) != 1 || open[0].ID != s.ID() || open[0].Answered != 1 || open[0].Count != s.Len() {
			t.Errorf("unfinished: %+v, %v", open, err)
		}
		d.Shelf = second()
		again, err := d.Resume(s.ID())
		if err != nil || again.Lost != 0 || again.Len() != s.Len() {
			t.Fatalf("%+v: %v, %d lost, %d of %d", p, err, again.Lost, again.Len(), s.Len())
		}
		for n := range s.Len() {
			if again.Exercise(n).ID != s.Exercise(n).ID || again.Exercise(n).Story != s.Exercise(n).Story {
				t.Errorf("%d is %s, was %s", n, again.Exercise(n).ID, s.Exercise(n).ID)
			}
		}
		if again.Next(-1) != 0 || again.Next(0) == 1 || !again.Flagged(0) || again.Finished() {
			t.Errorf("next %d, flagged %v", again.Next(-1), again.Flagged(0))
		}
		wrong(t, again, 0)
		if _, err := again.Finish(); err != nil {
			t.Fatal(err)
		}
		if g, err := s.Answer(0, practice.Answer{}); !errors.Is(err, session.ErrFinished) && !errors.Is(err, session.ErrAnswered) {
			t.Errorf("the other process answers: %+v, %v", g, err)
		}
		look, err := d.Resume(s.ID())
		if err != nil || !look.Finished() {
			t.Fatal(err)
		}
		if r, err := look.Finish(); err != nil || r.Answered != 2 || r.Right != 1 {
			t.Errorf("%+v, %v", r, err)
		}
	}
}

func TestResume_LeavesOutWhatTheCatalogHasNoMore(t *testing.T) {
	d, c := newDesk(t)
	real := begin(t, d, session.Plan{Kind: session.Drill, Seed: 1, Count: 2, Source: session.Authored})
	_, slots, _, err := d.Store.Session(real.ID())
	if err != nil {
		t.Fatal(err)
	}
	slots = append(slots, slots[0], slots[1], slots[0])
	slots[2].Exercise = "gone"
	slots[3].Digest = "as it was once"
	slots[4].Exercise = "generated-7-999999999"
	id, err := d.Store.Begin(history.Session{Kind: "drill", Plan: []byte(`{"kind":"drill","seed":1,"source":"authored"}`), Started: c.at}, slots)
	if err != nil {
		t.Fatal(err)
	}
	s, err := d.Resume(id)
	if err != nil || s.Len() != 2 || s.Lost != 3 {
		t.Fatalf("%d exercises, %d lost, %v", s.Len(), s.Lost, err)
	}
	if _, err := d.Resume(99); err == nil {
		t.Error("a sitting that is not there was resumed")
	}
	if err := d.Abandon(id); err != nil {
		t.Error(err)
	}
	if open, _ := d.Unfinished(); len(open) != 1 || open[0].ID != real.ID() {
		t.Errorf("unfinished: %+v", open)
	}
}

func TestAnswer_DoesNotCountWhereItIsNotSaved(t *testing.T) {
	d, _ := newDesk(t)
	s := begin(t, d, drill)
	if err := d.Store.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Answer(0, s.Exercise(0).RightAnswer()); err == nil {
		t.Fatal("saved in a closed file")
	}
	if _, given := s.Given(0); given || s.Next(-1) != 0 {
		t.Error("an answer that was not saved counts")
	}
	if err := s.Flag(0, true); err == nil || s.Flagged(0) {
		t.Error("a flag that was not saved counts")
	}
	if _, err := s.Finish(); err == nil || s.Finished() {
		t.Error("an end that was not saved counts")
	}
}

func TestAnswer_TakesANumberThatIsNoneForNone(t *testing.T) {
	d, _ := newDesk(t)
	s := begin(t, d, session.Plan{Kind: session.Drill, Seed: 1, Count: 3, Source: session.Authored, Items: []knowledge.ItemKind{knowledge.EstimateItem}})
	for n, f := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		if g, err := s.Answer(n, practice.Answer{Number: &f}); err != nil || g.Right {
			t.Errorf("%v: %+v, %v", f, g, err)
		}
	}
	if again, err := d.Resume(s.ID()); err != nil || again.Next(-1) != -1 {
		t.Errorf("it cannot be resumed: %v", err)
	}
}

func TestResult_SumsUpByParts(t *testing.T) {
	d, _ := newDesk(t)
	s := begin(t, d, session.Plan{Kind: session.Exam, Seed: 5, Count: 20, Source: session.Authored})
	for n := range 20 {
		if n%2 == 0 {
			right(t, s, n)
		} else if n < 15 {
			wrong(t, s, n)
		}
	}
	r, err := s.Finish()
	if err != nil {
		t.Fatal(err)
	}
	count, rights := 0, 0
	for _, p := range r.Topics {
		count, rights = count+p.Count, rights+p.Right
		if p.Credit < 0 || p.Credit > 1 || p.Topic == "" {
			t.Errorf("%+v", p)
		}
	}
	if count != 20 || rights != 10 || r.Right != 10 || r.Answered != 17 {
		t.Errorf("%d exercises, %d right, %d answered: %+v", count, rights, r.Answered, r)
	}
	if !slices.IsSortedFunc(r.Guide, func(a, b session.Share) int { return a.Session - b.Session }) || len(r.Guide) < 5 {
		t.Errorf("%+v", r.Guide)
	}
	for n, st := range r.Study {
		if st.Missed < 1 || st.Title.EN == "" || n > 0 && st.Missed > r.Study[n-1].Missed {
			t.Errorf("%+v", st)
		}
	}
}
