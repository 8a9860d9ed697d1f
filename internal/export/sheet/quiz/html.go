package quiz

import (
	"html"
	"regexp"
	"strings"
)

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// inline writes a text as HTML within a line.
func inline(s string) string {
	return strings.ReplaceAll(escaper.Replace(s), "\n", "<br />")
}

// block writes a text as paragraphs of HTML.
func block(s string) string {
	if s == "" {
		return ""
	}
	s = strings.ReplaceAll(escaper.Replace(s), "\n\n", "</p><p>")
	return "<p>" + strings.ReplaceAll(s, "\n", "<br />") + "</p>"
}

// markup is what reading HTML as text left out.
type markup struct{ style, picture bool }

// tell notes it as lost.
func (m markup) tell(q *Question, lose Lose) {
	if m.style {
		lose(q, "markup")
	}
	if m.picture {
		lose(q, "picture-left-out")
	}
}

func (m *markup) add(o markup) { m.style, m.picture = m.style || o.style, m.picture || o.picture }

// What tags become; those not named are style.
var tags = map[string]string{
	"br": "\n", "p": "\n\n", "div": "\n\n", "ul": "\n", "ol": "\n", "tr": "\n", "table": "\n\n", "tbody": "", "thead": "",
	"li": "\n- ", "/li": "", "td": " ", "th": " ", "blockquote": "\n\n", "pre": "\n\n", "section": "\n\n",
	"h1": "\n\n", "h2": "\n\n", "h3": "\n\n", "h4": "\n\n", "h5": "\n\n", "h6": "\n\n",
}

var gaps = regexp.MustCompile(`[ \t\r\n]+`)

// plainHTML reads HTML as text. Lines of the source mean nothing; lines of a
// text that is not quite HTML, as Moodle's own format has it, are kept where
// keepLines says so.
func plainHTML(s string, keepLines bool) (string, markup) {
	var out strings.Builder
	var lost markup
	chunk := func(t string) {
		if !keepLines {
			t = gaps.ReplaceAllString(t, " ")
		}
		out.WriteString(html.UnescapeString(strings.ReplaceAll(t, "&nbsp;", " ")))
	}
	for s != "" {
		start, end, tag := nextTag(s)
		if start < 0 {
			chunk(s)
			break
		}
		chunk(s[:start])
		s = s[end:]
		text, known := tags[tag]
		if !known {
			text, known = tags[strings.TrimPrefix(tag, "/")]
		}
		switch {
		case known:
			out.WriteString(text)
		case tag == "img":
			lost.picture = true
		case tag == "script" || tag == "style":
			s = afterClosing(s, tag)
		case tag != "" && tag != "/img" && tag != "/script" && tag != "/style":
			lost.style = true
		}
	}
	return Tidy(out.String()), lost
}

// nextTag finds the next tag or comment, its lower-case name, "" of a
// comment; start is −1 for none.
func nextTag(s string) (start, end int, tag string) {
	for at := 0; ; at++ {
		i := strings.IndexByte(s[at:], '<')
		if i < 0 {
			return -1, 0, ""
		}
		at += i
		rest := s[at+1:]
		if strings.HasPrefix(rest, "!--") {
			if e := strings.Index(rest, "-->"); e >= 0 {
				return at, at + 1 + e + 3, ""
			}
			return at, len(s), ""
		}
		n := 0
		if strings.HasPrefix(rest, "/") {
			n = 1
		}
		for n < len(rest) && (letter(rest[n]) || n > 0 && rest[n] >= '0' && rest[n] <= '9') {
			n++
		}
		close := strings.IndexByte(rest, '>')
		if close < 0 {
			return -1, 0, ""
		}
		if n > 0 && rest[:n] != "/" && close >= n {
			return at, at + 1 + close + 1, strings.ToLower(rest[:n])
		}
	}
}

// afterClosing is what follows from the closing tag on, "" for none.
func afterClosing(s, tag string) string {
	for {
		i := strings.Index(s, "</")
		if i < 0 {
			return ""
		}
		if s = s[i:]; len(s) >= 2+len(tag) && strings.EqualFold(s[2:2+len(tag)], tag) {
			return s
		}
		s = s[2:]
	}
}

func letter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

// formatted reads a text in one of Moodle's formats as plain text.
func formatted(s, format string) (string, markup) {
	switch format {
	case "plain", "plain_text", "markdown":
		return Tidy(s), markup{}
	case "html":
		return plainHTML(s, false)
	}
	return plainHTML(s, true) // Moodle's own: HTML whose lines count
}
