package export

import (
	"alarife/internal/advisor"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/pricing"
	"alarife/internal/workload"
)

// Result is the shape of the JSON result. It is stable: keys may come, none
// goes or changes its meaning while Alarife stays the same number.
type Result struct {
	Alarife        int             `json:"alarife"`
	Catalog        string          `json:"catalog"`
	Lang           lang.Lang       `json:"lang"`
	Title          string          `json:"title"`
	Era            knowledge.Era   `json:"era"`
	Region         string          `json:"region"`
	Blueprint      *string         `json:"blueprint"`
	Decisions      []Decision      `json:"decisions"`
	Estimate       Estimate        `json:"estimate"`
	Findings       []Finding       `json:"findings"`
	Components     []Component     `json:"components"`
	Flows          []Flow          `json:"flows"`
	Assumed        []string        `json:"assumed"`
	AskNext        []string        `json:"ask_next"`
	Alternatives   []Alternative   `json:"alternatives"`
	EraDifferences []EraDifference `json:"era_differences"`
}

// Estimate is the cost of a month.
type Estimate struct {
	Currency string    `json:"currency"`
	Monthly  float64   `json:"monthly"`
	Lines    []Line    `json:"lines"`
	Missing  []Missing `json:"missing"`
	LeftOut  []string  `json:"left_out"` // components drawn, neither priced nor free
}

// Line is one priced quantity.
type Line struct {
	Component *string `json:"component"`
	Decision  *string `json:"decision"`
	Option    *string `json:"option"`
	Item      string  `json:"item"`
	Formula   string  `json:"formula"`
	Quantity  float64 `json:"quantity"`
	Unit      string  `json:"unit"`
	UnitUSD   float64 `json:"unit_usd"`
	Factor    float64 `json:"factor"`
	USD       float64 `json:"usd"`
	Price     string  `json:"price"`
	AsOf      string  `json:"as_of"`
	Source    string  `json:"source"`
}

// Missing is a quantity without a price in the Region.
type Missing struct {
	Component *string `json:"component"`
	Item      string  `json:"item"`
	Price     string  `json:"price"`
	Quantity  float64 `json:"quantity"`
}

// Finding is what a review rule found.
type Finding struct {
	Rule       string              `json:"rule"`
	Severity   knowledge.Severity  `json:"severity"`
	Criterion  knowledge.Criterion `json:"criterion"`
	Title      string              `json:"title"`
	Components []string            `json:"components"`
	Decision   *string             `json:"decision"`
	Text       string              `json:"text"`
	Remedy     string              `json:"remedy"`
	Source     string              `json:"source"`
}

// Alternative is a named recommendation under other weights.
type Alternative struct {
	ID        string            `json:"id"`
	Monthly   float64           `json:"monthly"`
	Complete  bool              `json:"complete"` // every quantity has a price
	Decisions map[string]string `json:"decisions"`
}

// EraDifference is a decision that comes out differently in the other era.
type EraDifference struct {
	Decision string   `json:"decision"`
	Here     *string  `json:"here"`
	There    *string  `json:"there"`
	Because  []string `json:"because"`
}

// Result makes the JSON result.
func (e *Export) Result() *Result {
	r, t := e.Run.Recommendation, e.Run.Teller(e.Lang)
	out := &Result{
		Alarife: JSONVersion, Catalog: r.Base.Digest, Lang: e.Lang, Title: e.Run.Title.In(e.Lang), Era: r.Case.Era, Region: r.Region,
		Decisions: []Decision{}, Estimate: e.estimate(), Findings: e.findings(), Components: e.components(), Flows: e.flows(),
		Assumed: append([]string{}, r.Assumed...), AskNext: []string{}, Alternatives: []Alternative{}, EraDifferences: []EraDifference{},
	}
	if r.Blueprint != nil {
		out.Blueprint = &r.Blueprint.ID
	}
	for _, s := range r.Decisions {
		out.Decisions = append(out.Decisions, decision(r, t, s))
	}
	for _, a := range r.AskNext {
		out.AskNext = append(out.AskNext, a.Fact)
	}
	for _, a := range r.Alternatives {
		out.Alternatives = append(out.Alternatives, e.alternative(a))
	}
	for _, d := range r.EraDifferences {
		out.EraDifferences = append(out.EraDifferences, EraDifference{
			Decision: d.Decision.ID, Here: name(d.Here), There: name(d.There), Because: texts(r, t, d.Because),
		})
	}
	return out
}

func (e *Export) findings() []Finding {
	t, out := e.Run.Teller(e.Lang), []Finding{}
	for _, f := range e.Run.Findings {
		out = append(out, Finding{
			Rule: f.Rule.ID, Severity: f.Rule.Severity, Criterion: f.Rule.Criterion, Title: t.In(f.Rule.Title),
			Components: append([]string{}, f.Components...), Decision: name(f.Decision), Text: f.Text(t), Remedy: f.Remedy(t), Source: f.Rule.Source,
		})
	}
	return out
}

func (e *Export) estimate() Estimate {
	from := e.Run.Estimate
	out := Estimate{Currency: pricing.Currency, Monthly: round(from.Monthly), Lines: []Line{}, Missing: []Missing{}, LeftOut: []string{}}
	for _, l := range from.Lines {
		out.Lines = append(out.Lines, Line{
			Component: name(l.Component), Decision: name(l.Decision), Option: name(l.Option), Item: l.Item.In(e.Lang),
			Formula: l.Formula, Quantity: round(l.Quantity), Unit: l.Unit, UnitUSD: l.UnitUSD, Factor: round(l.Factor),
			USD: round(l.USD), Price: l.Price, AsOf: l.AsOf, Source: l.Source,
		})
	}
	for _, m := range from.Missing {
		out.Missing = append(out.Missing, Missing{Component: name(m.Component), Item: m.Item.In(e.Lang), Price: m.Price, Quantity: round(m.Quantity)})
	}
	for _, c := range from.LeftOut {
		out.LeftOut = append(out.LeftOut, c.Origin)
	}
	return out
}

func (e *Export) alternative(a advisor.Alternative) Alternative {
	usd, complete := e.Run.Cost(a)
	out := Alternative{ID: a.ID, Monthly: round(usd), Complete: complete, Decisions: map[string]string{}}
	for _, s := range a.Recommendation.Decisions {
		if s.Chosen != nil {
			out.Decisions[s.Decision.ID] = s.Chosen.Option.ID
		}
	}
	return out
}

func texts(r *advisor.Recommendation, t advisor.Teller, reasons []advisor.Reason) []string {
	out := []string{}
	for _, x := range reasons {
		out = append(out, t.Reason(r, x))
	}
	return out
}

// name is an id, or null where there is none.
func name(id string) *string {
	if id == "" {
		return nil
	}
	return &id
}

func plain(q *knowledge.Question, v workload.Value) any { return q.Fact.Plain(v) }
