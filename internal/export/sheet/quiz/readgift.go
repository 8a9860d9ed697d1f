package quiz

import (
	"regexp"
	"strings"
)

// ReadGIFT reads questions in GIFT, as Moodle reads them: titles, comments,
// categories, formats of texts, weights, feedback, missing words, true or
// false, numbers with tolerances and ranges, matches, essays. All faults are
// reported together, with their places.
func ReadGIFT(file string, data []byte, words Words, lose Lose) ([]*Question, error) {
	r := &reader{file: file, words: words, lose: lose}
	if err := r.open(data); err != nil {
		return nil, err
	}
	offset, begin := 0, 0
	var in []string
	end := func() {
		if q := r.gift(r.text[begin:offset], begin, in); q != nil && q.Type == "category" {
			in = q.Category
		} else if q != nil {
			r.keep(q)
		}
	}
	for _, l := range strings.SplitAfter(r.text, "\n") {
		if strings.TrimSpace(l) == "" {
			end()
			begin = offset + len(l)
		}
		offset += len(l)
	}
	end()
	return r.done()
}

// gift reads one block of lines; nil for one of comments alone.
func (r *reader) gift(block string, offset int, in []string) *Question {
	r.current = nil
	if len(block) > maxBlock {
		r.fail(offset, "quiz.long", "max", maxBlock>>10)
		return nil
	}
	var comments []string
	lines := strings.SplitAfter(block, "\n")
	for i, l := range lines {
		if strings.HasPrefix(strings.TrimSpace(l), "//") {
			comments = append(comments, l)
			lines[i] = strings.Repeat(" ", len(l))
		}
	}
	s := unescape(strings.Join(lines, ""), offset).trim()
	if s.empty() {
		return nil
	}
	q := &Question{Category: in, Place: r.place(s.place(offset))}
	r.current = q
	if strings.HasPrefix(s.text, "$CATEGORY:") {
		q.Type, q.Category = "category", category(s.text[len("$CATEGORY:"):])
		return q
	}
	q.marks(strings.Join(comments, ""))
	if s.begins(':') && s.from(1).begins(':') {
		if title, rest, ok := s.from(2).cut("::"); ok {
			q.Title, s = line(title.text), rest.trim()
		}
	}
	text, answers, ok := r.braces(s, q)
	if !ok {
		return nil
	}
	format := ""
	q.Text = r.formatted(q, text, &format)
	if i := answers.lastIndex("####"); i >= 0 {
		general := format
		q.General = r.formatted(q, answers.from(i+4), &general)
		answers = answers.until(i).trim()
	}
	if q.Kind == "" {
		r.answers(q, answers, format)
	}
	return q
}

var (
	idMark  = regexp.MustCompile(`\[id:((?:\\\]|[^][[:cntrl:]])+)\]`)
	tagMark = regexp.MustCompile("\\[tag:((?:\\\\\\]|[^]<>`[[:cntrl:]])+)\\]")
)

// marks reads the id and the tags of comments.
func (q *Question) marks(comments string) {
	if m := idMark.FindStringSubmatch(comments); m != nil {
		q.ID = name(m[1])
	}
	for _, m := range tagMark.FindAllStringSubmatch(comments, maxParts) {
		if t := name(m[1]); t != "" {
			q.Tags = append(q.Tags, t)
		}
	}
}

// braces divides a question into its text and its answers. A text that goes on
// after the answers has a missing word in their place; one without answers is
// a description.
func (r *reader) braces(s span, q *Question) (text, answers span, ok bool) {
	open, shut := s.index("{"), s.index("}")
	switch {
	case open < 0 && shut < 0:
		q.Kind, q.Type = Foreign, "description"
		return s, span{}, true
	case open < 0 || shut < open:
		r.fail(s.place(0), "quiz.gift-brace")
		return s, span{}, false
	}
	text, answers = s.until(open), s.from(open+1).until(shut-open-1).trim()
	if rest := s.from(shut + 1); !rest.trim().empty() {
		text = unspan(text, "_____", rest)
	}
	return text, answers, true
}

// unspan puts a word between two parts.
func unspan(a span, word string, b span) span {
	out := span{text: a.text + word + b.text}
	out.literal = append(append(append(out.literal, a.literal...), make([]bool, len(word))...), b.literal...)
	at := a.place(b.place(0))
	out.at = append(out.at, a.at...)
	for range word {
		out.at = append(out.at, at)
	}
	out.at = append(out.at, b.at...)
	return out
}

// formatted reads a text with the name of its format, which stays for the
// texts below it.
func (r *reader) formatted(q *Question, s span, format *string) string {
	s = s.trim()
	f := *format
	if len(s.text) > maxText {
		r.fail(s.place(0), "quiz.long", "max", maxText>>10)
		return ""
	}
	if s.begins('[') {
		if i := strings.IndexByte(s.text, ']'); i > 0 {
			switch named := s.text[1:i]; named {
			case "moodle", "html", "plain", "markdown":
				f, s = named, s.from(i+1)
			}
		}
	}
	*format = f
	text, lost := formatted(s.text, f)
	lost.tell(q, r.lose)
	return r.bounded(text, s.place(0))
}

// sub reads a text in the format of the question.
func (r *reader) sub(q *Question, s span, format string) string { return r.formatted(q, s, &format) }
