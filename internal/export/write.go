package export

import (
	"io"
	"strings"

	"alarife/internal/advisor"
	"alarife/internal/export/report"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
)

// Text writes the whole report as plain text.
func (e *Export) Text(w io.Writer) error { return e.Report().Text(w) }

// Markdown writes the whole report as Markdown, with the plans that follow
// from it.
func (e *Export) Markdown(w io.Writer) error {
	out := e.writer()
	out.whole()
	out.plan("")
	return out.done().Markdown(w)
}

// Report is the whole run in words.
func (e *Export) Report() *report.Report {
	w := e.writer()
	w.whole()
	return w.done()
}

func (w *writer) whole() {
	w.head()
	w.glance()
	w.decisions()
	w.estimate()
	w.findings()
	w.assumed()
	w.askNext()
	w.alternatives()
	w.eras()
}

// glance lists what every decision came to: those that make the picture first,
// then the advice that goes with any system.
func (w *writer) glance() {
	rows := [][]string{{w.say("glance.decision"), w.say("glance.option"), w.say("glance.verdict")}}
	for _, drawn := range []bool{true, false} {
		for _, s := range w.r.Decisions {
			if s.Applies && w.r.Drawn(s.Decision) == drawn {
				rows = append(rows, []string{w.In(s.Decision.Title), w.option(s.Decision, w.r.Chose(s.Decision.ID)), w.sure(s)})
			}
		}
	}
	w.Heading(2, w.say("glance"))
	w.Table(3, rows)
}

// sure says how sure a decision is, or that it is the person's own.
func (w *writer) sure(s *advisor.Settled) string {
	if s.Pinned != nil {
		return w.say("glance.pinned")
	}
	return w.Say("verdict." + string(s.Verdict))
}

// ReviewReport is the findings in words.
func (e *Export) ReviewReport() *report.Report {
	w := e.writer()
	w.title()
	w.findings()
	return w.done()
}

// EstimateReport is the estimate in words.
func (e *Export) EstimateReport() *report.Report {
	w := e.writer()
	w.title()
	w.estimate()
	return w.done()
}

// AskReport is the unanswered questions in words, those first that can turn
// most decisions.
func (e *Export) AskReport() *report.Report {
	w := e.writer()
	w.title()
	w.questions()
	return w.done()
}

// writer writes the parts of a report in one language.
type writer struct {
	*report.Report
	advisor.Teller
	e *Export
	r *advisor.Recommendation
}

func (e *Export) writer() *writer {
	return &writer{Report: report.New(), Teller: e.Run.Teller(e.Lang), e: e, r: e.Run.Recommendation}
}

// say returns a text of the report.
func (w *writer) say(key string, args ...any) string { return w.Say("report."+key, args...) }

func (w *writer) done() *report.Report {
	w.Sources(2, w.say("sources"))
	return w.Report
}

func (w *writer) title() { w.Heading(1, w.e.Run.Title.In(w.Lang)) }

func (w *writer) head() {
	w.title()
	if b := w.r.Blueprint; b != nil {
		w.Item(0, w.say("kind", "blueprint", b.Title))
	}
	w.Item(0, w.say("region", "region", w.e.Run.RegionName(w.Lang)))
	w.Item(0, w.eraLine(w.r.Case.Era))
	w.Item(0, w.say("monthly", "usd", lang.Money(w.Lang, w.e.Run.Estimate.Monthly), "missing", w.e.Run.Estimate.Unpriced()))
	w.Item(0, w.say("findings-count", "counts", w.counts()))
	w.Item(0, w.say("catalog", "digest", w.r.Base.Digest[:min(len(w.r.Base.Digest), 19)], "date", w.r.Base.Prices.Latest()))
}

func (w *writer) eraLine(e knowledge.Era) string {
	return w.say("era."+string(e), "guide", w.r.Base.Guide.Title, "until", w.r.Base.Guide.Until)
}

// counts writes how many findings there are of each severity.
func (w *writer) counts() string {
	n := map[knowledge.Severity]int{}
	for _, f := range w.e.Run.Findings {
		n[f.Rule.Severity]++
	}
	var parts []string
	for _, s := range knowledge.Severities() {
		if n[s] > 0 {
			parts = append(parts, w.say("count", "n", n[s], "severity", w.Say("severity."+string(s))))
		}
	}
	if len(parts) == 0 {
		return w.Say("value.none")
	}
	return strings.Join(parts, ", ")
}

// option returns the title of a decision's option, or that there is none.
func (w *writer) option(d *knowledge.Decision, id string) string {
	if o := d.Option(id); o != nil {
		return w.In(o.Title)
	}
	return w.say("no-option")
}

// came is what a decision came to: the title of its option, that there is
// none, or that it does not apply.
func (w *writer) came(d *knowledge.Decision, option string, applies bool) string {
	if !applies {
		return w.Say("verdict.absent")
	}
	return w.option(d, option)
}

func (w *writer) state(s *advisor.Settled) string {
	return w.came(s.Decision, chosenID(s), s.Applies)
}

// answer writes the value that a fact has in the case.
func (w *writer) answer(fact string) string {
	q := w.r.Base.Question(fact)
	v, _ := w.r.Value(q)
	return w.say("fact", "fact", q.Short, "value", w.Value(w.r.Base, q, v))
}
