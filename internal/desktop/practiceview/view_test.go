package practiceview

import (
	"errors"
	"os"
	"strings"
	"testing"

	"alarife/internal/advisor"
	"alarife/internal/desktop/kit"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/practice"
	"alarife/internal/practice/history"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestView_OpensTheHistoryWhenItIsShownFirst(t *testing.T) {
	for _, l := range lang.All() {
		b := newBench(t, l)
		if _, err := os.Stat(b.path); err == nil {
			t.Errorf("%s: there is a history before anybody practises", l)
		}
		b.Open()
		b.known(t)
		if _, err := os.Stat(b.path); err != nil {
			t.Errorf("%s: %v", l, err)
		}
		for _, key := range []string{"practise.kind.drill", "practise.kind.exam", "practise.kind.review", "practise.review.none"} {
			if !b.shows(b.say(key)) {
				t.Errorf("%s: the start page does not say %q", l, b.say(key))
			}
		}
		b.press(fyne.KeyEscape)
		if !b.left {
			t.Errorf("%s: Escape does not lead to the designer", l)
		}
	}
}

// answered gives an answer by what a person presses.
func (b *bench) answer(t *testing.T, a practice.Answer) {
	t.Helper()
	switch c := b.exercise().control.(type) {
	case *choice:
		for i, o := range b.exercise().q.Options {
			for _, id := range a.Marked {
				if id == o.ID {
					b.TypedRune(rune('1' + i))
				}
			}
		}
	case *finder:
		for _, id := range a.Marked {
			test.Tap(c.rows[id])
		}
	case *build:
		c.pick(a.Choose)
	case *pairs:
		c.pick(a.Choose)
	case *estimate:
		c.field.SetText(lang.Number(b.Tell.Lang, *a.Number, 6))
	case *order:
		for i, id := range a.Order {
			for k := range c.ids {
				if c.ids[k] == id {
					for ; k > i; k-- {
						c.move(k, -1)
					}
				}
			}
		}
	case *explain:
		c.field.SetText("In my own words.")
		b.press(fyne.KeyReturn)
		for i := range b.exercise().solution.Checklist {
			b.TypedRune(rune('1' + i))
		}
	}
}

// pick chooses by the letter or digit of each option.
func (c *pairs) pick(choose map[string]string) {
	for i, x := range c.list {
		for k, o := range x.options {
			if o.ID == choose[x.id] {
				c.picks[i].TypedRune(rune('a' + k))
			}
		}
	}
}

// right is the answer that earns all.
func right(x *practice.Exercise) practice.Answer { return x.RightAnswer() }

func TestDrill_AsksEveryKindAndTellsOnlyWhatIsSaved(t *testing.T) {
	for _, l := range lang.All() {
		for _, kind := range knowledge.ItemKinds() {
			b := drilling(t, l, kind, 2)
			p := b.exercise()
			if p.x.Kind != kind || p.told || p.focus() != nil && !p.open {
				t.Fatalf("%s %s: %+v", l, kind, p.x.Kind)
			}
			if kind != knowledge.OrderItem && kind != knowledge.ExplainItem && !p.primary.Disabled() {
				t.Errorf("%s %s: nothing can be confirmed", l, kind)
			}
			b.answer(t, right(p.x))
			b.press(fyne.KeyReturn)
			b.owner.Until(t, "feedback", func() bool { return b.exercise().told })
			if !b.shows(b.say("practise.verdict.right")) || !b.shows(b.say("practise.read-on")) && len(p.x.Guide) > 0 {
				t.Errorf("%s %s: not told: %q", l, kind, b.texts())
			}
			saved(t, b, 1)
			b.press(fyne.KeyReturn)
			if b.at != 1 {
				t.Errorf("%s %s: at %d", l, kind, b.at)
			}
			if n := len(b.faults); n > 0 {
				t.Errorf("%s %s: %v", l, kind, b.faults)
			}
			b.Close()
		}
	}
}

// saved checks how many answers another process finds in the history.
func saved(t *testing.T, b *bench, want int) {
	t.Helper()
	store, err := history.Open(b.path)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	if all, err := store.Answers(); err != nil || len(all) != want {
		t.Errorf("%d answers are saved (%v), want %d", len(all), err, want)
	}
}

func TestDrill_TellsWhatWasWrong(t *testing.T) {
	b := drilling(t, lang.Spanish, knowledge.BuildItem, 1)
	p := b.exercise()
	wrong := map[string]string{}
	for _, d := range p.q.Decisions {
		for _, o := range d.Options {
			if o.ID != p.x.Key.Choose[d.ID] {
				wrong[d.ID] = o.ID
			}
		}
	}
	b.answer(t, practice.Answer{Choose: wrong})
	b.owner.Until(t, "the picture", func() bool { return p.view.Scene() != nil && p.later.Hidden })
	b.press(fyne.KeyReturn)
	b.owner.Until(t, "feedback", func() bool { return b.exercise().told })
	if !b.shows(b.say("practise.mark.wrong")) || !b.shows(b.say("practise.mark.missed")) {
		t.Errorf("not told what was wrong: %q", b.texts())
	}
	b.press(fyne.KeyReturn)
	b.owner.Until(t, "the result", func() bool { _, ok := b.pane.(*outcome); return ok })
	if !b.shows(b.say("practise.study")) {
		t.Errorf("nothing is to be studied: %q", b.texts())
	}
}

func TestFault_IsMarkedInThePictureAndInTheList(t *testing.T) {
	b := drilling(t, lang.English, knowledge.FaultItem, 1)
	p := b.exercise()
	b.owner.Until(t, "the picture", func() bool { return p.view.Scene() != nil })
	c := p.x.Architecture.Components[0]
	p.view.OnPress(c.ID)
	if a, _ := p.control.answer(); len(a.Marked) != 1 || a.Marked[0] != c.Origin || !p.view.Marked(c.ID) {
		t.Errorf("marked %v", a.Marked)
	}
	p.view.Select(c.ID)
	p.view.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if a, _ := p.control.answer(); len(a.Marked) != 0 || p.view.Marked(c.ID) {
		t.Errorf("Space leaves %v", a.Marked)
	}
	p.control.(*finder).rows[c.Origin].FocusGained()
	if p.view.Selected() == "" {
		t.Error("the list does not point at the picture")
	}
}

func TestEstimate_ReadsNumbersOfTheLanguage(t *testing.T) {
	for l, texts := range map[lang.Lang][2]string{lang.Spanish: {"1.234,5", "x"}, lang.English: {"1,234.5", "1..2"}} {
		b := drilling(t, l, knowledge.EstimateItem, 1)
		e := b.exercise().control.(*estimate)
		e.field.SetText(texts[0])
		if a, whole := e.answer(); !whole || *a.Number != 1234.5 {
			t.Errorf("%s: %+v", l, a)
		}
		e.field.SetText(texts[1])
		if _, whole := e.answer(); whole || e.wrong.Text == "" || !b.exercise().primary.Disabled() {
			t.Errorf("%s: %q is taken for a number", l, texts[1])
		}
	}
}

func TestView_KeepsWhatIsBegunAndTakesItUpAgain(t *testing.T) {
	b := drilling(t, lang.English, knowledge.ChoiceItem, 3)
	b.TypedRune('1')
	b.press(fyne.KeyReturn)
	b.owner.Until(t, "feedback", func() bool { return b.exercise().told })
	b.press(fyne.KeyReturn)
	b.TypedRune('2')
	b.TypedRune('f')
	b.SetLang(other(b))
	if got, _ := b.exercise().control.answer(); len(got.Marked) != 1 || !b.sitting.flagged[1] {
		t.Errorf("the other language lost %v, %v", got, b.sitting.flagged)
	}
	id := b.sitting.id
	b.press(fyne.KeyEscape)
	b.home = nil
	b.find()
	b.known(t)
	if _, ok := b.pane.(*start); !ok || len(b.home.unfinished) != 1 {
		t.Fatalf("not on the start page: %T", b.pane)
	}
	b.resume(id)
	b.sat(t)
	if got, _ := b.exercise().control.answer(); b.at != 1 || len(got.Marked) != 1 || !b.sitting.answered[0] {
		t.Errorf("at %d with %v", b.at, got)
	}
	b.TypedRune('3')
	b.Close()
	again := benchAt(t, lang.English, b.path)
	again.Open()
	again.known(t)
	again.drafts = readDrafts(b.Keep) // as another run of the program would
	again.resume(id)
	again.sat(t)
	if got, _ := again.exercise().control.answer(); len(got.Marked) != 1 || got.Marked[0] != again.exercise().q.Options[2].ID {
		t.Errorf("another run finds %v begun", got)
	}
	if again.at != 1 || !again.sitting.answered[0] || !again.sitting.flagged[1] || again.sitting.grades[0] == nil {
		t.Errorf("another run finds %+v", again.sitting)
	}
}

func TestStart_ClosesASittingForGoodAfterAsking(t *testing.T) {
	b := drilling(t, lang.Spanish, knowledge.ChoiceItem, 3)
	b.TypedRune('1')
	id := b.sitting.id
	b.home = nil
	b.press(fyne.KeyEscape)
	b.known(t)
	if !b.shows(b.say("practise.abandon")) || len(b.drafts[id]) != 1 {
		t.Fatalf("not offered: %q", b.texts())
	}
	b.home = nil
	for _, o := range test.LaidOutObjects(b.window.Content()) {
		if button, ok := o.(*kit.Button); ok && button.Text == b.say("practise.abandon") {
			test.Tap(button)
		}
	}
	b.known(t)
	if len(b.asked) != 1 || b.asked[0] != b.say("practise.abandon.question.drill") {
		t.Errorf("asked %q", b.asked)
	}
	if len(b.home.unfinished) != 0 || b.shows(b.say("practise.abandon")) || len(readDrafts(b.Keep)) != 0 || len(b.faults) != 0 {
		t.Errorf("not closed: %+v, %v", b.home.unfinished, b.faults)
	}
}

func other(b *bench) advisor.Teller {
	return advisor.Teller{Messages: b.Tell.Messages, Lang: lang.Spanish}
}

func TestView_LeadsToTheCatalogAndTheDesigner(t *testing.T) {
	b := drilling(t, lang.English, knowledge.ChoiceItem, 1)
	b.TypedRune('1')
	b.press(fyne.KeyReturn)
	b.owner.Until(t, "feedback", func() bool { return b.exercise().told })
	links := b.links(b.exercise().studied(), mostPages)
	if len(links) == 0 {
		t.Fatalf("no page about %v", b.exercise().studied())
	}
	b.openPages(links[0].ref)
	if !b.shows(links[0].title) || b.page == nil {
		t.Errorf("the page of %v is not shown", links[0])
	}
	b.SetLang(other(b))
	if b.page == nil || !b.shows(b.say("desktop.page.back")) {
		t.Error("the page is gone in the other language")
	}
	b.press(fyne.KeyEscape)
	if b.page != nil || !b.exercise().told {
		t.Error("Escape does not lead back to the exercise")
	}
	b.openDesign(b.exercise().x)
	if b.designed == nil || len(b.designed.Case.Workload) == 0 {
		t.Error("no case goes to the designer")
	}
}

func TestStart_TellsProgressExportsAndForgets(t *testing.T) {
	b := drilling(t, lang.English, knowledge.ChoiceItem, 1)
	b.TypedRune('1')
	b.press(fyne.KeyReturn)
	b.owner.Until(t, "feedback", func() bool { return b.exercise().told })
	b.handIn()
	b.owner.Until(t, "the result", func() bool { _, ok := b.pane.(*outcome); return ok })
	b.home = nil
	b.press(fyne.KeyEscape)
	b.known(t)
	for _, key := range []string{"practise.chart.guide", "practise.chart.topics", "practise.chart.accuracy", "practise.chart.forecast"} {
		if !b.shows(b.say(key)) {
			t.Errorf("the start page does not say %q", b.say(key))
		}
	}
	b.plainly = true
	b.refresh()
	if !b.shows(b.sessionName(b.home.stats.Guide[0].Session) + ": ") {
		t.Errorf("charts are not told as text: %q", b.texts())
	}
	b.export(history.JSON)
	if !strings.Contains(b.exported, "\"answers\"") {
		t.Errorf("exported %q", b.exported)
	}
	b.forget()
	b.home = nil
	b.known(t)
	if b.home.stats.Totals.Answers != 0 || len(b.home.unfinished) != 0 {
		t.Errorf("not forgotten: %+v", b.home.stats.Totals)
	}
}

func TestStart_SaysWhyTheHistoryCannotBeOpened(t *testing.T) {
	b := newBench(t, lang.Spanish)
	if err := os.WriteFile(b.path, []byte("this is no history at all, and long enough to be something else"), 0o600); err != nil {
		t.Fatal(err)
	}
	b.Open()
	b.known(t)
	if b.home.fault == nil || !b.shows(b.say("practise.unreadable")) || b.shows(b.say("practise.drill.begin")) {
		t.Errorf("not told: %v", b.home.fault)
	}
	kept, err := os.ReadFile(b.path)
	if err != nil || !strings.HasPrefix(string(kept), "this is") {
		t.Error("the file was changed")
	}
}

func TestStart_SaysWhenNothingFits(t *testing.T) {
	b := opened(t, lang.English)
	b.wishes.Session, b.wishes.Kind, b.wishes.Topic = 1, knowledge.FaultItem, "acid"
	b.startDrill()
	b.owner.Until(t, "an end", func() bool { return !b.working })
	if !b.shows(b.say("practise.barren")) || len(b.faults) > 0 {
		t.Errorf("not told: %v", errors.Join(b.faults...))
	}
	b.startReview()
	b.owner.Until(t, "an end", func() bool { return !b.working })
	if b.notice != b.say("practise.review.none") {
		t.Errorf("said %q", b.notice)
	}
}
