package session

import (
	"errors"
	"math"
	"time"

	"alarife/internal/knowledge"
	"alarife/internal/practice"
	"alarife/internal/practice/history"
	"alarife/internal/practice/schedule"
)

// Session is one sitting. It is not safe for concurrent use.
type Session struct {
	// Lost counts exercises that could not be made again.
	Lost int

	desk     *Desk
	id       int64
	plan     Plan
	started  time.Time
	finished bool
	watch    watch
	since    time.Duration // spent when the last answer came
	places   []place
}

// place is an exercise of a sitting with what came of it.
type place struct {
	*practice.Exercise
	slot   history.Slot
	answer *history.Answer // nil before there is one
}

// ID is that of the sitting in the history.
func (s *Session) ID() int64 { return s.id }

// Plan is what the sitting asks.
func (s *Session) Plan() Plan { return s.plan }

// Len is the number of exercises.
func (s *Session) Len() int { return len(s.places) }

// Exercise returns the n-th exercise, from 0. It must not be changed.
func (s *Session) Exercise(n int) *practice.Exercise { return s.places[n].Exercise }

// Given returns the answer to the n-th exercise; ok is false before there is
// one.
func (s *Session) Given(n int) (a practice.Answer, ok bool) {
	if s.places[n].answer == nil {
		return a, false
	}
	return s.places[n].answer.Given, true
}

// Grade returns the mark of the n-th exercise; ok is false before there is one
// to be told: in an exam before the end.
func (s *Session) Grade(n int) (g practice.Grade, ok bool) {
	if s.places[n].answer == nil || s.silent() {
		return g, false
	}
	return s.places[n].answer.Grade, true
}

// silent reports whether nothing is told yet of what was right.
func (s *Session) silent() bool { return s.plan.Kind == Exam && !s.finished }

// Answer saves the answer to the n-th exercise. In an exam it takes the place
// of an earlier one, until the time is over or the sitting finished, and the
// grade says nothing; the points of an open question can be ticked even when
// the time is over, as long as its text stays. Otherwise each exercise is
// answered once. The error is ErrAnswered, ErrOver, ErrFinished, or what the
// history says; the answer then does not count.
func (s *Session) Answer(n int, a practice.Answer) (practice.Grade, error) {
	p := &s.places[n]
	now := s.watch.look()
	switch {
	case s.finished:
		return practice.Grade{}, ErrFinished
	case s.watch.over() && !s.ticks(p, a):
		return practice.Grade{}, ErrOver
	case p.answer != nil && s.plan.Kind != Exam:
		return practice.Grade{}, ErrAnswered
	}
	a.Number = finite(a.Number)
	given := history.Answer{Session: s.id, Slot: p.slot, At: now, Took: s.watch.spent - s.since, Given: a, Grade: p.Exercise.Grade(a)}
	if err := s.save(given, p.Exercise, now); err != nil {
		return practice.Grade{}, err
	}
	s.since, p.answer = s.watch.spent, &given
	g, _ := s.Grade(n)
	return g, nil
}

// ticks reports whether an answer adds nothing but ticks to the text that was
// given in an exam.
func (s *Session) ticks(p *place, a practice.Answer) bool {
	return s.plan.Kind == Exam && p.Kind == knowledge.ExplainItem && p.answer != nil && p.answer.Given.Text == a.Text
}

// finite is the number given, nil where it is none: so it is marked and kept.
func finite(n *float64) *float64 {
	if n == nil || math.IsNaN(*n) || math.IsInf(*n, 0) {
		return nil
	}
	return n
}

func (s *Session) save(a history.Answer, x *practice.Exercise, now time.Time) error {
	c := history.Clock{Now: now, Spent: s.watch.spent}
	if s.plan.Kind == Exam {
		return s.said(s.desk.Store.Change(a, c))
	}
	return s.said(s.desk.Store.Save(a, marks(x, a.Grade, a.Rule), c))
}

// said turns what the history refuses into an error of a sitting.
func (s *Session) said(err error) error {
	switch {
	case errors.Is(err, history.ErrAnswered):
		return ErrAnswered
	case errors.Is(err, history.ErrFinished): // by another process
		return ErrFinished
	}
	return err
}

// Flag marks the n-th exercise for review, or no more. The error is
// ErrFinished, or what the history says.
func (s *Session) Flag(n int, flagged bool) error {
	if s.finished {
		return ErrFinished
	}
	p := &s.places[n]
	now := s.watch.look()
	err := s.said(s.desk.Store.Flag(s.id, p.slot.N, flagged, history.Clock{Now: now, Spent: s.watch.spent}))
	if err == nil {
		p.slot.Flagged = flagged
	}
	return err
}

// Flagged reports whether the n-th exercise is marked for review.
func (s *Session) Flagged(n int) bool { return s.places[n].slot.Flagged }

// Next returns the first exercise after n that has no answer, from the start
// again at the end; -1 where all have one. Next(-1) is the first at all.
func (s *Session) Next(n int) int {
	for i := range s.places {
		if at := (n + 1 + i) % len(s.places); s.places[at].answer == nil {
			return at
		}
	}
	return -1
}

// Left is the time that is left; ok is false where there is no limit.
func (s *Session) Left() (left time.Duration, ok bool) {
	if s.watch.limit == 0 {
		return 0, false
	}
	return s.watch.limit - s.Spent(), true
}

// Spent is the time that the sitting has taken so far.
func (s *Session) Spent() time.Duration {
	if !s.finished {
		s.watch.look()
	}
	return s.watch.spent
}

// Finished reports whether the sitting is finished.
func (s *Session) Finished() bool { return s.finished }

// Finish ends the sitting; in an exam what has no answer earns nothing. To
// finish again changes nothing.
func (s *Session) Finish() (*Result, error) {
	if !s.finished {
		now := s.watch.look()
		err := s.said(s.desk.Store.Finish(s.id, s.outstanding(), history.Clock{Now: now, Spent: s.watch.spent}))
		if err != nil && !errors.Is(err, ErrFinished) {
			return nil, err
		}
		s.finished = true
	}
	return s.result(), nil
}

// outstanding are the marks of an exam, whose answers count at its end. What
// has no answer says nothing of what is known.
func (s *Session) outstanding() (out []schedule.Mark) {
	if s.plan.Kind != Exam {
		return nil
	}
	for _, p := range s.places {
		if p.answer != nil {
			out = append(out, marks(p.Exercise, p.answer.Grade, p.slot.Rule)...)
		}
	}
	return out
}
