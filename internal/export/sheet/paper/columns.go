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
	gutter      = 16.0
	column      = (width - gutter) / 2
)

// Choices sets entries with boxes to tick, in two columns where there are many
// short ones.
func (p *Paper) Choices(entries []Entry) {
	if len(entries) < manyEntries || !narrow(entries) {
		for _, e := range entries {
			p.Item(0, Empty, e.Mark, e.Text, false)
		}
		return
	}
	rows := (len(entries) + 1) / 2
	for i := range rows {
		p.add(piece{before: item.Before, height: item.Size * leading, draw: func(page *paint.Page, y float64) {
			choice(page, entries[i], side, y)
			if k := i + rows; k < len(entries) {
				choice(page, entries[k], side+column+gutter, y)
			}
		}})
	}
}

func choice(page *paint.Page, e Entry, x, y float64) {
	base := y + item.Size*ascent
	lead(page, item, Empty, e.Mark, x, base)
	page.Texts = append(page.Texts, written(item, x+before(item, Empty, e.Mark), base, typeface.Clean(e.Text)))
}

// narrow reports whether every entry fits on a line of one column.
func narrow(entries []Entry) bool {
	for _, e := range entries {
		if before(item, Empty, e.Mark)+typeface.Of(false).Width(typeface.Clean(e.Text), item.Size) > column {
			return false
		}
	}
	return true
}
