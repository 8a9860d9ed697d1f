package schedule

import (
	"time"

	"github.com/open-spaced-repetition/go-fsrs/v3"
)

// model holds the default parameters of FSRS. It asks again at Retention, and
// without fuzz: the same ratings at the same times make the same schedule.
func model() *fsrs.FSRS {
	p := fsrs.DefaultParam()
	p.RequestRetention = Retention
	p.EnableFuzz = false
	return fsrs.NewFSRS(p)
}

// Review rates a card at a time and returns it with its next due time.
//
// The clock may jump. Time since the last rating never counts as less than
// none, so that a clock set back changes no memory; and the card is then dated
// by the clock as it is now, so that a date from a wrong clock is forgotten as
// soon as the card is rated anew. Times are instants: a change to or from
// daylight saving, or of the time zone, is no jump.
func Review(c Card, r Rating, now time.Time) Card {
	now = now.UTC().Round(0)
	last := c.Last.UTC()
	if last.After(now) {
		last = now
	}
	next := model().Next(fsrs.Card{
		Due: c.Due, Stability: c.Stability, Difficulty: c.Difficulty, State: fsrs.State(c.Stage),
		Reps: uint64(max(0, c.Reviews)), Lapses: uint64(max(0, c.Lapses)), LastReview: last,
	}, now, fsrs.Rating(r)).Card
	return Card{
		Rule: c.Rule, Due: next.Due, Last: now, Stability: next.Stability, Difficulty: next.Difficulty,
		Reviews: int(next.Reps), Lapses: int(next.Lapses), Stage: Stage(next.State),
	}
}

// recall is the forgetting curve of the model.
func recall(days, stability float64) float64 {
	c := fsrs.Card{Stability: stability, State: fsrs.Review, LastReview: time.Time{}}
	return model().GetRetrievability(c, c.LastReview.Add(time.Duration(days*24*float64(time.Hour))))
}

// Mark is one rating to be entered in the card of a rule.
type Mark struct {
	Rule   string
	Rating Rating
	New    bool // makes a card where the rule has none
}

// Settle enters a mark in the card of its rule, nil where there is none; ok is
// false where nothing is to be kept. A rule that was known is not rated before
// it is due: that would teach the model nothing, and a drill of one topic
// would push all its rules far into the future.
func Settle(c *Card, m Mark, now time.Time) (next Card, ok bool) {
	switch {
	case c == nil && !m.New:
		return Card{}, false
	case c == nil:
		c = &Card{Rule: m.Rule}
	case m.Rating != Again && !c.IsDue(now):
		return *c, false
	}
	return Review(*c, m.Rating, now), true
}
