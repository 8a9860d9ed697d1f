package sheet

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/practice"
)

// qtiRun runs the response processing of an item, as far as our items use it.
// Values are lists of words; an empty list is NULL, with which every operator
// gives NULL.
type qtiRun struct {
	t        testing.TB
	item     *node
	values   map[string][]string // of responses and outcomes
	score    float64
	feedback []string // identifiers of what is shown
}

// responses puts an answer into the words of its item.
func responses(x *practice.Exercise, a practice.Answer) map[string][]string {
	q := x.Question(lang.English)
	out := map[string][]string{}
	switch x.Kind {
	case knowledge.MatchItem:
		left, right := numbered(q.Left, "l"), numbered(q.Right, "r")
		for l, r := range a.Choose {
			out[responseID] = append(out[responseID], left[l]+" "+right[r])
		}
	case knowledge.BuildItem:
		for n, d := range q.Decisions {
			if o := a.Choose[d.ID]; o != "" {
				out[responseID+strconv.Itoa(n+1)] = []string{numbered(d.Options, "d"+strconv.Itoa(n+1)+"o")[o]}
			}
		}
	case knowledge.EstimateItem:
		if a.Number != nil {
			out[responseID] = []string{number(*a.Number)}
		}
	default:
		names := numbered(q.Options, "o")
		out[responseID] = named(append(slices.Clone(a.Marked), a.Order...), names)
	}
	return out
}

func processed(t testing.TB, item *node, responses map[string][]string) *qtiRun {
	t.Helper()
	run := &qtiRun{t: t, item: item, values: responses}
	for _, o := range item.all("outcomeDeclaration") {
		run.values[o.attr["identifier"]] = nil
		for _, v := range o.all("value") {
			run.values[o.attr["identifier"]] = []string{v.text}
		}
	}
	run.rules(item.one("responseProcessing").kids)
	run.score = run.float(run.values["SCORE"])
	for _, f := range item.all("modalFeedback") {
		if slices.Contains(run.values[f.attr["outcomeIdentifier"]], f.attr["identifier"]) {
			run.feedback = append(run.feedback, f.attr["identifier"])
		}
	}
	return run
}

func (r *qtiRun) rules(list []*node) {
	for _, n := range list {
		switch n.name {
		case "setOutcomeValue":
			r.values[n.attr["identifier"]] = r.eval(n.kids[0])
		case "responseCondition":
			for _, branch := range n.kids {
				if branch.name == "responseElse" {
					r.rules(branch.kids)
				} else if slices.Equal(r.eval(branch.kids[0]), []string{"true"}) {
					r.rules(branch.kids[1:])
					break
				}
			}
		default:
			r.t.Fatalf("rule %s", n.name)
		}
	}
}

func (r *qtiRun) float(v []string) float64 {
	if len(v) != 1 {
		return 0
	}
	f, err := strconv.ParseFloat(v[0], 64)
	if err != nil {
		r.t.Fatal(err)
	}
	return f
}

func (r *qtiRun) declaration(id string) *node {
	for _, d := range r.item.all("responseDeclaration") {
		if d.attr["identifier"] == id {
			return d
		}
	}
	r.t.Fatalf("no response %q", id)
	return nil
}

func (r *qtiRun) eval(n *node) []string {
	var args [][]string
	for _, k := range n.kids {
		args = append(args, r.eval(k))
	}
	null := slices.ContainsFunc(args, func(a []string) bool { return len(a) == 0 })
	id := n.attr["identifier"]
	switch n.name {
	case "variable":
		return r.values[id]
	case "baseValue":
		return []string{n.text}
	case "correct":
		var out []string
		for _, v := range r.declaration(id).one("correctResponse").kids {
			out = append(out, v.text)
		}
		return out
	case "mapResponse":
		return []string{number(r.mapped(id))}
	case "and":
		return truth(!slices.ContainsFunc(args, func(a []string) bool { return !slices.Equal(a, []string{"true"}) }))
	}
	if null {
		return nil
	}
	switch n.name {
	case "not":
		return truth(args[0][0] == "false")
	case "match":
		return truth(slices.Equal(args[0], args[1])) // of single and ordered values alone
	case "member":
		return truth(slices.Contains(args[1], args[0][0]))
	case "sum":
		return []string{number(r.float(args[0]) + r.float(args[1]))}
	case "divide":
		return []string{number(r.float(args[0]) / r.float(args[1]))}
	case "equal":
		by := r.float(strings.Fields(n.attr["tolerance"])[:1])
		return truth(n.attr["toleranceMode"] == "absolute" && math.Abs(r.float(args[0])-r.float(args[1])) <= by)
	}
	r.t.Fatalf("operator %s", n.name)
	return nil
}

// mapped adds up what the values of a response are mapped to.
func (r *qtiRun) mapped(id string) (sum float64) {
	m := r.declaration(id).one("mapping")
	for _, v := range r.values[id] {
		for _, e := range m.kids {
			if e.attr["mapKey"] == v {
				sum += r.float([]string{e.attr["mappedValue"]})
			}
		}
	}
	return min(max(sum, r.float([]string{m.attr["lowerBound"]})), r.float([]string{m.attr["upperBound"]}))
}

func truth(b bool) []string { return []string{strconv.FormatBool(b)} }
