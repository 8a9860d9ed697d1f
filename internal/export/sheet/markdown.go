package sheet

import (
	"alarife/internal/export/report"
	"alarife/internal/knowledge"
)

// markdown writes the questions for paper or screen, and then the key. A
// picture is told in words.
func (w *writing) markdown() error {
	r := report.New()
	all := w.tell()
	if w.Part != Key {
		r.Heading(1, w.Title)
		r.Line(w.Say("handout.name-date"))
		for _, t := range all {
			w.markdownQuestion(r, t)
		}
	}
	if w.Part != Questions {
		r.Heading(1, w.Say("handout.key-of", "title", w.Title))
		for _, t := range all {
			w.markdownKey(r, t)
		}
	}
	return r.Markdown(&w.out)
}

func (w *writing) markdownQuestion(r *report.Report, t *told) {
	r.Heading(2, w.Say("handout.exercise", "number", t.number, "title", t.q.Title))
	for _, text := range append(paragraphs(t.q.Story), paragraphs(t.q.Ask)...) {
		r.Line(text)
	}
	if lines := w.outline(t.x); lines != nil {
		w.lose(t.x, "picture-told")
		for _, line := range lines {
			r.Item(0, line)
		}
	}
	r.Line(w.instruction(t))
	switch t.q.Kind {
	case knowledge.MatchItem:
		for _, l := range t.q.Left {
			r.Marked(0, blank+" "+t.marks[l.ID]+")", l.Text)
		}
		r.Line(w.Say("handout.right-sides"))
		for _, o := range t.q.Right {
			r.Marked(0, t.marks["right/"+o.ID]+")", o.Text)
		}
	case knowledge.OrderItem:
		for _, o := range t.q.Options {
			r.Marked(0, blank+" "+t.marks[o.ID]+")", o.Text)
		}
	case knowledge.BuildItem:
		for _, d := range t.q.Decisions {
			r.Marked(0, t.marks[d.ID]+")", d.Text)
			for _, o := range d.Options {
				r.Marked(1, box, o.Text)
			}
		}
	case knowledge.EstimateItem:
		r.Line(blank + blank + " " + t.q.Unit)
	default:
		for _, o := range t.q.Options {
			r.Marked(0, box+" "+t.marks[o.ID]+")", o.Text)
		}
	}
}

// What is filled in by hand.
const (
	box   = "☐"
	blank = "____"
)

func (w *writing) markdownKey(r *report.Report, t *told) {
	r.Heading(2, w.Say("handout.exercise", "number", t.number, "title", t.q.Title))
	for _, line := range w.answer(t) {
		r.Line(line)
	}
	if len(t.s.Checklist) > 0 {
		r.Line(w.Say("handout.checklist"))
	}
	for _, c := range t.s.Checklist {
		r.Item(0, c.Text)
	}
	for _, n := range t.reasons() {
		mark := "✗"
		if n.right {
			mark = "✓"
		}
		if n.mark != "" {
			mark += " " + n.mark + ")"
		}
		r.Marked(0, mark, n.text)
		if n.would != "" {
			r.Item(1, n.would)
		}
	}
	for _, text := range w.remarks(t) {
		r.Line(text)
	}
	if len(t.s.Sources) > 0 {
		r.Line(w.Say("handout.sources"))
	}
	for _, source := range t.s.Sources {
		r.Item(0, source)
	}
}
