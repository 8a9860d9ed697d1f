package practiceview

import (
	"errors"
	"time"

	"alarife/internal/practice"
	"alarife/internal/practice/session"
)

// typingRests is how long typing must rest before it is saved in an exam.
const typingRests = 400 * time.Millisecond

// confirm saves the answer of a drill and shows what came of it.
func (v *View) confirm(a practice.Answer) {
	if v.working {
		return
	}
	v.working = true
	s, n := v.sitting, v.at
	var grade practice.Grade
	v.work(func(r *room) (err error) {
		grade, err = r.session.Answer(n, a)
		return err
	}, func(err error) {
		v.working = false
		if err != nil && !errors.Is(err, session.ErrAnswered) {
			v.Intents.OnFault(err)
			return
		}
		s.given[n], s.answered[n], s.grades[n] = a, true, &grade
		if v.sitting == s {
			v.revealed = false
			v.refresh()
		}
	})
}

// changed takes note of what is marked or typed: in an exam it is saved, at
// once or, while it is being typed, when that rests.
func (v *View) changed(a practice.Answer, typed bool) {
	s, n := v.sitting, v.at
	if !s.exam() {
		s.given[n] = a
		return
	}
	if s.answered[n] && same(a, s.given[n]) {
		return
	}
	s.given[n] = a
	v.stopSaving()
	if !typed {
		v.save(s, n)
		return
	}
	v.saving = time.AfterFunc(typingRests, func() { v.Do(v.flush) })
	v.writing = &written{s, n}
}

// written is an answer that is being typed.
type written struct {
	sitting *sitting
	n       int
}

// flush saves at once what is being typed.
func (v *View) flush() {
	v.stopSaving()
	if w := v.writing; w != nil {
		v.writing = nil
		v.save(w.sitting, w.n)
	}
}

func (v *View) stopSaving() {
	if v.saving != nil {
		v.saving.Stop()
		v.saving = nil
	}
}

// save saves an answer of an exam.
func (v *View) save(s *sitting, n int) {
	a := s.given[n]
	s.answered[n] = true
	v.work(func(r *room) error {
		_, err := r.session.Answer(n, a)
		return err
	}, func(err error) {
		switch {
		case errors.Is(err, session.ErrOver), errors.Is(err, session.ErrFinished):
		case err != nil:
			s.answered[n] = false
			v.Intents.OnFault(err)
		}
		if p, ok := v.pane.(*asked); ok && v.sitting == s {
			p.showProgress()
		}
	})
}

// flag marks the present exercise for review, or no more.
func (v *View) flag() {
	s, n := v.sitting, v.at
	s.flagged[n] = !s.flagged[n]
	wanted := s.flagged[n]
	v.work(func(r *room) error { return r.session.Flag(n, wanted) }, func(err error) {
		if err != nil {
			s.flagged[n] = !wanted
			v.Intents.OnFault(err)
		}
		if p, ok := v.pane.(*asked); ok && v.sitting == s {
			p.showProgress()
		}
	})
}

// goTo shows another exercise.
func (v *View) goTo(n int) {
	if n < 0 || n >= len(v.sitting.exercises) || v.working || v.marking {
		return
	}
	v.flush()
	v.at, v.revealed = n, false
	v.put(newAsked(v))
}

// handIn ends the sitting, after asking where something is without an answer,
// and after the open questions of an exam are marked.
func (v *View) handIn() {
	v.flush()
	s := v.sitting
	open := len(s.exercises) - s.count()
	if s.finished || open == 0 || v.marking {
		v.markOrFinish()
		return
	}
	key := "practise.finish.open"
	if s.exam() {
		key = "practise.hand-in.open"
	}
	v.Intents.OnAsk(v.say(key, "n", open), v.say("practise.finish"), v.markOrFinish)
}

// markOrFinish goes to the next open question to be marked, or ends.
func (v *View) markOrFinish() {
	s, from := v.sitting, -1
	if v.marking {
		from = v.at
	}
	if n := s.unticked(from); s.exam() && !s.finished && n >= 0 {
		v.marking, v.revealed, v.at = true, true, n
		v.put(newAsked(v))
		return
	}
	v.finish()
}

// finish ends the sitting and shows its result.
func (v *View) finish() {
	if v.working {
		return
	}
	v.working = true
	v.stopClock()
	var done *sitting
	overdue := v.sitting.overdue
	v.work(func(r *room) error {
		result, err := r.session.Finish()
		if err != nil {
			return err
		}
		done = copied(r.session, v.Now())
		done.result, done.finished, done.overdue = result, true, overdue
		return nil
	}, func(err error) {
		v.working = false
		if err != nil {
			v.Intents.OnFault(err)
			return
		}
		v.sitting, v.marking, v.revealed = done, false, false
		v.keepDrafts() // there are none any more
		v.put(newOutcome(v))
	})
}

// pause goes back to the start page; the sitting stays unfinished.
func (v *View) pause() {
	v.Rest()
	v.sitting, v.marking, v.revealed = nil, false, false
	v.showStart()
}
