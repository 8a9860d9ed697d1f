package history

import (
	"database/sql"
	"encoding/json"
	"errors"
	"time"

	"alarife/internal/database"
	"alarife/internal/practice/schedule"
)

// What is refused because the session has gone on, maybe in another process.
var (
	ErrAnswered = errors.New("history: the exercise has its answer")
	ErrFinished = errors.New("history: the session is finished")
)

// write runs one transaction: all of it is kept, or nothing.
func (s *Store) write(do func(*sql.Tx) error) error {
	tx, err := s.db.Begin()
	if err != nil {
		return database.Fault(s.path, err)
	}
	if err := do(tx); err != nil {
		_ = tx.Rollback() // the error that led here is the one to tell
		return database.Fault(s.path, err)
	}
	return database.Fault(s.path, tx.Commit())
}

// Begin enters a session with its exercises and returns its id. Of the session
// it takes kind, plan, catalog, start and limit.
func (s *Store) Begin(session Session, slots []Slot) (id int64, err error) {
	err = s.write(func(tx *sql.Tx) error {
		ms, zone := stamp(session.Started)
		r, err := tx.Exec(`insert into session (kind, plan, catalog, started_ms, started_zone, limit_ms, spent_ms, seen_ms, seen_zone)
			values (?, ?, ?, ?, ?, ?, 0, ?, ?)`,
			session.Kind, string(session.Plan), session.Catalog, ms, zone, session.Limit.Milliseconds(), ms, zone)
		if err != nil {
			return err
		}
		if id, err = r.LastInsertId(); err != nil {
			return err
		}
		for n, x := range slots {
			if _, err := tx.Exec(`insert into slot (session, n, exercise, digest, pool, rule, kind, topic, guide, level, era)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
				id, n, x.Exercise, x.Digest, x.Pool, x.Rule, x.Kind, x.Topic, pack(x.Guide), x.Level, x.Era); err != nil {
				return err
			}
		}
		return nil
	})
	return id, err
}

// Save enters an answer and the marks that follow from it, in one transaction.
// The error is ErrAnswered where the exercise has an answer, ErrFinished where
// the session is finished.
func (s *Store) Save(a Answer, marks []schedule.Mark, c Clock) error {
	return s.write(func(tx *sql.Tx) error {
		if err := clock(tx, a.Session, c); err != nil {
			return err
		}
		var given int
		if err := tx.QueryRow("select count(*) from answer where session = ? and n = ?", a.Session, a.N).Scan(&given); err != nil {
			return err
		}
		if given > 0 {
			return ErrAnswered
		}
		return errors.Join(enter(tx, a), settle(tx, marks, c.Now))
	})
}

// Change enters an answer in place of an earlier one to the same exercise. The
// error is ErrFinished where the session is finished.
func (s *Store) Change(a Answer, c Clock) error {
	return s.write(func(tx *sql.Tx) error {
		if err := clock(tx, a.Session, c); err != nil {
			return err
		}
		return enter(tx, a)
	})
}

// Flag marks an exercise of a session for review, or no more. The error is
// ErrFinished where the session is finished.
func (s *Store) Flag(session int64, n int, flagged bool, c Clock) error {
	return s.write(func(tx *sql.Tx) error {
		if err := clock(tx, session, c); err != nil {
			return err
		}
		_, err := tx.Exec("update slot set flagged = ? where session = ? and n = ?", flagged, session, n)
		return err
	})
}

// Finish closes a session and enters the marks that follow. The error is
// ErrFinished where it is finished already.
func (s *Store) Finish(session int64, marks []schedule.Mark, c Clock) error {
	return s.write(func(tx *sql.Tx) error {
		if err := clock(tx, session, c); err != nil {
			return err
		}
		ms, zone := stamp(c.Now)
		_, err := tx.Exec("update session set finished_ms = ?, finished_zone = ? where id = ?", ms, zone, session)
		return errors.Join(err, settle(tx, marks, c.Now))
	})
}

// clock enters how far an open session is in time.
func clock(tx *sql.Tx, session int64, c Clock) error {
	ms, zone := stamp(c.Now)
	r, err := tx.Exec("update session set spent_ms = max(spent_ms, ?), seen_ms = ?, seen_zone = ? where id = ? and finished_ms is null",
		c.Spent.Milliseconds(), ms, zone, session)
	if err != nil {
		return err
	}
	if n, err := r.RowsAffected(); err != nil || n == 0 {
		return errors.Join(err, ErrFinished)
	}
	return nil
}

func enter(tx *sql.Tx, a Answer) error {
	given, err := json.Marshal(a.Given)
	if err != nil {
		return err
	}
	ms, zone := stamp(a.At)
	_, err = tx.Exec(`insert into answer (session, n, at_ms, at_zone, took_ms, given, credit, correct, rules, wrong)
		values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		on conflict (session, n) do update set at_ms = excluded.at_ms, at_zone = excluded.at_zone, took_ms = took_ms + excluded.took_ms,
			given = excluded.given, credit = excluded.credit, correct = excluded.correct, rules = excluded.rules, wrong = excluded.wrong`,
		a.Session, a.N, ms, zone, a.Took.Milliseconds(), string(given), a.Grade.Credit, a.Grade.Right, pack(a.Grade.Rules), pack(a.Grade.Wrong))
	return err
}

// settle enters marks in the cards of their rules.
func settle(tx *sql.Tx, marks []schedule.Mark, now time.Time) error {
	for _, m := range marks {
		found, err := cards(tx, "where rule = ?", m.Rule)
		if err != nil {
			return err
		}
		var known *schedule.Card
		if len(found) > 0 {
			known = &found[0]
		}
		c, changed := schedule.Settle(known, m, now)
		if !changed {
			continue
		}
		if _, err := tx.Exec("insert or replace into card (rule, due_ms, last_ms, stability, difficulty, reviews, lapses, stage) values (?, ?, ?, ?, ?, ?, ?, ?)",
			c.Rule, c.Due.UnixMilli(), c.Last.UnixMilli(), c.Stability, c.Difficulty, c.Reviews, c.Lapses, c.Stage); err != nil {
			return err
		}
	}
	return nil
}

// Delete forgets everything; what was there cannot be read from the file any
// more.
func (s *Store) Delete() error {
	if _, err := s.db.Exec("pragma secure_delete = on"); err != nil {
		return database.Fault(s.path, err)
	}
	err := s.write(func(tx *sql.Tx) error {
		_, err := tx.Exec("delete from card; delete from session") // slots and answers go with their session
		return err
	})
	if err != nil {
		return err
	}
	_, err = s.db.Exec("vacuum")
	return database.Fault(s.path, err)
}

// stamp splits a time into an instant, in ms, and its offset from UTC, in
// seconds.
func stamp(t time.Time) (ms int64, zone int) {
	_, zone = t.Zone()
	return t.UnixMilli(), zone
}

// pack writes a list of ours as JSON, which cannot fail.
func pack[T int | string](v []T) string {
	text, _ := json.Marshal(v)
	return string(text)
}
