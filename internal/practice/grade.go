package practice

import (
	"math"
	"slices"

	"alarife/internal/knowledge"
)

// Answer is what a student gives: the fields that the kind uses.
type Answer struct {
	Marked []string          `json:"marked,omitempty"` // choice, fault; explain: points of the checklist that the student ticks
	Choose map[string]string `json:"choose,omitempty"` // build, match
	Number *float64          `json:"number,omitempty"` // estimate
	Order  []string          `json:"order,omitempty"`  // order
	Text   string            `json:"text,omitempty"`   // explain
}

// Grade is the mark of one answer.
type Grade struct {
	Credit float64  `json:"credit"` // 0 … 1
	Right  bool     `json:"right"`  // full marks
	Rules  []string `json:"rules"`  // that a wrong answer misses, sorted; empty for a right one
	Wrong  []string `json:"wrong"`  // ids that were marked, matched or left out wrongly, sorted
}

// Grade marks an answer. The order in which options are shown or marked makes
// no difference; full marks are for the key alone.
func (x *Exercise) Grade(a Answer) Grade {
	var g Grade
	switch x.Kind {
	case knowledge.ChoiceItem, knowledge.FaultItem:
		g = x.gradeMarks(unique(a.Marked))
	case knowledge.BuildItem:
		g = x.gradeBuild(a.Choose)
	case knowledge.MatchItem:
		g = x.gradeMatch(a.Choose)
	case knowledge.EstimateItem:
		g = x.gradeNumber(a.Number)
	case knowledge.OrderItem:
		g = x.gradeOrder(a.Order)
	case knowledge.ExplainItem:
		g = x.gradeTicks(unique(a.Marked))
	}
	g.Right = len(g.Wrong) == 0
	if g.Right {
		g.Credit = 1
	} else {
		g.Credit = min(max(g.Credit, 0), notFull)
	}
	g.Rules = x.missed(g.Wrong)
	return g
}

// notFull is the most that an answer beside the key can earn.
const notFull = 0.95

// missed collects the rules behind what was wrong.
func (x *Exercise) missed(wrong []string) []string {
	rules := []string{}
	for _, id := range wrong {
		rules = append(rules, x.Notes[id].Rules...)
	}
	if len(wrong) > 0 && len(rules) == 0 {
		rules = append(rules, "topic/"+x.Topic)
	}
	return unique(rules)
}

// unique returns the ids sorted, each once.
func unique(ids []string) []string {
	out := slices.Clone(ids)
	slices.Sort(out)
	return slices.Compact(out)
}

// gradeMarks gives each right mark its share and takes one off for each wrong
// mark; one question with one right option knows right and wrong alone.
func (x *Exercise) gradeMarks(marked []string) (g Grade) {
	hits := 0
	for _, id := range marked {
		if slices.Contains(x.Key.Marked, id) {
			hits++
		} else {
			g.Wrong = append(g.Wrong, id)
		}
	}
	misses := len(g.Wrong)
	for _, id := range x.Key.Marked {
		if !slices.Contains(marked, id) {
			g.Wrong = append(g.Wrong, id)
		}
	}
	slices.Sort(g.Wrong)
	if !x.Several && x.Kind == knowledge.ChoiceItem {
		return g
	}
	g.Credit = float64(hits-misses) / float64(max(1, len(x.Key.Marked)))
	return g
}

func (x *Exercise) gradeMatch(choose map[string]string) (g Grade) {
	for _, l := range x.Left {
		if choose[l.ID] == x.Key.Choose[l.ID] {
			g.Credit += 1 / float64(len(x.Left))
		} else {
			g.Wrong = append(g.Wrong, l.ID)
		}
	}
	slices.Sort(g.Wrong)
	return g
}

// gradeNumber gives half for a number within twice the tolerance.
func (x *Exercise) gradeNumber(n *float64) (g Grade) {
	if n == nil || math.IsNaN(*n) || math.IsInf(*n, 0) {
		return Grade{Wrong: []string{x.Topic}}
	}
	off, allowed := math.Abs(*n-x.Key.Number), math.Abs(x.Key.Number)*x.Key.Tolerance/100
	switch {
	case off <= allowed+1e-9:
		return Grade{}
	case off <= 2*allowed:
		g.Credit = 0.5
	}
	g.Wrong = []string{x.Topic}
	return g
}

// gradeOrder gives the share of pairs that stand in the right order, twice
// that above one half, which chance would give.
func (x *Exercise) gradeOrder(order []string) (g Grade) {
	key := x.Key.Order
	if len(order) != len(key) || !slices.Equal(unique(order), unique(key)) {
		return Grade{Wrong: unique(key)}
	}
	right, pairs := 0, 0
	for i := range key {
		for j := i + 1; j < len(key); j++ {
			pairs++
			if slices.Index(order, key[i]) < slices.Index(order, key[j]) {
				right++
			}
		}
		if order[i] != key[i] {
			g.Wrong = append(g.Wrong, key[i])
		}
	}
	slices.Sort(g.Wrong)
	g.Credit = 2*float64(right)/float64(pairs) - 1
	return g
}

func (x *Exercise) gradeTicks(ticked []string) (g Grade) {
	for _, p := range x.Checklist {
		if slices.Contains(ticked, p.ID) {
			g.Credit += 1 / float64(len(x.Checklist))
		} else {
			g.Wrong = append(g.Wrong, p.ID)
		}
	}
	slices.Sort(g.Wrong)
	return g
}
