package desktop

import (
	"image"
	"image/color"
	"testing"

	"alarife/internal/lang"
	"alarife/internal/workload"

	"fyne.io/fyne/v2"
)

// TestDesktop_PaintsEveryRoom looks at the pixels: what a room holds is one
// thing, that it is painted another.
func TestDesktop_PaintsEveryRoom(t *testing.T) {
	d, o := desk(t, lang.Spanish)
	steps := []struct {
		name string
		do   func()
	}{
		{"first case", func() {}},
		{"answer", func() { d.workspace.Answer("requests_per_second", workload.Value{Number: 20}) }},
		{"decision", func() { d.openDecision("inference-mode") }},
		{"component", func() { d.selectComponent(d.workspace.Study().Architecture.Components[2].ID) }},
		{"list of decisions", func() { d.openDecision("") }},
		{"other language", func() { d.setLang(lang.English) }},
		{"other case", func() { d.openCase(d.base.Scenarios[len(d.base.Scenarios)-1]) }},
		{"new design", d.newDesign},
	}
	for _, s := range steps {
		s.do()
		d.settled(t, o)
		shot := d.window.Canvas().Capture()
		for name, room := range map[string]fyne.CanvasObject{"interview": d.interview.Object(), "picture": d.picture, "reasons": d.reasons.Object()} {
			if ink := inked(shot, d.window.Canvas(), room); ink < 0.04 { // a blank room still has its scroll bar and edges
				t.Errorf("%s: the %s are blank: %.2f %% painted", s.name, name, 100*ink)
			}
		}
	}
}

// inked is the share of the pixels of a room that differ from its most common
// colour.
func inked(shot image.Image, c fyne.Canvas, room fyne.CanvasObject) float64 {
	at, size := fyne.CurrentApp().Driver().AbsolutePositionForObject(room), room.Size()
	x, y := c.PixelCoordinateForPosition(at)
	right, bottom := c.PixelCoordinateForPosition(at.AddXY(size.Width, size.Height))
	counts, all, most := map[color.Color]int{}, 0, 0
	for py := y; py < bottom; py++ {
		for px := x; px < right; px++ {
			pixel := shot.At(px, py)
			counts[pixel]++
			most = max(most, counts[pixel])
			all++
		}
	}
	if all == 0 {
		return 0
	}
	return 1 - float64(most)/float64(all)
}
