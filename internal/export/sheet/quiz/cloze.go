package quiz

import (
	"html"
	"regexp"
	"strings"
)

// clozed escapes what has a meaning within a gap. Moodle decodes the entities
// of an answer once, undoes backslashes before } and #, and then takes it for
// HTML; so a backslash is an entity of that HTML.
var clozed = strings.NewReplacer(
	"&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "~", "&#126;", "#", "&#35;", "{", "&#123;", "}", "&#125;", `\`, "&amp;#92;", "=", "&#61;", "%", "&#37;",
)

// cloze writes gaps as embedded answers, each in a paragraph of its own after
// its label: {1:MULTICHOICE:~wrong#feedback~=right}.
//
// See https://docs.moodle.org/en/Embedded_Answers_(Cloze)_question_type and
// question/type/multianswer of https://github.com/moodle/moodle.
func cloze(gaps []Gap) string {
	var out strings.Builder
	for _, g := range gaps {
		out.WriteString("<p>" + strings.NewReplacer("{", "&#123;", "}", "&#125;").Replace(inline(g.Label)) + " {1:MULTICHOICE:")
		for n, o := range g.Options {
			if n > 0 {
				out.WriteString("~")
			}
			switch {
			case o.Percent >= 100:
				out.WriteString("=")
			case o.Percent != 0:
				out.WriteString("%" + number(o.Percent) + "%")
			}
			out.WriteString(clozed.Replace(inline(o.Text)))
			if o.Feedback != "" {
				out.WriteString("#" + clozed.Replace(inline(o.Feedback)))
			}
		}
		out.WriteString("}</p>")
	}
	return out.String()
}

var (
	gapStart  = regexp.MustCompile(`\{[0-9]*:(?:MULTICHOICE|MC)(?:_?[VHS]{1,2})?:`)
	otherGap  = regexp.MustCompile(`\{[0-9]*:[A-Z_]+:`)
	gapWeight = regexp.MustCompile(`^%(-?[0-9]{1,3}(?:[.,][0-9]*)?)%`)
)

// readCloze divides the HTML of a cloze question into its text and its gaps.
// ok is false where it has other gaps than choices of one option.
func readCloze(s string) (text string, found []Gap, lost markup, ok bool) {
	label := ""
	take := func(part string) {
		plain, l := plainHTML(part, false)
		lost.add(l)
		if len(found) == 0 {
			if i := strings.LastIndex(plain, "\n"); i >= 0 {
				text, plain = Tidy(plain[:i]), plain[i+1:]
			}
		}
		label = line(plain)
	}
	for len(found) <= maxParts {
		at := gapStart.FindStringIndex(s)
		if at == nil {
			break
		}
		end := unescapedBrace(s[at[1]:])
		if end < 0 {
			return "", nil, lost, false
		}
		take(s[:at[0]])
		g := Gap{Label: label}
		for _, part := range splitCloze(s[at[1]:at[1]+end], '~') {
			o, l := clozeOption(part)
			lost.add(l)
			g.Options = append(g.Options, o)
		}
		found, s = append(found, g), s[at[1]+end+1:]
	}
	if rest, l := plainHTML(s, false); rest != "" {
		lost.add(l)
		text = joined(text, rest)
	}
	return text, found, lost, !otherGap.MatchString(s) && len(found) > 0
}

func clozeOption(s string) (o Option, lost markup) {
	switch m := gapWeight.FindStringSubmatch(s); {
	case strings.HasPrefix(s, "="):
		o.Percent, s = 100, s[1:]
	case m != nil:
		v, _ := finite(strings.Replace(m[1], ",", ".", 1))
		o.Percent, s = percent(max(-100, min(v, 100))), s[len(m[0]):]
	}
	parts := splitCloze(s, '#')
	text := func(s string) string {
		s = html.UnescapeString(s)
		plain, l := plainHTML(strings.NewReplacer(`\}`, "}", `\#`, "#").Replace(s), false)
		lost.add(l)
		return plain
	}
	o.Text = text(parts[0])
	if len(parts) > 1 {
		o.Feedback = text(strings.Join(parts[1:], "#"))
	}
	return o, lost
}

// splitCloze divides at a mark that neither a backslash nor an ampersand
// escapes.
func splitCloze(s string, mark byte) (out []string) {
	begin := 0
	for i := range len(s) {
		if s[i] == mark && !strings.HasSuffix(s[:i], `\`) && !strings.HasSuffix(s[:i], "&") && !strings.HasSuffix(s[:i], "&amp;") {
			out, begin = append(out, s[begin:i]), i+1
		}
	}
	return append(out, s[begin:])
}

func unescapedBrace(s string) int {
	for i := range len(s) {
		if s[i] == '}' && (i == 0 || s[i-1] != '\\') {
			return i
		}
	}
	return -1
}
