package sheet

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"alarife/internal/export/sheet/quiz"
	"alarife/internal/knowledge"
)

// Bounds of what an item holds.
const (
	mostOptions = 26 // and right sides, points: their ids are letters
	fewestParts = 3  // pairs and steps
	mostParts   = 8
)

// leastTolerance stands for none, in percent: an item without one has the
// usual one.
const leastTolerance = 0.0001

// mostTolerance is what the catalog takes, in percent.
const mostTolerance = 50.0

// item makes the item of a question, or tells why there is none.
func (m *making) item(b bilingual) error {
	q := b.any()
	if q.Text == "" && q.Kind != quiz.Foreign {
		m.lose(q, "no-text")
		return nil
	}
	switch q.Kind {
	case quiz.Choice:
		return m.choice(b)
	case quiz.Match:
		return m.match(b)
	case quiz.Number:
		return m.number(b)
	case quiz.Order:
		return m.order(b)
	case quiz.Essay:
		return m.essay(b)
	case quiz.Gaps:
		return m.gaps(b)
	}
	m.lose(q, "type", "type", q.Type)
	return nil
}

func (m *making) choice(b bilingual) error {
	q := b.any()
	if len(q.Options) > mostOptions {
		m.lose(q, "parts", "min", 2, "max", mostOptions)
		return nil
	}
	x := m.head(b)
	x.Kind = knowledge.ChoiceItem
	right := 0
	for n, o := range q.Options {
		w := writtenFile{
			Text:    b.text(func(q *quiz.Question) string { return q.Options[n].Text }),
			Because: b.text(func(q *quiz.Question) string { return q.Options[n].Feedback }).orNil(),
			Right:   q.Right(o),
		}
		if w.Right {
			right++
		}
		x.Written = append(x.Written, w)
	}
	m.marks(q, right)
	return m.put(x)
}

// marks tells where options earn something else than the program gives them.
func (m *making) marks(q *quiz.Question, right int) {
	if q.Single && right > 1 {
		m.lose(q, "all-right")
	}
	for _, o := range q.Options {
		want := 0.0
		switch {
		case q.Single && q.Right(o):
			want = 100
		case q.Single:
		case q.Right(o):
			want = 100 / float64(right)
		default:
			want = -100 / float64(right)
		}
		if math.Abs(o.Percent-want) > 0.01 {
			m.lose(q, "marks")
		}
	}
}

func (m *making) match(b bilingual) error {
	q := b.any()
	x := m.head(b)
	x.Kind = knowledge.MatchItem
	lefts, rights := map[text]bool{}, map[text]bool{}
	for n, p := range q.Pairs {
		left := b.text(func(q *quiz.Question) string { return q.Pairs[n].Left })
		right := b.text(func(q *quiz.Question) string { return q.Pairs[n].Right })
		rights[right] = true
		if p.Left == "" {
			x.Extra = append(x.Extra, right)
			continue
		}
		lefts[left] = true
		x.Pairs = append(x.Pairs, pairFile{left, right})
	}
	if len(lefts) < len(x.Pairs) || len(x.Pairs) < fewestParts || len(x.Pairs) > mostParts || len(rights) < 2 || len(rights) > mostOptions {
		m.lose(q, "parts", "min", fewestParts, "max", mostParts)
		return nil
	}
	return m.put(x)
}

func (m *making) order(b bilingual) error {
	q := b.any()
	x := m.head(b)
	x.Kind = knowledge.OrderItem
	for n := range q.Steps {
		x.Sequence = append(x.Sequence, b.text(func(q *quiz.Question) string { return q.Steps[n] }))
	}
	if len(q.Steps) < fewestParts || len(q.Steps) > mostParts {
		m.lose(q, "parts", "min", fewestParts, "max", mostParts)
		return nil
	}
	return m.put(x)
}

// number takes the figure that earns most; another may earn half for twice its
// tolerance, as the program gives itself.
func (m *making) number(b bilingual) error {
	q := b.any()
	best := 0
	for n, f := range q.Numbers {
		if f.Percent > q.Numbers[best].Percent {
			best = n
		}
	}
	f := q.Numbers[best]
	if f.Value == 0 || f.Percent <= 0 {
		m.lose(q, "zero")
		return nil
	}
	x := m.head(b)
	x.Kind, x.Of, x.Number = knowledge.EstimateItem, knowledge.OfWritten, f.Value
	x.Tolerance = max(leastTolerance, math.Round(f.Tolerance/math.Abs(f.Value)*100*1e6)/1e6)
	if x.Tolerance > mostTolerance {
		x.Tolerance = mostTolerance
		m.lose(q, "tolerance", "max", mostTolerance)
	}
	for n, o := range q.Numbers {
		half := o.Value == f.Value && o.Percent == 50 && math.Abs(o.Tolerance-2*f.Tolerance) <= 1e-6*math.Abs(f.Tolerance)
		if n != best && !half {
			m.lose(q, "figures")
		}
	}
	x.Because = b.text(func(q *quiz.Question) string {
		told, _ := m.general(q)
		notes := []string{}
		for _, f := range q.Numbers {
			notes = append(notes, f.Feedback)
		}
		return paragraphsOf(lines(append(notes, q.Otherwise)...), told)
	}).literal().orNil()
	return m.put(x)
}

// essay needs a model answer: what is told after every answer where the file
// has none for whoever marks.
func (m *making) essay(b bilingual) error {
	q := b.any()
	x := m.head(b)
	x.Kind = knowledge.ExplainItem
	model := func(q *quiz.Question) string {
		if q.Model != "" || len(q.Points) > 0 {
			return q.Model
		}
		told, _ := m.general(q)
		return told
	}
	prose := func(q *quiz.Question) string { p, _ := divided(model(q)); return p }
	points := func(q *quiz.Question) []string {
		_, points := divided(model(q))
		if points = append(points, q.Points...); len(points) == 0 {
			points = strings.Split(prose(q), "\n\n")
		}
		return points[:min(len(points), mostOptions)]
	}
	if q.Model == "" && len(q.Points) == 0 {
		x.Because = nil
	}
	list := points(q)
	if b.only() == "" && len(points(b.es)) != len(list) {
		m.lose(q, "points-differ")
		return nil
	}
	for n := range list {
		x.Checklist = append(x.Checklist, b.text(func(q *quiz.Question) string { return points(q)[n] }))
	}
	t := b.text(prose)
	if t.empty() {
		t = b.text(func(q *quiz.Question) string { return lines(points(q)...) })
	}
	if x.Model = t.literal().orNil(); x.Model == nil || slices.ContainsFunc(x.Checklist, text.empty) {
		m.lose(q, "no-model")
		return nil
	}
	return m.put(x)
}

// divided divides a model answer from the last list in it.
func divided(s string) (prose string, points []string) {
	all := strings.Split(s, "\n")
	end := len(all)
	for end > 0 && !strings.HasPrefix(all[end-1], "- ") {
		end--
	}
	begin := end
	for begin > 0 && strings.HasPrefix(all[begin-1], "- ") {
		begin--
	}
	for _, p := range all[begin:end] {
		points = append(points, strings.TrimPrefix(p, "- "))
	}
	return quiz.Tidy(strings.Join(slices.Concat(all[:begin], all[end:]), "\n")), points
}

// gaps become a choice each.
func (m *making) gaps(b bilingual) error {
	m.lose(b.any(), "gaps-apart")
	for n := range b.any().Gaps {
		one := func(q *quiz.Question) *quiz.Question {
			if q == nil {
				return nil
			}
			c := *q
			c.Kind, c.Single, c.Gaps, c.Options, c.Picture = quiz.Choice, true, nil, q.Gaps[n].Options, nil
			c.Text, c.Title = paragraphsOf(q.Text, q.Gaps[n].Label), fmt.Sprintf("%s (%d)", title(q), n+1)
			if c.ID != "" {
				c.ID = fmt.Sprintf("%s-%d", q.ID, n+1)
			}
			return &c
		}
		if err := m.choice(bilingual{one(b.en), one(b.es)}); err != nil {
			return err
		}
	}
	return nil
}
