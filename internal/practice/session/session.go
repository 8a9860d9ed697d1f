package session

import (
	"time"

	"alarife/internal/lang"
	"alarife/internal/practice"
	"alarife/internal/practice/history"
	"alarife/internal/practice/progress"
)

// Desk is where a person practises: exercises, history and clock.
type Desk struct {
	Shelf *Shelf
	Store *history.Store
	Now   func() time.Time // in the person's time zone; time.Now
}

// Begin composes the exercises of a plan and enters the sitting into the
// history.
func (d *Desk) Begin(p Plan) (*Session, error) { return nil, nil }

// Unfinished lists the sittings that were begun and not finished, the newest
// first.
func (d *Desk) Unfinished() ([]history.Session, error) { return nil, nil }

// Resume takes up a sitting where it was left; generated exercises are made
// again. Time has gone on meanwhile. Exercises that the catalog has no more as
// they were are left out: Session.Lost counts them. A finished sitting is
// opened to be looked at.
func (d *Desk) Resume(id int64) (*Session, error) { return nil, nil }

// Due plans a review of the rules that are due, the longest overdue first; its
// Rules are empty where none is.
func (d *Desk) Due(count int) (Plan, error) { return Plan{}, nil }

// Weak plans a drill of the rules and topics with the least mastery.
func (d *Desk) Weak(count int) (Plan, error) { return Plan{}, nil }

// Stats is the progress so far.
func (d *Desk) Stats() (*progress.Stats, error) { return nil, nil }

// Session is one sitting. It is not safe for concurrent use.
type Session struct {
	// Lost counts exercises that could not be made again.
	Lost int
}

// ID is that of the sitting in the history.
func (s *Session) ID() int64 { return 0 }

// Plan is what the sitting asks.
func (s *Session) Plan() Plan { return Plan{} }

// Len is the number of exercises.
func (s *Session) Len() int { return 0 }

// Exercise returns the n-th exercise, from 0.
func (s *Session) Exercise(n int) *practice.Exercise { return nil }

// Given returns the answer to the n-th exercise; ok is false before there is
// one.
func (s *Session) Given(n int) (a practice.Answer, ok bool) { return a, false }

// Grade returns the mark of the n-th exercise; ok is false before there is one
// to be told: in an exam before the end.
func (s *Session) Grade(n int) (g practice.Grade, ok bool) { return g, false }

// Answer saves the answer to the n-th exercise. In an exam it takes the place
// of an earlier one, until the time is over or the sitting finished, and the
// grade says nothing; otherwise each exercise is answered once. The error is
// ErrAnswered, ErrOver, ErrFinished, or what the history says; the answer then
// does not count.
func (s *Session) Answer(n int, a practice.Answer) (practice.Grade, error) {
	return practice.Grade{}, nil
}

// Flag marks the n-th exercise for review, or no more.
func (s *Session) Flag(n int, flagged bool) error { return nil }

// Flagged reports whether the n-th exercise is marked for review.
func (s *Session) Flagged(n int) bool { return false }

// Next returns the first exercise after n that has no answer, from the start
// again at the end; -1 where all have one. Next(-1) is the first at all.
func (s *Session) Next(n int) int { return -1 }

// Left is the time that is left; ok is false where there is no limit.
func (s *Session) Left() (left time.Duration, ok bool) { return 0, false }

// Spent is the time that the sitting has taken so far.
func (s *Session) Spent() time.Duration { return 0 }

// Finished reports whether the sitting is finished.
func (s *Session) Finished() bool { return false }

// Finish ends the sitting; in an exam what has no answer earns nothing. To
// finish again changes nothing.
func (s *Session) Finish() (*Result, error) { return nil, nil }

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
	Topics   []Share       `json:"topics"`
	Study    []Study       `json:"study"` // rules that were missed, the most often first
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

// Share is the result of a part.
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
