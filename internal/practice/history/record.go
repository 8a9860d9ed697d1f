// Package history keeps what a person has practised, in one SQLite file of the
// user's data folder: sessions, answers, and the cards of the schedule. An
// answer is on the disk before Save returns; each is one transaction with all
// that follows from it.
//
// Times are kept as instants, to the millisecond, with the offset from UTC at
// which they were, so that an answer stays on the local day on which it was
// given.
package history

import (
	"encoding/json"
	"time"

	"alarife/internal/knowledge"
	"alarife/internal/practice"
)

// Session is one sitting.
type Session struct {
	ID       int64           `json:"id"`
	Kind     string          `json:"kind"`    // drill, exam, review
	Plan     json.RawMessage `json:"plan"`    // as package session writes it
	Catalog  string          `json:"catalog"` // digest of the knowledge base
	Started  time.Time       `json:"started"`
	Finished time.Time       `json:"finished,omitzero"` // zero while it is open
	Limit    time.Duration   `json:"limit_ns"`          // 0 for none
	Spent    time.Duration   `json:"spent_ns"`          // up to Seen
	Seen     time.Time       `json:"seen"`              // when something was last saved
	Count    int             `json:"count"`             // exercises
	Answered int             `json:"answered"`
	Credit   float64         `json:"credit"` // sum over the answers
}

// Open reports whether the session is not finished.
func (s *Session) Open() bool { return s.Finished.IsZero() }

// Exam is the kind of sitting that tells nothing before its end.
const Exam = "exam"

// Silent reports whether it must not be told yet what was right in the session:
// it is an exam that is not finished.
func (s *Session) Silent() bool { return s.Kind == Exam && s.Open() }

// Slot is the place of one exercise in a session.
type Slot struct {
	N        int                `json:"n"` // from 0
	Exercise string             `json:"exercise"`
	Digest   string             `json:"digest"`         // of what is asked and of the key
	Pool     string             `json:"pool,omitempty"` // of a generated one: see package session
	Rule     string             `json:"rule,omitempty"` // that it was taken for
	Kind     knowledge.ItemKind `json:"kind"`
	Topic    string             `json:"topic"`
	Guide    []int              `json:"guide"`
	Level    int                `json:"level"`
	Era      knowledge.Era      `json:"era"`
	Flagged  bool               `json:"flagged"`
}

// Answer is one answer that was given, with its mark.
type Answer struct {
	Session int64           `json:"session"`
	Slot                    // what it answers
	At      time.Time       `json:"at"` // with the offset of the place and day
	Took    time.Duration   `json:"took_ns"`
	Given   practice.Answer `json:"given"`
	Grade   practice.Grade  `json:"grade"`
}

// Clock is how far a session is in time.
type Clock struct {
	Now   time.Time
	Spent time.Duration
}
