package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// heard takes note of the keys that widgets pass on.
type heard struct {
	keys  []fyne.KeyName
	runes string
}

func (h *heard) TypedKey(e *fyne.KeyEvent) { h.keys = append(h.keys, e.Name) }
func (h *heard) TypedRune(r rune)          { h.runes += string(r) }

func press(w fyne.Focusable, keys ...fyne.KeyName) {
	for _, k := range keys {
		w.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func TestWidgets_PassOnTheKeysTheyHaveNoUseFor(t *testing.T) {
	test.NewTempApp(t)
	h, pressed, picked, done := &heard{}, 0, -1, 0
	button := NewButton("b", nil, h, func() { pressed++ })
	press(button, fyne.KeyReturn, fyne.KeySpace, fyne.KeyEscape)
	button.Disable()
	press(button, fyne.KeyReturn)
	option := NewOption("1", "o", false, h)
	option.OnTapped = func() { pressed++ }
	press(option, fyne.KeySpace, fyne.KeyReturn)
	option.TypedRune('2')
	pick := NewSelect([]string{"x", "y", "z"}, h)
	pick.OnPicked = func(i int) { picked = i }
	pick.Put(0)
	if picked != -1 {
		t.Error("what is shown is told as picked")
	}
	pick.TypedRune('c')
	pick.TypedRune('f') // no option of that letter
	press(pick, fyne.KeyReturn)
	line, text := NewWriting(1, h), NewWriting(4, h)
	test.NewTempWindow(t, container.NewVBox(line, text))
	line.OnDone, text.OnDone = func() { done++ }, func() { done++ }
	press(line, fyne.KeyReturn, fyne.KeyPageDown, fyne.KeyEscape)
	text.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierControl})
	if pressed != 3 || picked != 2 || done != 2 || h.runes != "2f" {
		t.Errorf("pressed %d, picked %d, done %d, runes %q", pressed, picked, done, h.runes)
	}
	if got := len(h.keys); got != 5 {
		t.Errorf("passed on %v", h.keys)
	}
}

func TestOption_TellsItsStandingBySignAndWord(t *testing.T) {
	test.NewTempApp(t)
	o := NewOption("1", "text", true, nil)
	test.NewTempWindow(t, o)
	seen := map[string]Standing{}
	for _, s := range []Standing{Free, Taken, Right, Wrong} {
		o.Stand(s, "word")
		name := o.icon.Resource.Name()
		if old, twice := seen[name]; twice {
			t.Errorf("%v looks like %v: %s", s, old, name)
		}
		seen[name] = s
		if o.Standing() != s || o.word.Text != "word" || o.word.Hidden {
			t.Errorf("standing %v, word %q", o.Standing(), o.word.Text)
		}
	}
	o.Stand(Spared, "")
	if !o.word.Hidden {
		t.Error("no word takes room")
	}
}

func TestCharts_ShowValuesAndSayThemAsText(t *testing.T) {
	test.NewTempApp(t)
	points := []Point{{Label: "one", Value: 1, Text: "100 %"}, {Label: "half", Value: 0.5, Text: "50 %"}, {Label: "none", Text: "–", None: true}}
	bars, columns, course := NewBars(points, 1), NewColumns(points, 1), NewCourse(points, 1)
	w := test.NewTempWindow(t, container.NewVBox(bars, columns, course))
	w.Resize(fyne.NewSize(600, 500))
	long, short := widths(t, bars)
	if long <= short || short == 0 {
		t.Errorf("bars of %v and %v", long, short)
	}
	lines, circles := 0, 0
	for _, o := range test.WidgetRenderer(course).Objects() {
		switch o := o.(type) {
		case *canvas.Line:
			if o.Visible() {
				lines++
			}
		case *canvas.Circle:
			if o.Visible() {
				circles++
			}
		}
	}
	if lines != 2 || circles != 2 { // the ground, and one between two points
		t.Errorf("a course of %d lines and %d points", lines, circles)
	}
	var said []string
	for _, o := range Listed(points).Objects {
		said = append(said, o.(*widget.Label).Text)
	}
	if got := strings.Join(said, "|"); got != "one: 100 %|half: 50 %|none: –" {
		t.Errorf("as text: %q", got)
	}
	NewColumns(nil, 1).Resize(fyne.NewSize(100, 100)) // nothing to draw
}

// widths are those of the first two bars.
func widths(t *testing.T, b *Bars) (first, second float32) {
	t.Helper()
	r := test.WidgetRenderer(b).(*barsRenderer)
	return r.rows[0].bar.Size().Width, r.rows[1].bar.Size().Width
}

func TestSteps_GoWhereTheyArePressed(t *testing.T) {
	test.NewTempApp(t)
	s := NewSteps(make([]Step, 30), 0)
	w := test.NewTempWindow(t, container.NewWithoutLayout(s))
	w.Resize(fyne.NewSize(400, 300))
	s.Resize(fyne.NewSize(10*(stepSize+stepGap), 100))
	at := -1
	s.OnStep = func(i int) { at = i }
	test.TapAt(s, fyne.NewPos(2*(stepSize+stepGap)+5, stepSize+stepGap+5))
	if at != 12 {
		t.Errorf("went to %d", at)
	}
	test.TapAt(s, fyne.NewPos(5, 5*(stepSize+stepGap)))
	if at != 12 {
		t.Errorf("went to %d where there is none", at)
	}
	s.Put([]Step{{Done: true, Flagged: true}}, 3)
	if !s.steps[0].Done || s.at != 3 {
		t.Errorf("shows %+v at %d", s.steps[0], s.at)
	}
}

func TestUpright_FindsItsLinesWhenItsWidthChanges(t *testing.T) {
	test.NewTempApp(t)
	scroll := container.NewVScroll(Tight(Body(strings.Repeat("many words ", 60))))
	w := test.NewTempWindow(t, Upright(scroll))
	for _, width := range []float32{800, 200, 500} {
		w.Resize(fyne.NewSize(width, 100))
		if have, need := scroll.Content.Size().Height, scroll.Content.MinSize().Height; have < need {
			t.Errorf("at %v there is room for %v of %v", width, have, need)
		}
	}
}
