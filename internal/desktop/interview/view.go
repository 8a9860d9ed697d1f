// Package interview shows the questions that apply, by section, each with a
// widget that suits its kind. It computes nothing: what a person does goes out
// by callbacks.
package interview

import (
	"alarife/internal/advisor"
	"alarife/internal/design"
	"alarife/internal/desktop/kit"
	"alarife/internal/knowledge"
	"alarife/internal/workload"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Intents are what a person does here.
type Intents struct {
	OnAnswer func(fact string, v workload.Value)
	OnClear  func(fact string)
	OnPrefer func(c knowledge.Criterion, weight float64)
}

// View is the interview. It belongs to the main goroutine.
type View struct {
	base    *knowledge.Base
	tell    advisor.Teller
	intents Intents
	open    map[string]bool // sections, and help texts by "help:" and fact

	content  *container.Scroll
	next     *kit.Press
	nextText *widget.Label
	nextFact string
	sections []*section
	wishes   *priorities
	doc      *design.Document
	rec      *advisor.Recommendation
}

// section is a fold of questions.
type section struct {
	*knowledge.Section
	fold *kit.Fold
	rows []*row // built with the fold's content
	all  []*knowledge.Question
}

// New returns the view; open tells which sections are open and is kept up to
// date, so that another view can take over from it.
func New(b *knowledge.Base, tell advisor.Teller, open map[string]bool, intents Intents) *View {
	v := &View{base: b, tell: tell, intents: intents, open: open}
	v.nextText = kit.Body("")
	v.next = kit.NewPress(v.nextText, func() { v.Focus(v.nextFact) })
	v.next.Hide()
	stack := kit.Tight(v.next)
	for _, s := range b.Sections {
		kit.Append(stack, v.section(s).fold)
	}
	v.wishes = newPriorities(tell, intents.OnPrefer)
	kit.Append(stack, v.fold("priorities", tell.Say("desktop.priorities"), v.wishes.build))
	v.content = container.NewVScroll(stack)
	return v
}

// Object is what to put into the window.
func (v *View) Object() fyne.CanvasObject { return v.content }

func (v *View) section(s *knowledge.Section) *section {
	sec := &section{Section: s}
	for _, q := range v.base.Questions {
		if q.Section == s.ID {
			sec.all = append(sec.all, q)
		}
	}
	v.sections = append(v.sections, sec)
	sec.fold = v.fold(s.ID, v.tell.In(s.Title), func() fyne.CanvasObject { return v.rows(sec) })
	return sec
}

// fold is a fold that remembers whether it is open.
func (v *View) fold(id, title string, build func() fyne.CanvasObject) *kit.Fold {
	f := kit.NewFold(title, build)
	f.OnToggled = func(open bool) {
		v.open[id] = open
		v.refresh()
	}
	f.SetOpen(v.open[id])
	return f
}

func (v *View) rows(s *section) fyne.CanvasObject {
	stack := kit.Tight()
	for _, q := range s.all {
		r := v.newRow(q)
		s.rows = append(s.rows, r)
		kit.Append(stack, r.object)
	}
	return stack
}

// Show shows a document; r is the latest recommendation, which tells the
// questions that apply, and may be nil.
func (v *View) Show(d *design.Document, r *advisor.Recommendation) {
	v.doc, v.rec = d, r
	v.refresh()
}

func (v *View) refresh() {
	if v.doc == nil {
		return
	}
	v.showNext()
	for _, s := range v.sections {
		v.showSection(s)
	}
	v.wishes.show(v.doc.Priorities)
}

func (v *View) asks(q *knowledge.Question) bool { return v.rec == nil || v.rec.Asks(q) }

func (v *View) showSection(s *section) {
	asked, assumed := 0, 0
	for _, q := range s.all {
		if !v.asks(q) {
			continue
		}
		asked++
		if _, answered := v.doc.Answers[q.ID]; !answered {
			assumed++
		}
	}
	s.fold.Hidden = asked == 0
	title := v.tell.In(s.Title)
	if assumed > 0 {
		title = v.tell.Say("desktop.section.assumed", "title", title, "n", assumed)
	}
	s.fold.SetTitle(title)
	if !s.fold.IsOpen() {
		return
	}
	for _, r := range s.rows {
		value, answered := v.doc.Answers.Get(&r.question.Fact)
		r.show(value, answered, v.asks(r.question))
	}
}

// showNext hints at the question whose answer can turn most.
func (v *View) showNext() {
	if v.rec == nil {
		return
	}
	v.nextFact = ""
	for _, a := range v.rec.AskNext {
		if _, answered := v.doc.Answers[a.Fact]; answered {
			continue
		}
		v.nextFact = a.Fact
		text := v.tell.Say("desktop.next", "fact", v.base.Name(a.Fact), "n", a.Flips)
		if a.Flips == 1 {
			text = v.tell.Say("desktop.next.one", "fact", v.base.Name(a.Fact))
		}
		if v.nextText.Text != text {
			v.nextText.SetText(text)
		}
		break
	}
	if v.next.Visible() != (v.nextFact != "") {
		v.next.Hidden = v.nextFact == ""
		v.content.Refresh()
	}
}

// Focus opens the section of a question and puts the cursor into it.
func (v *View) Focus(fact string) {
	q := v.base.Question(fact)
	if q == nil {
		return
	}
	for _, s := range v.sections {
		if s.ID != q.Section {
			continue
		}
		s.fold.SetOpen(true)
		v.open[s.ID] = true
		v.refresh()
		for _, r := range s.rows {
			if r.question == q {
				v.scrollTo(s, r)
				r.focus()
			}
		}
	}
}

// scrollTo puts a row near the top.
func (v *View) scrollTo(s *section, r *row) {
	v.content.Content.Resize(fyne.NewSize(v.content.Size().Width, v.content.Content.MinSize().Height))
	y := s.fold.Position().Y + r.object.Position().Y
	v.content.ScrollToOffset(fyne.NewPos(0, y))
}

// FocusFirstAssumed goes to the first question that applies and is not
// answered.
func (v *View) FocusFirstAssumed() {
	for _, q := range v.base.Questions {
		if _, answered := v.doc.Answers[q.ID]; !answered && v.asks(q) {
			v.Focus(q.ID)
			return
		}
	}
}
