package export

import (
	"fmt"
	"strings"

	"alarife/internal/advisor"
	"alarife/internal/export/report"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
)

// fewChanges is how many changes of a decision the whole report tells.
const fewChanges = 4

// Explain is one decision in full, with the facts that it stands on. The
// decision must exist.
func (e *Export) Explain(decision string, facts []string) *report.Report {
	s := e.Run.Recommendation.Decision(decision)
	w := e.writer()
	w.title()
	w.decision(2, s)
	if s.Applies {
		w.options(s, true)
		w.changes(s, len(s.Changes))
	}
	if len(facts) > 0 {
		w.Line(w.say("stands-on"))
		for _, f := range facts {
			text := w.answer(f)
			if _, answered := w.r.Case.Workload[f]; !answered {
				text += " " + w.say("assumed-mark")
			}
			w.Item(0, text)
		}
	}
	return w.done()
}

func (w *writer) decisions() {
	w.Heading(2, w.say("decisions"))
	var absent []string
	for _, s := range w.r.Decisions {
		if !s.Applies {
			absent = append(absent, w.In(s.Decision.Title))
			continue
		}
		w.decision(3, s)
		w.options(s, false)
		w.changes(s, fewChanges)
	}
	if len(absent) > 0 {
		w.Line(w.say("absent", "decisions", strings.Join(absent, ", ")))
	}
}

// decision writes heading, question, verdict and ranking.
func (w *writer) decision(level int, s *advisor.Settled) {
	title := w.In(s.Decision.Title)
	if s.Applies {
		chosen := w.say("no-option")
		if s.Chosen != nil {
			chosen = w.In(s.Chosen.Option.Title)
		}
		title = w.say("decision", "decision", title, "option", chosen)
	}
	w.Heading(level, title)
	w.Line(w.In(s.Decision.Asks) + " " + w.verdict(s))
	w.ranking(s)
	if money := w.Money(w.r.Base, s.Decision); money != "" && s.Applies {
		w.Line(money)
	}
}

func (w *writer) verdict(s *advisor.Settled) string {
	args := []any{"points", w.points(s.Margin)}
	if s.Verdict == advisor.Clear || s.Verdict == advisor.Close {
		args = append(args, "first", s.Options[0].Option.Title, "second", s.Options[1].Option.Title)
	}
	out := w.say("verdict."+string(s.Verdict), args...)
	switch {
	case s.Pinned == nil:
	case !s.Pinned.Possible:
		out += " " + w.say("pinned-ruled-out", "option", s.Pinned.Option.Title)
	case s.Pinned != s.Recommended:
		out += " " + w.say("pinned", "option", s.Pinned.Option.Title, "recommended", s.Recommended.Option.Title)
	}
	return out
}

// ranking is the table of the possible options with their points on every
// criterion that tells them apart.
func (w *writer) ranking(s *advisor.Settled) {
	var shown []knowledge.Criterion
	priced := false
	for _, c := range knowledge.Criteria() {
		for _, o := range s.Options {
			if o.Possible && o.Points[c] != 0 {
				shown = append(shown, c)
				break
			}
		}
	}
	for _, o := range s.Options {
		priced = priced || o.Possible && o.Priced
	}
	rows := [][]string{w.rankingHead(shown, priced)}
	for i, o := range s.Options {
		if !o.Possible {
			break
		}
		row := []string{fmt.Sprint(i + 1), w.In(o.Option.Title), w.number(o.Score)}
		for _, c := range shown {
			row = append(row, w.signed(o.Points[c]))
		}
		if priced {
			row = append(row, w.price(o))
		}
		rows = append(rows, row)
	}
	if len(rows) > 1 {
		w.Table(2, rows)
	}
	for _, o := range s.Options {
		if o.Possible && !o.Beyond.Empty() {
			w.Line(w.say("beyond", "option", o.Option.Title, "text", o.Beyond))
		}
	}
}

func (w *writer) rankingHead(shown []knowledge.Criterion, priced bool) []string {
	head := []string{w.say("rank"), w.say("option"), w.say("score")}
	for _, c := range shown {
		head = append(head, w.Say("criterion."+string(c)))
	}
	if priced {
		head = append(head, w.say("usd-month"))
	}
	return head
}

func (w *writer) price(o *advisor.Judged) string {
	if !o.Priced {
		return "–"
	}
	return lang.Amount(w.Lang, o.USD)
}

// options writes the reasons for and against every option; full adds what
// each is.
func (w *writer) options(s *advisor.Settled, full bool) {
	for _, o := range s.Options {
		key := "option-possible"
		if !o.Possible {
			key = "option-ruled-out"
		}
		text := w.say(key, "option", o.Option.Title, "points", w.points(o.Score))
		if full {
			text += " " + w.Fill(w.r, o.Option.Summary, o.Option.Service, nil)
		}
		w.Item(0, text)
		for _, c := range o.Constraints {
			w.Marked(1, "×", w.reason(c))
		}
		if !o.Possible {
			continue
		}
		for _, x := range o.Reasons {
			w.Marked(1, sign(x.Points), w.reason(x))
		}
	}
}

func sign(points float64) string {
	if points < 0 {
		return "−"
	}
	return "+"
}

// reason writes the text of a reason, its points, the assumptions it leans on
// and its source.
func (w *writer) reason(x advisor.Reason) string {
	parts := []string{w.Reason(w.r, x)}
	if x.Criterion != "" {
		parts = append(parts, w.say("points", "criterion", w.Say("criterion."+string(x.Criterion)), "points", w.signed(x.Points)))
	}
	if told, more := x.Leans(); len(told) > 0 {
		facts := make([]string, len(told))
		for i, f := range told {
			facts[i] = w.answer(f)
		}
		if more > 0 {
			facts = append(facts, w.say("leans-more", "n", more))
		}
		parts = append(parts, w.say("leans", "facts", strings.Join(facts, "; ")))
	}
	if c := w.Cite(x.Source); c != "" {
		parts = append(parts, c)
	}
	return strings.Join(parts, " ")
}

// changes writes what would change a decision, at most n entries.
func (w *writer) changes(s *advisor.Settled, n int) {
	if len(s.Changes) == 0 {
		if s.Verdict != advisor.Only || w.r.Blueprint != nil {
			w.Line(w.say("no-change"))
		}
		return
	}
	w.Line(w.say("changes"))
	for _, c := range s.Changes[:min(n, len(s.Changes))] {
		w.Item(0, w.Change(w.r, s, c))
	}
	if more := len(s.Changes) - n; more > 0 {
		w.Item(0, w.say("more", "n", more, "decision", s.Decision.ID))
	}
}

// number writes a score with a real minus.
func (w *writer) number(v float64) string {
	return strings.Replace(lang.Number(w.Lang, v, 2), "-", "−", 1)
}

func (w *writer) points(v float64) string {
	return strings.Replace(w.Quantity(v, 2, "points"), "-", "−", 1)
}

// signed writes points with their sign, zero as a dash.
func (w *writer) signed(v float64) string {
	switch s := w.number(v); {
	case s == "0" || s == "−0":
		return "–"
	case v > 0:
		return "+" + s
	default:
		return s
	}
}
