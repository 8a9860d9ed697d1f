package quiz

import (
	"encoding/base64"
	"strings"

	"alarife/internal/fault"
)

// ReadMoodle reads questions of Moodle XML: choices, true or false, matches,
// numbers, orders, essays, and cloze questions whose gaps are choices. Other
// types are returned as foreign. All faults are reported together, with their
// places; what is no XML stops at the first.
func ReadMoodle(file string, data []byte, words Words, lose Lose) ([]*Question, error) {
	r := &reader{file: file, words: words, lose: lose}
	if err := r.open(data); err != nil {
		return nil, err
	}
	top, err := r.tree()
	if err != nil {
		return nil, err
	}
	if len(top.children) != 1 || top.children[0].name != "quiz" {
		return nil, fault.New(r.place(0), "quiz.xml-quiz")
	}
	var in []string
	for _, n := range top.children[0].all("question") {
		if n.attrs["type"] == "category" {
			in = category(n.child("category").value("text"))
			continue
		}
		r.keep(r.moodle(n, in))
	}
	return r.done()
}

// moodle reads one question.
func (r *reader) moodle(n *node, in []string) *Question {
	q := &Question{ID: name(n.value("idnumber")), Title: line(n.child("name").value("text")), Category: in, Place: r.place(n.at)}
	r.current = q
	for _, t := range n.child("tags").all("tag") {
		if tag := name(t.value("text")); tag != "" {
			q.Tags = append(q.Tags, tag)
		}
	}
	q.General = r.html(q, n.child("generalfeedback"))
	r.picture(q, n.child("questiontext"))
	if n.attrs["type"] == "cloze" {
		r.gaps(q, n)
		return q
	}
	q.Text = r.html(q, n.child("questiontext"))
	switch kind := n.attrs["type"]; kind {
	case "multichoice":
		r.options(q, n)
	case "truefalse":
		r.truth(q, n)
	case "matching":
		r.pairs(q, n)
	case "numerical":
		r.figures(q, n)
	case "ordering":
		q.Kind = Order
		for _, a := range n.all("answer") {
			q.Steps = append(q.Steps, r.filled(q, a))
		}
	case "essay":
		q.Kind = Essay
		r.guidance(q, n.child("graderinfo"))
	default:
		q.Kind, q.Type = Foreign, line(kind)
	}
	return q
}

// html reads the text of an element in its format.
func (r *reader) html(q *Question, n *node) string {
	s := n.child("text").text
	if len(n.all("text")) == 0 {
		s = n.text
	}
	format := n.attrs["format"]
	if format == "" {
		format = "html"
	}
	if len(s) > maxText {
		r.fail(n.at, "quiz.long", "max", maxText>>10)
		return ""
	}
	text, lost := formatted(s, format)
	if n.name == "questiontext" && q.Picture != nil {
		lost.picture = strings.Count(s, "<img") > 1
	}
	lost.tell(q, r.lose)
	return r.bounded(text, n.at)
}

// filled reads a text that must not be empty.
func (r *reader) filled(q *Question, n *node) string {
	text := r.html(q, n)
	if text == "" {
		r.fail(n.at, "quiz.empty-option")
	}
	return text
}

func (r *reader) share(n *node) float64 {
	if n.attrs["fraction"] == "" {
		return 0
	}
	v, ok := finite(n.attrs["fraction"])
	if !ok || v < -100 || v > 100 {
		r.fail(n.at, "quiz.number", "value", n.attrs["fraction"])
	}
	return percent(v)
}

func (r *reader) options(q *Question, n *node) {
	q.Kind, q.Single = Choice, true
	switch n.value("single") {
	case "false", "0", "no":
		q.Single = false
	}
	for _, a := range n.all("answer") {
		q.Options = append(q.Options, Option{r.filled(q, a), r.share(a), r.html(q, a.child("feedback"))})
	}
}

func (r *reader) truth(q *Question, n *node) {
	q.truth(r.words, 0)
	for _, a := range n.all("answer") {
		i := 0
		if strings.TrimSpace(a.child("text").text) == "false" {
			i = 1
		}
		q.Options[i].Percent, q.Options[i].Feedback = r.share(a), r.html(q, a.child("feedback"))
	}
}

func (r *reader) pairs(q *Question, n *node) {
	q.Kind = Match
	for _, s := range n.all("subquestion") {
		right := line(r.filled(q, s.child("answer")))
		q.Pairs = append(q.Pairs, Pair{r.html(q, s), right})
	}
}

func (r *reader) figures(q *Question, n *node) {
	q.Kind = Number
	for _, a := range n.all("answer") {
		feedback := r.html(q, a.child("feedback"))
		figure := strings.TrimSpace(a.child("text").text)
		if len(a.all("text")) == 0 {
			figure = strings.TrimSpace(a.text)
		}
		if figure == "*" {
			q.Otherwise = feedback
			continue
		}
		value, ok := finite(figure)
		tolerance := 0.0
		if t := a.value("tolerance"); t != "" && ok {
			tolerance, ok = finite(t)
		}
		if !ok || tolerance < 0 {
			r.fail(a.at, "quiz.number", "value", figure)
		}
		q.Numbers = append(q.Numbers, Figure{value, tolerance, r.share(a), feedback})
	}
}

// guidance reads what is told to whoever marks: a model answer, and a list of
// points at its end.
func (r *reader) guidance(q *Question, n *node) {
	s := n.child("text").text
	if len(s) > maxText {
		r.fail(n.at, "quiz.long", "max", maxText>>10)
		return
	}
	if i := strings.LastIndex(s, "<ul>"); i >= 0 && strings.HasSuffix(strings.TrimSpace(s), "</ul>") {
		for _, item := range strings.Split(s[i:], "<li>")[1:] {
			text, lost := plainHTML(item, false)
			lost.tell(q, r.lose)
			if text = line(text); text != "" {
				q.Points = append(q.Points, text)
			}
		}
		s = s[:i]
	}
	text, lost := plainHTML(s, false)
	lost.tell(q, r.lose)
	q.Model = r.bounded(text, n.at)
}

func (r *reader) gaps(q *Question, n *node) {
	s := n.child("questiontext").child("text").text
	if len(s) > maxBlock {
		r.fail(n.at, "quiz.long", "max", maxBlock>>10)
		s = ""
	}
	text, gaps, lost, ok := readCloze(s)
	if !ok {
		q.Kind, q.Type = Foreign, "cloze"
		return
	}
	if q.Picture != nil {
		lost.picture = false
	}
	lost.tell(q, r.lose)
	q.Kind, q.Text, q.Gaps = Gaps, r.bounded(text, n.at), gaps
	for _, g := range gaps {
		for _, o := range g.Options {
			if o.Text == "" {
				r.fail(n.at, "quiz.empty-option")
			}
		}
	}
}

// picture takes the PNG of a question in that its text shows.
func (r *reader) picture(q *Question, text *node) {
	for _, f := range text.all("file") {
		data, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(f.text), ""))
		if err == nil && strings.HasPrefix(string(data), "\x89PNG\r\n\x1a\n") && q.Picture == nil {
			q.Picture = data
		} else {
			r.lose(q, "picture-left-out")
		}
	}
}
