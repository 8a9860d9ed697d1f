package design_test

import (
	"testing"

	"alarife/assets"
	"alarife/internal/design"
	"alarife/internal/lang"
	"alarife/internal/run"
)

// studied is a workspace over the built-in catalog that shows a scenario, and what
// waits until it is studied in full.
func studied(t *testing.T, scenario string) (*design.Workspace, func()) {
	t.Helper()
	b := bundled(t)
	texts, err := lang.LoadMessages(assets.Translations())
	if err != nil {
		t.Fatal(err)
	}
	w, o := fresh(t, b, design.NewMaker(run.New(b, texts)), "")
	settle := func() {
		t.Helper()
		o.Until(t, "the study", func() bool {
			s := w.Study()
			return s != nil && s.Explored && s.Document == w.Document()
		})
	}
	d, err := design.FromScenario(b.Scenario(scenario), b)
	if err != nil {
		t.Fatal(err)
	}
	w.Start(d, "")
	settle()
	return w, settle
}

func TestChanges_TellWhatCameAndWent(t *testing.T) {
	w, settle := studied(t, "fraud-detection")
	if w.Changes() != nil {
		t.Fatal("something changed before anything was done")
	}
	before := w.Study().Architecture
	w.Pin("inference-mode", "batch-transform")
	settle()
	c := w.Changes()
	if c == nil || len(c.New) == 0 || len(c.Gone) == 0 || c.Stayed+len(c.New) != len(w.Study().Architecture.Components) {
		t.Fatalf("after a pin: %+v", c)
	}
	if !c.IsNew(c.New[0].ID) || c.Stayed+len(c.Gone) != len(before.Components) {
		t.Errorf("the counts do not agree: %+v of %d", c, len(before.Components))
	}
	if err := w.SetTitle("another title"); err != nil {
		t.Fatal(err)
	}
	settle()
	if w.Changes() != c {
		t.Error("a title is taken for a change")
	}
	w.Undo() // the title
	w.Undo() // the pin
	settle()
	if back := w.Changes(); len(back.New) != len(c.Gone) || len(back.Gone) != len(c.New) {
		t.Errorf("after going back: %+v", back)
	}
	w.Start(w.Document().Clone(), "")
	settle()
	if w.Changes() != nil || w.Changes().IsNew("endpoint") {
		t.Error("another document keeps the marks")
	}
}

func TestCompare_KnowsComponentsAcrossZones(t *testing.T) {
	w, settle := studied(t, "sentiment-api")
	w.Answer("availability_zones", number(1))
	settle()
	w.Answer("availability_zones", number(2))
	settle()
	if c := w.Changes(); len(c.Gone) != 0 || len(c.New) == 0 {
		t.Errorf("a second zone: %d new, %d gone", len(c.New), len(c.Gone))
	}
}
