package kit

import (
	"image/color"
	"net/url"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Body is a paragraph that breaks its lines.
func Body(text string) *widget.Label {
	l := widget.NewLabel(text)
	l.Wrapping = fyne.TextWrapWord
	return l
}

// Strong is a bold paragraph.
func Strong(text string) *widget.Label {
	l := Body(text)
	l.TextStyle.Bold = true
	return l
}

// Muted is a paragraph of less weight.
func Muted(text string) *widget.Label {
	l := Body(text)
	l.Importance = widget.LowImportance
	return l
}

// Reading is a paragraph to be read at leisure, a little larger.
func Reading(text string) *widget.Label {
	l := Body(text)
	l.SizeName = SizeRead
	return l
}

// Title is a large bold paragraph.
func Title(text string) *widget.Label {
	l := Strong(text)
	l.SizeName = SizeTitle
	return l
}

// Note is a small paragraph of less weight.
func Note(text string) *widget.Label {
	l := Muted(text)
	l.SizeName = SizeNote
	return l
}

// Link is a small link to an address; a label where the address is none.
func Link(text, address string) fyne.CanvasObject {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return Note(text)
	}
	h := widget.NewHyperlink(text, u)
	h.SizeName = SizeNote
	return h
}

// Sizes of text that the theme gives beside Fyne's own.
const (
	SizeTitle fyne.ThemeSizeName = "alarife-title"
	SizeNote  fyne.ThemeSizeName = "alarife-note"
	SizeRead  fyne.ThemeSizeName = "alarife-read" // of what is read at leisure
)

// Tight stacks objects without gaps between them: text carries its own space.
func Tight(objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&stack{}, objects...)
}

// Lines stacks texts that belong together, as close as lines of one paragraph.
func Lines(objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&stack{close: true}, objects...)
}

// stack is a vertical layout without gaps.
type stack struct{ close bool }

// gap is what lies between two objects: labels overlap where their own space
// would hold lines apart.
func (s *stack) gap() float32 {
	if s.close {
		return 3 - 2*theme.InnerPadding()
	}
	return 0
}

func (s *stack) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		h := o.MinSize().Height
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, h))
		y += h + s.gap()
	}
}

func (s *stack) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var min fyne.Size
	shown := 0
	for _, o := range objects {
		if o.Visible() {
			m := o.MinSize()
			min.Width = max(min.Width, m.Width)
			min.Height += m.Height
			shown++
		}
	}
	min.Height += float32(max(0, shown-1)) * s.gap()
	return min
}

// Inset moves an object in by as much as text stands in from the edge of its
// label.
func Inset(o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(inset{}, o)
}

type inset struct{}

func (inset) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	pad := theme.InnerPadding()
	for _, o := range objects {
		o.Move(fyne.NewPos(pad, 0))
		o.Resize(size.SubtractWidthHeight(2*pad, 0))
	}
}

func (inset) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var min fyne.Size
	for _, o := range objects {
		min = min.Max(o.MinSize())
	}
	return min.AddWidthHeight(2*theme.InnerPadding(), 0)
}

// Gap is empty room of a height.
func Gap(height float32) fyne.CanvasObject {
	r := canvas.NewRectangle(color.Transparent)
	r.SetMinSize(fyne.NewSize(0, height))
	return r
}

// Append adds objects to a container that is still being built: unlike its own
// method it lays nothing out.
func Append(c *fyne.Container, objects ...fyne.CanvasObject) {
	c.Objects = append(c.Objects, objects...)
}
