// Package progress tells how far a person has come, from the answers given and
// the cards of the schedule. It is a pure function of these and the time. Days
// are those of the local calendar: an answer counts on the day that it was
// where and when it was given.
package progress

import (
	"slices"
	"time"

	"alarife/internal/practice"
	"alarife/internal/practice/history"
	"alarife/internal/practice/schedule"
)

// Input is what progress is told from.
type Input struct {
	Answers  []history.Answer // in the order in which they were given; those of an open exam do not count
	Sessions []history.Session
	Cards    []schedule.Card
	Now      time.Time                             // in the person's time zone
	Rule     func(id string) (practice.Rule, bool) // of the catalog
	Guide    []int                                 // sessions of the study guide, told even where nothing was asked
	Ahead    int                                   // days of the forecast
}

// Stats is progress. It is written as JSON by the names here, which stay.
type Stats struct {
	Totals   Totals    `json:"totals"`
	Streak   Streak    `json:"streak"`
	Guide    []Mastery `json:"guide"`    // by session of the study guide, in its order
	Topics   []Mastery `json:"topics"`   // of those asked, the least mastered first
	Forecast []Day     `json:"forecast"` // reviews by day, from today; what is overdue counts today
	Days     []Period  `json:"days"`     // accuracy by day, the oldest first; days with answers alone
	Weeks    []Period  `json:"weeks"`    // the same by week
}

// Totals are sums.
type Totals struct {
	Answers  int           `json:"answers"`
	Right    int           `json:"right"`
	Accuracy float64       `json:"accuracy"` // 0 … 1, mean credit
	Sessions int           `json:"sessions"` // finished
	Exams    int           `json:"exams"`    // finished, among these
	Spent    time.Duration `json:"spent_ns"` // over the answers
	Cards    int           `json:"cards"`
	Due      int           `json:"due"`      // cards to be asked now
	Vanished int           `json:"vanished"` // cards whose rule the catalog has no more: kept, not asked
}

// Streak is days of practice in a row.
type Streak struct {
	Days    int  `json:"days"` // up to today, or to yesterday where nothing was practised yet today
	Today   bool `json:"today"`
	Longest int  `json:"longest"`
}

// Mastery is how far one part is mastered. An answer to an exercise of several
// sessions counts in each.
type Mastery struct {
	Session  int     `json:"session,omitempty"` // of the study guide
	Topic    string  `json:"topic,omitempty"`
	Answers  int     `json:"answers"`
	Accuracy float64 `json:"accuracy"` // 0 … 1, mean credit of all answers
	Recent   float64 `json:"recent"`   // 0 … 1, of the last Window answers
	Recall   float64 `json:"recall"`   // 0 … 1, mean chance that its rules are remembered now; 1 where it has no card
	Mastery  float64 `json:"mastery"`  // 0 … 1: Recent × Recall × the share of Enough answers given
	Due      int     `json:"due"`      // cards to be asked now
}

// Figures of Mastery, in answers.
const (
	Window = 10 // that count as recent
	Enough = 5  // from which on mastery may be full
)

// Day is the reviews of a day.
type Day struct {
	Date  string `json:"date"` // 2026-11-24
	Count int    `json:"count"`
}

// Period is the answers of a day or of a week.
type Period struct {
	Date     string  `json:"date"` // the day, or the Monday of the week
	Answers  int     `json:"answers"`
	Right    int     `json:"right"`
	Accuracy float64 `json:"accuracy"` // 0 … 1, mean credit
}

// Of tells the progress.
func Of(in Input) *Stats {
	in.Answers = told(in)
	s := &Stats{Totals: totals(in), Streak: streak(in)}
	s.Guide, s.Topics = mastery(in)
	s.Forecast = ahead(in)
	s.Days = periods(in.Answers, func(d date) date { return d })
	s.Weeks = periods(in.Answers, date.monday)
	return s
}

// told are the answers of which it may be told what was right: all but those
// of exams that are not over.
func told(in Input) []history.Answer {
	silent := map[int64]bool{}
	for _, s := range in.Sessions {
		if s.Silent() {
			silent[s.ID] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(in.Answers), func(a history.Answer) bool { return silent[a.Session] })
}

func totals(in Input) Totals {
	t := Totals{Answers: len(in.Answers), Cards: len(in.Cards)}
	for _, a := range in.Answers {
		t.Accuracy += a.Grade.Credit
		t.Spent += a.Took
		if a.Grade.Right {
			t.Right++
		}
	}
	t.Accuracy /= float64(max(1, t.Answers))
	for _, s := range in.Sessions {
		if !s.Open() {
			t.Sessions++
			if s.Kind == history.Exam {
				t.Exams++
			}
		}
	}
	for _, c := range in.Cards {
		if _, known := in.Rule(c.Rule); !known {
			t.Vanished++
		} else if c.IsDue(in.Now) {
			t.Due++
		}
	}
	return t
}
