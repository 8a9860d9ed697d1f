package page

import (
	"strings"

	"alarife/internal/export/report"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
)

// writer writes one page.
type writer struct {
	*report.Report
	*Book
	ref   Ref                  // the page itself
	local map[string]lang.Text // words that expressions of this page alone know
}

// head writes title, kind, id and the sessions of the study guide.
func (w *writer) head() {
	t := w.known[w.ref]
	w.Heading(1, w.title(w.ref))
	parts := []string{w.say("kind." + string(w.ref.Kind)), w.Code(w.ref.ID)}
	if n := w.sessions(t); len(n) > 0 {
		var links []string
		for _, s := range n {
			links = append(links, w.sessionLink(s))
		}
		parts = append(parts, w.say("guide", "sessions", strings.Join(links, ", ")))
	}
	w.Line(strings.Join(parts, " · "))
}

func (w *writer) sessionLink(n int) string {
	r := sessionRef(n)
	label := lang.Number(w.Lang, float64(n), 0)
	return w.Report.Link(label, label, w.ref.to(r.File()))
}

// link leads to a thing and says its title, in plain text with its id.
func (w *writer) link(r Ref) string {
	if _, known := w.known[r]; !known {
		return r.ID
	}
	title := w.title(r)
	plain := title + " (" + r.ID + ")"
	if title == r.ID {
		plain = title
	}
	return w.Report.Link(plain, title, w.ref.to(r.File()))
}

// idLink leads to a thing and says its id, for tables.
func (w *writer) idLink(r Ref) string {
	if _, known := w.known[r]; !known {
		return r.ID
	}
	return w.Report.Link(r.ID, r.ID, w.ref.to(r.File()))
}

// links joins links with commas.
func (w *writer) links(refs []Ref) string {
	parts := make([]string, len(refs))
	for i, r := range refs {
		parts[i] = w.link(r)
	}
	return strings.Join(parts, ", ")
}

// list writes a heading and one item a thing; nothing for none.
func (w *writer) list(heading string, refs []Ref) {
	if len(refs) == 0 {
		return
	}
	w.Heading(2, heading)
	for _, r := range refs {
		w.Item(0, w.link(r))
	}
}

// field writes "name: value" as an item; nothing for an empty value.
func (w *writer) field(key, value string) {
	if value != "" {
		w.Item(0, w.say("field", "name", w.say(key), "value", value))
	}
}

// cited puts the mark of a source behind a text.
func (w *writer) cited(text, source string) string {
	return strings.TrimSpace(text + " " + w.Cite(source))
}

// origin says where a figure stands and of when: "as of 2026-10, read in the
// source [1]".
func (w *writer) origin(asOf, source string, checked bool) string {
	if asOf == "" && source == "" {
		return ""
	}
	key := "origin.unchecked"
	if checked {
		key = "origin.checked"
	}
	return w.cited(w.say(key, "date", asOf), source)
}

// era names an era.
func (w *writer) era(e knowledge.Era) string { return w.Say("era." + string(e)) }

func (w *writer) yesNo(yes bool) string {
	if yes {
		return w.Say("value.yes")
	}
	return w.Say("value.no")
}

// template is a text of the catalog whose placeholders stand for what nobody
// has answered: a fact by its name in angles, a limit by its figure.
func (w *writer) template(text lang.Text, own string) string {
	return lang.Fill(w.In(text), func(name string) (string, bool) {
		if r, ok := factRef(w.base, name); ok {
			return "‹" + w.title(r) + "›", true
		}
		service, limit, ok := strings.Cut(name, ".")
		if service == "limit" {
			service = own
		}
		s := w.base.Service(service)
		if !ok || s == nil {
			return "‹" + name + "›", true
		}
		return w.limit(s.Limits[limit]), true
	})
}

// limit is a figure: today's, and the guide's where it differs.
func (w *writer) limit(l knowledge.Limit) string { return w.figures("both-eras", l) }

// figures says the figures of both eras by a text, or the only one.
func (w *writer) figures(key string, l knowledge.Limit) string {
	today := w.Quantity(l.Value, 6, l.Unit)
	if l.Guide == nil {
		return today
	}
	return w.say(key, "today", today, "guide", w.Quantity(*l.Guide, 6, l.Unit))
}
