package export

import (
	"alarife/internal/advisor"
	"alarife/internal/knowledge"
)

// Decision is one decision, settled.
type Decision struct {
	ID          string          `json:"id"`
	Title       string          `json:"title"`
	Applies     bool            `json:"applies"`
	Recommended *string         `json:"recommended"`
	Pinned      *string         `json:"pinned"`
	Margin      float64         `json:"margin"`
	Verdict     advisor.Verdict `json:"verdict"`
	PricedBy    []string        `json:"priced_by,omitempty"`
	Options     []Option        `json:"options"`
	Changes     []Change        `json:"changes"`
}

// Option is one option with its judgement: possible ones with score, criteria
// and reasons, those ruled out with constraints.
type Option struct {
	ID          string                          `json:"id"`
	Title       string                          `json:"title"`
	Status      string                          `json:"status"` // possible, ruled-out
	Score       *float64                        `json:"score,omitempty"`
	Criteria    map[knowledge.Criterion]float64 `json:"criteria,omitempty"`
	Reasons     []Reason                        `json:"reasons,omitempty"`
	Constraints []Reason                        `json:"constraints,omitempty"`
	MonthlyUSD  *float64                        `json:"monthly_usd,omitempty"`
	Beyond      string                          `json:"beyond_price,omitempty"` // what monthly_usd leaves out
}

// Reason is one step of the trace.
type Reason struct {
	Rule      string              `json:"rule,omitempty"`
	Kind      advisor.ReasonKind  `json:"kind"`
	Text      string              `json:"text"`
	Criterion knowledge.Criterion `json:"criterion,omitempty"`
	Points    *float64            `json:"points,omitempty"`
	Facts     []string            `json:"facts"`
	Assumed   []string            `json:"assumed,omitempty"`
	Limits    []string            `json:"limits,omitempty"`
	Source    string              `json:"source,omitempty"`
}

// Change is one answer that would turn the decision.
type Change struct {
	Fact    string  `json:"fact"`
	From    any     `json:"from"`
	To      any     `json:"to"`
	Becomes *string `json:"becomes"`
}

// The statuses of an option.
const (
	possible = "possible"
	ruledOut = "ruled-out"
)

func decision(r *advisor.Recommendation, t advisor.Teller, s *advisor.Settled) Decision {
	out := Decision{
		ID: s.Decision.ID, Title: t.In(s.Decision.Title), Applies: s.Applies, Recommended: optionName(s.Recommended), Pinned: optionName(s.Pinned),
		Margin: round(s.Margin), Verdict: s.Verdict, PricedBy: s.Decision.MoneyOf(), Options: []Option{}, Changes: []Change{},
	}
	for _, o := range s.Options {
		out.Options = append(out.Options, option(r, t, o))
	}
	for _, c := range s.Changes {
		q := r.Base.Question(c.Fact)
		out.Changes = append(out.Changes, Change{Fact: c.Fact, From: plain(q, c.From), To: plain(q, c.To), Becomes: name(c.Becomes)})
	}
	return out
}

func optionName(o *advisor.Judged) *string {
	if o == nil {
		return nil
	}
	return &o.Option.ID
}

func option(r *advisor.Recommendation, t advisor.Teller, o *advisor.Judged) Option {
	out := Option{ID: o.Option.ID, Title: t.In(o.Option.Title), Status: ruledOut, Beyond: t.In(o.Beyond)}
	if o.Priced {
		usd := round(o.USD)
		out.MonthlyUSD = &usd
	}
	if !o.Possible {
		for _, c := range o.Constraints {
			out.Constraints = append(out.Constraints, reason(r, t, c))
		}
		return out
	}
	score := round(o.Score)
	out.Status, out.Score, out.Criteria = possible, &score, map[knowledge.Criterion]float64{}
	for c, p := range o.Points {
		out.Criteria[c] = round(p)
	}
	for _, x := range o.Reasons {
		out.Reasons = append(out.Reasons, reason(r, t, x))
	}
	return out
}

func reason(r *advisor.Recommendation, t advisor.Teller, x advisor.Reason) Reason {
	out := Reason{
		Kind: x.Kind, Text: t.Reason(r, x), Criterion: x.Criterion,
		Facts: append([]string{}, x.Facts...), Assumed: x.Assumed, Limits: x.Limits, Source: x.Source,
	}
	if x.Rule != nil {
		out.Rule = x.Rule.ID
	}
	if x.Criterion != "" {
		points := round(x.Points)
		out.Points = &points
	}
	return out
}
