package history

import (
	"database/sql"
	"io"
	"time"

	"alarife/internal/practice/schedule"
)

// Store is an open history. It is safe for concurrent use; several processes
// may have the same file open.
type Store struct {
	db   *sql.DB
	path string
}

// Memory is the path of a history that is kept in memory alone.
const Memory = ":memory:"

// Open opens the history at a path; where there is none it makes one, and the
// folders to it. An older schema is brought up to date. The error is a
// *fault.Fault where the file is damaged, no history, of a newer program, or
// not to be opened; nothing is then changed.
func Open(path string) (*Store, error) { return nil, nil }

// Close closes the file.
func (s *Store) Close() error { return s.db.Close() }

// Path is where the history stands.
func (s *Store) Path() string { return s.path }

// Begin enters a session with its exercises and returns its id.
func (s *Store) Begin(session Session, slots []Slot) (id int64, err error) { return 0, nil }

// Save enters an answer, in place of an earlier one to the same exercise, and
// the marks that follow from it, in one transaction.
func (s *Store) Save(a Answer, marks []schedule.Mark, c Clock) error { return nil }

// Flag marks an exercise of a session for review, or no more.
func (s *Store) Flag(session int64, n int, flagged bool, c Clock) error { return nil }

// Finish closes a session and enters the marks that follow.
func (s *Store) Finish(session int64, marks []schedule.Mark, c Clock) error { return nil }

// Sessions lists all sessions, the newest first.
func (s *Store) Sessions() ([]Session, error) { return nil, nil }

// Session returns one session with its exercises and answers, in the order of
// the exercises. The error is a *fault.Fault where there is none.
func (s *Store) Session(id int64) (Session, []Slot, []Answer, error) { return Session{}, nil, nil, nil }

// Answers lists all answers, in the order in which they were given.
func (s *Store) Answers() ([]Answer, error) { return nil, nil }

// Cards lists all cards, by rule.
func (s *Store) Cards() ([]schedule.Card, error) { return nil, nil }

// Seen tells when each exercise was last answered.
func (s *Store) Seen() (map[string]time.Time, error) { return nil, nil }

// Export formats.
const (
	CSV  = "csv"  // one line an answer
	JSON = "json" // everything
)

// Export writes the history in a format.
func (s *Store) Export(w io.Writer, format string) error { return nil }

// Delete forgets everything; what was there cannot be read from the file any
// more.
func (s *Store) Delete() error { return nil }
