package quiz

import (
	"bytes"
	"encoding/csv"
	"regexp"
	"strconv"
	"strings"
)

// Columns of a table. A question is a row whose part is 0, followed by rows of
// the same id for its parts: 1, 2 … and, for the options of a gap, 1a, 1b …
// catalog/README.md says what stands in each.
var Columns = []string{"id", "part", "kind", "title", "category", "tags", "text", "right", "tolerance", "points", "feedback"}

// Places of the columns.
const (
	colID = iota
	colPart
	colKind
	colTitle
	colCategory
	colTags
	colText
	colRight
	colTolerance
	colPoints
	colFeedback
)

// WriteTable writes questions as CSV: RFC 4180 with a header, in UTF-8 with a
// byte order mark, without which spreadsheets take it for another encoding. A
// cell that a spreadsheet would take for a formula gets an apostrophe before
// it, which ReadTable takes away.
func WriteTable(out *bytes.Buffer, questions []*Question, lose Lose) error {
	out.WriteString("\uFEFF")
	w := csv.NewWriter(out)
	w.UseCRLF = true
	_ = w.Write(Columns) // to memory: cannot fail, and would be kept for Error
	taken := map[string]bool{}
	n := 0
	for q := range tidied(questions, lose) {
		n++
		if q.Picture != nil {
			lose(q, "picture")
		}
		id := q.ID
		if taken[id] {
			lose(q, "id")
		}
		if id == "" || taken[id] {
			id = "#" + strconv.Itoa(n) // stands for none
		}
		taken[id] = true
		for _, row := range rows(q) {
			row[colID] = id
			for i := range row {
				row[i] = guard(row[i])
			}
			_ = w.Write(row)
		}
	}
	w.Flush()
	return w.Error()
}

// rows are those of a question, without its id.
func rows(q *Question) (out [][]string) {
	add := func(part string, cells map[int]string) {
		row := make([]string, len(Columns))
		row[colPart] = part
		for i, s := range cells {
			row[i] = s
		}
		out = append(out, row)
	}
	part := func(n int) string { return strconv.Itoa(n + 1) }
	options := func(part func(int) string, list []Option) {
		for n, o := range list {
			add(part(n), map[int]string{colText: o.Text, colPoints: number(o.Percent), colFeedback: o.Feedback})
		}
	}
	head := map[int]string{
		colKind: string(q.Kind), colTitle: q.Title, colCategory: strings.TrimPrefix(strings.TrimPrefix(path(q.Category), "top"), "/"),
		colTags: strings.Join(q.Tags, ", "), colText: q.Text, colFeedback: q.General, colRight: q.Model,
	}
	if q.Kind == Choice {
		head[colRight] = "several"
		if q.Single {
			head[colRight] = "one"
		}
	}
	add("0", head)
	options(part, q.Options)
	for n, p := range q.Pairs {
		add(part(n), map[int]string{colText: p.Left, colRight: p.Right})
	}
	for n, f := range q.Numbers {
		add(part(n), map[int]string{colRight: number(f.Value), colTolerance: number(f.Tolerance), colPoints: number(f.Percent), colFeedback: f.Feedback})
	}
	if q.Otherwise != "" {
		add(otherwise, map[int]string{colFeedback: q.Otherwise})
	}
	for n, s := range append(q.Steps[:len(q.Steps):len(q.Steps)], q.Points...) {
		add(part(n), map[int]string{colText: s})
	}
	for n, g := range q.Gaps {
		add(part(n), map[int]string{colText: g.Label})
		options(func(o int) string { return part(n) + letters(o) }, g.Options)
	}
	return out
}

// letters counts a, b … z, aa …: no spreadsheet takes "1a" for a number or a
// date.
func letters(n int) string {
	if n < 26 {
		return string(rune('a' + n))
	}
	return letters(n/26-1) + letters(n%26)
}

const otherwise = "else" // the part that tells what fits no figure

var (
	formula = regexp.MustCompile(`^'*[=+\-@\t\r＝＋－＠]`)
	guarded = regexp.MustCompile(`^'+[=+\-@\t\r＝＋－＠]`)
	plain   = regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?$`)
)

// guard puts an apostrophe before what a spreadsheet would take for a formula.
func guard(cell string) string {
	if formula.MatchString(cell) && !plain.MatchString(cell) {
		return "'" + cell
	}
	return cell
}

// unguard takes it away.
func unguard(cell string) string {
	if guarded.MatchString(cell) {
		return cell[1:]
	}
	return cell
}
