package desktop

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"

	"alarife/internal/lang"
	"alarife/internal/run"
	"alarife/internal/testkit"
	"alarife/internal/testkit/builtin"
	"alarife/internal/workload"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

var runner = sync.OnceValue(func() *run.Runner { return run.New(builtin.Base(), builtin.Texts()) })

// desk opens the first case in a window without a screen.
func desk(t *testing.T, l lang.Lang) (*Desktop, testkit.Owner) {
	t.Helper()
	o := testkit.NewOwner()
	d := New(Options{App: test.NewTempApp(t), Runner: runner(), Lang: l, Do: func(f func()) { o <- f }})
	t.Cleanup(d.workspace.Close)
	d.window.Resize(fyne.NewSize(1280, 800))
	d.OpenFirst()
	d.settled(t, o)
	return d, o
}

// settled waits until the present document is studied in full.
func (d *Desktop) settled(t *testing.T, o testkit.Owner) {
	t.Helper()
	o.Until(t, "the study", func() bool {
		s := d.workspace.Study()
		return s != nil && s.Explored && s.Document == d.workspace.Document() && s.Lang == d.tell.Lang
	})
}

// texts lists what can be read in the window.
func (d *Desktop) shownTexts() []string {
	var texts []string
	for _, o := range test.LaidOutObjects(d.window.Content()) {
		if t, ok := o.(*canvas.Text); ok && t.Visible() && strings.TrimSpace(t.Text) != "" {
			texts = append(texts, t.Text)
		}
	}
	return texts
}

func contains(texts []string, part string) bool {
	return strings.Contains(strings.Join(texts, "\n"), part)
}

func TestDesktop_ShowsTheFirstCaseInBothLanguages(t *testing.T) {
	for _, l := range lang.All() {
		d, _ := desk(t, l)
		shown := d.shownTexts()
		for _, want := range []string{d.tell.Say("desktop.tab.picture"), d.tell.In(d.base.Sections[0].Title), d.tell.In(d.recommendation().Blueprint.Title)} {
			if !contains(shown, want) {
				t.Errorf("%s: the window does not show %q", l, want)
			}
		}
		if d.picture.Scene() == nil {
			t.Errorf("%s: no picture", l)
		}
	}
}

// TestDesktop_SpeaksOneLanguage opens every fold and looks for texts of the
// program that are in the other language.
func TestDesktop_SpeaksOneLanguage(t *testing.T) {
	d, o := desk(t, lang.English)
	d.setLang(lang.Spanish)
	d.settled(t, o)
	for _, s := range d.base.Sections {
		d.open[s.ID] = true
	}
	for _, fold := range []string{"decisions", "findings", "cost", "alternatives", "eras", "assumed", "priorities"} {
		d.open[fold] = true
	}
	d.build()
	foreign := map[string]bool{}
	for _, key := range d.texts.Keys() {
		text := d.texts.Text(key)
		if text.EN != text.ES && !strings.HasPrefix(key, "unit.") && !strings.HasPrefix(key, "practice.call.") { // as short as a unit
			foreign[text.EN] = true
		}
	}
	for _, s := range d.base.Services { // proper names break into lines of their words
		for _, word := range strings.Fields(s.Name) {
			delete(foreign, word)
		}
	}
	for _, c := range d.workspace.Study().Architecture.Components {
		d.selectComponent(c.ID)
		for _, text := range d.shownTexts() {
			if foreign[strings.TrimSpace(text)] {
				t.Errorf("English in the Spanish window: %q", text)
			}
		}
	}
	menu := d.window.MainMenu()
	if menu.Items[0].Label != "Archivo" || menu.Items[5].Label != "Ayuda" {
		t.Errorf("menus: %q, %q", menu.Items[0].Label, menu.Items[5].Label)
	}
}

func TestDesktop_AnswersChangePictureAndStatus(t *testing.T) {
	d, o := desk(t, lang.English)
	scene, cost := d.picture.Scene(), d.status.cost.Text
	d.workspace.Answer("requests_per_second", workload.Value{Number: 20})
	d.workspace.Answer("availability_zones", workload.Value{Number: 1})
	d.settled(t, o)
	if d.picture.Scene() == scene {
		t.Error("the picture did not change")
	}
	if d.status.cost.Text == cost {
		t.Errorf("the cost did not change: %s", cost)
	}
	if !strings.Contains(d.window.Title(), "*") {
		t.Errorf("the title does not tell of unsaved work: %q", d.window.Title())
	}
	d.menu.undo.Action()
	d.menu.undo.Action()
	d.settled(t, o)
	if d.status.cost.Text != cost || strings.Contains(d.window.Title(), "*") {
		t.Errorf("after undo: %s, %q", d.status.cost.Text, d.window.Title())
	}
}

func TestDesktop_ComponentsOpenTheirDecision(t *testing.T) {
	d, o := desk(t, lang.English)
	for _, c := range d.workspace.Study().Architecture.Components {
		if c.Decision == "" {
			continue
		}
		d.picture.OnSelect(c.ID)
		if d.decision != c.Decision || !contains(d.shownTexts(), d.tell.In(d.base.Decision(c.Decision).Asks)) {
			t.Errorf("%s: opened %q, want %q", c.ID, d.decision, c.Decision)
		}
	}
	d.openDecision("inference-mode")
	if d.component == "" || d.picture.Selected() != d.component {
		t.Errorf("the decision's component is not marked: %q, %q", d.component, d.picture.Selected())
	}
	d.workspace.Pin("inference-mode", "batch-transform")
	d.settled(t, o)
	if !contains(d.shownTexts(), d.tell.Say("desktop.pinned")) {
		t.Error("the pin is not shown")
	}
	d.typed(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if d.decision != "" || d.picture.Selected() != "" {
		t.Error("Escape does not go back")
	}
}

func TestDesktop_ThemesKeepTheWindow(t *testing.T) {
	d, _ := desk(t, lang.Spanish)
	for _, choice := range []string{themeDark, themeLight, themeSystem} {
		d.setTheme(choice)
		if !d.menu.themes[choice].Checked || len(d.shownTexts()) == 0 {
			t.Errorf("%s: not shown", choice)
		}
	}
}

func TestDesktop_OpensFilesAndTellsFaults(t *testing.T) {
	d, o := desk(t, lang.English)
	path := filepath.Join(t.TempDir(), "a.yaml")
	d.saveTo(path, nil)
	if err := d.OpenFile(path); err != nil {
		t.Fatal(err)
	}
	d.settled(t, o)
	if got := d.recent(); len(got) != 1 || got[0] != path {
		t.Errorf("recent files: %q", got)
	}
	if err := os.WriteFile(path, []byte("alarife: 1\nanswers: {latency_ms: -4}\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if d.OpenFile(path) == nil || d.window.Canvas().Overlays().Top() == nil {
		t.Error("a fault is not told")
	}
}

func TestDesktop_EveryScenarioFits(t *testing.T) {
	d, o := desk(t, lang.Spanish)
	for _, s := range d.base.Scenarios {
		d.openCase(s)
		d.settled(t, o)
		size := d.window.Content().MinSize()
		if size.Width > 1280 || size.Height > 780 {
			t.Errorf("%s: the window needs %v", s.ID, size)
		}
	}
	d.newDesign()
	d.settled(t, o)
}

// TestTexts_AreAllThere reads the code and looks for keys without a text.
func TestTexts_AreAllThere(t *testing.T) {
	texts, whole := runner().Texts, regexp.MustCompile(`^(desktop|criterion|severity|verdict|era|alternative|value|fyne)\.[a-z0-9.-]*$`)
	begins := func(prefix string) bool {
		for _, k := range texts.Keys() {
			if strings.HasPrefix(k, prefix) {
				return true
			}
		}
		return false
	}
	for _, root := range []string{".", "../../cmd/alarife"} {
		err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			tree, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
			if err != nil {
				return err
			}
			ast.Inspect(tree, func(n ast.Node) bool {
				lit, ok := n.(*ast.BasicLit)
				if !ok || lit.Kind != token.STRING {
					return true
				}
				key, _ := strconv.Unquote(lit.Value)
				if whole.MatchString(key) && !texts.Has(key) && !(strings.HasSuffix(key, ".") && begins(key)) {
					t.Errorf("%s: no text for %q", path, key)
				}
				return true
			})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

func TestDesktop_AsksBeforeWorkIsLost(t *testing.T) {
	d, o := desk(t, lang.English)
	d.workspace.Answer("latency_ms", workload.Value{Number: 51})
	press := func(key fyne.KeyName) { d.typed(&fyne.KeyEvent{Name: key}) }
	d.newDesign()
	if !d.covered() {
		t.Fatal("nothing was asked")
	}
	d.menu.undo.Action() // under a dialog nothing happens
	press(fyne.KeyEscape)
	if d.covered() || !d.workspace.Unsaved() || d.over != nil {
		t.Errorf("after Escape: covered %v, unsaved %v", d.covered(), d.workspace.Unsaved())
	}
	done := false
	d.confirm("sure?", "yes", func() { done = true })
	press(fyne.KeyReturn)
	if !done || d.covered() {
		t.Errorf("after Enter: done %v, covered %v", done, d.covered())
	}
	d.askTitle()
	d.over.take()
	d.workspace.Undo()
	d.newDesign()
	d.settled(t, o)
	if d.covered() || len(d.workspace.Document().Answers) != 0 {
		t.Error("a saved design is asked about")
	}
}

func TestDesktop_KeepsTheKeyboardInSight(t *testing.T) {
	d, _ := desk(t, lang.English)
	for _, s := range d.base.Sections {
		d.open[s.ID] = true
	}
	d.build()
	scroll := d.interview.Object().(*container.Scroll)
	d.interview.Focus("team_skill")
	scroll.ScrollToTop()
	focused, ok := d.window.Canvas().Focused().(fyne.CanvasObject)
	if !ok {
		t.Fatal("nothing is focused")
	}
	d.follow()
	at := d.app.Driver().AbsolutePositionForObject(focused)
	panel := d.app.Driver().AbsolutePositionForObject(scroll)
	if at.Y < panel.Y || at.Y+focused.Size().Height > panel.Y+scroll.Size().Height {
		t.Errorf("focused at %v, the panel is at %v with a height of %v", at, panel, scroll.Size().Height)
	}
	at0 := scroll.Offset
	scroll.ScrollToTop()
	d.follow() // a person may scroll away
	if scroll.Offset == at0 {
		t.Error("the panel cannot be scrolled away from the keyboard")
	}
}
