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
	middleHigh  = 0.85  // of the window's height
)

// tab is what the middle shows.
type tab int

const (
	tabPicture tab = iota
	tabOutline
	tabPlan
)

func tabs() []tab { return []tab{tabPicture, tabOutline, tabPlan} }

// frame is how the views are laid out.
type frame struct {
	content     fyne.CanvasObject
	scale       *widget.Label
	changed     *widget.Label // what the latest change did
	tabs        map[tab]*widget.Button
	views       map[tab]fyne.CanvasObject
	left, right *container.Split
	middle      fyne.CanvasObject
	body        *fyne.Container // left with all, or middle alone
	kept        [2]float64      // offsets of the splits, across languages
}

func (f *frame) build(d *Desktop) {
	if f.left != nil {
		f.kept = [2]float64{f.left.Offset, f.right.Offset}
	} else {
		f.kept = [2]float64{leftShare, middleShare}
	}
	f.views = map[tab]fyne.CanvasObject{tabPicture: d.picture, tabOutline: d.outline.Object(), tabPlan: d.plan.Object()}
	stack := container.NewStack()
	for _, t := range tabs() {
		kit.Append(stack, f.views[t])
	}
	f.changed = kit.Note("")
	f.changed.Wrapping, f.changed.Truncation = fyne.TextWrapOff, fyne.TextTruncateEllipsis
	below := kit.NewPress(f.changed, func() { d.showTab(tabOutline) })
	f.middle = container.NewBorder(f.bar(d), below, nil, nil, stack)
	f.right = container.NewHSplit(f.middle, d.reasons.Object())
	f.left = container.NewHSplit(d.interview.Object(), f.right)
	f.left.SetOffset(f.kept[0])
	f.right.SetOffset(f.kept[1])
	f.body = container.NewStack()
	f.content = container.NewBorder(nil, d.status.object, nil, nil, f.body)
	f.show(d.tab, d.alone)
}

// show shows what the middle holds, alone or with the panels beside it. The
// plan takes the room of the reasons: its tables are wide.
func (f *frame) show(shown tab, alone bool) {
	for _, t := range tabs() {
		f.views[t].Hide()
		f.tabs[t].Importance = widget.LowImportance
		if t == shown {
			f.views[t].Show()
			f.tabs[t].Importance = widget.HighImportance
		}
		f.tabs[t].Refresh()
	}
	f.left.Trailing = f.right
	if shown == tabPlan {
		f.left.Trailing = f.middle
	}
	f.body.Objects = []fyne.CanvasObject{f.left}
	if alone {
		f.body.Objects = []fyne.CanvasObject{f.middle}
	}
	f.left.Refresh()
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
	f.tabs = map[tab]*widget.Button{
		tabPicture: button("desktop.tab.picture", func() { d.showTab(tabPicture) }),
		tabOutline: button("desktop.tab.outline", func() { d.showTab(tabOutline) }),
		tabPlan:    button("desktop.tab.plan", func() { d.showTab(tabPlan) }),
	}
	f.scale = kit.Muted("")
	f.scale.Wrapping = fyne.TextWrapOff
	zoom := container.NewHBox(
		button("desktop.zoom.fit", d.picture.Fit), button("desktop.zoom.actual", d.picture.ActualSize),
		widget.NewButtonWithIcon("", theme.ZoomOutIcon(), d.picture.ZoomOut), f.scale,
		widget.NewButtonWithIcon("", theme.ZoomInIcon(), d.picture.ZoomIn),
	)
	return container.NewBorder(nil, nil, container.NewHBox(f.tabs[tabPicture], f.tabs[tabOutline], f.tabs[tabPlan]), zoom)
}

func (f *frame) showScale(l lang.Lang, scale float64) {
	if f.scale != nil {
		set(f.scale, lang.Number(l, scale*100, 0)+"\u00a0%")
	}
}

// toggleAlone hides or shows the panels beside the picture.
func (d *Desktop) toggleAlone() {
	d.alone = !d.alone
	d.frame.show(d.tab, d.alone)
	d.menu.show(d)
}
