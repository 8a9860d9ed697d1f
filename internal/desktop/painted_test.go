package desktop

import (
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
		for name, room := range map[string]fyne.CanvasObject{"interview": d.interview.Object(), "picture": d.picture, "reasons": d.reasons.Object()} {
			o.Until(t, s.name+": the "+name+" painted", func() bool { return inked(d.window.Canvas(), room) > edges })
		}
	}
}

// edges is the share of a blank room that its scroll bar and its edges take at
// most.
const edges = 0.04

// inked is the share of the pixels of a room that differ from its most common
// colour.
func inked(c fyne.Canvas, room fyne.CanvasObject) float64 {
	shot := c.Capture()
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
