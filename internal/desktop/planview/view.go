// Package planview shows a plan as it is written for a terminal, line by line:
// tables in letters of one width, so that they stay tables, with a choice of
// the parts above them. It is read by keyboard and mouse alike.
package planview

import (
	"bytes"

	"alarife/internal/advisor"
	"alarife/internal/desktop/kit"
	"alarife/internal/export/report"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// tableSize is that of letters in tables, small enough for the widest to fit.
const tableSize = 12

// partsWidth is that of the choice of parts.
const partsWidth = 340

// View is the plan. It belongs to the main goroutine.
type View struct {
	tell   advisor.Teller
	lines  []Line
	list   *lines
	wide   *fyne.Container   // as wide as the longest line
	across *container.Scroll // sideways
	parts  *widget.Select
	starts []int // the line of each part
	busy   *widget.Label
	object fyne.CanvasObject
	quiet  bool
}

// New returns a view without a plan.
func New(tell advisor.Teller) *View {
	v := &View{tell: tell, busy: kit.Muted("")}
	v.busy.Wrapping = fyne.TextWrapOff
	v.list = newLines(v)
	v.wide = container.New(&asWide{view: v}, v.list)
	v.across = container.NewHScroll(v.wide)
	v.parts = widget.NewSelect(nil, func(string) { v.jump() })
	v.parts.PlaceHolder = tell.Say("desktop.plan.parts")
	choice := container.NewGridWrap(fyne.NewSize(partsWidth, v.parts.MinSize().Height), v.parts)
	head := container.NewHBox(choice, v.busy)
	v.object = container.NewBorder(head, nil, nil, nil, v.across)
	return v
}

// Object is what to put into the window.
func (v *View) Object() fyne.CanvasObject { return v.object }

// Focus returns what takes the keyboard.
func (v *View) Focus() fyne.Focusable { return v.list }

// Busy says that a newer plan is being worked out; the older one stays.
func (v *View) Busy() { v.busy.SetText(v.tell.Say("desktop.exploring")) }

// Show shows a plan. The place stays, for a change often alters figures alone.
func (v *View) Show(r *report.Report) {
	var text bytes.Buffer
	if err := r.Text(&text); err != nil { // a buffer never fails
		fyne.LogError("plan", err)
	}
	v.lines = Lines(text.String())
	v.busy.SetText("")
	var parts []string
	v.starts = nil
	for i, l := range v.lines {
		if l.Part {
			parts, v.starts = append(parts, l.Text), append(v.starts, i)
		}
	}
	v.quiet = true
	v.parts.SetOptions(parts)
	v.parts.ClearSelected()
	v.quiet = false
	v.list.Refresh()
	v.across.Refresh()
}

// jump goes to the part that was chosen.
func (v *View) jump() {
	if i := v.parts.SelectedIndex(); !v.quiet && i >= 0 && i < len(v.starts) {
		v.list.ScrollToBottom() // going up stops when the line comes into sight at the top
		v.list.ScrollTo(v.starts[i])
	}
}

// asWide gives the lines the width of the longest.
type asWide struct{ view *View }

func (a *asWide) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

func (a *asWide) MinSize(objects []fyne.CanvasObject) fyne.Size {
	if len(a.view.lines) == 0 { // nothing to be wide for, and no font to be read for it
		return objects[0].MinSize()
	}
	longest := 0 // in columns
	for _, l := range a.view.lines {
		longest = max(longest, l.columns())
	}
	one := fyne.MeasureText("0", tableSize, fyne.TextStyle{Monospace: true})
	return fyne.NewSize(float32(longest+2)*one.Width, objects[0].MinSize().Height)
}

// lines is a list that is also walked by page and sideways.
type lines struct {
	widget.List
	view *View
}

func newLines(v *View) *lines {
	l := &lines{view: v}
	l.Length = func() int { return len(v.lines) }
	l.CreateItem = func() fyne.CanvasObject {
		return canvas.NewText("0", theme.Color(theme.ColorNameForeground))
	}
	l.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) {
		t, line := o.(*canvas.Text), v.lines[i]
		t.Text, t.TextSize, t.TextStyle = " "+line.Text, theme.TextSize(), fyne.TextStyle{Bold: line.Heading}
		t.Color = theme.Color(theme.ColorNameForeground)
		if line.Table {
			t.TextSize, t.TextStyle = tableSize, fyne.TextStyle{Monospace: true}
		}
		if line.Part {
			t.Color = theme.Color(theme.ColorNamePrimary)
		}
		t.Refresh()
	}
	l.HideSeparators = true
	l.ExtendBaseWidget(l)
	return l
}

// sideStep is how far an arrow moves sideways.
const sideStep = 60

// TypedKey goes by page, to the ends and sideways; the rest is the list's own.
func (l *lines) TypedKey(e *fyne.KeyEvent) {
	page := l.Size().Height * 0.9
	switch e.Name {
	case fyne.KeyPageDown:
		l.ScrollToOffset(l.GetScrollOffset() + page)
	case fyne.KeyPageUp:
		l.ScrollToOffset(max(0, l.GetScrollOffset()-page))
	case fyne.KeyHome:
		l.ScrollToTop()
	case fyne.KeyEnd:
		l.ScrollToBottom()
	case fyne.KeyLeft:
		l.view.aside(-sideStep)
	case fyne.KeyRight:
		l.view.aside(sideStep)
	default:
		l.List.TypedKey(e)
	}
}

func (v *View) aside(by float32) {
	most := max(0, v.wide.Size().Width-v.across.Size().Width)
	v.across.ScrollToOffset(fyne.NewPos(min(most, max(0, v.across.Offset.X+by)), 0))
}
