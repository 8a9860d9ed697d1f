package practiceview

import (
	"errors"
	"maps"
	"slices"
	"time"

	"alarife/internal/knowledge"
	"alarife/internal/practice"
	"alarife/internal/practice/session"
)

// sitting is what the pages know of a session: a copy, since the session
// itself belongs to the background.
type sitting struct {
	id        int64
	kind      session.Kind
	exercises []*practice.Exercise
	given     []practice.Answer
	answered  []bool // saved
	flagged   []bool
	grades    []*practice.Grade // nil before there is one to be told
	ends      time.Time         // zero where there is no limit
	lost      int
	finished  bool
	overdue   bool            // the time was over
	result    *session.Result // nil before the end
}

func copied(s *session.Session, now time.Time) *sitting {
	c := &sitting{id: s.ID(), kind: s.Plan().Kind, lost: s.Lost, finished: s.Finished()}
	for n := range s.Len() {
		a, ok := s.Given(n)
		c.exercises = append(c.exercises, s.Exercise(n))
		c.given, c.answered = append(c.given, a), append(c.answered, ok)
		c.flagged = append(c.flagged, s.Flagged(n))
		var grade *practice.Grade
		if g, told := s.Grade(n); told {
			grade = &g
		}
		c.grades = append(c.grades, grade)
	}
	if left, limited := s.Left(); limited {
		c.ends = now.Add(left)
	}
	return c
}

func (s *sitting) exam() bool { return s.kind == session.Exam }

// open reports whether an exercise can be answered.
func (s *sitting) open(n int) bool { return !s.finished && (s.exam() || !s.answered[n]) }

// told reports whether feedback is shown.
func (s *sitting) told(n int) bool { return s.finished || s.grades[n] != nil }

// next is the first exercise after n without an answer, −1 where all have one.
func (s *sitting) next(n int) int {
	for i := 1; i <= len(s.answered); i++ {
		if k := (n + i) % len(s.answered); !s.answered[k] {
			return k
		}
	}
	return -1
}

// count is how many are answered.
func (s *sitting) count() (n int) {
	for _, a := range s.answered {
		if a {
			n++
		}
	}
	return n
}

// unticked is the first open question after n that the student has not marked
// yet; −1 for none.
func (s *sitting) unticked(n int) int {
	for k := n + 1; k < len(s.exercises); k++ {
		if s.exercises[k].Kind == knowledge.ExplainItem && s.answered[k] && s.given[k].Marked == nil {
			return k
		}
	}
	return -1
}

// same reports whether two answers say the same.
func same(a, b practice.Answer) bool {
	number := a.Number == b.Number || a.Number != nil && b.Number != nil && *a.Number == *b.Number
	return number && a.Text == b.Text && slices.Equal(a.Marked, b.Marked) && slices.Equal(a.Order, b.Order) && maps.Equal(a.Choose, b.Choose)
}

// begin composes a sitting and shows its first exercise.
func (v *View) begin(plan func(r *room) (session.Plan, error)) {
	v.enter(func(r *room) (s *session.Session, err error) {
		p, err := plan(r)
		if err != nil {
			return nil, err
		}
		return r.desk.Begin(p)
	})
}

// resume takes up a sitting.
func (v *View) resume(id int64) {
	v.enter(func(r *room) (*session.Session, error) { return r.desk.Resume(id) })
}

// abandon closes a sitting that is not to be resumed; what was begun in it and
// not confirmed is forgotten.
func (v *View) abandon(id int64) {
	v.work(func(r *room) error { return r.desk.Abandon(id) }, func(err error) {
		if err != nil {
			v.Intents.OnFault(err)
		} else {
			v.drafts.forget(id, v.Keep)
		}
		v.find()
	})
}

// errNothing says that a plan asks nothing: nothing is due.
var errNothing = errors.New("practice: nothing is due")

// enter takes up a session that a job finds.
func (v *View) enter(find func(r *room) (*session.Session, error)) {
	if v.working {
		return
	}
	v.working, v.notice = true, ""
	v.refresh()
	var s *sitting
	v.work(func(r *room) error {
		found, err := find(r)
		if err != nil {
			return err
		}
		r.session, s = found, copied(found, v.Now())
		if s.finished {
			s.result, err = found.Finish()
		}
		return err
	}, func(err error) {
		v.working = false
		switch {
		case errors.Is(err, errNothing):
			v.notice = v.say("practise.review.none")
			v.refresh()
		case errors.Is(err, practice.ErrBarren):
			v.notice = v.say("practise.barren")
			v.refresh()
		case err != nil:
			v.refresh()
			v.Intents.OnFault(err)
		default:
			v.take(s)
		}
	})
}

// take shows a sitting where it stands.
func (v *View) take(s *sitting) {
	v.sitting, v.marking, v.revealed = s, false, false
	v.drafts.take(s)
	switch first := s.next(-1); {
	case s.finished:
		v.put(newOutcome(v))
		return
	case first >= 0:
		v.at = first
	default:
		v.at = len(s.exercises) - 1
	}
	v.put(newAsked(v))
	v.keepTime()
}
