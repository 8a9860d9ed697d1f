package page

import (
	"strings"

	"alarife/internal/knowledge"
	"alarife/internal/lang"
)

func (w *writer) blueprint(bp *knowledge.Blueprint) {
	w.Line(w.In(bp.Summary))
	w.field("decision", w.link(Ref{Decisions, knowledge.BlueprintDecision}))
	w.judged(2, w.ref, &knowledge.Option{RulesOut: bp.RulesOut, Evidence: bp.Evidence})
	var decisions []Ref
	for _, d := range bp.Decisions {
		decisions = append(decisions, Ref{Decisions, d})
	}
	w.list(w.say("decisions"), decisions)
	w.Heading(2, w.say("slots"))
	for _, s := range bp.Slots {
		w.slot(s)
	}
	w.Heading(2, w.say("flows"))
	w.flows(bp.Flows)
	w.slotCost(bp)
}

func (w *writer) slot(s *knowledge.Slot) {
	var filling []string
	for _, d := range s.Decisions {
		filling = append(filling, w.link(Ref{Decisions, d}))
	}
	text := w.say("field", "name", w.Code(s.ID), "value", strings.Join(filling, w.say("join.or-else")))
	if len(filling) == 0 {
		text = w.say("slot-fixed", "id", w.Code(s.ID))
	}
	if s.WhenIs.Text != "" {
		text += " " + w.say("only-when", "when", w.condition(s.WhenIs.Text, ""))
	}
	w.Item(0, text)
	for _, x := range s.Components {
		what := w.In(x.Name)
		if x.Service != "" {
			what = w.link(Ref{Services, x.Service})
		}
		w.Marked(1, "·", w.say("component", "id", w.Code(x.ID), "what", what, "role", x.Role))
	}
}

func (w *writer) slotCost(bp *knowledge.Blueprint) {
	var lines []*knowledge.CostLine
	for _, s := range bp.Slots {
		lines = append(lines, s.Cost...)
	}
	if len(lines) > 0 {
		w.Heading(2, w.say("cost"))
		w.cost(lines, "")
	}
}

func (w *writer) review(r *knowledge.Review) {
	w.field("severity", w.Say("severity."+string(r.Severity)))
	w.field("criterion", w.Say("criterion."+string(r.Criterion)))
	w.field("scope", w.say("review-scope."+string(r.Scope)))
	w.field("when", w.condition(r.WhenIs.Text, ""))
	w.field("because", w.cited(w.reviewText(r.Because), r.Source))
	w.field("remedy", w.reviewText(r.Remedy))
	w.list(w.say("reads"), w.sorted(readBy(w.base, r.When)))
}

// reviewText is a text of a review rule; what the finding will name stands in
// angles.
func (w *writer) reviewText(t lang.Text) string {
	return w.template(lang.Text{EN: w.words(t.EN), ES: w.words(t.ES)}, "")
}

// words replaces the words that only texts of reviews have.
func (w *writer) words(text string) string {
	for _, name := range []string{"component", "service", "replacement", "since", "decision", "option"} {
		text = strings.ReplaceAll(text, "{"+name+"}", "‹"+w.say("text-word."+name)+"›")
	}
	return text
}

func (w *writer) scenario(s *knowledge.Scenario) {
	w.Line(w.In(s.Story))
	w.field("told-in", w.era(s.Era))
	w.expectations(s)
	w.Heading(2, w.say("because"))
	w.Line(w.In(s.Because))
	for _, source := range s.Sources {
		w.Item(0, source)
	}
	w.pins(s)
	w.Heading(2, w.say("answers"))
	rows := [][]string{{w.say("kind.questions"), w.say("id"), w.say("answer")}}
	for _, e := range s.Answers {
		rows = append(rows, []string{w.title(Ref{Questions, e.Key.Text}), w.idLink(Ref{Questions, e.Key.Text}), w.answered(e.Key.Text, e.Value)})
	}
	w.Table(3, rows)
	if len(s.Priorities) > 0 {
		w.Heading(2, w.say("priorities"))
	}
	for _, e := range s.Priorities {
		w.Item(0, w.say("field", "name", w.Say("criterion."+e.Key.Text), "value", scalar(w.Lang, e.Value)))
	}
}

// pins writes the options that the scenario takes whatever is recommended.
func (w *writer) pins(s *knowledge.Scenario) {
	if len(s.Pins) > 0 {
		w.Heading(2, w.say("pins"))
	}
	for _, d := range w.base.Decisions {
		if o := d.Option(s.Pins[d.ID]); o != nil {
			w.Item(0, w.link(optionRef(d, o)))
		}
	}
}

// expectations is the table of the decisions that sources expect, both eras
// beside each other.
func (w *writer) expectations(s *knowledge.Scenario) {
	w.Heading(2, w.say("expected"))
	rows := [][]string{{w.say("kind.decisions"), w.era(knowledge.Guide), w.era(knowledge.Today)}}
	for _, d := range w.base.Decisions {
		row := []string{w.link(Ref{Decisions, d.ID}), "–", "–"}
		told := false
		for i, era := range []knowledge.Era{knowledge.Guide, knowledge.Today} {
			if o := d.Option(s.Expect[string(era)][d.ID]); o != nil {
				row[i+1], told = w.idLink(optionRef(d, o)), true
			}
		}
		if told {
			rows = append(rows, row)
		}
	}
	w.Table(3, rows)
}
