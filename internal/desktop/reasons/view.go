// Package reasons shows why: the list of decisions with findings, alternatives,
// cost and eras, or one decision with all that speaks for and against its
// options. It computes nothing: what a person does goes out by callbacks.
package reasons

import (
	"alarife/internal/advisor"
	"alarife/internal/architecture"
	"alarife/internal/desktop/currency"
	"alarife/internal/desktop/kit"
	"alarife/internal/export"
	"alarife/internal/knowledge"
	"alarife/internal/run"
	"alarife/internal/workload"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Intents are what a person does here.
type Intents struct {
	OnDecision  func(id string)     // opens a decision, "" the list of all
	OnComponent func(origin string) // selects a component
	OnPin       func(decision, option string)
	OnUnpin     func(decision string)
	OnAnswer    func(fact string, v workload.Value)
	OnQuestion  func(fact string) // goes to a question
	OnPrefer    func(weights map[knowledge.Criterion]float64)
}

// State is what is shown.
type State struct {
	Run       *run.Run
	Explored  bool                    // of the run
	Rate      *export.Rate            // the user's, nil for none
	Decision  string                  // opened, "" for the list
	Component *architecture.Component // selected, nil for none
}

// View is the panel. It belongs to the main goroutine.
type View struct {
	tell    advisor.Teller
	intents Intents
	open    map[string]bool // folds by their id

	state  State
	scroll *container.Scroll
	shown  string // decision or component that is shown, to keep the place
	first  *widget.Button
}

// New returns the view; open tells which folds are open and is kept up to
// date.
func New(tell advisor.Teller, open map[string]bool, intents Intents) *View {
	return &View{tell: tell, intents: intents, open: open, scroll: container.NewVScroll(kit.Tight())}
}

// Object is what to put into the window.
func (v *View) Object() fyne.CanvasObject { return v.scroll }

// Show shows a state. The place of the scroll stays while the same thing is
// shown.
func (v *View) Show(s State) {
	v.state = s
	if s.Run == nil {
		return
	}
	v.first = nil
	var content fyne.CanvasObject
	shown := "decision:" + s.Decision
	switch d := s.Run.Recommendation.Decision(s.Decision); {
	case d != nil:
		content = v.decision(d)
	case s.Component != nil:
		shown = "component:" + s.Component.Origin
		content = v.component(s.Component)
	default:
		content = v.overview()
	}
	at := v.scroll.Offset
	if shown != v.shown {
		v.shown, at = shown, fyne.Position{}
	}
	v.settle(content)
	v.scroll.Content = content
	v.scroll.Refresh()
	v.scroll.ScrollToOffset(at)
}

// settle lets paragraphs find their lines, so that the height is known before
// the content is shown: once for those that stand free, once for those beside
// a mark.
func (v *View) settle(content fyne.CanvasObject) {
	for range 2 {
		content.Resize(fyne.NewSize(v.scroll.Size().Width, content.MinSize().Height))
	}
}

// Shown reports whether anything is shown yet.
func (v *View) Shown() bool { return v.state.Run != nil }

// Reveal opens a fold of the overview: "findings", "cost", "eras" …
func (v *View) Reveal(fold string) {
	v.open[fold] = true
	v.Show(v.state)
}

// Focus gives the keyboard to the head of what is shown.
func (v *View) Focus() {
	if v.first == nil {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(v.first); c != nil {
		c.Focus(v.first)
	}
}

func (v *View) rec() *advisor.Recommendation { return v.state.Run.Recommendation }

// money writes sums with the user's rate.
func (v *View) money() currency.Money { return currency.Money{Tell: v.tell, Rate: v.state.Rate} }

// fold is a fold that remembers whether it is open.
func (v *View) fold(id, title string, build func() fyne.CanvasObject) *kit.Fold {
	f := kit.NewFold(title, build)
	f.OnToggled = func(open bool) {
		v.open[id] = open
		v.scroll.Refresh()
	}
	f.SetOpen(v.open[id])
	return f
}

// beside puts a paragraph beside a chip.
func beside(chip *kit.Chip, text fyne.CanvasObject) fyne.CanvasObject {
	return container.NewBorder(nil, nil, container.NewPadded(chip), nil, text)
}

// back leads to the list of decisions.
func (v *View) back() fyne.CanvasObject {
	b := widget.NewButtonWithIcon(v.tell.Say("desktop.back"), theme.NavigateBackIcon(), func() { v.intents.OnDecision("") })
	b.Importance, b.Alignment = widget.LowImportance, widget.ButtonAlignLeading
	v.first = b
	return b
}

// verdict says how sure a decision is.
func (v *View) verdict(s *advisor.Settled) *kit.Chip {
	colour := theme.ColorNameSuccess
	switch s.Verdict {
	case advisor.Close:
		colour = theme.ColorNameWarning
	case advisor.Hole:
		colour = theme.ColorNameError
	case advisor.Only:
		colour = theme.ColorNamePrimary
	}
	text := v.tell.Say("verdict." + string(s.Verdict))
	switch s.Verdict {
	case advisor.Only, advisor.Hole:
		text = v.tell.Say("desktop.verdict." + string(s.Verdict))
	}
	return kit.NewChip(text, colour)
}

func chosenTitle(v *View, s *advisor.Settled) string {
	if s.Chosen == nil {
		return v.tell.Say("desktop.nothing")
	}
	return v.tell.In(s.Chosen.Option.Title)
}
