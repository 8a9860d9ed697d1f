package practiceview

import (
	"strings"
	"testing"
	"time"

	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/practice/session"

	"fyne.io/fyne/v2"
)

func TestExam_SavesAtOnceAndTellsAtTheEnd(t *testing.T) {
	b := examined(t, 5, 30)
	first := b.exercise()
	b.answer(t, right(first.x))
	b.flush()
	b.done(t)
	saved(t, b, 1)
	if first.told || b.shows(b.say("practise.verdict.right")) || b.sitting.grades[0] != nil {
		t.Error("an exam tells before its end")
	}
	b.press(fyne.KeyPageDown, fyne.KeyPageUp)
	if got, _ := b.exercise().control.answer(); b.at != 0 || !first.x.Grade(got).Right {
		t.Errorf("back at %d: %+v", b.at, got)
	}
	b.flag()
	b.handIn()
	b.owner.Until(t, "the result", func() bool { _, ok := b.pane.(*outcome); return ok })
	if len(b.asked) != 1 || !strings.Contains(b.asked[0], "4") {
		t.Errorf("asked %q", b.asked)
	}
	r := b.sitting.result
	if r.Right != 1 || r.Answered != 1 || !r.Entries[0].Flagged || !b.shows("⚑") {
		t.Errorf("result %+v", r)
	}
	b.goTo(0)
	if p := b.exercise(); !p.told || p.open || !b.shows(b.say("practise.verdict.right")) {
		t.Error("the first exercise is not told")
	}
	b.press(fyne.KeyReturn)
	if !b.shows(b.say("practise.verdict.none")) {
		t.Error("an exercise without an answer is told as something else")
	}
	b.press(fyne.KeyEscape)
	if _, ok := b.pane.(*outcome); !ok {
		t.Errorf("Escape leads to %T", b.pane)
	}
}

func TestExam_EndsWhenTheTimeIsOver(t *testing.T) {
	b := examined(t, 3, 15)
	b.now = b.now.Add(14*time.Minute + 30*time.Second)
	b.look()
	if !b.shows("0:30") {
		t.Errorf("the time left is not shown: %q", b.texts())
	}
	b.now = b.now.Add(time.Minute)
	b.look()
	b.owner.Until(t, "the result", func() bool { _, ok := b.pane.(*outcome); return ok })
	if !b.sitting.overdue || !b.shows(b.say("practise.over")) || b.clock != nil {
		t.Error("nothing says that the time was over")
	}
}

func TestExam_HasOpenQuestionsMarkedBeforeItEnds(t *testing.T) {
	for _, overdue := range []bool{false, true} {
		testMarking(t, overdue)
	}
}

func testMarking(t *testing.T, overdue bool) {
	t.Helper()
	b := opened(t, lang.English)
	b.begin(func(*room) (session.Plan, error) {
		return session.Plan{
			Kind: session.Exam, Seed: 1, Count: 2, Source: session.Authored, Limit: time.Hour, Items: []knowledge.ItemKind{knowledge.ExplainItem},
		}, nil
	})
	b.sat(t)
	e := b.exercise().control.(*explain)
	e.field.SetText("A text.")
	b.goTo(1)
	if overdue {
		b.done(t)
		b.now = b.now.Add(2 * time.Hour)
		b.look()
	} else {
		b.handIn()
	}
	if !b.marking || b.at != 0 || !b.shows(b.say("practise.checklist")) {
		t.Fatalf("not marked: %v, %d", b.marking, b.at)
	}
	b.TypedRune('1')
	b.press(fyne.KeyReturn)
	b.owner.Until(t, "the result", func() bool { _, ok := b.pane.(*outcome); return ok })
	if got := b.sitting.given[0]; len(got.Marked) != 1 || got.Text != "A text." || b.sitting.grades[0].Credit == 0 || b.sitting.overdue != overdue {
		t.Errorf("overdue %v: marked %+v", overdue, got)
	}
}
