package desktop

import (
	"bytes"
	"strings"
	"testing"

	"alarife/internal/export"
	"alarife/internal/lang"
	"alarife/internal/testkit"

	"fyne.io/fyne/v2"
)

// planShown waits for the plan of the present study.
func (d *Desktop) planShown(t *testing.T, o testkit.Owner) {
	t.Helper()
	d.settled(t, o)
	o.Until(t, "the plan", func() bool {
		return d.planned.study == d.workspace.Study() && !contains(d.shownTexts(), d.tell.Say("desktop.exploring"))
	})
}

func TestDesktop_ShowsThePlanThatTheCommandLineWrites(t *testing.T) {
	for _, l := range lang.All() {
		d, o := desk(t, l)
		d.setRate(&export.Rate{Currency: "EUR", PerUSD: 0.92})
		d.showTab(tabPlan)
		d.planShown(t, o)
		var text bytes.Buffer
		e := export.Export{Run: d.workspace.Study().Run, Lang: l, Rate: d.money().Rate}
		if err := e.PlanReport("").Text(&text); err != nil {
			t.Fatal(err)
		}
		shown := d.shownTexts()
		for _, line := range strings.Split(text.String(), "\n")[2:20] {
			if line != "" && !strings.HasPrefix(line, "--") && !contains(shown, line) {
				t.Errorf("%s: the plan does not show %q", l, line)
			}
		}
		if size := d.window.Content().MinSize(); size.Width > 1280 || size.Height > 780 {
			t.Errorf("%s: the window needs %v", l, size)
		}
		if contains(shown, d.tell.Say("desktop.decisions")) {
			t.Errorf("%s: the reasons take the room of the plan", l)
		}
		d.workspace.Pin("inference-mode", "batch-transform")
		d.planShown(t, o)
		d.reveal("findings")
		if d.tab != tabPicture || !contains(d.shownTexts(), d.tell.Say("desktop.decisions")) {
			t.Errorf("%s: the reasons stay hidden", l)
		}
	}
}

func TestDesktop_TabsAreReachedByKeys(t *testing.T) {
	d, _ := desk(t, lang.English)
	d.menu.plan.Action()
	if d.tab != tabPlan || !d.menu.plan.Checked || d.window.Canvas().Focused() != d.plan.Focus() {
		t.Error("the plan is not shown")
	}
	d.menu.list.Action()
	if d.tab != tabOutline || d.menu.plan.Checked || !d.menu.list.Checked {
		t.Error("the outline is not shown")
	}
	d.menu.list.Action()
	if d.tab != tabPicture || d.window.Canvas().Focused() != fyne.Focusable(d.picture) {
		t.Error("the picture does not come back")
	}
}
