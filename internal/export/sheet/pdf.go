package sheet

import (
	"slices"
	"strings"

	"alarife/internal/export/sheet/paper"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/paint"
	"alarife/internal/practice"
	"alarife/internal/typeface"
)

// writingLines are left for an answer in the student's own words.
const writingLines = 9

// pdf prints the questions on A4, and the key on pages of its own.
func (w *writing) pdf() error {
	title := lang.Clean(w.Title)
	p := paper.New(title, string(w.Lang), func(page, pages int) string {
		return w.Say("handout.page", "page", page, "pages", pages)
	})
	all := w.tell()
	if w.Part != Key {
		p.Begin()
		p.Text(paper.Title, title)
		p.Fields(true, paper.Field{Label: w.Say("handout.name"), Share: 0.65}, paper.Field{Label: w.Say("handout.date"), Share: 0.35})
		for _, t := range all {
			if err := w.printQuestion(p, t); err != nil {
				return err
			}
		}
	}
	if w.Part != Questions {
		p.Break()
		p.Begin()
		p.Text(paper.Title, w.Say("handout.key-of", "title", title))
		for _, t := range all {
			w.printKey(p, t)
		}
	}
	return paint.New().Document(&w.out, p.Document(), paint.Light())
}

func (w *writing) printQuestion(p *paper.Paper, t *told) error {
	w.unprintable(t)
	p.Begin()
	p.Text(paper.Heading, w.Say("handout.exercise", "number", t.number, "title", t.q.Title))
	for _, text := range paragraphs(t.q.Story) {
		p.Tied(paper.Body, text)
	}
	for _, text := range paragraphs(t.q.Ask) {
		p.Tied(paper.Strong, text)
	}
	s, err := w.scene(t.x)
	if err != nil {
		return err
	}
	if s != nil {
		stand := p.Picture(s, w.Say("handout.picture-of", "number", t.number))
		if stand == paper.OnA3 {
			w.lose(t.x, "a4")
		}
		if stand != paper.Between {
			p.Tied(paper.Small, w.Say("handout.picture-apart"))
		}
		p.Tied(paper.Small, strings.Join(w.outline(t.x), " · "))
	}
	p.Tied(paper.Small, w.instruction(t))
	w.printForm(p, t)
	return nil
}

// unprintable notes characters that the printed font lacks.
func (w *writing) unprintable(t *told) {
	texts := []string{t.q.Title, t.q.Story, t.q.Ask, t.q.Unit}
	for _, list := range [][]practice.Shown{t.q.Options, t.q.Left, t.q.Right} {
		for _, o := range list {
			texts = append(texts, o.Text)
		}
	}
	for _, text := range texts {
		placed, _ := typeface.Of(false).Line(typeface.Clean(text))
		if slices.ContainsFunc(placed, func(g typeface.Placed) bool { return g.Index == 0 }) {
			w.lose(t.x, "letters")
		}
	}
}

// printForm sets what the answer is written on.
func (w *writing) printForm(p *paper.Paper, t *told) {
	switch t.q.Kind {
	case knowledge.MatchItem:
		for _, l := range t.q.Left {
			p.Item(0, paper.Blank, t.marks[l.ID]+")", l.Text, false)
		}
		p.Text(paper.Small, w.Say("handout.right-sides"))
		for _, o := range t.q.Right {
			p.Item(0, paper.None, t.marks["right/"+o.ID]+")", o.Text, false)
		}
	case knowledge.OrderItem:
		for _, o := range t.q.Options {
			p.Item(0, paper.Blank, t.marks[o.ID]+")", o.Text, false)
		}
	case knowledge.BuildItem:
		for _, d := range t.q.Decisions {
			p.Item(0, paper.None, t.marks[d.ID]+")", d.Text, false)
			var entries []paper.Entry
			for _, o := range d.Options {
				entries = append(entries, paper.Entry{Text: o.Text})
			}
			p.Choices(1, entries)
		}
	case knowledge.EstimateItem:
		p.Lines(3)
		p.Fields(true, paper.Field{Label: w.Say("handout.answer"), Share: 0.6, After: t.q.Unit})
	case knowledge.ExplainItem:
		p.Lines(writingLines)
	default:
		var entries []paper.Entry
		for _, o := range t.q.Options {
			entries = append(entries, paper.Entry{Mark: t.marks[o.ID] + ")", Text: o.Text})
		}
		p.Choices(0, entries)
	}
}

func (w *writing) printKey(p *paper.Paper, t *told) {
	p.Begin()
	p.Text(paper.Heading, w.Say("handout.exercise", "number", t.number, "title", t.q.Title))
	style := paper.Strong
	if t.q.Kind == knowledge.ExplainItem {
		style = paper.Body
	}
	for _, line := range w.answer(t) {
		p.Tied(style, line)
	}
	if len(t.s.Checklist) > 0 {
		p.Tied(paper.Strong, w.Say("handout.checklist"))
	}
	for _, c := range t.s.Checklist {
		p.Item(0, paper.Empty, "", c.Text, true)
	}
	for _, r := range t.reasons() {
		box := paper.Empty
		if r.right {
			box = paper.Crossed
		}
		p.Item(0, box, r.mark+")", r.text, false)
		p.Under(r.would)
	}
	for _, text := range w.remarks(t) {
		p.Text(paper.Body, text)
	}
	if len(t.s.Sources) > 0 {
		p.Text(paper.Small, w.Say("handout.sources")+" "+strings.Join(t.s.Sources, " · "))
	}
}
