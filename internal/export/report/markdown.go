package report

import (
	"bufio"
	"io"
	"strings"
)

// Markdown writes the report as Markdown (CommonMark with tables). Nothing in
// a text is taken for markup. It returns the error of the writer.
func (r *Report) Markdown(w io.Writer) error {
	out := bufio.NewWriter(w)
	for i, b := range r.blocks {
		if i > 0 && (b.kind != item || r.blocks[i-1].kind != item) {
			out.WriteByte('\n')
		}
		r.markdown(out, b)
	}
	return out.Flush()
}

func (r *Report) markdown(out *bufio.Writer, b block) {
	switch b.kind {
	case heading:
		out.WriteString(strings.Repeat("#", min(b.level, 6)) + " " + r.marked(b.text, escapeLine) + "\n")
	case paragraph:
		out.WriteString(r.marked(b.text, escapeLine) + "\n")
	case item:
		out.WriteString(strings.Repeat("  ", b.level) + "- ")
		if b.mark != "-" {
			out.WriteString(escapeLine(b.mark) + " ")
		}
		out.WriteString(r.marked(b.text, address) + "\n")
	case table:
		r.markdownTable(out, b)
	}
}

func (r *Report) markdownTable(out *bufio.Writer, b block) {
	for i, row := range b.rows {
		for _, cell := range row {
			out.WriteString("| " + r.marked(cell, escape) + " ")
		}
		out.WriteString("|\n")
		if i > 0 {
			continue
		}
		for k := range row {
			out.WriteString([...]string{"|---:", "|---"}[bit(k < b.left)])
		}
		out.WriteString("|\n")
	}
}

func bit(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// address writes a text that is a web address as a link.
func address(s string) string {
	if strings.HasPrefix(s, "https://") && !strings.ContainsAny(s, " <>\"") {
		return "<" + s + ">"
	}
	return escapeLine(s)
}

// escapeLine escapes a text at the beginning of a line, where more characters
// are markup.
func escapeLine(s string) string {
	digits := len(s) - len(strings.TrimLeft(s, "0123456789"))
	switch {
	case s == "":
		return s
	case strings.ContainsRune("#+-=", rune(s[0])):
		return "\\" + escape(s)
	case digits > 0 && digits < len(s) && strings.ContainsRune(".)", rune(s[digits])):
		return s[:digits] + "\\" + escape(s[digits:])
	}
	return escape(s)
}

// escape puts a backslash before every character that Markdown may act on.
func escape(s string) string {
	var b strings.Builder
	for i, r := range s {
		if strings.ContainsRune("\\`*_{}[]<>|~&$^", r) || (r == '!' && strings.HasPrefix(s[i+1:], "[")) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
