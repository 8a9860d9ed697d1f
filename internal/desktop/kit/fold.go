package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Fold is a heading that shows and hides what stands below it. Its content is
// built when it is first opened.
type Fold struct {
	widget.BaseWidget
	OnToggled func(open bool)

	head  *widget.Button
	body  *fyne.Container
	build func() fyne.CanvasObject
	open  bool
}

// NewFold returns a closed fold.
func NewFold(title string, build func() fyne.CanvasObject) *Fold {
	f := &Fold{build: build, body: container.NewStack()}
	f.head = widget.NewButtonWithIcon(title, theme.MenuExpandIcon(), func() { f.toggle() })
	f.head.Alignment = widget.ButtonAlignLeading
	f.head.Importance = widget.LowImportance
	f.body.Hide()
	f.ExtendBaseWidget(f)
	return f
}

// SetTitle changes the heading.
func (f *Fold) SetTitle(title string) {
	if f.head.Text != title {
		f.head.SetText(title)
	}
}

// IsOpen reports whether the content is shown.
func (f *Fold) IsOpen() bool { return f.open }

// SetOpen shows or hides the content without a call of OnToggled.
func (f *Fold) SetOpen(open bool) {
	if f.open == open {
		return
	}
	f.open = open
	if !open {
		f.head.SetIcon(theme.MenuExpandIcon())
		f.body.Hide()
		f.Refresh()
		return
	}
	if f.build != nil {
		Append(f.body, f.build())
		f.build = nil
	}
	f.head.SetIcon(theme.MenuDropDownIcon())
	f.body.Show()
	f.Refresh()
}

func (f *Fold) toggle() {
	f.SetOpen(!f.open)
	if f.OnToggled != nil {
		f.OnToggled(f.open)
	}
}

// CreateRenderer stacks heading and content.
func (f *Fold) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(Tight(f.head, f.body))
}
