package desktop

import (
	"testing"

	"alarife/internal/desktop/outline"
	"alarife/internal/lang"
)

func TestDesktop_MarksWhatChanged(t *testing.T) {
	for _, l := range lang.All() {
		d, o := desk(t, l)
		if !contains(d.shownTexts(), d.tell.Say("desktop.changed.yet")) {
			t.Errorf("%s: nothing says where changes will stand", l)
		}
		d.workspace.Pin("inference-mode", "batch-transform")
		d.settled(t, o)
		c := d.workspace.Changes()
		if c == nil || len(c.New) == 0 || !d.picture.Marked(c.New[0].ID) {
			t.Fatalf("%s: new components are not marked: %+v", l, c)
		}
		if got := d.frame.changed.Text; got != outline.Told(d.tell, c) || got == outline.Summary(d.tell, c) {
			t.Errorf("%s: the line says %q", l, got)
		}
		d.showTab(tabOutline)
		if !contains(d.shownTexts(), outline.Summary(d.tell, c)) {
			t.Errorf("%s: the outline does not tell the change", l)
		}
		d.build() // as in another theme or language
		if !d.picture.Marked(c.New[0].ID) {
			t.Errorf("%s: the marks are gone without a change", l)
		}
	}
}
