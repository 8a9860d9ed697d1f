package outline

import (
	"strings"
	"testing"

	"alarife/internal/advisor"
	"alarife/internal/design"
	"alarife/internal/lang"
	"alarife/internal/run"
	"alarife/internal/testkit/builtin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestLines_EqualThePicture(t *testing.T) {
	b := builtin.Base()
	for _, s := range b.Scenarios {
		d, err := design.FromScenario(s, b)
		if err != nil {
			t.Fatal(err)
		}
		a := run.New(b, builtin.Texts()).Quick(run.Brief{Case: d.Case()}).Architecture
		for _, l := range lang.All() {
			tell := advisor.Teller{Messages: builtin.Texts(), Lang: l}
			lines := Lines(tell, a, nil)
			if want := len(a.Components) + len(a.Boundaries) + len(a.Flows) + 1; len(lines) != want {
				t.Errorf("%s: %d lines, want %d", s.ID, len(lines), want)
			}
			all := ""
			for _, line := range lines {
				all += line.Text + "\n"
			}
			for _, c := range a.Components {
				if !strings.Contains(all, tell.In(c.Short)) {
					t.Errorf("%s: %s is missing", s.ID, c.ID)
				}
			}
			for _, f := range a.Flows {
				if !strings.Contains(all, tell.In(f.Text)) {
					t.Errorf("%s: the text of %s is missing", s.ID, f.ID)
				}
			}
		}
	}
}

func TestView_SelectsByKeyboard(t *testing.T) {
	test.NewTempApp(t)
	v := New(advisor.Teller{})
	w := test.NewTempWindow(t, v.Object())
	w.Resize(fyne.NewSize(400, 300))
	v.lines = []Line{{Text: "box", Heading: true}, {Text: "one", Component: "one"}, {Text: "one to two", Component: "one", again: true}}
	v.list.Refresh()
	var got []string
	v.OnSelect = func(id string) { got = append(got, id) }
	w.Canvas().Focus(v.Focus())
	v.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	v.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if len(got) != 1 || got[0] != "one" {
		t.Errorf("selected %q", got)
	}
	v.Select("one")
	v.Select("")
	if len(got) != 1 {
		t.Errorf("showing a selection told of it: %q", got)
	}
}
