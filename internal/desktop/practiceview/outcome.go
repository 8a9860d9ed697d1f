package practiceview

import (
	"strconv"

	"alarife/internal/desktop/kit"
	"alarife/internal/practice/session"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// outcome is the page of the result of a sitting.
type outcome struct {
	v           *View
	left, right *container.Scroll
	first       fyne.Focusable
	whole       fyne.CanvasObject
}

// outcomeShare is that of the width that the score has.
const outcomeShare = 0.46

// showOutcome shows the result of the sitting.
func (v *View) showOutcome() {
	if v.working {
		return
	}
	v.put(newOutcome(v))
}

func newOutcome(v *View) *outcome {
	p := &outcome{v: v}
	back := kit.NewButton(v.say("practise.start-page"), theme.NavigateBackIcon(), p, v.pause)
	back.Importance = widget.LowImportance
	head := container.NewVBox(container.NewHBox(back, flat(kit.Strong(p.title()))), widget.NewSeparator())
	p.left = container.NewVScroll(container.NewPadded(p.score()))
	p.right = container.NewVScroll(container.NewPadded(p.list()))
	split := container.NewHSplit(kit.Upright(p.left), kit.Upright(p.right))
	split.SetOffset(outcomeShare)
	p.whole = container.NewBorder(head, nil, nil, nil, split)
	return p
}

func (p *outcome) object() fyne.CanvasObject    { return p.whole }
func (p *outcome) scrolls() []*container.Scroll { return []*container.Scroll{p.left, p.right} }
func (p *outcome) focus() fyne.Focusable        { return p.first }

func (p *outcome) title() string {
	return p.v.say("practise.kind."+string(p.v.sitting.kind)) + " · " + p.v.say("practise.result")
}

// TypedKey leads back on Escape.
func (p *outcome) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		p.v.pause()
	}
}

// TypedRune does nothing.
func (p *outcome) TypedRune(rune) {}

// score tells the whole and its parts, and what is to be studied.
func (p *outcome) score() fyne.CanvasObject {
	v, r, s := p.v, p.v.sitting.result, p.v.sitting
	big := flat(kit.Strong(v.percent(r.Credit)))
	big.SizeName = theme.SizeNameHeadingText
	stack := kit.Tight(big, kit.Reading(v.say("practise.score", "right", r.Right, "answered", r.Answered, "count", r.Count, "time", v.duration(r.Spent))))
	if s.overdue {
		kit.Append(stack, kit.Strong(v.say("practise.over")))
	}
	if s.lost > 0 {
		kit.Append(stack, kit.Body(v.say("practise.lost", "n", s.lost)))
	}
	kit.Append(stack,
		v.chart("practise.result.guide", shares(r.Guide, func(x session.Share) string { return v.sessionName(x.Session) }, v), bars),
		v.chart("practise.result.topics", shares(r.Topics, func(x session.Share) string { return v.topicName(x.Topic) }, v), bars),
	)
	if len(r.Study) > 0 {
		kit.Append(stack, kit.Strong(v.say("practise.study")), p.study(r.Study))
	}
	return stack
}

// shares are the points of the parts of a result.
func shares(list []session.Share, label func(session.Share) string, v *View) (points []kit.Point) {
	for _, s := range list {
		text := v.say("practise.share", "percent", v.percent(s.Credit), "right", s.Right, "count", s.Count)
		points = append(points, kit.Point{Label: label(s), Value: s.Credit, Text: text})
	}
	return points
}

// mostStudied is how many rules are named.
const mostStudied = 12

// study names the rules that were missed, with the pages where they stand.
func (p *outcome) study(list []session.Study) fyne.CanvasObject {
	stack := kit.Tight()
	for _, s := range list[:min(mostStudied, len(list))] {
		said := kit.Lines(kit.Body(p.v.Tell.In(s.Title)))
		if text := p.v.Tell.In(s.Text); text != "" {
			kit.Append(said, kit.Note(text))
		}
		row := fyne.CanvasObject(said)
		if links := append(p.v.links([]string{s.ID}, 1), p.v.sessionLinks(s.Guide)...); len(links) > 0 {
			read := kit.NewButton(p.v.say("practise.read"), theme.DocumentIcon(), p, func() { p.v.openPages(links[0].ref) })
			read.Importance = widget.LowImportance
			row = container.NewBorder(nil, nil, nil, container.NewVBox(read), row)
		}
		kit.Append(stack, row)
	}
	return stack
}

// list is the exercises, each to be looked at with its feedback.
func (p *outcome) list() fyne.CanvasObject {
	v, s := p.v, p.v.sitting
	stack := kit.Tight(kit.Strong(v.say("practise.exercises")), kit.Note(v.say("practise.exercises.about")), kit.Gap(4))
	for _, e := range s.result.Entries {
		row := kit.NewOption(strconv.Itoa(e.N+1), v.Tell.In(e.Title), true, entryKeys{p, e.N}).Small()
		standing, word := kit.Wrong, v.say("practise.verdict.wrong")
		switch {
		case !e.Answered:
			word = v.say("practise.verdict.none")
			if !s.exam() {
				standing = kit.Free // earns nothing and costs nothing
			}
		case e.Grade.Right:
			standing, word = kit.Right, v.say("practise.verdict.right")
		case e.Grade.Credit > 0:
			word = v.say("practise.verdict.partly", "percent", v.percent(e.Grade.Credit))
		}
		if e.Flagged {
			word = "⚑ " + v.say("practise.flagged") + " · " + word
		}
		row.Stand(standing, word)
		row.OnTapped = func() { v.goTo(e.N) }
		if p.first == nil {
			p.first = row
		}
		kit.Append(stack, row, kit.Gap(4))
	}
	return stack
}

// entryKeys opens an exercise on Enter.
type entryKeys struct {
	*outcome
	n int
}

// TypedKey opens the exercise on Enter.
func (k entryKeys) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter {
		k.v.goTo(k.n)
		return
	}
	k.outcome.TypedKey(e)
}
