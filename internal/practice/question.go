package practice

import (
	"alarife/internal/knowledge"
	"alarife/internal/lang"
)

// Shown is something that can be marked, matched or put in order, in one
// language.
type Shown struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

// Question is an exercise as the student sees it, in one language, without its
// key.
type Question struct {
	ID        string             `json:"id"`
	Kind      knowledge.ItemKind `json:"kind"`
	Topic     string             `json:"topic"`
	Guide     []int              `json:"guide"` // sessions of the study guide
	Level     int                `json:"level"`
	Era       knowledge.Era      `json:"era"`
	Lang      lang.Lang          `json:"lang"`
	Title     string             `json:"title"`
	Story     string             `json:"story,omitempty"`
	Ask       string             `json:"ask"`
	Several   bool               `json:"several,omitempty"` // choice: all that are right must be marked
	Options   []Shown            `json:"options,omitempty"` // choice, fault, order
	Left      []Shown            `json:"left,omitempty"`    // match
	Right     []Shown            `json:"right,omitempty"`
	Decisions []ShownTaking      `json:"decisions,omitempty"` // build
	Unit      string             `json:"unit,omitempty"`      // estimate
	Tolerance float64            `json:"tolerance_percent,omitempty"`
}

// ShownTaking is a decision to be taken, in one language.
type ShownTaking struct {
	Shown
	Options []Shown `json:"options"`
}

// Question returns what the student sees in a language.
func (x *Exercise) Question(l lang.Lang) Question {
	q := Question{
		ID: x.ID, Kind: x.Kind, Topic: x.Topic, Guide: x.Guide, Level: x.Level, Era: x.Era, Lang: l,
		Title: x.Title.In(l), Story: x.Story.In(l), Ask: x.Ask.In(l), Several: x.Several,
		Options: shown(x.Options, l), Left: shown(x.Left, l), Right: shown(x.Right, l),
		Unit: x.Unit.In(l), Tolerance: x.Key.Tolerance,
	}
	for _, t := range x.Decisions {
		q.Decisions = append(q.Decisions, ShownTaking{Shown{t.ID, t.Text.In(l)}, shown(t.Options, l)})
	}
	return q
}

func shown(list []Choice, l lang.Lang) (out []Shown) {
	for _, c := range list {
		out = append(out, Shown{c.ID, c.Text.In(l)})
	}
	return out
}

// Solution is the key of an exercise with all that is told about it, in one
// language.
type Solution struct {
	Proven    bool              `json:"proven"` // derived by the engine and agreed on by the second evaluation
	Marked    []string          `json:"marked,omitempty"`
	Choose    map[string]string `json:"choose,omitempty"`
	Number    *float64          `json:"number,omitempty"`
	Order     []string          `json:"order,omitempty"`
	Model     string            `json:"model,omitempty"`
	Checklist []Shown           `json:"checklist,omitempty"`
	Notes     []ShownNote       `json:"notes,omitempty"`
	Because   []string          `json:"because,omitempty"`
	Sources   []string          `json:"sources,omitempty"`
	Answers   map[string]any    `json:"answers,omitempty"` // the case, as a design has it
}

// ShownNote is what is told about one option, component, left side or
// decision.
type ShownNote struct {
	ID    string   `json:"id"`
	Right bool     `json:"right"`
	Why   []string `json:"why,omitempty"`
	Would string   `json:"would_be_right_if,omitempty"`
	Rules []string `json:"rules,omitempty"`
}

// Solution returns the key and the feedback in a language. base tells the
// kinds of the facts.
func (x *Exercise) Solution(l lang.Lang, base *knowledge.Base) Solution {
	s := Solution{
		Proven: x.Proven, Marked: x.Key.Marked, Choose: x.Key.Choose, Order: x.Key.Order,
		Model: x.Model.In(l), Checklist: shown(x.Checklist, l), Because: inLang(x.Because, l), Sources: x.Sources,
	}
	if x.Kind == knowledge.EstimateItem {
		s.Number = &x.Key.Number
	}
	for _, id := range x.noted() {
		n := x.Notes[id]
		if len(n.Why) > 0 || n.Right {
			s.Notes = append(s.Notes, ShownNote{ID: id, Right: n.Right, Why: inLang(n.Why, l), Would: n.Would.In(l), Rules: n.Rules})
		}
	}
	for id, v := range x.Case.Workload {
		if s.Answers == nil {
			s.Answers = map[string]any{}
		}
		s.Answers[id] = base.Question(id).Fact.Plain(v)
	}
	return s
}

// noted lists the ids that notes can be about, in the order shown.
func (x *Exercise) noted() (ids []string) {
	for _, list := range [][]Choice{x.Options, x.Left, x.Checklist} {
		for _, c := range list {
			ids = append(ids, c.ID)
		}
	}
	for _, t := range x.Decisions {
		ids = append(ids, t.ID)
	}
	return ids
}

func inLang(texts []lang.Text, l lang.Lang) (out []string) {
	for _, t := range texts {
		out = append(out, t.In(l))
	}
	return out
}

// RightAnswer is the answer that is the key.
func (x *Exercise) RightAnswer() Answer {
	a := Answer{Marked: x.Key.Marked, Choose: x.Key.Choose, Order: x.Key.Order}
	if x.Kind == knowledge.EstimateItem {
		a.Number = &x.Key.Number
	}
	for _, p := range x.Checklist {
		a.Marked = append(a.Marked, p.ID)
	}
	return a
}
