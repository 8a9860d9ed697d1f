package dialogue

import (
	"strconv"
	"strings"

	"alarife/internal/export/report"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/practice"
)

// exercise is an exercise on its way through the dialogue.
type exercise struct {
	*practice.Exercise
	q practice.Question
}

func exerciseOf(x *practice.Exercise, l lang.Lang) *exercise {
	return &exercise{x, x.Question(l)}
}

// ask writes the question: what kind it is, its story, and what there is to
// choose from. head stands above it.
func (c *Console) ask(x *exercise, head string) {
	r := report.New()
	r.Heading(2, head)
	r.Line(c.about(x))
	r.Line(x.q.Title)
	r.Line(x.q.Story)
	if x.Kind == knowledge.FaultItem {
		c.system(r, x)
	}
	r.Line(x.q.Ask)
	switch x.Kind {
	case knowledge.ChoiceItem:
		list(r, x.q.Options, letterMark)
	case knowledge.OrderItem:
		list(r, x.q.Options, numberMark)
	case knowledge.MatchItem:
		list(r, x.q.Left, numberMark)
		r.Line(c.say("right-sides"))
		list(r, x.q.Right, letterMark)
	case knowledge.EstimateItem:
		r.Line(c.say("tolerance", "percent", x.q.Tolerance, "unit", x.q.Unit))
	}
	c.show(r)
}

// about is the line of what kind of exercise it is.
func (c *Console) about(x *exercise) string {
	sessions := make([]string, len(x.Guide))
	for i, s := range x.Guide {
		sessions[i] = strconv.Itoa(s)
	}
	parts := []string{
		c.Texts.Say(c.Lang, "practice.kind."+string(x.Kind)),
		c.say("level." + strconv.Itoa(x.Level)),
	}
	switch len(sessions) {
	case 0:
	case 1:
		parts = append(parts, c.say("sessions.one", "sessions", sessions[0]))
	default:
		parts = append(parts, c.say("sessions.many", "sessions", strings.Join(sessions, ", ")))
	}
	parts = append(parts, c.Texts.Say(c.Lang, "era."+string(x.Era)))
	if !x.Proven && x.Kind != knowledge.ExplainItem {
		parts = append(parts, c.say("unproven"))
	}
	return strings.Join(parts, " · ")
}

func letterMark(place int) string { return letterAt(place) + ")" }
func numberMark(place int) string { return strconv.Itoa(place) + ")" }

func list(r *report.Report, of []practice.Shown, mark func(place int) string) {
	for i, s := range of {
		r.Marked(0, mark(i+1), s.Text)
	}
}

// taking writes the decision that is taken now.
func (c *Console) taking(t *takings) {
	if t.at == len(t.of) {
		return
	}
	r := report.New()
	now := t.of[t.at]
	r.Line(c.say("taking", "number", t.at+1, "count", len(t.of), "asks", now.Text))
	list(r, now.Options, letterMark)
	c.show(r)
}

// given writes an answer in words, for one that was given before.
func (c *Console) given(x *exercise, a practice.Answer) string {
	var parts []string
	named := func(of []practice.Shown, mark func(int) string, ids ...string) {
		for i, s := range of {
			for _, id := range ids {
				if s.ID == id {
					parts = append(parts, mark(i+1)+" "+s.Text)
				}
			}
		}
	}
	switch x.Kind {
	case knowledge.ChoiceItem:
		named(x.q.Options, letterMark, a.Marked...)
	case knowledge.FaultItem:
		named(x.q.Options, numberMark, a.Marked...)
	case knowledge.OrderItem:
		for _, id := range a.Order {
			named(x.q.Options, numberMark, id)
		}
	case knowledge.EstimateItem:
		if a.Number != nil {
			return c.quantity(*a.Number, x.q.Unit)
		}
	case knowledge.MatchItem:
		for i, l := range x.q.Left {
			if p := placeOf(x.q.Right, a.Choose[l.ID]); p > 0 {
				parts = append(parts, strconv.Itoa(i+1)+letterAt(p))
			}
		}
	case knowledge.BuildItem:
		for _, t := range x.q.Decisions {
			named(t.Options, func(int) string { return "" }, a.Choose[t.ID])
		}
	case knowledge.ExplainItem:
		return a.Text
	}
	return strings.Join(parts, "; ")
}

// quantity writes a number with its unit.
func (c *Console) quantity(n float64, unit string) string {
	return strings.TrimSpace(lang.Number(c.Lang, n, 2) + " " + unit)
}

func placeOf(list []practice.Shown, id string) int {
	for i, s := range list {
		if s.ID == id {
			return i + 1
		}
	}
	return 0
}

func textOf(list []practice.Shown, id string) string {
	if p := placeOf(list, id); p > 0 {
		return list[p-1].Text
	}
	return ""
}
