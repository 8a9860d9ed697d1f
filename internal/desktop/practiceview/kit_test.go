package practiceview

import (
	"io"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"alarife/internal/advisor"
	"alarife/internal/desktop/kit"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/paint"
	"alarife/internal/practice"
	"alarife/internal/run"
	"alarife/internal/testkit"
	"alarife/internal/testkit/builtin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

var runner = sync.OnceValue(func() *run.Runner { return run.New(builtin.Base(), builtin.Texts()) })

var painter = sync.OnceValue(paint.New)

// bench is a view in a window without a screen, with all that it asks for.
type bench struct {
	*View
	owner  testkit.Owner
	window fyne.Window
	path   string // of the history
	now    time.Time

	left     bool
	designed *practice.Exercise
	faults   []error
	asked    []string
	exported string
}

// sized is a theme with the sizes of the window's own.
type sized struct{ fyne.Theme }

func (s sized) Size(name fyne.ThemeSizeName) float32 {
	own := map[fyne.ThemeSizeName]float32{
		theme.SizeNameText: 13, theme.SizeNamePadding: 3, theme.SizeNameInnerPadding: 6, theme.SizeNameInlineIcon: 17,
		kit.SizeTitle: 17, kit.SizeNote: 11.5, kit.SizeRead: 14.5,
	}
	if size, ok := own[name]; ok {
		return size
	}
	return s.Theme.Size(name)
}

// width and height of the window below its menu.
const width, height = 1280, 765

func newBench(t *testing.T, l lang.Lang) *bench {
	t.Helper()
	return benchAt(t, l, filepath.Join(t.TempDir(), "practice.db"))
}

func benchAt(t *testing.T, l lang.Lang, path string) *bench {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(sized{theme.DefaultTheme()})
	b := &bench{owner: testkit.NewOwner(), path: path, now: time.Date(2026, 11, 24, 10, 0, 0, 0, time.UTC)}
	b.View = New(Options{
		Runner: runner(), Tell: advisor.Teller{Messages: runner().Texts, Lang: l}, Do: b.owner.Do,
		Now: func() time.Time { return b.now }, Place: func() (string, error) { return b.path, nil },
		Keep: app.Preferences(), Painter: painter(), Palette: paint.Light,
		Intents: Intents{
			OnLeave:  func() { b.left = true },
			OnDesign: func(x *practice.Exercise) { b.designed = x },
			OnFault:  func(err error) { b.faults = append(b.faults, err) },
			OnAsk:    func(question, _ string, action func()) { b.asked = append(b.asked, question); action() },
			OnExport: func(_ string, write func(io.Writer) error) {
				var out strings.Builder
				if err := write(&out); err != nil {
					t.Error(err)
				}
				b.exported = out.String()
			},
			OnFocus: func(f fyne.Focusable) {
				if b.window == nil {
					return
				}
				if f == nil {
					b.window.Canvas().Unfocus()
					return
				}
				b.window.Canvas().Focus(f)
			},
			OnTitle: func(string) {},
		},
	})
	b.window = test.NewTempWindow(t, b.Object())
	b.window.Resize(fyne.NewSize(width, height))
	t.Cleanup(b.Close)
	return b
}

// opened is a bench whose start page knows all.
func opened(t *testing.T, l lang.Lang) *bench {
	t.Helper()
	b := newBench(t, l)
	b.Open()
	b.known(t)
	return b
}

// known waits until the start page knows what it tells.
func (b *bench) known(t *testing.T) {
	t.Helper()
	b.owner.Until(t, "the start page", func() bool { return b.home != nil })
}

// drilling begins a drill of a kind.
func drilling(t *testing.T, l lang.Lang, kind knowledge.ItemKind, count int) *bench {
	t.Helper()
	b := opened(t, l)
	b.wishes.Kind, b.wishes.Count = kind, count
	b.startDrill()
	b.sat(t)
	return b
}

// examined begins an exam with a limit.
func examined(t *testing.T, count, minutes int) *bench {
	t.Helper()
	b := opened(t, lang.English)
	b.wishes.ExamCount, b.wishes.ExamMinutes = count, minutes
	b.startExam()
	b.sat(t)
	return b
}

// sat waits until an exercise is shown.
func (b *bench) sat(t *testing.T) {
	t.Helper()
	b.owner.Until(t, "an exercise", func() bool { _, ok := b.pane.(*asked); return ok && !b.working })
	if len(b.faults) > 0 {
		t.Fatal(b.faults[0])
	}
}

// done waits until all that was begun is done.
func (b *bench) done(t *testing.T) {
	t.Helper()
	finished := false
	b.work(func(*room) error { return nil }, func(error) { finished = true })
	b.owner.Until(t, "the work", func() bool { return finished })
}

// exercise is the one that is shown.
func (b *bench) exercise() *asked { return b.pane.(*asked) }

// press types a key where nothing has the keyboard.
func (b *bench) press(keys ...fyne.KeyName) {
	for _, k := range keys {
		b.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

// texts lists what can be read.
func (b *bench) texts() []string {
	var texts []string
	for _, o := range test.LaidOutObjects(b.window.Content()) {
		if t, ok := o.(*canvas.Text); ok && t.Visible() && strings.TrimSpace(t.Text) != "" {
			texts = append(texts, t.Text)
		}
	}
	return texts
}

func (b *bench) shows(part string) bool { return strings.Contains(strings.Join(b.texts(), "\n"), part) }
