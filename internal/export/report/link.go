package report

import (
	"strconv"
	"strings"
)

// A text may hold references, made by Link and Code and told apart by two
// characters of private use around their number. One that was not made for
// this report is dropped.
const open, shut = '\uE000', '\uE001'

// reference is a part of a text that is no plain text.
type reference struct {
	plain  string // what plain text says
	label  string // what Markdown says
	target string // where Markdown leads, "" for code
}

// Link returns a text that leads somewhere: plain text says plain, Markdown
// says label and links to target, a relative path.
func (r *Report) Link(plain, label, target string) string {
	return r.refer(reference{plain, label, target})
}

// Code returns a text that stands as it is written, such as an expression.
func (r *Report) Code(text string) string { return r.refer(reference{plain: text, label: text}) }

func (r *Report) refer(x reference) string {
	r.references = append(r.references, x)
	return string(open) + strconv.Itoa(len(r.references)-1) + string(shut)
}

// resolve replaces the references of a text, and its other parts.
func (r *Report) resolve(text string, other func(string) string, refer func(reference) string) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(text, string(open))
		b.WriteString(other(before))
		if !found {
			return b.String()
		}
		number, after, _ := strings.Cut(rest, string(shut))
		if n, err := strconv.Atoi(number); err == nil && n >= 0 && n < len(r.references) {
			b.WriteString(refer(r.references[n]))
		}
		text = after
	}
}

// Plain is a text as plain text says it, without references.
func (r *Report) Plain(text string) string {
	if !strings.ContainsRune(text, open) {
		return text
	}
	return r.resolve(text, func(s string) string { return s }, func(x reference) string { return x.plain })
}

// marked is a text as Markdown; first escapes what stands at its beginning.
func (r *Report) marked(text string, first func(string) string) string {
	begin := true
	return r.resolve(text, func(s string) string {
		defer func() { begin = false }()
		if begin {
			return first(s)
		}
		return escape(s)
	}, func(x reference) string {
		begin = false
		if x.target == "" {
			return code(x.label)
		}
		return "[" + escape(x.label) + "](" + x.target + ")"
	})
}

// code sets a text between as many backticks as it takes. A bar would end the
// cell of a table, even here.
func code(s string) string {
	fence := "`"
	for strings.Contains(s, fence) {
		fence += "`"
	}
	if len(fence) > 1 {
		s = " " + s + " "
	}
	return fence + strings.ReplaceAll(s, "|", `\|`) + fence
}
