package session

import (
	"cmp"
	"slices"
	"time"

	"alarife/internal/lang"
	"alarife/internal/practice"
)

// Result is what came of a finished sitting.
type Result struct {
	Kind     Kind          `json:"kind"`
	Count    int           `json:"count"`
	Answered int           `json:"answered"`
	Right    int           `json:"right"`
	Credit   float64       `json:"credit"` // 0 … 1, the mean; in an exam over all, else over those answered
	Spent    time.Duration `json:"spent_ns"`
	Started  time.Time     `json:"started"`
	Entries  []Entry       `json:"entries"` // by exercise
	Guide    []Share       `json:"guide"`   // by session of the study guide
	Topics   []Share       `json:"topics"`  // by topic, sorted
	Study    []Study       `json:"study"`   // rules that were missed, the most often first
}

// Entry is the result of one exercise.
type Entry struct {
	N        int            `json:"n"` // from 0
	Exercise string         `json:"exercise"`
	Title    lang.Text      `json:"title"`
	Topic    string         `json:"topic"`
	Guide    []int          `json:"guide"`
	Level    int            `json:"level"`
	Answered bool           `json:"answered"`
	Flagged  bool           `json:"flagged"`
	Grade    practice.Grade `json:"grade"`
}

// Share is the result of a part. An exercise of several sessions counts in
// each.
type Share struct {
	Session int     `json:"session,omitempty"` // of the study guide
	Topic   string  `json:"topic,omitempty"`
	Count   int     `json:"count"`
	Right   int     `json:"right"`
	Credit  float64 `json:"credit"` // 0 … 1, the mean
}

// Study is a rule to be studied.
type Study struct {
	practice.Rule
	Missed int `json:"missed"` // times in this sitting
}

func (s *Session) result() *Result {
	r := &Result{
		Kind: s.plan.Kind, Spent: s.watch.spent, Started: s.started,
		Entries: []Entry{}, Guide: []Share{}, Topics: []Share{}, Study: []Study{},
	}
	for n, p := range s.places {
		e := Entry{
			N: n, Exercise: p.ID, Title: p.Title, Topic: p.Topic, Guide: p.Guide, Level: p.Level,
			Flagged: p.slot.Flagged, Grade: practice.Grade{Rules: []string{}, Wrong: []string{}},
		}
		if p.answer != nil {
			e.Answered, e.Grade = true, p.answer.Grade
		}
		r.Entries = append(r.Entries, e)
	}
	r.sum()
	r.Study = s.study()
	return r
}

// sum adds the entries up, as a whole and by parts.
func (r *Result) sum() {
	all := Share{}
	guide, topics := map[int]*Share{}, map[string]*Share{}
	for _, e := range r.Entries {
		if e.Answered {
			r.Answered++
		} else if r.Kind != Exam {
			continue // nobody was obliged to
		}
		all.add(e)
		for _, g := range e.Guide {
			share(guide, g, Share{Session: g}).add(e)
		}
		share(topics, e.Topic, Share{Topic: e.Topic}).add(e)
	}
	r.Count, r.Right, r.Credit = len(r.Entries), all.Right, all.mean().Credit
	r.Guide, r.Topics = sorted(guide), sorted(topics)
}

func (s *Share) add(e Entry) {
	s.Count++
	s.Credit += e.Grade.Credit
	if e.Answered && e.Grade.Right {
		s.Right++
	}
}

// mean turns the sum of credits into their mean.
func (s *Share) mean() Share {
	out := *s
	out.Credit /= float64(max(1, s.Count))
	return out
}

func share[K comparable](parts map[K]*Share, key K, fresh Share) *Share {
	if parts[key] == nil {
		parts[key] = &fresh
	}
	return parts[key]
}

func sorted[K comparable](parts map[K]*Share) []Share {
	out := []Share{}
	for _, s := range parts {
		out = append(out, s.mean())
	}
	slices.SortFunc(out, func(a, b Share) int {
		return cmp.Or(cmp.Compare(a.Session, b.Session), cmp.Compare(a.Topic, b.Topic))
	})
	return out
}

// study lists the rules that were missed.
func (s *Session) study() []Study {
	missed := map[string]int{}
	for _, p := range s.places {
		if p.answer != nil {
			for _, id := range p.answer.Grade.Rules {
				missed[id]++
			}
		}
	}
	out := []Study{}
	for id, n := range missed {
		if r, ok := s.desk.Shelf.book.Rule(id); ok {
			out = append(out, Study{r, n})
		}
	}
	slices.SortFunc(out, func(a, b Study) int {
		return cmp.Or(cmp.Compare(b.Missed, a.Missed), cmp.Compare(a.ID, b.ID))
	})
	return out
}
