package planview

import (
	"strings"
	"testing"

	"alarife/internal/advisor"
	"alarife/internal/export/report"
	"alarife/internal/lang"
	"alarife/internal/testkit/builtin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func sample() *report.Report {
	r := report.New()
	r.Heading(1, "A plan")
	r.Line("a line")
	for _, part := range []string{"First", "Second", "Third"} {
		r.Heading(2, part)
		for range 40 {
			r.Item(0, "an item")
		}
		r.Table(1, [][]string{{"Way", strings.Repeat("wide ", 40)}, {"-", "1"}})
	}
	return r
}

func TestLines_KnowHeadingsAndTables(t *testing.T) {
	got := Lines("Title\n=====\n\na\n\nPart\n----\n\n  Way  USD\n  -      1\n\n--\n\n- one that\n  goes on\n\n  - deeper\n")
	want := []Line{{Text: "Title", Heading: true}, {}, {Text: "a"}, {}, {Text: "Part", Heading: true, Part: true}, {}, {Text: "  Way  USD", Table: true}, {Text: "  -      1", Table: true}, {}, {Text: "--"}, {}, {Text: "- one that"}, {Text: "  goes on"}, {}, {Text: "  - deeper"}}
	if len(got) != len(want) {
		t.Fatalf("%d lines, want %d: %+v", len(got), len(want), got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("line %d: %+v, want %+v", i, got[i], want[i])
		}
	}
}

func TestView_IsReadByKeyboard(t *testing.T) {
	test.NewTempApp(t)
	v := New(advisor.Teller{Messages: builtin.Texts(), Lang: lang.English})
	w := test.NewTempWindow(t, v.Object())
	w.Resize(fyne.NewSize(500, 300))
	v.Show(sample())
	if len(v.parts.Options) != 3 || v.busy.Text != "" {
		t.Fatalf("parts: %q", v.parts.Options)
	}
	w.Canvas().Focus(v.Focus())
	press := func(k fyne.KeyName) { v.list.TypedKey(&fyne.KeyEvent{Name: k}) }
	press(fyne.KeyPageDown)
	if v.list.GetScrollOffset() == 0 {
		t.Error("Page Down stays")
	}
	press(fyne.KeyRight)
	if v.across.Offset.X == 0 {
		t.Error("the arrow does not go sideways")
	}
	press(fyne.KeyLeft)
	press(fyne.KeyLeft)
	press(fyne.KeyPageUp)
	if v.across.Offset.X != 0 || v.list.GetScrollOffset() != 0 {
		t.Errorf("not back: %v, %v", v.across.Offset, v.list.GetScrollOffset())
	}
	press(fyne.KeyEnd)
	end := v.list.GetScrollOffset()
	v.parts.SetSelectedIndex(1)
	second := v.list.GetScrollOffset()
	v.parts.SetSelectedIndex(0)
	if first := v.list.GetScrollOffset(); !(first < second && second < end) {
		t.Errorf("parts lie at %v and %v of %v", first, second, end)
	}
	press(fyne.KeyHome)
	if v.list.GetScrollOffset() != 0 {
		t.Error("Home does not go up")
	}
}
