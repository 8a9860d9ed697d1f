package session

import (
	"slices"

	"alarife/internal/practice"
	"alarife/internal/practice/schedule"
)

// learned is how many rules one answer may add to the schedule for being
// known.
const learned = 3

// marks are what an answer says of the rules behind the exercise.
//
// A rule that was missed is rated Again; it makes a card. A rule is rated Good
// where it was really put to the test: where its part of the key was got right
// and, if all was right, also where the option that it speaks about was
// avoided. An option avoided beside a wrong mark proves nothing. There is no
// rating between: credit is the exercise's, a rule was missed or it was not.
//
// Good makes few cards: what decided for each part of the key, at most three
// an answer. An exercise tests up to thirty rules, most of which nobody ever
// misses; if each had a card, a week of practice would make a review of many
// hundreds, and what was missed would drown in it. Other cards are rated where
// there are any and they are due.
//
// An exercise may have been taken for a rule that it only comes near to, where
// the catalog yields none that tests it. That rule is known, too, if all was
// right; otherwise it would be due for ever.
func marks(x *practice.Exercise, g practice.Grade, rule string) (out []schedule.Mark) {
	for _, r := range g.Rules {
		out = append(out, schedule.Mark{Rule: r, Rating: schedule.Again, New: true})
	}
	rated := append([]string{""}, g.Rules...)
	good := func(rule string, fresh bool) {
		if !slices.Contains(rated, rule) {
			rated = append(rated, rule)
			out = append(out, schedule.Mark{Rule: rule, Rating: schedule.Good, New: fresh})
		}
	}
	known := knownParts(x, g)
	for n, id := range known {
		if rules := x.Notes[id].Rules; len(rules) > 0 {
			good(rules[0], n < learned)
		}
	}
	for _, id := range known {
		for _, r := range x.Notes[id].Rules {
			good(r, false)
		}
	}
	if g.Right {
		for _, r := range append(x.Tests(), rule) {
			good(r, false)
		}
	}
	return out
}

// knownParts are the parts of the key that were got right, sorted by id.
func knownParts(x *practice.Exercise, g practice.Grade) (ids []string) {
	for id, n := range x.Notes {
		if n.Right && !slices.Contains(g.Wrong, id) {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids
}
