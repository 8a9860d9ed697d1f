package desktop

import (
	"path/filepath"
	"testing"

	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/practice"
	"alarife/internal/practice/history"
	"alarife/internal/workload"

	"fyne.io/fyne/v2"
)

func TestDesktop_PractisesInPlaceOfTheDesigner(t *testing.T) {
	t.Setenv(history.Variable, filepath.Join(t.TempDir(), "practice.db"))
	d, o := desk(t, lang.English)
	d.workspace.Answer("latency_ms", workload.Value{Number: 51})
	d.settled(t, o)
	doc := d.workspace.Document()
	if d.practice != nil {
		t.Error("practice is made before anybody asks for it")
	}
	d.togglePractice()
	t.Cleanup(d.practice.Close)
	o.Until(t, "the start page", func() bool { return contains(d.shownTexts(), d.tell.Say("practise.review.none")) })
	if d.window.MainMenu() != d.menu.practice || d.window.Title() != "Practice – Alarife" {
		t.Errorf("the window is %q", d.window.Title())
	}
	d.setLang(lang.Spanish)
	d.setTheme(themeDark)
	if !contains(d.shownTexts(), "Entrenamiento") || d.window.MainMenu() != d.menu.practice {
		t.Errorf("in Spanish: %q", d.shownTexts())
	}
	d.follow()
	d.typed(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if d.practising || d.window.MainMenu() != d.menu.main || d.workspace.Document() != doc || !d.workspace.Unsaved() {
		t.Error("the design is not as it was")
	}
	if !contains(d.shownTexts(), d.tell.Say("desktop.tab.picture")) {
		t.Error("the designer is not shown")
	}
}

func TestDesktop_OpensTheCaseOfAnExercise(t *testing.T) {
	t.Setenv(history.Variable, filepath.Join(t.TempDir(), "practice.db"))
	d, o := desk(t, lang.English)
	book := &practice.Book{Advisor: d.runner.Advisor, Texts: d.texts}
	for _, i := range d.base.Items {
		if i.Kind != knowledge.BuildItem {
			continue
		}
		x, err := book.Derive(i)
		if err != nil {
			t.Fatal(err)
		}
		d.togglePractice()
		d.workspace.Answer("latency_ms", workload.Value{Number: 51})
		d.designCase(x)
		if !d.covered() {
			t.Fatal("unsaved work is not asked about")
		}
		d.over.leave()
		if !d.practising {
			t.Error("practice is left without an answer")
		}
		d.workspace.Undo()
		d.designCase(x)
		if d.practising || d.workspace.Document().Title != x.Title || d.workspace.Document().Era != x.Era {
			t.Errorf("opened %v", d.workspace.Document())
		}
		d.settled(t, o)
		for decision, option := range x.Key.Choose {
			if s := d.recommendation().Decision(decision); s == nil || s.Recommended.Option.ID != option {
				t.Errorf("the designer recommends %v for %s, the exercise %s", s, decision, option)
			}
		}
		d.practice.Close()
		return
	}
}
