// Package schedule decides when a rule is asked again, by the FSRS model of
// forgetting with the parameters of its authors: a rule comes back when the
// chance to remember it has fallen to nine in ten. What is learned is a rule
// of the catalog, not an exercise: exercises that test it are many.
//
// Everything is a pure function of the card, the rating and the time given.
package schedule

import "time"

// Card is what is known of one person's memory of one rule. The zero card,
// with its rule, has never been asked.
type Card struct {
	Rule       string    `json:"rule"`       // as in practice.Grade.Rules
	Due        time.Time `json:"due"`        // never before Last
	Last       time.Time `json:"last"`       // when it was last rated
	Stability  float64   `json:"stability"`  // days until the chance to remember falls to Retention
	Difficulty float64   `json:"difficulty"` // 1 … 10
	Reviews    int       `json:"reviews"`
	Lapses     int       `json:"lapses"` // times forgotten after it had been learned
	Stage      Stage     `json:"stage"`
}

// Stage is how far a rule is learned.
type Stage int

// The stages.
const (
	New       Stage = iota // never asked
	Learning               // asked again within minutes
	Settled                // asked again after days
	Relearned              // forgotten, and asked again within minutes
)

// Rating is how well a rule was remembered.
type Rating int

// The ratings; how fast an answer comes is not rated.
const (
	Again Rating = 1 // it was missed
	Good  Rating = 3 // it was known
)

// Retention is the chance to remember a rule at which it is asked again.
const Retention = 0.9

// amiss is how far ahead of the clock a card may have been rated.
const amiss = 24 * time.Hour

// IsDue reports whether the rule is to be asked. A card that was rated more
// than a day after now says that the clock was wrong then or is wrong now; it
// is due, for to ask it once too often does no harm, and not to ask it until
// that time would.
func (c *Card) IsDue(now time.Time) bool {
	return !c.Due.After(now) || c.Last.Sub(now) > amiss
}

// Overdue is how long the rule has been waiting, 0 where it is not due or the
// clock does not tell.
func (c *Card) Overdue(now time.Time) time.Duration { return max(0, now.Sub(c.Due)) }

// Recall is the chance that the rule is remembered at a time, 0 … 1; 1 at the
// time of the last rating and before, 0 for a new card.
func (c *Card) Recall(now time.Time) float64 {
	if c.Stage == New || c.Stability <= 0 {
		return 0
	}
	return recall(days(now.Sub(c.Last)), c.Stability)
}

// farthest is the longest time that is reckoned with, in days; a duration
// cannot hold much more.
const farthest = 100000

// days turns a duration into days, never less than none.
func days(d time.Duration) float64 { return min(max(0, d.Hours()/24), farthest) }
