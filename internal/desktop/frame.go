package desktop

import (
	"alarife/internal/desktop/kit"
	"alarife/internal/lang"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Shares of the window's width.
const (
	leftShare   = 0.235 // of all
	middleShare = 0.655 // of the rest
)

// frame is how the views are laid out.
type frame struct {
	content       fyne.CanvasObject
	scale         *widget.Label
	changed       *widget.Label // what the latest change did
	picture, list *widget.Button
	outline       fyne.CanvasObject
	view          fyne.CanvasObject
	left, right   *container.Split
	middle        fyne.CanvasObject
	body          *fyne.Container // left with all, or middle alone
	kept          [2]float64      // offsets of the splits, across languages
}

func (f *frame) build(d *Desktop) {
	if f.left != nil {
		f.kept = [2]float64{f.left.Offset, f.right.Offset}
	} else {
		f.kept = [2]float64{leftShare, middleShare}
	}
	f.view, f.outline = d.picture, d.outline.Object()
	f.changed = kit.Note("")
	f.changed.Wrapping, f.changed.Truncation = fyne.TextWrapOff, fyne.TextTruncateEllipsis
	below := kit.NewPress(f.changed, func() { d.showList(true) })
	f.middle = container.NewBorder(f.bar(d), below, nil, nil, container.NewStack(f.view, f.outline))
	f.right = container.NewHSplit(f.middle, d.reasons.Object())
	f.left = container.NewHSplit(d.interview.Object(), f.right)
	f.left.SetOffset(f.kept[0])
	f.right.SetOffset(f.kept[1])
	f.body = container.NewStack()
	f.content = container.NewBorder(nil, d.status.object, nil, nil, f.body)
	f.showListed(d.listed)
	f.showAlone(d.alone)
}

// showAlone gives the middle all the room, or shows the panels beside it.
func (f *frame) showAlone(alone bool) {
	f.body.Objects = []fyne.CanvasObject{f.left}
	if alone {
		f.body.Objects = []fyne.CanvasObject{f.middle}
	}
	f.body.Refresh()
	f.right.Refresh()
}

// bar is the row of buttons above the picture.
func (f *frame) bar(d *Desktop) fyne.CanvasObject {
	button := func(key string, tapped func()) *widget.Button {
		b := widget.NewButton(d.tell.Say(key), tapped)
		b.Importance = widget.LowImportance
		return b
	}
	f.picture = button("desktop.tab.picture", func() { d.showList(false) })
	f.list = button("desktop.tab.outline", func() { d.showList(true) })
	f.scale = kit.Muted("")
	f.scale.Wrapping = fyne.TextWrapOff
	zoom := container.NewHBox(
		button("desktop.zoom.fit", d.picture.Fit), button("desktop.zoom.actual", d.picture.ActualSize),
		widget.NewButtonWithIcon("", theme.ZoomOutIcon(), d.picture.ZoomOut), f.scale,
		widget.NewButtonWithIcon("", theme.ZoomInIcon(), d.picture.ZoomIn),
	)
	return container.NewBorder(nil, nil, container.NewHBox(f.picture, f.list), zoom)
}

func (f *frame) showScale(l lang.Lang, scale float64) {
	if f.scale != nil {
		set(f.scale, lang.Number(l, scale*100, 0)+"\u00a0%")
	}
}

// showListed shows the outline or the picture.
func (f *frame) showListed(listed bool) {
	f.view.Hide()
	f.outline.Hide()
	shown, lit, other := f.view, f.picture, f.list
	if listed {
		shown, lit, other = f.outline, f.list, f.picture
	}
	shown.Show()
	lit.Importance, other.Importance = widget.HighImportance, widget.LowImportance
	lit.Refresh()
	other.Refresh()
}

// toggleAlone hides or shows the panels beside the picture.
func (d *Desktop) toggleAlone() {
	d.alone = !d.alone
	d.frame.showAlone(d.alone)
	d.menu.show(d)
}

// showList shows the outline or the picture and gives it the keyboard.
func (d *Desktop) showList(listed bool) {
	d.listed = listed
	d.frame.showListed(listed)
	d.menu.show(d)
	d.showOutline()
	if listed {
		d.window.Canvas().Focus(d.outline.Focus())
	} else {
		d.window.Canvas().Focus(d.picture)
	}
}
