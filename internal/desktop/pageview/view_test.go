package pageview

import (
	"strings"
	"testing"

	"alarife/internal/advisor"
	"alarife/internal/export/page"
	"alarife/internal/lang"
	"alarife/internal/testkit/builtin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

func shown(t *testing.T, r page.Ref) *View {
	t.Helper()
	test.NewTempApp(t)
	v := New(builtin.Base(), advisor.Teller{Messages: builtin.Texts(), Lang: lang.Spanish})
	w := test.NewTempWindow(t, v.Object())
	w.Resize(fyne.NewSize(1000, 600))
	v.Start(r)
	return v
}

// link finds a link of the page to a thing of a kind.
func (v *View) link(kind page.Kind) *widget.HyperlinkSegment {
	for _, o := range test.LaidOutObjects(v.scroll.Content) {
		text, ok := o.(*widget.RichText)
		if !ok {
			continue
		}
		for _, s := range text.Segments {
			l, ok := s.(*widget.HyperlinkSegment)
			if !ok || l.OnTapped == nil {
				continue
			}
			before := len(v.trail)
			l.OnTapped()
			found := len(v.trail) > before && v.trail[len(v.trail)-1].Kind == kind
			v.Start(v.trail[:before]...)
			if found {
				return l
			}
		}
	}
	return nil
}

func TestView_FollowsLinksAndFindsBack(t *testing.T) {
	first := page.Ref{Kind: page.Decisions, ID: "inference-mode"}
	v := shown(t, first)
	left := false
	v.OnLeave = func() { left = true }
	l := v.link(page.Services)
	if l == nil {
		t.Fatal("no link to a service")
	}
	l.OnTapped()
	if len(v.Trail()) != 2 || v.Trail()[1].Kind != page.Services {
		t.Fatalf("went to %v", v.Trail())
	}
	v.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if len(v.Trail()) != 1 || left {
		t.Errorf("back at %v", v.Trail())
	}
	v.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if !left {
		t.Error("there is no way out")
	}
	v.follow("../no/such-page.md")
	if len(v.Trail()) != 1 {
		t.Errorf("followed to %v", v.Trail())
	}
}

func TestView_IsReadByKeyboard(t *testing.T) {
	v := shown(t, page.Ref{Kind: page.Decisions, ID: "inference-mode"})
	press := func(k fyne.KeyName) float32 {
		v.TypedKey(&fyne.KeyEvent{Name: k})
		return v.scroll.Offset.Y
	}
	line, whole, end := press(fyne.KeyDown), press(fyne.KeyPageDown), press(fyne.KeyEnd)
	if !(0 < line && line < whole && whole < end) {
		t.Errorf("at %v, %v and %v", line, whole, end)
	}
	if press(fyne.KeyHome) != 0 {
		t.Error("Home does not go up")
	}
}

func TestView_EveryKindOfPageIsShown(t *testing.T) {
	v := shown(t, page.Ref{Kind: page.Decisions, ID: "inference-mode"})
	for _, k := range page.Kinds() {
		things := v.book.Things(k)
		v.Start(things[len(things)/2].Ref)
		if v.scroll.Content.MinSize().Height < 50 || v.scroll.Content.MinSize().Width > 1000 {
			t.Errorf("%s: %v", k, v.scroll.Content.MinSize())
		}
	}
	if strings.TrimSpace(v.back.Text) == "" || !v.Has(v.trail[0]) {
		t.Error("no way back")
	}
}
