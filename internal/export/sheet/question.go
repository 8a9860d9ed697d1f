package sheet

import (
	"bytes"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"alarife/internal/advisor"
	"alarife/internal/export/sheet/quiz"
	"alarife/internal/knowledge"
	"alarife/internal/practice"
)

// Tags that questions carry, and that items are made of when they are read
// again.
const (
	sessionTag = "session-"
	levelTag   = "level-"
	topicTag   = "topic-"
	eraTag     = "era-"
)

func (w *writing) gift() error {
	return w.quiz(false, func(out *bytes.Buffer, q []*quiz.Question, lose quiz.Lose) error {
		quiz.WriteGIFT(out, q, lose)
		return nil
	})
}

func (w *writing) moodle() error {
	return w.quiz(true, func(out *bytes.Buffer, q []*quiz.Question, lose quiz.Lose) error {
		quiz.WriteMoodle(out, q, lose)
		return nil
	})
}

func (w *writing) csv() error { return w.quiz(false, quiz.WriteTable) }

// quiz writes the exercises as questions, with their pictures where the format
// holds them.
func (w *writing) quiz(pictures bool, write func(*bytes.Buffer, []*quiz.Question, quiz.Lose) error) error {
	w.book = &practice.Book{Advisor: advisor.New(w.Base), Texts: w.Texts}
	var all []*quiz.Question
	titles := map[string]int{}
	for _, t := range w.tell() {
		q := w.question(t)
		if err := w.illustrate(q, t, pictures); err != nil {
			return err
		}
		if titles[q.Title]++; titles[q.Title] > 1 {
			q.Title = fmt.Sprintf("%s (%d)", q.Title, titles[q.Title])
		}
		all = append(all, q)
	}
	return write(&w.out, all, func(q *quiz.Question, key string, args ...any) { w.lost(q.ID, key, args...) })
}

// illustrate puts the picture of an exercise into its question, or tells that
// it is lost.
func (w *writing) illustrate(q *quiz.Question, t *told, pictures bool) (err error) {
	if pictures {
		q.Picture, err = w.picture(t.x)
	} else if t.x.Architecture != nil {
		w.lost(t.q.ID, "picture")
	}
	return err
}

// question is an exercise as a question, with all that is told about it, but
// for its picture.
func (w *writing) question(t *told) *quiz.Question {
	q := &quiz.Question{
		ID: t.q.ID, Title: t.q.Title, Category: w.category(t), Tags: marksOf(t.x), Text: paragraphsOf(t.q.Story, t.q.Ask),
	}
	notes := map[string]reason{}
	for _, r := range t.reasons() {
		notes[r.mark] = r
	}
	feedback := func(id string) string { r := notes[t.marks[id]]; return lines(r.text, r.would) }
	var beside []string
	switch t.q.Kind {
	case knowledge.ChoiceItem, knowledge.FaultItem:
		q.Kind, q.Single = quiz.Choice, !t.several()
		for _, o := range t.q.Options {
			q.Options = append(q.Options, quiz.Option{Text: o.Text, Percent: share(t, o.ID), Feedback: feedback(o.ID)})
		}
	case knowledge.MatchItem:
		q.Kind = quiz.Match
		for _, l := range t.q.Left {
			q.Pairs = append(q.Pairs, quiz.Pair{Left: l.Text, Right: textOf(t.q.Right, t.s.Choose[l.ID])})
			if len(t.x.Notes[l.ID].Why) > 1 { // more than the pair itself
				beside = append(beside, feedback(l.ID))
			}
		}
		q.Pairs = append(q.Pairs, spare(t)...)
	case knowledge.OrderItem:
		q.Kind = quiz.Order
		for _, id := range t.s.Order {
			q.Steps = append(q.Steps, textOf(t.q.Options, id))
			beside = append(beside, feedback(id))
		}
	case knowledge.EstimateItem:
		w.figures(q, t)
	case knowledge.ExplainItem:
		q.Kind, q.Model = quiz.Essay, t.s.Model
		for _, p := range t.s.Checklist {
			q.Points = append(q.Points, p.Text)
		}
	case knowledge.BuildItem:
		q.Kind = quiz.Gaps
		for _, d := range t.q.Decisions {
			q.Gaps = append(q.Gaps, quiz.Gap{Label: d.Text, Options: gapOptions(d, t.s.Choose[d.ID], feedback(d.ID))})
		}
		w.lost(t.q.ID, "build-credit")
	}
	q.General = paragraphsOf(lines(beside...), lines(w.remarks(t)...), lines(t.s.Sources...))
	return q
}

// category is where a question belongs: the session of the guide, and the
// topic.
func (w *writing) category(t *told) []string {
	out := []string{"Alarife"}
	if s := w.session(t); s != nil {
		out = append(out, w.Say("sheet.session", "number", s.ID, "title", s.Title))
	}
	return append(out, w.book.TopicTitle(t.q.Topic).In(w.Lang))
}

// marksOf are the tags of an exercise.
func marksOf(x *practice.Exercise) (tags []string) {
	for _, g := range x.Guide {
		tags = append(tags, sessionTag+strconv.Itoa(g))
	}
	tags = append(tags, topicTag+x.Topic, levelTag+strconv.Itoa(x.Level))
	if x.Era != knowledge.Guide {
		tags = append(tags, eraTag+string(x.Era))
	}
	return tags
}

// share is what marking an option earns: of several that are right each its
// part, and a wrong one takes as much away, as the program marks too.
func share(t *told, id string) float64 {
	right := slices.Contains(t.s.Marked, id)
	switch part := 100 / float64(max(1, len(t.s.Marked))); {
	case !t.several() && right:
		return 100
	case !t.several():
		return 0
	case right:
		return part
	default:
		return -part
	}
}

// spare are the right sides that belong to none.
func spare(t *told) (out []quiz.Pair) {
	used := map[string]bool{}
	for _, right := range t.s.Choose {
		used[right] = true
	}
	for _, r := range t.q.Right {
		if !used[r.ID] {
			out = append(out, quiz.Pair{Right: r.Text})
		}
	}
	return out
}

// figures are the number within its tolerance, and half for one within twice
// that.
func (w *writing) figures(q *quiz.Question, t *told) {
	n := *t.s.Number
	off := math.Round(math.Abs(n)*t.q.Tolerance/100*1e9) / 1e9
	q.Kind = quiz.Number
	q.Numbers = []quiz.Figure{{Value: n, Tolerance: off, Percent: 100}, {Value: n, Tolerance: 2 * off, Percent: 50}}
	if t.q.Unit != "" && !strings.Contains(t.q.Ask, t.q.Unit) {
		q.Text += " (" + t.q.Unit + ")"
	}
}

func gapOptions(d practice.ShownTaking, right, why string) (out []quiz.Option) {
	for _, o := range d.Options {
		option := quiz.Option{Text: o.Text}
		if o.ID == right {
			option.Percent, option.Feedback = 100, why
		}
		out = append(out, option)
	}
	return out
}

// lines puts texts below one another, leaving out empty ones.
func lines(texts ...string) string { return joinedBy("\n", texts) }

// paragraphsOf puts texts below one another with a line between.
func paragraphsOf(texts ...string) string { return joinedBy("\n\n", texts) }

func joinedBy(mark string, texts []string) string {
	return strings.Join(slices.DeleteFunc(slices.Clone(texts), func(s string) bool { return s == "" }), mark)
}
