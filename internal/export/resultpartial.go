package export

import (
	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/workload"
)

// DecisionResult is one decision of the JSON result; it must exist.
func (e *Export) DecisionResult(id string) any {
	r := e.Run.Recommendation
	return struct {
		Alarife  int      `json:"alarife"`
		Decision Decision `json:"decision"`
	}{JSONVersion, decision(r, e.Run.Teller(e.Lang), r.Decision(id))}
}

// ReviewResult is the findings of the JSON result.
func (e *Export) ReviewResult() any {
	return struct {
		Alarife  int       `json:"alarife"`
		Findings []Finding `json:"findings"`
	}{JSONVersion, e.findings()}
}

// EstimateResult is the estimate of the JSON result.
func (e *Export) EstimateResult() any {
	return struct {
		Alarife  int      `json:"alarife"`
		Region   string   `json:"region"`
		Estimate Estimate `json:"estimate"`

		Conversion *Conversion `json:"conversion,omitempty"`
	}{JSONVersion, e.Run.Recommendation.Region, e.estimate(), e.conversion(e.Run.Estimate.Monthly)}
}

// Question is an unanswered question.
type Question struct {
	Fact    string        `json:"fact"`
	Flips   int           `json:"flips"` // decisions that an answer can turn
	Text    string        `json:"text"`
	Kind    workload.Kind `json:"kind"`
	Unit    string        `json:"unit,omitempty"`
	Min     *float64      `json:"min,omitempty"`
	Max     *float64      `json:"max,omitempty"`
	Choices []Choice      `json:"choices,omitempty"`
	Assumed any           `json:"assumed"`
}

// Choice is one choice of a question.
type Choice struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

// AskResult is the unanswered questions, those first that can turn most.
func (e *Export) AskResult() any {
	questions := []Question{}
	r := e.Run.Recommendation
	for _, a := range r.AskNext {
		q := r.Base.Question(a.Fact)
		v, _ := r.Value(q)
		out := question(q, e.Lang)
		out.Flips, out.Assumed = a.Flips, plain(q, v)
		questions = append(questions, out)
	}
	return struct {
		Alarife   int        `json:"alarife"`
		Questions []Question `json:"questions"`
	}{JSONVersion, questions}
}

func question(q *knowledge.Question, l lang.Lang) Question {
	out := Question{Fact: q.ID, Text: q.Text.In(l), Kind: q.Kind, Unit: q.Unit, Min: q.Min, Max: q.Max}
	for _, c := range q.Choices {
		out.Choices = append(out.Choices, Choice{ID: c.ID, Text: c.Text.In(l)})
	}
	return out
}
