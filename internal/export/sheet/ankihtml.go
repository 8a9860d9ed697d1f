package sheet

import (
	"html"
	"strings"

	"alarife/internal/knowledge"
	"alarife/internal/practice"
)

// hypertext is HTML that is being written; texts are escaped.
type hypertext struct{ strings.Builder }

// add writes a text between tags: add("<p>", text, "</p>").
func (h *hypertext) add(before, text, after string) {
	h.WriteString(before + escaped(text) + after)
}

// escaped is a text in HTML. Anki looks for sounds and formulas between square
// brackets; it does not find them behind a character reference.
func escaped(text string) string {
	return strings.ReplaceAll(html.EscapeString(text), "[", "&#91;")
}

// marked writes an entry of a list with its mark.
func (h *hypertext) marked(mark, text string) {
	h.WriteString("<li>")
	if mark != "" {
		h.add("<b>", mark, "</b> ")
	}
	h.add("", text, "</li>")
}

func (w *writing) ankiQuestion(t *told) string {
	var h hypertext
	for _, text := range paragraphs(t.q.Story) {
		h.add("<p>", text, "</p>")
	}
	for _, text := range paragraphs(t.q.Ask) {
		h.add(`<p class="ask">`, text, "</p>")
	}
	if t.several() {
		h.add("<p>", w.Say("handout.several"), "</p>")
	}
	return h.String()
}

func (w *writing) ankiOptions(t *told) string {
	var h hypertext
	list := func(options []practice.Shown, side string) {
		if len(options) == 0 {
			return
		}
		h.WriteString("<ul>")
		for _, o := range options {
			h.marked(t.marks[side+o.ID], o.Text)
		}
		h.WriteString("</ul>")
	}
	list(t.q.Options, "")
	list(t.q.Left, "")
	list(t.q.Right, "right/")
	for _, d := range t.q.Decisions {
		h.add("<h2>", t.marks[d.ID]+") "+d.Text, "</h2>")
		list(d.Options, "none/")
	}
	return h.String()
}

func (w *writing) ankiAnswer(t *told) string {
	var h hypertext
	before := `<p class="ask">`
	if t.q.Kind == knowledge.ExplainItem {
		before = "<p>"
	}
	for _, line := range w.answer(t) {
		h.add(before, line, "</p>")
	}
	if len(t.s.Checklist) > 0 {
		h.add("<h2>", w.Say("handout.checklist"), "</h2><ul>")
		for _, c := range t.s.Checklist {
			h.marked("✓", c.Text)
		}
		h.WriteString("</ul>")
	}
	return h.String()
}

func (w *writing) ankiFeedback(t *told) string {
	var h hypertext
	if reasons := t.reasons(); len(reasons) > 0 {
		h.WriteString("<ul>")
		for _, r := range reasons {
			class, mark := "wrong", "✗ "+r.mark
			if r.right {
				class, mark = "right", "✓ "+r.mark
			}
			h.add(`<li class="`+class+`"><b>`, mark, "</b> ")
			h.add("", r.text, "")
			if r.would != "" {
				h.add(`<p class="would">`, r.would, "</p>")
			}
			h.WriteString("</li>")
		}
		h.WriteString("</ul>")
	}
	for _, text := range w.remarks(t) {
		h.add("<p>", text, "</p>")
	}
	return h.String()
}

func (w *writing) ankiSources(t *told) string {
	var h hypertext
	for _, s := range t.s.Sources {
		if strings.HasPrefix(s, "https://") {
			h.add(`<p><small><a href="`, s, `">`)
			h.add("", s, "</a></small></p>")
		} else {
			h.add("<p><small>", s, "</small></p>")
		}
	}
	return h.String()
}
