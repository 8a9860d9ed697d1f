package session

import (
	"encoding/json"
	"time"

	"alarife/internal/fault"
	"alarife/internal/practice/history"
)

// Desk is where a person practises: exercises, history and clock.
type Desk struct {
	Shelf *Shelf
	Store *history.Store
	Now   func() time.Time // in the person's time zone: time.Now
}

// Begin composes the exercises of a plan and enters the sitting into the
// history. The error is that of Compose, or what the history says.
func (d *Desk) Begin(p Plan) (*Session, error) {
	picks, err := d.Shelf.compose(p)
	if err != nil {
		return nil, err
	}
	text, err := json.Marshal(p)
	if err != nil {
		return nil, err
	}
	s := &Session{desk: d, plan: p, started: d.Now()}
	s.watch = watch{now: d.Now, limit: p.Limit, last: s.started}
	slots := []history.Slot{}
	for n, x := range picks {
		slot := history.Slot{
			N: n, Exercise: x.ID, Digest: digest(x.Exercise), Pool: x.pool, Rule: x.rule,
			Kind: x.Kind, Topic: x.Topic, Guide: x.Guide, Level: x.Level, Era: x.Era,
		}
		slots = append(slots, slot)
		s.places = append(s.places, place{Exercise: x.Exercise, slot: slot})
	}
	s.id, err = d.Store.Begin(history.Session{
		Kind: string(p.Kind), Plan: text, Catalog: d.Shelf.base().Digest, Started: s.started, Limit: p.Limit,
	}, slots)
	return s, err
}

// Unfinished lists the sittings that were begun and not finished, the newest
// first.
func (d *Desk) Unfinished() (out []history.Session, err error) {
	all, err := d.Store.Sessions()
	for _, s := range all {
		if s.Open() {
			out = append(out, s)
		}
	}
	return out, err
}

// Resume takes up a sitting where it was left; generated exercises are made
// again. The time of one with a limit has gone on meanwhile. Exercises that
// the catalog has no more as they were are left out: Session.Lost counts them.
// A finished sitting is opened to be looked at. The error is a *fault.Fault
// where there is no such sitting, or what the history says.
func (d *Desk) Resume(id int64) (*Session, error) {
	kept, slots, answers, err := d.Store.Session(id)
	if err != nil {
		return nil, err
	}
	s := &Session{desk: d, id: id, started: kept.Started, finished: !kept.Open()}
	if err := json.Unmarshal(kept.Plan, &s.plan); err != nil {
		return nil, fault.New(fault.Place{File: d.Store.Path()}, "history.no-session", "id", int(id)).Because(err)
	}
	s.watch = watch{now: d.Now, limit: kept.Limit, spent: kept.Spent, last: kept.Seen}
	if kept.Limit == 0 {
		s.watch.last = d.Now()
	}
	s.since = s.watch.spent
	s.seat(slots, answers)
	return s, nil
}

// seat puts the exercises that are still to be had in their places, with the
// answers given.
func (s *Session) seat(slots []history.Slot, answers []history.Answer) {
	given := map[int]*history.Answer{}
	for i := range answers {
		given[answers[i].N] = &answers[i]
	}
	for n, x := range s.desk.Shelf.again(s.plan, slots) {
		if x == nil {
			s.Lost++
			continue
		}
		s.places = append(s.places, place{x, slots[n], given[slots[n].N]})
	}
}

// Abandon finishes a sitting that is not to be resumed. Answers to an exam
// stay in the history and teach the schedule nothing.
func (d *Desk) Abandon(id int64) error {
	kept, _, _, err := d.Store.Session(id)
	if err != nil || !kept.Open() {
		return err
	}
	return d.Store.Finish(id, nil, history.Clock{Now: d.Now(), Spent: kept.Spent})
}
