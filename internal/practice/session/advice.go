package session

import (
	"cmp"
	"slices"
	"time"

	"alarife/internal/practice"
	"alarife/internal/practice/progress"
	"alarife/internal/practice/schedule"
)

// Due plans a review of the rules that are due, the longest overdue first; its
// Rules are empty where none is. Rules that the catalog has no more are not
// asked.
func (d *Desk) Due(count int) (Plan, error) {
	cards, seen, err := d.known()
	if err != nil {
		return Plan{}, err
	}
	now := d.Now()
	cards = slices.DeleteFunc(cards, func(c schedule.Card) bool { return !c.IsDue(now) })
	slices.SortStableFunc(cards, func(a, b schedule.Card) int { return cmp.Compare(b.Overdue(now), a.Overdue(now)) })
	return Plan{Kind: Review, Seed: seed(now), Count: count, Source: Mixed, Rules: rulesOf(cards), Seen: seen}, nil
}

// Warm readies what a first sitting would wait for, a review of so many
// exercises the most; a window calls it in the background.
func (d *Desk) Warm(count int) {
	d.Shelf.Warm()
	if p, err := d.Due(count); err == nil && len(p.Rules) > 0 {
		_, _ = d.Shelf.Compose(p) // what it derives is kept
	}
}

// What a drill of weaknesses takes in.
const (
	weakTopics = 5
	weakCredit = 0.95 // mastery from which on a topic is no weakness
)

// Weak plans a drill of what is mastered least: half of it rules that are
// probably forgotten, the rest the topics with the least mastery. Both are
// empty where nothing was practised yet.
func (d *Desk) Weak(count int) (Plan, error) {
	cards, seen, err := d.known()
	if err != nil {
		return Plan{}, err
	}
	stats, err := d.Stats()
	if err != nil {
		return Plan{}, err
	}
	now := d.Now()
	p := Plan{Kind: Drill, Seed: seed(now), Count: count, Source: Mixed, Seen: seen}
	cards = slices.DeleteFunc(cards, func(c schedule.Card) bool { return c.Lapses == 0 && c.Stage == schedule.Settled && !c.IsDue(now) })
	slices.SortStableFunc(cards, func(a, b schedule.Card) int { return cmp.Compare(a.Recall(now), b.Recall(now)) })
	p.Rules = rulesOf(cards[:min(len(cards), (p.count()+1)/2)])
	known := d.Shelf.Topics(Mixed) // others were asked once and are gone
	for _, t := range stats.Topics {
		if len(p.Topics) < weakTopics && t.Mastery < weakCredit && slices.Contains(known, t.Topic) {
			p.Topics = append(p.Topics, t.Topic)
		}
	}
	return p, nil
}

// known are the cards whose rule the catalog has, by rule, and when exercises
// were last answered.
func (d *Desk) known() (cards []schedule.Card, seen map[string]time.Time, err error) {
	if cards, err = d.Store.Cards(); err != nil {
		return nil, nil, err
	}
	cards = slices.DeleteFunc(cards, func(c schedule.Card) bool {
		_, ok := d.Shelf.book.Rule(c.Rule)
		return !ok
	})
	seen, err = d.Store.Seen()
	return cards, seen, err
}

func rulesOf(cards []schedule.Card) (ids []string) {
	for _, c := range cards {
		ids = append(ids, c.Rule)
	}
	return ids
}

// seed is a fresh one from the clock.
func seed(now time.Time) uint64 { return uint64(now.UnixNano()) & (1<<53 - 1) } // any JSON reader keeps it

// forecast is how many days ahead reviews are told.
const forecast = 30

// Stats is the progress so far.
func (d *Desk) Stats() (*progress.Stats, error) {
	in := progress.Input{Now: d.Now(), Rule: d.rule(), Guide: d.Shelf.Guide(), Ahead: forecast}
	var err error
	if in.Answers, err = d.Store.Answers(); err != nil {
		return nil, err
	}
	if in.Sessions, err = d.Store.Sessions(); err != nil {
		return nil, err
	}
	if in.Cards, err = d.Store.Cards(); err != nil {
		return nil, err
	}
	return progress.Of(in), nil
}

func (d *Desk) rule() func(string) (practice.Rule, bool) { return d.Shelf.book.Rule }
