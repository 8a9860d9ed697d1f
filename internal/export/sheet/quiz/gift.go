package quiz

import (
	"bytes"
	"fmt"
	"strings"
)

// WriteGIFT writes questions in Moodle's GIFT format: one block of lines a
// question, blocks divided by empty lines. It holds no pictures, puts steps in
// order and gaps as matches, and has one place for what is told to students
// and to those who mark.
//
// The characters \ ~ = # { } : and line ends are escaped by a backslash; texts
// are marked [plain], so that nothing in them is taken for markup. An id and
// tags stand in a comment, as Moodle 3.9 and later read them.
//
// See https://docs.moodle.org/en/GIFT_format and question/format/gift of
// https://github.com/moodle/moodle.
func WriteGIFT(out *bytes.Buffer, questions []*Question, lose Lose) {
	in := path(nil)
	for q := range tidied(questions, lose) {
		if p := path(q.Category); p != in {
			in = p
			fmt.Fprintf(out, "$CATEGORY: %s\n\n", p)
		}
		if q.Picture != nil {
			lose(q, "picture")
		}
		writeGIFT(out, q, lose)
	}
}

func writeGIFT(out *bytes.Buffer, q *Question, lose Lose) {
	switch {
	case q.Kind == Order || q.Kind == Gaps:
		lose(q, string(q.Kind)+"-as-match")
		q = q.asMatch()
	case q.Kind == Essay && q.guided() != "":
		lose(q, "model-shown")
		guided := *q
		guided.General, q = joined(q.guided(), q.General), &guided
	}
	comment(out, q)
	if q.Title != "" {
		fmt.Fprintf(out, "::%s::", gift(q.Title))
	}
	fmt.Fprintf(out, "[plain]%s{", gift(q.Text))
	switch q.Kind {
	case Choice:
		out.WriteString("\n")
		marked := !q.Single // the one right option is; without any other mark it would be a word to be typed
		for _, o := range q.Options {
			mark := "~"
			switch {
			case o.Percent == 100 && !marked:
				mark, marked = "=", true
			case o.Percent != 0:
				mark = "~%" + number(o.Percent) + "%"
			}
			fmt.Fprintf(out, "\t%s%s%s\n", mark, giftText(o.Text), giftNote(o.Feedback))
		}
	case Match:
		out.WriteString("\n")
		for _, p := range q.Pairs {
			fmt.Fprintf(out, "\t=%s -> %s\n", giftLeft(p.Left), gift(p.Right))
		}
	case Number:
		out.WriteString("#\n")
		for _, f := range q.Numbers {
			fmt.Fprintf(out, "\t=%%%s%%%s:%s%s\n", number(f.Percent), number(f.Value), number(f.Tolerance), giftNote(f.Feedback))
		}
		if q.Otherwise != "" {
			fmt.Fprintf(out, "\t~%s\n", giftNote(q.Otherwise))
		}
	}
	if q.General != "" {
		fmt.Fprintf(out, "\t####%s\n", giftText(q.General))
	}
	out.WriteString("}\n\n")
}

// comment writes the id and the tags.
func comment(out *bytes.Buffer, q *Question) {
	var marks []string
	if q.ID != "" {
		marks = append(marks, "[id:"+q.ID+"]")
	}
	for _, t := range q.Tags {
		marks = append(marks, "[tag:"+t+"]")
	}
	if len(marks) > 0 {
		fmt.Fprintf(out, "// %s\n", strings.Join(marks, " "))
	}
}

var gifted = strings.NewReplacer(`\`, `\\`, "~", `\~`, "=", `\=`, "#", `\#`, "{", `\{`, "}", `\}`, ":", `\:`, "\n", `\n`)

// gift escapes what has a meaning.
func gift(s string) string { return gifted.Replace(s) }

// giftText is gift for a text that may begin with the name of a format or
// with a weight.
func giftText(s string) string {
	if strings.HasPrefix(s, "[") || strings.HasPrefix(s, "%") {
		return "[plain]" + gift(s)
	}
	return gift(s)
}

func giftNote(s string) string {
	if s == "" {
		return ""
	}
	return "#" + giftText(s)
}

// giftLeft is giftText for a left side, in which an arrow cannot be escaped:
// as HTML it has none.
func giftLeft(s string) string {
	if strings.Contains(s, "->") {
		return "[html]" + gift(inline(s))
	}
	return giftText(s)
}
