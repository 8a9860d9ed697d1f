package paper

import (
	"alarife/internal/paint"
	"alarife/internal/typeface"
)

// Entry is an entry of a list.
type Entry struct{ Mark, Text string }

// Columns of a long list of short entries.
const (
	manyEntries = 7
	mostLines   = 2 // of an entry in a column
	gutter      = 16.0
)

// Choices sets entries with boxes to tick at a depth from 0, in two columns
// where there are many short ones. The first stays with what stands above it.
func (p *Paper) Choices(depth int, entries []Entry) {
	c := columns{left: side + float64(depth)*indent}
	c.width = (short - side - c.left - gutter) / 2
	rows := (len(entries) + 1) / 2
	if len(entries) < manyEntries || !c.take(entries) {
		for i, e := range entries {
			p.Item(depth, Empty, e.Mark, e.Text, i == 0)
		}
		return
	}
	for i := range rows {
		row := c.row(i)
		if i+rows < len(entries) {
			row = append(row, c.row(i+rows)...)
		}
		p.add(piece{before: item.Before, height: c.height(i, rows), tied: i == 0, draw: func(page *paint.Page, y float64) {
			for k, e := range row {
				e.draw(page, c.left+float64(k)*(c.width+gutter), y)
			}
		}})
	}
}

// columns are entries broken into the lines of two columns.
type columns struct {
	left, width float64
	entries     []broken
}

// broken is an entry with its lines.
type broken struct {
	mark  string
	lines []string
}

// take breaks the entries; false where one of them is too long for a column.
func (c *columns) take(entries []Entry) bool {
	for _, e := range entries {
		lines := typeface.Of(false).Wrap(typeface.Clean(e.Text), item.Size, c.width-before(item, Empty, e.Mark), 0)
		if len(lines) > mostLines {
			return false
		}
		c.entries = append(c.entries, broken{e.Mark, lines})
	}
	return true
}

func (c *columns) row(i int) []broken { return c.entries[i : i+1 : i+1] }

// height is that of the higher of the two entries of a row.
func (c *columns) height(i, rows int) float64 {
	n := max(1, len(c.entries[i].lines))
	if i+rows < len(c.entries) {
		n = max(n, len(c.entries[i+rows].lines))
	}
	return float64(n) * item.Size * leading
}

func (e broken) draw(page *paint.Page, x, y float64) {
	base := y + item.Size*ascent
	lead(page, item, Empty, e.mark, x, base)
	for i, line := range e.lines {
		page.Texts = append(page.Texts, written(item, x+before(item, Empty, e.mark), base+float64(i)*item.Size*leading, line))
	}
}
