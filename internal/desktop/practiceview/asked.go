package practiceview

import (
	"alarife/internal/desktop/diagramview"
	"alarife/internal/desktop/kit"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/practice"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// control is how an exercise of one kind is answered, and shown with what was
// right once that is told.
type control interface {
	content() fyne.CanvasObject                // what is marked, chosen or written
	beside() fyne.CanvasObject                 // what stands below the question, nil for nothing
	answer() (a practice.Answer, whole bool)   // whole: it may be confirmed
	step() (label string, act func(), ok bool) // what comes before it may be confirmed
	typedRune(rune)
	focus() fyne.Focusable // that has the keyboard at first, nil for none
}

// asked is the page of one exercise.
type asked struct {
	v        *View
	s        *sitting
	n        int
	x        *practice.Exercise
	q        practice.Question
	solution practice.Solution
	open     bool // may be answered
	told     bool // feedback is shown
	control  control
	view     *diagramview.View // the picture, nil for none
	wanted   string            // the picture that is to be shown
	later    *fyne.Container   // in place of a picture that is still to come, nil for none

	left, right *container.Scroll // right is nil where the picture takes its place
	steps       *kit.Steps
	flagged     *kit.Button
	time        *widget.Label
	primary     *kit.Button
	whole       fyne.CanvasObject
}

// Shares of the width that the question has.
const (
	questionShare  = 0.40
	questionBeside = 0.33 // a picture
)

func newAsked(v *View) *asked {
	s, n := v.sitting, v.at
	x := s.exercises[n]
	p := &asked{
		v: v, s: s, n: n, x: x, q: x.Question(v.Tell.Lang), solution: x.Solution(v.Tell.Lang, v.base),
		open: s.open(n), told: s.told(n),
	}
	p.control = newControl(p)
	p.whole = container.NewBorder(p.head(), p.foot(), nil, nil, p.body())
	p.showProgress()
	if !s.ends.IsZero() && !s.finished {
		p.showLeft(s.ends.Sub(v.Now()))
	}
	return p
}

func newControl(p *asked) control {
	switch p.x.Kind {
	case knowledge.FaultItem:
		return newFault(p)
	case knowledge.BuildItem:
		return newBuild(p)
	case knowledge.EstimateItem:
		return newEstimate(p)
	case knowledge.MatchItem:
		return newMatch(p)
	case knowledge.OrderItem:
		return newOrder(p)
	case knowledge.ExplainItem:
		return newExplain(p)
	}
	return newChoice(p)
}

func (p *asked) say(key string, args ...any) string { return p.v.say(key, args...) }
func (p *asked) object() fyne.CanvasObject          { return p.whole }

func (p *asked) title() string {
	return p.say("practise.kind."+string(p.s.kind)) + " · " + p.place()
}

func (p *asked) place() string {
	return p.say("practise.place", "n", p.n+1, "count", len(p.s.exercises))
}

func (p *asked) scrolls() []*container.Scroll {
	if p.right == nil {
		return []*container.Scroll{p.left}
	}
	return []*container.Scroll{p.left, p.right}
}

func (p *asked) focus() fyne.Focusable {
	if p.told {
		return nil
	}
	return p.control.focus()
}

// given is the answer so far.
func (p *asked) given() practice.Answer { return p.s.given[p.n] }

// body lays question and answer out: beside each other, or the question with
// the answers beside the picture.
func (p *asked) body() fyne.CanvasObject {
	question, answer := p.question(), kit.Tight(p.control.content())
	if p.told {
		kit.Append(answer, p.further())
	}
	if p.x.Kind == knowledge.FaultItem {
		kit.Append(question, answer)
		p.left = container.NewVScroll(container.NewPadded(question))
		return split(questionBeside, kit.Upright(p.left), p.outlined())
	}
	p.left = container.NewVScroll(container.NewPadded(question))
	p.right = container.NewVScroll(container.NewPadded(kit.Inset(kit.Wide(answerWidth, answer))))
	right := fyne.CanvasObject(kit.Upright(p.right))
	if p.view != nil {
		both := container.NewVSplit(right, p.picture())
		both.SetOffset(p.answerShare())
		right = both
	}
	return split(questionShare, kit.Upright(p.left), right)
}

// picture is the picture, and what stands in its place before there is one.
func (p *asked) picture() fyne.CanvasObject {
	p.later = container.NewCenter(flat(kit.Muted(p.say("practise.picture.later"))))
	p.later.Hidden = len(p.given().Choose) == len(p.q.Decisions)
	return container.NewStack(p.view, p.later)
}

// answerShare is that of the height that decisions take beside the picture.
func (p *asked) answerShare() float64 {
	if p.told {
		return 0.55
	}
	return min(0.5, 0.06+0.065*float64(len(p.q.Decisions)))
}

// answerWidth is how wide answers grow.
const answerWidth = 860

func split(share float64, left, right fyne.CanvasObject) fyne.CanvasObject {
	s := container.NewHSplit(left, right)
	s.SetOffset(share)
	return s
}

// question is what is asked.
func (p *asked) question() *fyne.Container {
	tags := container.NewHBox(
		kit.NewChip(p.v.kindName(p.x.Kind), theme.ColorNameButton),
		kit.NewChip(p.v.levelName(p.x.Level), theme.ColorNameButton),
		kit.NewChip(p.say("practise.era."+string(p.x.Era)), theme.ColorNameButton),
	)
	stack := kit.Tight(kit.Inset(tags), kit.Title(p.q.Title))
	if p.q.Story != "" {
		kit.Append(stack, kit.Reading(p.q.Story))
	}
	ask := kit.Strong(p.q.Ask)
	ask.SizeName = kit.SizeRead
	kit.Append(stack, ask)
	if p.q.Several && p.x.Kind == knowledge.ChoiceItem {
		kit.Append(stack, kit.Muted(p.say("practise.several")))
	}
	if o := p.control.beside(); o != nil {
		kit.Append(stack, o)
	}
	return stack
}

// note is what is told about a part of the exercise.
func (p *asked) note(id string) practice.ShownNote {
	for _, n := range p.solution.Notes {
		if n.ID == id {
			return n
		}
	}
	return practice.ShownNote{}
}

// textOf is the text of something shown, by its id.
func textOf(list []practice.Shown, id string) string {
	for _, s := range list {
		if s.ID == id {
			return s.Text
		}
	}
	return ""
}

// number writes a number with up to six decimals.
func (p *asked) number(n float64) string { return lang.Number(p.v.Tell.Lang, n, 6) }
