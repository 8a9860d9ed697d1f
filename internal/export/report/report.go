// Package report holds a written report as headings, lines, items and tables,
// and writes it as plain text or Markdown. It knows nothing of what is
// reported. Any text is safe in it.
package report

import (
	"fmt"

	"alarife/internal/lang"
)

// Report is a report that is being written.
type Report struct {
	blocks     []block
	references []reference
	sources    []string
	number     map[string]int
}

type kind int

const (
	heading kind = iota
	paragraph
	item
	table
)

type block struct {
	kind  kind
	level int // of a heading from 1, depth of an item from 0
	text  string
	mark  string // of an item
	rows  [][]string
	left  int // columns of a table that are set flush left; the rest are figures
}

// New returns an empty report.
func New() *Report { return &Report{number: map[string]int{}} }

// Heading begins a part; level counts from 1.
func (r *Report) Heading(level int, text string) {
	r.blocks = append(r.blocks, block{kind: heading, level: level, text: lang.Clean(text)})
}

// Line adds a paragraph; an empty text adds nothing.
func (r *Report) Line(text string) {
	if text != "" {
		r.blocks = append(r.blocks, block{kind: paragraph, text: lang.Clean(text)})
	}
}

// Item adds an entry of a list at a depth from 0.
func (r *Report) Item(depth int, text string) { r.Marked(depth, "-", text) }

// Marked adds an entry of a list with its own mark, such as "+".
func (r *Report) Marked(depth int, mark, text string) {
	r.blocks = append(r.blocks, block{kind: item, level: depth, mark: mark, text: lang.Clean(text)})
}

// Table adds a table; the first row is its head, the first left columns are
// texts, the others figures.
func (r *Report) Table(left int, rows [][]string) {
	clean := make([][]string, len(rows))
	for i, row := range rows {
		clean[i] = make([]string, len(row))
		for k, cell := range row {
			clean[i][k] = lang.Clean(cell)
		}
	}
	r.blocks = append(r.blocks, block{kind: table, left: left, rows: clean})
}

// Cite returns the mark of a source, "[3]", the same for the same source; ""
// for none.
func (r *Report) Cite(source string) string {
	if source == "" {
		return ""
	}
	n, known := r.number[source]
	if !known {
		r.sources = append(r.sources, source)
		n = len(r.sources)
		r.number[source] = n
	}
	return fmt.Sprintf("[%d]", n)
}

// Sources adds the list of what was cited under a heading of the level; it
// adds nothing where nothing was.
func (r *Report) Sources(level int, title string) {
	if len(r.sources) == 0 {
		return
	}
	r.Heading(level, title)
	for i, s := range r.sources {
		r.Marked(0, fmt.Sprintf("[%d]", i+1), s)
	}
}
