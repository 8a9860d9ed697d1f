package diagramview

import (
	"image"
	"image/color"
	"math"
	"testing"

	"alarife/internal/diagram"
	"alarife/internal/paint"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// grid is a scene of three by two components, 100 pixels apart.
func grid() *diagram.Scene {
	s := &diagram.Scene{Size: diagram.Point{X: 300, Y: 200}}
	for i, id := range []string{"a", "b", "c", "d", "e", "f"} {
		x, y := float64(i%3)*100, float64(i/3)*100
		box := diagram.Rect{Min: diagram.Point{X: x + 20, Y: y + 20}, Max: diagram.Point{X: x + 80, Y: y + 80}}
		s.Nodes = append(s.Nodes, diagram.Node{ID: id, Origin: id, Bounds: box, IconBox: box})
	}
	return s
}

// shown is a view of 600 by 400 in a window, its pictures painted by step.
func shown(t *testing.T) (*View, func()) {
	t.Helper()
	test.NewTempApp(t)
	posted := make(chan func(), 100)
	v := New(paint.New(), paint.Light, func(f func()) { posted <- f })
	w := test.NewTempWindow(t, v)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(600, 400))
	paintNow := func() {
		for v.busy {
			(<-posted)()
		}
	}
	v.SetScene(grid())
	paintNow()
	return v, paintNow
}

func near(a, b float64) bool { return math.Abs(a-b) < 1e-3 }

func TestView_FitsThePictureIntoTheWindow(t *testing.T) {
	v, paintNow := shown(t)
	if !near(v.scale, fitMost) {
		t.Errorf("scale %v, want %v", v.scale, fitMost)
	}
	v.Resize(fyne.NewSize(150, 400))
	paintNow()
	if !near(v.scale, 0.5) || !near(v.from.X, 0) {
		t.Errorf("in a narrow window: scale %v, from %v", v.scale, v.from)
	}
}

func TestView_ZoomsAboutTheCursor(t *testing.T) {
	v, paintNow := shown(t)
	at := fyne.NewPos(123, 77)
	before := v.toScene(at)
	v.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: at}, Scrolled: fyne.NewDelta(0, 50)})
	after := v.toScene(at)
	if !near(before.X, after.X) || !near(before.Y, after.Y) || v.scale <= fitMost {
		t.Errorf("the point moved from %v to %v at scale %v", before, after, v.scale)
	}
	for range 200 {
		v.ZoomIn()
	}
	if v.scale != maxScale {
		t.Errorf("scale %v, want at most %v", v.scale, maxScale)
	}
	v.repaint()
	paintNow()
	if v.buffer.view.Scale != v.scale*v.density {
		t.Errorf("painted at %v, want %v", v.buffer.view.Scale, v.scale)
	}
}

func TestView_SelectsByMouse(t *testing.T) {
	v, _ := shown(t)
	var got []string
	v.OnSelect = func(id string) { got = append(got, id) }
	at, size := v.onWidget(v.scene.Node("e").Bounds)
	middle := fyne.NewPos(at.X+size.Width/2, at.Y+size.Height/2)
	v.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: middle}})
	if v.hovered != "e" || v.Cursor() != desktop.PointerCursor {
		t.Errorf("hovered %q", v.hovered)
	}
	test.TapAt(v, middle)
	test.TapAt(v, fyne.NewPos(1, 1))
	if len(got) != 2 || got[0] != "e" || got[1] != "" {
		t.Errorf("selected %q", got)
	}
}

func TestView_SelectsByKeys(t *testing.T) {
	v, _ := shown(t)
	opened := ""
	v.OnOpen = func(id string) { opened = id }
	for _, step := range []struct {
		key  fyne.KeyName
		want string
	}{
		{fyne.KeyRight, "a"},
		{fyne.KeyRight, "b"},
		{fyne.KeyDown, "e"},
		{fyne.KeyLeft, "d"},
		{fyne.KeyUp, "a"},
		{fyne.KeyUp, "a"},
		{fyne.KeyEnd, "f"},
		{fyne.KeyPageDown, "a"},
		{fyne.KeyPageUp, "f"},
		{fyne.KeyHome, "a"},
		{fyne.KeyReturn, "a"},
		{fyne.KeyEscape, ""},
	} {
		v.TypedKey(&fyne.KeyEvent{Name: step.key})
		if v.Selected() != step.want {
			t.Fatalf("after %s: %q, want %q", step.key, v.Selected(), step.want)
		}
	}
	if opened != "a" {
		t.Errorf("opened %q", opened)
	}
}

func TestView_PansAndPaintsWhatComesIntoSight(t *testing.T) {
	v, paintNow := shown(t)
	v.zoomTo(4, fyne.NewPos(300, 200))
	v.repaint()
	paintNow()
	x := v.from.X
	v.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(40, 0)})
	if !near(v.from.X, x-10) || v.busy {
		t.Errorf("from %v, want %v; painting %v", v.from.X, x-10, v.busy)
	}
	v.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(300, 0)})
	if !v.busy {
		t.Error("what came into sight is not painted")
	}
	paintNow()
	if !v.covers() {
		t.Error("the buffer does not hold what is visible")
	}
	v.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(-99999, 99999)})
	if middle := v.toScene(fyne.NewPos(300, 200)); !near(middle.X, 300) || !near(middle.Y, 0) {
		t.Errorf("the picture can be lost: %v in the middle", middle)
	}
	paintNow()
}

func TestView_BringsTheSelectionIntoSight(t *testing.T) {
	v, paintNow := shown(t)
	v.zoomTo(4, fyne.NewPos(0, 0))
	v.Select("f")
	v.repaint()
	paintNow()
	at, size := v.onWidget(v.scene.Node("f").Bounds)
	if at.X < 0 || at.Y < 0 || at.X+size.Width > 600 || at.Y+size.Height > 400 {
		t.Errorf("selected at %v, %v", at, size)
	}
	v.SetScene(&diagram.Scene{Size: diagram.Point{X: 10, Y: 10}})
	if v.Selected() != "" {
		t.Error("what is gone stays selected")
	}
	paintNow()
}

func TestView_TellsOnceOfEveryPictureOnTheScreen(t *testing.T) {
	v, paintNow := shown(t)
	count := 0
	v.OnPainted = func(*diagram.Scene) { count++ }
	v.SetScene(grid())
	v.generate(600, 400)
	if count != 0 {
		t.Error("told before it was painted")
	}
	paintNow()
	v.generate(600, 400)
	v.generate(600, 400)
	if count != 1 {
		t.Errorf("told %d times", count)
	}
}

func TestPicture_CopiesAndStretches(t *testing.T) {
	red := color.RGBA{0xff, 0, 0, 0xff}
	img := image.NewRGBA(image.Rect(0, 0, 10, 10))
	img.SetRGBA(4, 4, red)
	p := picture{image: img, view: paint.View{Scale: 1, W: 10, H: 10}}
	frame := image.NewRGBA(image.Rect(0, 0, 8, 8))
	p.copyTo(frame, paint.View{From: diagram.Point{X: 2, Y: 2}, Scale: 1})
	if frame.RGBAAt(2, 2) != red {
		t.Error("copied to the wrong place")
	}
	frame = image.NewRGBA(image.Rect(0, 0, 8, 8))
	p.copyTo(frame, paint.View{From: diagram.Point{X: 3, Y: 3}, Scale: 2})
	if frame.RGBAAt(2, 2) != red || frame.RGBAAt(3, 3) != red || frame.RGBAAt(4, 4) == red {
		t.Error("stretched to the wrong place")
	}
}
