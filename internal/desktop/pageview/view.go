// Package pageview shows pages of the catalog and follows their links, with a
// way back through all pages and out of them.
package pageview

import (
	"path"
	"strings"

	"alarife/internal/advisor"
	"alarife/internal/desktop/kit"
	"alarife/internal/export/page"
	"alarife/internal/knowledge"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// widest is how wide a page grows: longer lines are hard to read.
const widest = 900

// View is the pages. It belongs to the main goroutine.
type View struct {
	// OnLeave is called when a person goes back from the first page.
	OnLeave func()

	tell   advisor.Teller
	book   *page.Book
	trail  []page.Ref // pages on the way to the present one, which is the last
	back   *kit.Button
	scroll *container.Scroll
	object fyne.CanvasObject
}

// New returns a view without a page.
func New(base *knowledge.Base, tell advisor.Teller) *View {
	v := &View{tell: tell, book: page.New(base, tell.Messages, tell.Lang)}
	v.scroll = container.NewVScroll(kit.Tight())
	v.back = kit.NewButton(tell.Say("desktop.page.back"), theme.NavigateBackIcon(), v, v.Back)
	v.back.Importance = widget.LowImportance
	v.object = container.NewBorder(container.NewHBox(v.back), nil, nil, nil, v.scroll)
	return v
}

// Object is what to put into the window.
func (v *View) Object() fyne.CanvasObject { return v.object }

// Scroll is what scrolls.
func (v *View) Scroll() *container.Scroll { return v.scroll }

// Focus returns what takes the keyboard.
func (v *View) Focus() fyne.Focusable { return v.back }

// Has reports whether the catalog has a page of a thing.
func (v *View) Has(r page.Ref) bool {
	for _, t := range v.book.Things(r.Kind) {
		if t.Ref == r {
			return true
		}
	}
	return false
}

// Trail lists the pages on the way to the present one, which is the last.
func (v *View) Trail() []page.Ref { return v.trail }

// Start shows pages that were walked to, such as those of another language.
func (v *View) Start(trail ...page.Ref) {
	v.trail = trail
	v.show()
}

// Back goes to the page before, or leaves.
func (v *View) Back() {
	if len(v.trail) > 1 {
		v.trail = v.trail[:len(v.trail)-1]
		v.show()
		return
	}
	if v.OnLeave != nil {
		v.OnLeave()
	}
}

// follow opens a page that the present one links to.
func (v *View) follow(target string) {
	here := v.trail[len(v.trail)-1]
	kind, id, _ := strings.Cut(path.Join(path.Dir(here.File()), target), "/")
	r := page.Ref{Kind: page.Kind(kind), ID: strings.TrimSuffix(id, ".md")}
	if v.Has(r) {
		v.trail = append(v.trail, r)
		v.show()
	}
}

func (v *View) show() {
	if len(v.trail) == 0 {
		return
	}
	content := container.New(column{}, v.content(v.book.Page(v.trail[len(v.trail)-1])))
	for range 2 { // paragraphs find their lines, then what stands beside them
		content.Resize(fyne.NewSize(v.scroll.Size().Width, content.MinSize().Height))
	}
	v.scroll.Content = content
	v.scroll.Refresh()
	v.scroll.ScrollToTop()
}

// lineStep is how far an arrow scrolls.
const lineStep = 40

// TypedKey goes back on Escape and scrolls.
func (v *View) TypedKey(e *fyne.KeyEvent) {
	at, whole := v.scroll.Offset.Y, v.scroll.Size().Height*0.9
	most := max(0, v.scroll.Content.Size().Height-v.scroll.Size().Height)
	switch e.Name {
	case fyne.KeyEscape, fyne.KeyBackspace:
		v.Back()
		return
	case fyne.KeyDown:
		at += lineStep
	case fyne.KeyUp:
		at -= lineStep
	case fyne.KeyPageDown, fyne.KeySpace:
		at += whole
	case fyne.KeyPageUp:
		at -= whole
	case fyne.KeyHome:
		at = 0
	case fyne.KeyEnd:
		at = most
	default:
		return
	}
	v.scroll.ScrollToOffset(fyne.NewPos(0, min(most, max(0, at))))
}

// TypedRune does nothing.
func (v *View) TypedRune(rune) {}

// column keeps its object at a width that can be read, in the middle.
type column struct{}

func (column) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	w := min(size.Width, widest)
	for _, o := range objects {
		o.Move(fyne.NewPos((size.Width-w)/2, 0))
		o.Resize(fyne.NewSize(w, size.Height))
	}
}

func (column) MinSize(objects []fyne.CanvasObject) (min fyne.Size) {
	for _, o := range objects {
		min = min.Max(o.MinSize())
	}
	return min
}
