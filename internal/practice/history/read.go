package history

import (
	"database/sql"
	"encoding/json"
	"errors"
	"time"

	"alarife/internal/database"
	"alarife/internal/fault"
	"alarife/internal/practice/schedule"
)

// Sessions lists all sessions, the newest first.
func (s *Store) Sessions() ([]Session, error) {
	return sessions(s, "")
}

func sessions(s *Store, where string, args ...any) ([]Session, error) {
	return list(s, func(r *sql.Rows) (x Session, err error) {
		var plan string
		var started, seen, limit, spent int64
		var startedZone, seenZone int
		var finished sql.NullInt64
		var finishedZone sql.NullInt32
		err = r.Scan(&x.ID, &x.Kind, &plan, &x.Catalog, &started, &startedZone, &finished, &finishedZone,
			&limit, &spent, &seen, &seenZone, &x.Count, &x.Answered, &x.Credit)
		x.Plan, x.Started, x.Seen = json.RawMessage(plan), moment(started, startedZone), moment(seen, seenZone)
		x.Limit, x.Spent = millis(limit), millis(spent)
		if finished.Valid {
			x.Finished = moment(finished.Int64, int(finishedZone.Int32))
		}
		return x, err
	}, `select session.id, kind, plan, catalog, started_ms, started_zone, finished_ms, finished_zone, limit_ms, spent_ms, seen_ms, seen_zone,
		(select count(*) from slot where slot.session = session.id), count(answer.n), total(answer.credit)
		from session left join answer on session.id = answer.session `+where+` group by session.id order by session.id desc`, args...)
}

// Session returns one session with its exercises and answers, in the order of
// the exercises. The error is a *fault.Fault where there is none.
func (s *Store) Session(id int64) (Session, []Slot, []Answer, error) {
	found, err := sessions(s, "where session.id = ?", id)
	if err != nil {
		return Session{}, nil, nil, err
	}
	if len(found) == 0 {
		return Session{}, nil, nil, fault.New(s.at(), "history.no-session", "id", int(id))
	}
	slots, err := list(s, func(r *sql.Rows) (x Slot, err error) {
		err = scanSlot(r, &x)
		return x, err
	}, "select "+slotColumns+" from slot where session = ? order by n", id)
	if err != nil {
		return Session{}, nil, nil, err
	}
	given, err := answers(s, "where answer.session = ? order by n", id)
	return found[0], slots, given, err
}

const slotColumns = "slot.n, exercise, digest, pool, rule, kind, topic, guide, level, era, flagged"

func scanSlot(r *sql.Rows, x *Slot, more ...any) error {
	var guide string
	if err := r.Scan(append([]any{&x.N, &x.Exercise, &x.Digest, &x.Pool, &x.Rule, &x.Kind, &x.Topic, &guide, &x.Level, &x.Era, &x.Flagged}, more...)...); err != nil {
		return err
	}
	return json.Unmarshal([]byte(guide), &x.Guide)
}

// Answers lists all answers, in the order in which their exercises were first
// answered.
func (s *Store) Answers() ([]Answer, error) { return answers(s, "order by answer.id") }

func answers(s *Store, where string, args ...any) ([]Answer, error) {
	return list(s, func(r *sql.Rows) (x Answer, err error) {
		var at, took int64
		var zone int
		var given, rules, wrong string
		err = scanSlot(r, &x.Slot, &x.Session, &at, &zone, &took, &given, &x.Grade.Credit, &x.Grade.Right, &rules, &wrong)
		x.At, x.Took = moment(at, zone), millis(took)
		return x, errors.Join(err, unpack(given, &x.Given), unpack(rules, &x.Grade.Rules), unpack(wrong, &x.Grade.Wrong))
	}, "select "+slotColumns+`, answer.session, at_ms, at_zone, took_ms, given, credit, correct, rules, wrong
		from answer join slot using (session, n) `+where, args...)
}

// Cards lists all cards, by rule.
func (s *Store) Cards() ([]schedule.Card, error) {
	found, err := cards(s.db, "order by rule")
	return found, database.Fault(s.path, err)
}

func cards(from asker, where string, args ...any) ([]schedule.Card, error) {
	return all(from, func(r *sql.Rows) (c schedule.Card, err error) {
		var due, last int64
		err = r.Scan(&c.Rule, &due, &last, &c.Stability, &c.Difficulty, &c.Reviews, &c.Lapses, &c.Stage)
		c.Due, c.Last = moment(due, 0), moment(last, 0)
		return c, err
	}, "select rule, due_ms, last_ms, stability, difficulty, reviews, lapses, stage from card "+where, args...)
}

// Seen tells when each exercise was last answered.
func (s *Store) Seen() (map[string]time.Time, error) {
	type seen struct {
		exercise string
		at       time.Time
	}
	found, err := list(s, func(r *sql.Rows) (x seen, err error) {
		var at int64
		err = r.Scan(&x.exercise, &at)
		x.at = moment(at, 0)
		return x, err
	}, "select exercise, max(at_ms) from answer join slot using (session, n) group by exercise")
	out := map[string]time.Time{}
	for _, x := range found {
		out[x.exercise] = x.at
	}
	return out, err
}

// list reads all rows of a query of a store.
func list[T any](s *Store, scan func(*sql.Rows) (T, error), query string, args ...any) ([]T, error) {
	out, err := all(s.db, scan, query, args...)
	return out, database.Fault(s.path, err)
}

// all reads all rows of a query.
func all[T any](from asker, scan func(*sql.Rows) (T, error), query string, args ...any) ([]T, error) {
	rows, err := from.Query(query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	out := []T{}
	for rows.Next() {
		x, err := scan(rows)
		if err != nil {
			return nil, err
		}
		out = append(out, x)
	}
	return out, rows.Err()
}

// moment joins an instant, in ms, and an offset from UTC, in seconds.
func moment(ms int64, zone int) time.Time {
	t := time.UnixMilli(ms).UTC()
	if zone == 0 {
		return t
	}
	return t.In(time.FixedZone("", zone))
}

func millis(n int64) time.Duration { return time.Duration(n) * time.Millisecond }

func unpack(text string, into any) error { return json.Unmarshal([]byte(text), into) }
