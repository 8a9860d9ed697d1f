package kit

import (
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

func plain() *Number {
	return NewNumber(
		func(s string) (float64, error) {
			v, err := strconv.ParseFloat(s, 64)
			if err != nil || v < 0 {
				return 0, errors.New("not from 0 on")
			}
			return v, nil
		},
		func(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) },
	)
}

func TestNumber_CountsWhenEntered(t *testing.T) {
	test.NewTempApp(t)
	n := plain()
	w := test.NewTempWindow(t, n)
	var got []float64
	n.OnNumber = func(v float64) { got = append(got, v) }
	n.Put(5)
	w.Canvas().Focus(n)
	n.SetText("")
	test.Type(n, "42")
	n.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if len(got) != 1 || got[0] != 42 {
		t.Fatalf("on Enter: %v", got)
	}
	n.SetText("-1")
	w.Canvas().Unfocus()
	if len(got) != 1 || n.Text != "42" {
		t.Errorf("left with what does not fit: %v, %q", got, n.Text)
	}
	w.Canvas().Focus(n)
	n.SetText("43")
	n.Put(42) // the same value is shown anew while a person types
	if n.Text != "43" {
		t.Errorf("typing was lost: %q", n.Text)
	}
	w.Canvas().Unfocus()
	if len(got) != 2 || got[1] != 43 {
		t.Errorf("on leaving: %v", got)
	}
}

func TestPress_PressesByMouseAndKeys(t *testing.T) {
	test.NewTempApp(t)
	count := 0
	p := NewPress(widget.NewLabel("x"), func() { count++ })
	w := test.NewTempWindow(t, p)
	test.Tap(p)
	w.Canvas().Focus(p)
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace, fyne.KeyA} {
		p.TypedKey(&fyne.KeyEvent{Name: key})
	}
	if count != 4 || !p.focused {
		t.Errorf("pressed %d times, focused %v", count, p.focused)
	}
}

func TestFold_BuildsItsContentOnce(t *testing.T) {
	test.NewTempApp(t)
	built, told := 0, 0
	f := NewFold("x", func() fyne.CanvasObject { built++; return widget.NewLabel("inside") })
	f.OnToggled = func(bool) { told++ }
	test.NewTempWindow(t, f)
	closed := f.MinSize()
	test.Tap(f.head)
	if built != 1 || !f.IsOpen() || f.MinSize().Height <= closed.Height {
		t.Errorf("opened: built %d, open %v", built, f.IsOpen())
	}
	test.Tap(f.head)
	f.SetOpen(true)
	if built != 1 || told != 2 {
		t.Errorf("built %d times, told %d times", built, told)
	}
}

func TestPathDialog_FindsAndNamesFiles(t *testing.T) {
	test.NewTempApp(t)
	w := test.NewTempWindow(t, widget.NewLabel("x"))
	w.Resize(fyne.NewSize(900, 700))
	folder := t.TempDir()
	for _, name := range []string{"b.yaml", "a.txt", ".hidden.yaml", "sub/c.yaml"} {
		path := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var got []string
	ask := func() *PathDialog {
		return AskPath(w, PathTexts{}, filepath.Join(folder, "new.yaml"), []string{".yaml"}, func(p string) { got = append(got, p) })
	}
	p := ask()
	want := []string{parent, "sub" + string(filepath.Separator), "b.yaml"}
	if len(p.names) != len(want) || p.names[1] != want[1] || p.names[2] != want[2] {
		t.Fatalf("listed %q, want %q", p.names, want)
	}
	p.pick(1)
	if p.entry.Text != filepath.Join(folder, "sub", "new.yaml") {
		t.Errorf("in the folder: %q", p.entry.Text)
	}
	p.pick(1)
	p.take()
	p = ask()
	p.entry.SetText("x.yaml")
	p.take()
	p = ask()
	p.entry.SetText(folder)
	p.take() // a folder is visited
	p.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if len(got) != 2 || got[0] != filepath.Join(folder, "sub", "c.yaml") || got[1] != filepath.Join(folder, "x.yaml") {
		t.Errorf("got %q", got)
	}
}
