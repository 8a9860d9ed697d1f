package export

import (
	"slices"
	"strings"

	"alarife/internal/export/report"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
)

// Comparison is what a change of the case comes to.
type Comparison struct {
	Alarife    int         `json:"alarife"`
	Answers    []Turn      `json:"answers"`
	Decisions  []Turn      `json:"decisions"`
	Monthly    FromTo      `json:"monthly"`
	Components CameAndGone `json:"components"`
	Findings   CameAndGone `json:"findings"`

	before, after *Export
}

// Turn is one answer or decision that is another afterwards.
type Turn struct {
	ID   string `json:"id"`
	From any    `json:"from"`
	To   any    `json:"to"`
}

// FromTo is a figure before and after.
type FromTo struct {
	From float64 `json:"from"`
	To   float64 `json:"to"`
}

// CameAndGone lists ids that are there only afterwards or only before.
type CameAndGone struct {
	Came []string `json:"came"`
	Gone []string `json:"gone"`
}

// Compare tells what differs between two exports on the same knowledge base.
func Compare(before, after *Export) *Comparison {
	a, b := before.Run, after.Run
	c := &Comparison{
		Alarife: JSONVersion, Answers: []Turn{}, Decisions: []Turn{}, before: before, after: after,
		Monthly: FromTo{From: round(a.Estimate.Monthly), To: round(b.Estimate.Monthly)},
	}
	for _, q := range a.Recommendation.Base.Questions {
		v, _ := a.Recommendation.Value(q)
		w, _ := b.Recommendation.Value(q)
		if !q.Fact.Equal(v, w) {
			c.Answers = append(c.Answers, Turn{ID: q.ID, From: plain(q, v), To: plain(q, w)})
		}
	}
	for i, s := range a.Recommendation.Decisions {
		if t := b.Recommendation.Decisions[i]; s.Applies != t.Applies || chosenID(s) != chosenID(t) {
			c.Decisions = append(c.Decisions, Turn{ID: s.Decision.ID, From: name(chosenID(s)), To: name(chosenID(t))})
		}
	}
	c.Components = difference(before.componentIDs(), after.componentIDs())
	c.Findings = difference(before.findingIDs(), after.findingIDs())
	return c
}

func (e *Export) componentIDs() (ids []string) {
	for _, c := range e.Run.Architecture.Components {
		ids = append(ids, c.ID)
	}
	return ids
}

func (e *Export) findingIDs() (ids []string) {
	for _, f := range e.Run.Findings {
		if !slices.Contains(ids, f.Rule.ID) {
			ids = append(ids, f.Rule.ID)
		}
	}
	return ids
}

func difference(before, after []string) CameAndGone {
	d := CameAndGone{Came: []string{}, Gone: []string{}}
	for _, id := range after {
		if !slices.Contains(before, id) {
			d.Came = append(d.Came, id)
		}
	}
	for _, id := range before {
		if !slices.Contains(after, id) {
			d.Gone = append(d.Gone, id)
		}
	}
	return d
}

// Report is the comparison in words.
func (c *Comparison) Report() *report.Report {
	w, v := c.after.writer(), c.before.writer()
	w.title()
	w.Heading(2, w.say("what-if"))
	for _, a := range c.Answers {
		q := w.r.Base.Question(a.ID)
		from, _ := v.r.Value(q)
		to, _ := w.r.Value(q)
		w.Item(0, w.say("answer-turn", "fact", q.Short, "from", w.Value(w.r.Base, q, from), "to", w.Value(w.r.Base, q, to)))
	}
	c.wishes(w, v)
	w.Heading(2, w.say("decisions"))
	c.decisions(w, v)
	w.Heading(2, w.say("estimate"))
	w.Line(w.say("monthly-turn", "from", lang.Money(w.Lang, c.Monthly.From), "to", lang.Money(w.Lang, c.Monthly.To),
		"change", w.change(c.Monthly.To-c.Monthly.From)))
	c.parts(w, "architecture", c.Components, componentTitle)
	c.parts(w, "findings", c.Findings, findingTitle)
	return w.done()
}

// wishes writes the pins, priorities and era that are others.
func (c *Comparison) wishes(w, v *writer) {
	for _, s := range w.r.Decisions {
		d := s.Decision
		if from, to := v.r.Case.Pins[d.ID], w.r.Case.Pins[d.ID]; from != to {
			w.Item(0, w.say("pin-turn", "decision", d.Title, "from", w.pin(d, from), "to", w.pin(d, to)))
		}
	}
	for _, criterion := range knowledge.Criteria() {
		if from, to := v.priority(criterion), w.priority(criterion); from != to {
			w.Item(0, w.say("priority-turn", "criterion", w.Say("criterion."+string(criterion)), "from", from, "to", to))
		}
	}
	if w.r.Case.Era != v.r.Case.Era {
		w.Item(0, w.eraLine(w.r.Case.Era))
	}
}

// pin is the title of a pinned option, or "none".
func (w *writer) pin(d *knowledge.Decision, option string) string {
	if option == "" {
		return w.Say("value.none")
	}
	return w.option(d, option)
}

func (w *writer) priority(c knowledge.Criterion) float64 {
	if n, set := w.r.Case.Priorities[c]; set {
		return n
	}
	return knowledge.DefaultPriority
}

// change writes a difference of USD with its sign.
func (w *writer) change(usd float64) string {
	s := strings.Replace(lang.Amount(w.Lang, usd), "-", "−", 1) + " USD"
	if usd > 0 {
		return "+" + s
	}
	return s
}

func (c *Comparison) decisions(w, v *writer) {
	if len(c.Decisions) == 0 {
		w.Line(w.say("no-turn"))
	}
	for _, turn := range c.Decisions {
		s, t := v.r.Decision(turn.ID), w.r.Decision(turn.ID)
		w.Item(0, w.say("turn", "decision", t.Decision.Title, "from", w.state(s), "to", w.state(t)))
		if t.Applies && t.Chosen != nil {
			for _, x := range t.Chosen.Reasons {
				w.Marked(1, sign(x.Points), w.reason(x))
			}
		}
	}
}

func (c *Comparison) parts(w *writer, heading string, d CameAndGone, title func(*Export, string) lang.Text) {
	w.Heading(2, w.say(heading))
	if len(d.Came)+len(d.Gone) == 0 {
		w.Line(w.say("no-difference"))
	}
	for _, id := range d.Came {
		w.Marked(0, "+", w.In(title(c.after, id)))
	}
	for _, id := range d.Gone {
		w.Marked(0, "−", w.In(title(c.before, id)))
	}
}

func componentTitle(e *Export, id string) lang.Text {
	c := e.Run.Architecture.Component(id)
	if c.Zone == "" {
		return c.Name
	}
	return lang.Text{EN: c.Name.EN + " (" + c.Zone + ")", ES: c.Name.ES + " (" + c.Zone + ")"}
}

func findingTitle(e *Export, id string) lang.Text {
	return e.Run.Recommendation.Base.Review(id).Title
}
