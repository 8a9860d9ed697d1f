// Package run makes all that follows from one case: recommendation,
// architecture, findings, estimate and what the picture is asked to show. The
// desktop and the command line share it, so that they cannot differ. It knows
// neither files nor formats.
package run

import (
	"strings"

	"alarife/internal/advisor"
	"alarife/internal/architecture"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/plan"
	"alarife/internal/pricing"
)

// Brief is what a run is asked for.
type Brief struct {
	Title lang.Text // of the design; a blank one takes the blueprint's
	Case  advisor.Case
}

// Runner makes runs. It is immutable and safe for concurrent use.
type Runner struct {
	Advisor *advisor.Advisor
	Texts   *lang.Messages
}

// New prepares a runner on a knowledge base.
func New(b *knowledge.Base, texts *lang.Messages) *Runner {
	return &Runner{Advisor: advisor.New(b), Texts: texts}
}

// Base returns the knowledge base.
func (m *Runner) Base() *knowledge.Base { return m.Advisor.Base() }

// Run is all that follows from one case. It is not changed once made.
type Run struct {
	Title          lang.Text
	Recommendation *advisor.Recommendation
	Architecture   *architecture.Architecture
	Findings       []*architecture.Finding // worst first
	Estimate       *pricing.Estimate

	texts   *lang.Messages
	advisor *advisor.Advisor
}

// Plan works out what follows beyond choosing: machine, money over time,
// network, responsibilities, tags. It is made anew at every call.
func (r *Run) Plan() *plan.Plan { return plan.Of(r.advisor, r.Recommendation, r.Architecture, r.Title) }

// Full makes everything: with what would change it, what to ask next, the
// alternatives and the other era.
func (m *Runner) Full(b Brief) *Run { return m.From(b, m.Advisor.Advise(b.Case)) }

// Quick makes what picture, review and estimate need.
func (m *Runner) Quick(b Brief) *Run { return m.From(b, m.Advisor.Quick(b.Case)) }

// From makes what follows from a recommendation that is already there.
func (m *Runner) From(b Brief, rec *advisor.Recommendation) *Run {
	r := &Run{Title: b.Title, Recommendation: rec, Architecture: architecture.Assemble(rec, m.Texts), texts: m.Texts, advisor: m.Advisor}
	if strings.TrimSpace(r.Title.EN+r.Title.ES) == "" {
		r.Title = r.Architecture.Title
	}
	r.Findings = architecture.Review(rec, r.Architecture)
	r.Estimate = pricing.OfDrawn(rec, r.Architecture)
	return r
}

// Teller returns a teller of the run's texts in a language.
func (r *Run) Teller(l lang.Lang) advisor.Teller { return advisor.Teller{Messages: r.texts, Lang: l} }

// Cost is the monthly cost of an alternative in USD, and whether all of it is
// priced.
func (r *Run) Cost(a advisor.Alternative) (usd float64, complete bool) {
	e := pricing.OfDrawn(a.Recommendation, architecture.Assemble(a.Recommendation, r.texts))
	return e.Monthly, e.Unpriced() == 0
}
