package progress

import (
	"cmp"
	"slices"
)

// part gathers what mastery is told from.
type part struct {
	Mastery
	credits []float64
	recalls []float64
}

// mastery tells how far sessions of the guide and topics are mastered.
func mastery(in Input) (guide, topics []Mastery) {
	sessions, about := map[int]*part{}, map[string]*part{}
	for _, g := range in.Guide {
		of(sessions, g, Mastery{Session: g})
	}
	for _, a := range in.Answers {
		for _, g := range a.Guide {
			of(sessions, g, Mastery{Session: g}).answered(a.Grade.Credit)
		}
		of(about, a.Topic, Mastery{Topic: a.Topic}).answered(a.Grade.Credit)
	}
	for i := range in.Cards {
		c := &in.Cards[i]
		r, known := in.Rule(c.Rule)
		if !known {
			continue
		}
		recall, due := c.Recall(in.Now), c.IsDue(in.Now)
		for _, g := range r.Guide {
			of(sessions, g, Mastery{Session: g}).carded(recall, due)
		}
		if r.Topic != "" {
			of(about, r.Topic, Mastery{Topic: r.Topic}).carded(recall, due)
		}
	}
	guide, topics = tell(sessions), tell(about)
	slices.SortFunc(guide, func(a, b Mastery) int { return cmp.Compare(a.Session, b.Session) })
	slices.SortFunc(topics, func(a, b Mastery) int {
		return cmp.Or(cmp.Compare(a.Mastery, b.Mastery), cmp.Compare(a.Topic, b.Topic))
	})
	return guide, topics
}

func of[K comparable](parts map[K]*part, key K, fresh Mastery) *part {
	if parts[key] == nil {
		parts[key] = &part{Mastery: fresh}
	}
	return parts[key]
}

func (p *part) answered(credit float64) { p.credits = append(p.credits, credit) }

func (p *part) carded(recall float64, due bool) {
	p.recalls = append(p.recalls, recall)
	if due {
		p.Due++
	}
}

func tell[K comparable](parts map[K]*part) []Mastery {
	out := []Mastery{}
	for _, p := range parts {
		m := p.Mastery
		m.Answers = len(p.credits)
		m.Accuracy = mean(p.credits, 0)
		m.Recent = mean(p.credits[max(0, len(p.credits)-Window):], 0)
		m.Recall = mean(p.recalls, 1)
		m.Mastery = m.Recent * m.Recall * min(1, float64(m.Answers)/Enough)
		out = append(out, m)
	}
	return out
}

// mean is that of a list, or what is usual for an empty one.
func mean(list []float64, usual float64) float64 {
	if len(list) == 0 {
		return usual
	}
	sum := 0.0
	for _, x := range list {
		sum += x
	}
	return sum / float64(len(list))
}
