package session_test

import (
	"path/filepath"
	"sync"
	"testing"
	"time"

	"alarife/internal/advisor"
	"alarife/internal/practice"
	"alarife/internal/practice/history"
	"alarife/internal/practice/session"
	"alarife/internal/testkit/builtin"
)

// shelf is that of the built-in catalog, made once.
var shelf = sync.OnceValue(func() *session.Shelf { return session.NewShelf(newBook()) })

// second is another, as a second process has.
var second = sync.OnceValue(func() *session.Shelf { return session.NewShelf(newBook()) })

func newBook() *practice.Book {
	return &practice.Book{Advisor: advisor.New(builtin.Base()), Texts: builtin.Texts()}
}

var madrid = func() *time.Location {
	l, err := time.LoadLocation("Europe/Madrid")
	if err != nil {
		panic(err)
	}
	return l
}()

// clock is set by hand.
type clock struct{ at time.Time }

func (c *clock) now() time.Time       { return c.at }
func (c *clock) pass(d time.Duration) { c.at = c.at.Add(d) }
func (c *clock) set(day, hour, minute int) {
	c.at = time.Date(2026, 11, day, hour, minute, 0, 0, madrid)
}

// newDesk is a desk with a history of its own and a clock that stands.
func newDesk(t testing.TB) (*session.Desk, *clock) {
	t.Helper()
	store, err := history.Open(filepath.Join(t.TempDir(), "practice.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close() })
	c := &clock{}
	c.set(24, 10, 0)
	return &session.Desk{Shelf: shelf(), Store: store, Now: c.now}, c
}

func begin(t testing.TB, d *session.Desk, p session.Plan) *session.Session {
	t.Helper()
	s, err := d.Begin(p)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func right(t testing.TB, s *session.Session, n int) practice.Grade {
	t.Helper()
	g, err := s.Answer(n, s.Exercise(n).RightAnswer())
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func wrong(t testing.TB, s *session.Session, n int) practice.Grade {
	t.Helper()
	g, err := s.Answer(n, practice.Answer{})
	if err != nil {
		t.Fatal(err)
	}
	return g
}
