package report

import "strings"

// A text of a table keeps at least so many columns, and what its longest word
// takes where that is not too much.
const (
	narrow   = 12
	longWord = 48
)

// table sets columns two blanks apart. Where a table of texts alone is wider
// than a line, its texts go on below, the widest column first.
func (t *textWriter) table(b block) {
	wide, least := widths(b), leasts(b)
	total := 0
	for _, n := range wide {
		total += n + 2
	}
	for total > width && b.left >= len(wide) {
		k := widest(wide, least)
		if k < 0 {
			break
		}
		wide[k]--
		total--
	}
	for _, row := range b.rows {
		t.row(row, wide, b.left)
	}
}

// widths is how wide every column is.
func widths(b block) []int {
	wide := []int{}
	for _, row := range b.rows {
		for k, cell := range row {
			if k == len(wide) {
				wide = append(wide, 0)
			}
			wide[k] = max(wide[k], columns(cell))
		}
	}
	return wide
}

// leasts is how narrow every column can get.
func leasts(b block) []int {
	least := []int{}
	for _, row := range b.rows {
		for k, cell := range row {
			if k == len(least) {
				least = append(least, narrow)
			}
			for word := range strings.SplitSeq(cell, " ") {
				least[k] = max(least[k], min(columns(word), longWord))
			}
		}
	}
	return least
}

// widest is the first of the widest columns that can still be narrower, −1
// where there is none.
func widest(wide, least []int) int {
	best := -1
	for k, n := range wide {
		if n > least[k] && (best < 0 || n > wide[best]) {
			best = k
		}
	}
	return best
}

// row writes the cells of a row over as many lines as its texts take.
func (t *textWriter) row(row []string, wide []int, left int) {
	cells := make([][]string, len(row))
	lines := 1
	for k, cell := range row {
		cells[k] = []string{cell}
		if k < left {
			cells[k] = fold(cell, wide[k])
		}
		lines = max(lines, len(cells[k]))
	}
	for i := range lines {
		var line strings.Builder
		for k := range cells {
			text := ""
			if i < len(cells[k]) {
				text = cells[k][i]
			}
			pad := strings.Repeat(" ", max(0, wide[k]-columns(text)))
			if k < left {
				line.WriteString("  " + text + pad)
			} else {
				line.WriteString("  " + pad + text)
			}
		}
		t.line(line.String())
	}
}

// fold breaks a text at plain blanks into lines of at most n columns, and a
// word that is longer where it must.
func fold(text string, n int) []string {
	if columns(text) <= n {
		return []string{text}
	}
	var lines []string
	line := []rune{}
	for word := range strings.SplitSeq(text, " ") {
		letters := []rune(word)
		if len(line) > 0 && len(line)+1+len(letters) <= n {
			line = append(append(line, ' '), letters...)
			continue
		}
		if len(line) > 0 {
			lines = append(lines, string(line))
		}
		for len(letters) > n {
			lines, letters = append(lines, string(letters[:n])), letters[n:]
		}
		line = append([]rune{}, letters...)
	}
	return append(lines, string(line))
}
