package quiz

import (
	"regexp"
	"strings"
)

// answers reads what stands between braces; the first marks tell the kind, in
// the order in which Moodle looks for them.
func (r *reader) answers(q *Question, s span, format string) {
	switch {
	case s.empty():
		q.Kind = Essay
	case s.begins('#'):
		r.giftNumber(q, s.from(1), format)
	case s.index("~") >= 0:
		r.giftChoice(q, s, format)
	case s.index("=") >= 0 && s.index("->") >= 0:
		r.giftMatch(q, s, format)
	default:
		r.giftTruth(q, s, format)
	}
}

func (r *reader) giftChoice(q *Question, s span, format string) {
	q.Kind, q.Single = Choice, s.index("=") >= 0
	for _, p := range s.parts("~=") {
		o := Option{}
		mark := p
		switch {
		case p.begins('='):
			o.Percent, p = 100, p.from(1)
		case p.begins('~'):
			p = p.from(1)
		}
		if p = p.trim(); o.Percent == 0 {
			o.Percent, p = weight(p, 0)
		}
		text, note, _ := p.cut("#")
		o.Text, o.Feedback = r.sub(q, text, format), r.sub(q, note, format)
		if o.Text == "" {
			r.fail(mark.place(0), "quiz.empty-option")
		}
		q.Options = append(q.Options, o)
	}
}

var percents = regexp.MustCompile(`^%(-*[0-9]{1,3}(?:\.[0-9]*)?)%`)

// weight reads a weight before an answer.
func weight(s span, otherwise float64) (float64, span) {
	s = s.trim()
	if m := percents.FindStringSubmatch(s.text); m != nil && s.meant(0, len(m[0])) {
		if v, ok := finite(m[1]); ok {
			return percent(max(-100, min(v, 100))), s.from(len(m[0]))
		}
	}
	return otherwise, s
}

func (r *reader) giftMatch(q *Question, s span, format string) {
	q.Kind = Match
	for _, p := range s.parts("=") {
		left, right, ok := p.cut("->")
		if !ok || !p.begins('=') {
			r.fail(p.place(0), "quiz.gift-arrow")
			continue
		}
		pair := Pair{r.sub(q, left.from(1), format), line(right.text)}
		if pair.Right == "" {
			r.fail(p.place(0), "quiz.empty-option")
		}
		q.Pairs = append(q.Pairs, pair)
	}
}

// giftTruth reads true or false, or what stands for a written answer.
func (r *reader) giftTruth(q *Question, s span, format string) {
	word, notes, _ := s.cut("#")
	right := 0
	switch strings.TrimSpace(word.text) {
	case "T", "TRUE":
	case "F", "FALSE":
		right = 1
	default:
		q.Kind, q.Type = Foreign, "shortanswer"
		return
	}
	q.truth(r.words, right)
	wrong, good, _ := notes.cut("#")
	q.Options[right].Feedback, q.Options[1-right].Feedback = r.sub(q, good, format), r.sub(q, wrong, format)
}

// truth makes a question a choice of true or false.
func (q *Question) truth(words Words, right int) {
	q.Kind, q.Single = Choice, true
	q.Options = []Option{{Text: words.True}, {Text: words.False}}
	q.Options[right].Percent = 100
}

func (r *reader) giftNumber(q *Question, s span, format string) {
	q.Kind = Number
	if i := s.index("~"); i >= 0 {
		_, note, _ := s.from(i).cut("#")
		q.Otherwise, s = r.sub(q, note, format), s.until(i)
	}
	for _, p := range s.parts("=") {
		if p.begins('=') {
			p = p.from(1).trim()
		}
		place := p.place(0)
		var f Figure
		f.Percent, p = weight(p, 100)
		figure, note, _ := p.cut("#")
		f.Feedback = r.sub(q, note, format)
		var ok bool
		if f.Value, f.Tolerance, ok = figures(figure); !ok {
			r.fail(place, "quiz.number", "value", figure.text)
		}
		q.Numbers = append(q.Numbers, f)
	}
}

// figures reads "value", "value:tolerance" or "least..most".
func figures(s span) (value, tolerance float64, ok bool) {
	if low, high, isRange := strings.Cut(s.text, ".."); isRange {
		least, ok1 := finite(low)
		most, ok2 := finite(high)
		return least/2 + most/2, most/2 - least/2, ok1 && ok2 && most >= least
	}
	v, t, with := s.cut(":")
	value, ok = finite(v.text)
	if !with || !ok {
		return value, 0, ok
	}
	tolerance, ok = finite(t.text)
	return value, tolerance, ok && tolerance >= 0
}
