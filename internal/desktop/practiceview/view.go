// Package practiceview is practice in the window: a start page, exercises with
// their feedback, and results. It shows what package session holds, whose work
// it does in the background, one job after another; the history is opened when
// the view is first shown, never before.
package practiceview

import (
	"io"
	"time"

	"alarife/internal/advisor"
	"alarife/internal/desktop/kit"
	"alarife/internal/desktop/pageview"
	"alarife/internal/diagram"
	"alarife/internal/export/page"
	"alarife/internal/knowledge"
	"alarife/internal/paint"
	"alarife/internal/practice"
	"alarife/internal/run"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Intents are what a person does here that concerns others.
type Intents struct {
	OnLeave  func()                                             // goes back to the designer
	OnDesign func(*practice.Exercise)                           // opens the case as a design
	OnFault  func(error)                                        // something went wrong
	OnAsk    func(question, yes string, action func())          // action is done where the person agrees
	OnExport func(format string, write func(w io.Writer) error) // the history, to a file
	OnFocus  func(fyne.Focusable)                               // gives the keyboard to something, nil to nothing
	OnTitle  func(title string)                                 // what is shown
}

// Options are what a view is made with.
type Options struct {
	Runner  *run.Runner
	Tell    advisor.Teller
	Do      func(func())           // runs a function on the main goroutine, soon
	Now     func() time.Time       // the clock, in the person's time zone
	Place   func() (string, error) // where the history stands
	Keep    fyne.Preferences       // where wishes are kept
	Painter *paint.Painter         // of pictures
	Palette func() paint.Palette   // the colours of the moment
	Intents Intents
}

// View is practice. It belongs to the main goroutine.
type View struct {
	Options
	base *knowledge.Base
	book *practice.Book
	room *room

	object *fyne.Container
	pane   pane
	page   *pageview.View // of the catalog, over the pane; nil for none

	home     *home    // what the start page tells, nil until it is known
	notice   string   // what the start page says above all, "" for nothing
	wishes   wishes   // for the next sitting
	sitting  *sitting // that is held or looked at, nil for none
	drafts   drafts   // answers that were begun and not confirmed
	at       int      // the exercise that is shown
	working  bool     // a job is under way that the page waits for
	revealed bool     // the model answer is shown
	marking  bool     // an exam's open questions are marked before it is handed in
	clock    *ticking
	saving   *time.Timer // until what is being typed is saved, nil for none
	writing  *written    // what that is, nil for nothing
	index    *page.Book  // the catalog as pages, nil until it is needed
	plainly  bool        // charts and pictures are told as text
	scenes   map[string]*diagram.Scene
}

// pane is one of the pages of practice.
type pane interface {
	kit.Keys
	object() fyne.CanvasObject
	title() string
	scrolls() []*container.Scroll
	focus() fyne.Focusable // that has the keyboard at first, nil for none
}

// New returns a view that shows nothing yet.
func New(o Options) *View {
	v := &View{
		Options: o, base: o.Runner.Base(), book: &practice.Book{Advisor: o.Runner.Advisor, Texts: o.Runner.Texts},
		object: container.NewStack(), scenes: map[string]*diagram.Scene{}, drafts: readDrafts(o.Keep),
	}
	v.wishes = readWishes(o.Keep)
	return v
}

// Object is what to put into the window.
func (v *View) Object() fyne.CanvasObject { return v.object }

// Open shows the start page, or what was being done before.
func (v *View) Open() {
	if v.pane == nil {
		v.showStart()
		return
	}
	v.refresh()
	v.keepTime()
}

// Rest stops what goes on by itself while the view is not shown.
func (v *View) Rest() {
	v.flush()
	v.keepDrafts()
	v.stopClock()
}

// Close saves what is being written and closes the history.
func (v *View) Close() {
	v.Rest()
	if v.room != nil {
		v.room.close()
		v.room = nil
	}
}

// SetLang shows everything in another language.
func (v *View) SetLang(tell advisor.Teller) {
	v.Tell = tell
	clear(v.scenes)
	v.refresh()
}

// Retheme paints pictures in the colours of the moment.
func (v *View) Retheme() {
	if a, ok := v.pane.(*asked); ok && a.view != nil {
		a.view.Retheme()
	}
}

// Title is what is shown.
func (v *View) Title() string {
	if v.pane == nil {
		return v.say("practise.practice")
	}
	return v.pane.title()
}

// Scrolls are what scrolls.
func (v *View) Scrolls() []*container.Scroll {
	switch {
	case v.page != nil:
		return []*container.Scroll{v.page.Scroll()}
	case v.pane != nil:
		return v.pane.scrolls()
	}
	return nil
}

// TypedKey takes keys that no widget has taken.
func (v *View) TypedKey(e *fyne.KeyEvent) {
	switch {
	case v.page != nil:
		v.page.TypedKey(e)
	case v.pane != nil:
		v.pane.TypedKey(e)
	}
}

// TypedRune takes characters that no widget has taken.
func (v *View) TypedRune(r rune) {
	if v.page == nil && v.pane != nil {
		v.pane.TypedRune(r)
	}
}

func (v *View) say(key string, args ...any) string { return v.Tell.Say(key, args...) }

// refresh makes the present page anew.
func (v *View) refresh() {
	switch v.pane.(type) {
	case *start:
		v.put(newStart(v))
	case *asked:
		v.put(newAsked(v))
	case *outcome:
		v.put(newOutcome(v))
	}
	if v.page != nil {
		v.openPages(v.page.Trail()...)
	}
}

// put shows a page.
func (v *View) put(p pane) {
	v.pane = p
	if v.page == nil {
		v.showObject(p.object())
		v.Intents.OnFocus(p.focus())
	}
	v.Intents.OnTitle(p.title())
}

func (v *View) showObject(o fyne.CanvasObject) {
	v.object.Objects = []fyne.CanvasObject{o}
	v.object.Refresh()
}

// openPages shows pages of the catalog over the present page; back leads to it.
func (v *View) openPages(trail ...page.Ref) {
	p := pageview.New(v.base, v.Tell)
	p.OnLeave = func() {
		v.page = nil
		v.showObject(v.pane.object())
		v.Intents.OnFocus(v.pane.focus())
	}
	v.page = p
	v.showObject(p.Object())
	p.Start(trail...)
	v.Intents.OnFocus(p.Focus())
}
