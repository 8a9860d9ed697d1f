package design_test

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"alarife/assets"
	"alarife/catalog"
	"alarife/internal/design"
	"alarife/internal/diagram"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/run"
	"alarife/internal/testkit"
	"alarife/internal/workload"
)

// loaded is the built-in catalog, read once.
var loaded = sync.OnceValues(func() (*knowledge.Base, error) { return knowledge.Load(catalog.Files) })

func bundled(t *testing.T) *knowledge.Base {
	t.Helper()
	b, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// slow makes empty studies, each only when the gate opens.
type slow struct{ gate chan struct{} }

func (s slow) Make(d *design.Document, l lang.Lang, before *design.Study, _ diagram.Point) *design.Study {
	<-s.gate
	return &design.Study{Document: d, Lang: l}
}

func (s slow) Explore(st *design.Study) *design.Study {
	out := *st
	out.Explored = true
	return &out
}

func open() slow {
	s := slow{make(chan struct{})}
	close(s.gate)
	return s
}

func fresh(t *testing.T, b *knowledge.Base, m design.Maker, folder string) (*design.Workspace, testkit.Owner) {
	o := testkit.NewOwner()
	w := design.NewWorkspace(b, m, lang.English, folder, o.Do)
	t.Cleanup(w.Close)
	return w, o
}

func number(v float64) workload.Value { return workload.Value{Number: v} }

func TestWorkspace_UndoesAndRedoesStepByStep(t *testing.T) {
	w, _ := fresh(t, bundled(t), open(), "")
	w.Answer("latency_ms", number(50))
	w.Pin("inference-mode", "serverless")
	w.SetEra(knowledge.Guide)
	w.Undo()
	if w.Document().Era != knowledge.Today || len(w.Document().Pins) != 1 {
		t.Errorf("after one undo: %+v", w.Document())
	}
	w.Undo()
	w.Undo()
	if w.CanUndo() || len(w.Document().Answers) != 0 || w.Unsaved() {
		t.Errorf("after all undone: %+v, unsaved %v", w.Document(), w.Unsaved())
	}
	w.Undo() // nothing happens
	w.Redo()
	w.Redo()
	w.Redo()
	if w.CanRedo() || w.Document().Era != knowledge.Guide {
		t.Errorf("after all redone: %+v", w.Document())
	}
	w.Undo()
	w.Answer("latency_ms", number(70))
	if w.CanRedo() {
		t.Error("a new change leaves something to redo")
	}
}

func TestWorkspace_TakesQuickChangesOfOneFactAsOneStep(t *testing.T) {
	w, _ := fresh(t, bundled(t), open(), "")
	for _, v := range []float64{1, 15, 150} {
		w.Answer("latency_ms", number(v))
	}
	w.Answer("payload_mb", number(2))
	w.Undo()
	if got := w.Document().Answers["latency_ms"].Number; got != 150 {
		t.Errorf("latency after one undo: %v, want 150", got)
	}
	w.Undo()
	if _, answered := w.Document().Answers["latency_ms"]; answered {
		t.Error("the second undo did not take all of the typing back")
	}
}

func TestWorkspace_IgnoresWhatChangesNothing(t *testing.T) {
	w, _ := fresh(t, bundled(t), open(), "")
	w.Answer("latency_ms", number(50))
	d := w.Document()
	w.Answer("latency_ms", number(50))
	w.Answer("no_such_fact", number(1))
	w.Clear("payload_mb")
	w.Unpin("inference-mode")
	if w.Document() != d {
		t.Error("the document was replaced")
	}
}

func TestWorkspace_DropsStaleStudies(t *testing.T) {
	m := slow{make(chan struct{})}
	w, o := fresh(t, bundled(t), m, "")
	var shown []*design.Document
	w.OnStudy = func() { shown = append(shown, w.Study().Document) }
	w.Answer("latency_ms", number(1))
	w.Answer("payload_mb", number(2))
	w.Answer("model_gb", number(3))
	close(m.gate)
	o.Until(t, "the explored study", func() bool { return w.Study() != nil && w.Study().Explored })
	for _, d := range shown {
		if d != w.Document() {
			t.Errorf("a stale study was shown: %+v", d.Answers)
		}
	}
	if len(shown) != 2 {
		t.Errorf("%d studies shown, want the quick and the explored one", len(shown))
	}
}

func TestWorkspace_MakesRealStudies(t *testing.T) {
	b := bundled(t)
	texts, err := lang.LoadMessages(assets.Translations())
	if err != nil {
		t.Fatal(err)
	}
	w, o := fresh(t, b, design.NewMaker(run.New(b, texts)), "")
	d, err := design.FromScenario(b.Scenarios[0], b)
	if err != nil {
		t.Fatal(err)
	}
	w.Start(d, "")
	o.Until(t, "the explored study", func() bool { return w.Study() != nil && w.Study().Explored })
	s := w.Study()
	if s.Err != nil || s.Scene == nil || len(s.Scene.Nodes) == 0 || len(s.Recommendation.Alternatives) == 0 {
		t.Errorf("study: error %v, scene %v, %d alternatives", s.Err, s.Scene != nil, len(s.Recommendation.Alternatives))
	}
}

func TestWorkspace_SavesAndKnowsWhatIsUnsaved(t *testing.T) {
	b := bundled(t)
	w, _ := fresh(t, b, open(), "")
	path := filepath.Join(t.TempDir(), "a.yaml")
	w.Answer("latency_ms", number(50))
	if !w.Unsaved() {
		t.Error("a change counts as saved")
	}
	if err := w.Save(path); err != nil {
		t.Fatal(err)
	}
	w.Answer("latency_ms", number(60))
	w.Undo()
	if w.Unsaved() || w.Path() != path {
		t.Errorf("back at what is saved: unsaved %v, path %q", w.Unsaved(), w.Path())
	}
	if err := w.Open(path); err != nil {
		t.Fatal(err)
	}
	if got := w.Document().Answers["latency_ms"].Number; got != 50 || w.CanUndo() {
		t.Errorf("opened: latency %v, can undo %v", got, w.CanUndo())
	}
	if err := w.Save(t.TempDir()); err == nil {
		t.Error("a folder was written over")
	}
	if err := w.Open(filepath.Join(t.TempDir(), "none.yaml")); err == nil || w.Path() != path {
		t.Errorf("a missing file: error %v, path %q", err, w.Path())
	}
}

func TestWorkspace_NeverWritesOverAScenario(t *testing.T) {
	b := bundled(t)
	data, err := catalog.Files.ReadFile("scenarios/" + b.Scenarios[0].ID + ".yaml")
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), b.Scenarios[0].ID+".yaml")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	w, _ := fresh(t, b, open(), "")
	if err := w.Open(path); err != nil {
		t.Fatal(err)
	}
	if w.Path() != "" {
		t.Errorf("the scenario's file is taken for the design's: %s", w.Path())
	}
}

// abandoned makes a file of unsaved work as a program leaves it that ended by
// accident.
func abandoned(t *testing.T, b *knowledge.Base, folder string) {
	t.Helper()
	w := design.NewWorkspace(b, open(), lang.English, folder, func(func()) {})
	if err := w.SetTitle(`Cards "today"`); err != nil {
		t.Fatal(err)
	}
	w.Answer("latency_ms", number(77))
	for range 200 {
		if files, _ := filepath.Glob(filepath.Join(folder, "unsaved-*.yaml")); len(files) == 1 {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Fatal("unsaved work was not kept")
}

func TestWorkspace_RecoversUnsavedWorkAfterAnAccident(t *testing.T) {
	b, folder := bundled(t), filepath.Join(t.TempDir(), "unsaved")
	abandoned(t, b, folder)
	lost := design.FindLost(folder)
	if len(lost) != 1 || lost[0].Title != `Cards "today"` || lost[0].Path != "" {
		t.Fatalf("lost: %+v", lost)
	}
	w, _ := fresh(t, b, open(), folder)
	if err := w.Recover(lost[0]); err != nil {
		t.Fatal(err)
	}
	if got := w.Document().Answers["latency_ms"].Number; got != 77 || !w.Unsaved() {
		t.Errorf("recovered: latency %v, unsaved %v", got, w.Unsaved())
	}
	if left := design.FindLost(folder); len(left) != 0 {
		t.Errorf("still offered after recovery: %+v", left)
	}
}

func TestWorkspace_ForgetsUnsavedWorkOnceSavedAndClosed(t *testing.T) {
	b, folder := bundled(t), t.TempDir()
	w, _ := fresh(t, b, open(), folder)
	w.Answer("latency_ms", number(50))
	time.Sleep(time.Second)
	if files, _ := os.ReadDir(folder); len(files) != 1 {
		t.Errorf("%d files of unsaved work, want 1", len(files))
	}
	if err := w.Save(filepath.Join(t.TempDir(), "a.yaml")); err != nil {
		t.Fatal(err)
	}
	if files, _ := os.ReadDir(folder); len(files) != 0 {
		t.Errorf("left after saving: %v", files)
	}
}

func TestFindLost_LeavesRunningProgramsAlone(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"unsaved-1-1.yaml", "unsaved-x-1.yaml", "other.yaml"} { // process 1 runs as long as the system
		if err := os.WriteFile(filepath.Join(folder, name), []byte("alarife: 1\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if lost := design.FindLost(folder); len(lost) != 0 {
		t.Errorf("lost: %+v", lost)
	}
	if lost := design.FindLost(""); len(lost) != 0 {
		t.Errorf("without a folder: %+v", lost)
	}
}

func TestWorkspace_RefusesTitlesThatDoNotFit(t *testing.T) {
	w, _ := fresh(t, bundled(t), open(), "")
	for _, title := range []string{"two\nlines", strings.Repeat("x", design.MaxTitle+1)} {
		if w.SetTitle(title) == nil {
			t.Errorf("accepted: %.20q", title)
		}
	}
	if w.Unsaved() {
		t.Error("a refused title changed the document")
	}
}
