package planview

import (
	"strings"
	"unicode/utf8"
)

// Line is one line of a plan.
type Line struct {
	Text    string
	Heading bool
	Part    bool // the heading of a part
	Table   bool // a row, to be set in letters of one width
}

func (l Line) columns() int { return utf8.RuneCountInString(l.Text) }

// Lines parts a plain report into lines. Headings lose the line under them.
func Lines(text string) []Line {
	var list []Line
	table := false
	raw := strings.Split(strings.TrimRight(text, "\n"), "\n")
	for i, s := range raw {
		n := len(list)
		table = s != "" && (table || begins(raw, i))
		switch {
		case n > 0 && rule(s, "=") && raw[i-1] != "":
			list[n-1].Heading = true
		case n > 0 && rule(s, "-") && raw[i-1] != "":
			list[n-1].Heading, list[n-1].Part = true, true
		default:
			list = append(list, Line{Text: s, Table: table})
		}
	}
	return list
}

// rule reports whether a line underlines the one above.
func rule(s, of string) bool { return len(s) > 1 && strings.Trim(s, of) == "" }

// begins reports whether a line is the first of a table: it stands in by two
// blanks after an empty line and is no item of a list.
func begins(raw []string, i int) bool {
	if i == 0 || raw[i-1] != "" || !strings.HasPrefix(raw[i], "  ") {
		return false
	}
	mark, _, _ := strings.Cut(strings.TrimLeft(raw[i], " "), " ")
	return !strings.Contains("-+−!·", mark)
}
