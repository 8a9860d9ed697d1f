package report

import (
	"bufio"
	"io"
	"strings"
	"unicode/utf8"
)

// width is the number of columns that lines of plain text fill.
const width = 100

// Text writes the report as plain text for a terminal. It returns the error
// of the writer.
func (r *Report) Text(w io.Writer) error {
	out := &textWriter{w: bufio.NewWriter(w)}
	for i, b := range r.blocks {
		b = r.plainly(b)
		if i > 0 && !joined(r.blocks[i-1], b) {
			out.line("")
		}
		out.block(b)
	}
	return out.w.Flush()
}

// plainly returns a block without references.
func (r *Report) plainly(b block) block {
	b.text = r.Plain(b.text)
	rows := make([][]string, len(b.rows))
	for i, row := range b.rows {
		rows[i] = make([]string, len(row))
		for k, cell := range row {
			rows[i][k] = r.Plain(cell)
		}
	}
	b.rows = rows
	return b
}

// joined reports whether a block follows the one before without a gap: an item
// behind an item, or behind the line that announces it.
func joined(before, b block) bool {
	return b.kind == item && (before.kind == item || before.kind == paragraph && strings.HasSuffix(before.text, ":"))
}

type textWriter struct{ w *bufio.Writer }

func (t *textWriter) line(s string) {
	t.w.WriteString(strings.TrimRight(s, " "))
	t.w.WriteByte('\n')
}

func (t *textWriter) block(b block) {
	switch b.kind {
	case heading:
		t.heading(b)
	case paragraph:
		t.wrapped("", "", b.text)
	case item:
		first := strings.Repeat("  ", b.level) + b.mark + " "
		t.wrapped(first, strings.Repeat(" ", columns(first)), b.text)
	case table:
		t.table(b)
	}
}

// heading underlines the first two levels.
func (t *textWriter) heading(b block) {
	t.wrapped("", "", b.text)
	if b.level <= 2 {
		t.line(strings.Repeat([...]string{"=", "-"}[max(0, b.level-1)], min(columns(b.text), width)))
	}
}

// wrapped writes a text over as many lines as it takes, broken at plain blanks.
func (t *textWriter) wrapped(first, rest, text string) {
	line, used := first, columns(first)
	empty := true
	for word := range strings.SplitSeq(text, " ") {
		if word == "" {
			continue
		}
		n := columns(word)
		switch {
		case empty:
			line, used = line+word, used+n
		case used+1+n > width:
			t.line(line)
			line, used = rest+word, columns(rest)+n
		default:
			line, used = line+" "+word, used+1+n
		}
		empty = false
	}
	t.line(line)
}

func columns(s string) int { return utf8.RuneCountInString(s) }
