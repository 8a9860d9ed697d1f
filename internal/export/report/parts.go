package report

import "strings"

// Part is one part of a report, for whoever shows it by other means than
// letters alone: a heading, a paragraph, an entry of a list or a table.
type Part struct {
	Heading int    // its level from 1; 0 for what is none
	Mark    string // of an entry of a list, "" for what is none
	Depth   int    // of an entry, from 0
	Text    []Span
	Rows    [][][]Span // of a table, its head first
	Left    int        // columns of a table that hold texts; the rest are figures
}

// Span is a stretch of text that is one thing.
type Span struct {
	Text   string
	Target string // where it leads: a relative path or a web address, "" for nowhere
	Code   bool
}

// Parts returns the report part by part, in order.
func (r *Report) Parts() []Part {
	parts := make([]Part, 0, len(r.blocks))
	for _, b := range r.blocks {
		p := Part{Text: r.spans(b.text), Left: b.left}
		switch b.kind {
		case heading:
			p.Heading = b.level
		case item:
			p.Mark, p.Depth = b.mark, b.level
		case table:
			for _, row := range b.rows {
				var cells [][]Span
				for _, cell := range row {
					cells = append(cells, r.spans(cell))
				}
				p.Rows = append(p.Rows, cells)
			}
		}
		parts = append(parts, p)
	}
	return parts
}

// spans takes a text apart at its references; what is a web address as a
// whole leads there.
func (r *Report) spans(text string) (all []Span) {
	if strings.HasPrefix(text, "https://") && !strings.ContainsAny(text, " <>\"") {
		return []Span{{Text: text, Target: text}}
	}
	r.resolve(text, func(s string) string {
		if s != "" {
			all = append(all, Span{Text: s})
		}
		return ""
	}, func(x reference) string {
		all = append(all, Span{Text: x.label, Target: x.target, Code: x.target == ""})
		return ""
	})
	return all
}
