package practiceview

import "alarife/internal/knowledge"

const matchItem = knowledge.MatchItem

// newMatch is left sides each put to its right side. Long right sides stand in
// full below the question, by their letters.
func newMatch(p *asked) *pairs {
	var list []pair
	for _, l := range p.q.Left {
		list = append(list, pair{l.ID, l.Text, p.q.Right})
	}
	return newPairs(p, list, true)
}
