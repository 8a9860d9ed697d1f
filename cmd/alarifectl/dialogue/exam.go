package dialogue

import (
	"errors"
	"strconv"
	"strings"

	"alarife/internal/export/report"
	"alarife/internal/knowledge"
	"alarife/internal/practice/session"
)

// exam walks through the exercises of an exam: any way, as often as one likes,
// until it is handed in.
type exam struct {
	*sitting
	at int
}

func (e *exam) hold() error {
	e.at = max(0, e.s.Next(-1))
	for {
		if e.at < e.s.Len() {
			if err := e.one(); err != nil {
				return err
			}
			continue
		}
		handed, err := e.overview()
		if err != nil || handed {
			return err
		}
	}
}

// one asks the exercise at which the person is.
func (e *exam) one() error {
	x := e.present(e.at)
	if a, ok := e.s.Given(e.at); ok {
		e.tell("so-far", "answer", e.given(x, a))
	}
	f := formOf(e.say, x.q)
	for {
		cmd, err := e.fill(f, helpExam, x.Kind)
		if err != nil {
			if lost := e.begun(f); lost != nil {
				return lost
			}
			return err
		}
		switch cmd {
		case none:
			if _, err := e.s.Answer(e.at, f.answer()); err != nil {
				return err
			}
			e.tell("noted", "answer", e.given(x, f.answer()))
			e.at++
			return nil
		case skip, next:
			e.at++
			return nil
		case back:
			if e.at > 0 {
				e.at--
				return nil
			}
			e.tell("first")
		case flag:
			if err := e.flag(e.at); err != nil {
				return err
			}
		case handIn:
			e.at = e.s.Len()
			return nil
		}
	}
}

// begun saves a text that was begun when the person stopped, or the time was
// up; what comes too late for that is lost.
func (e *exam) begun(f form) error {
	text, is := f.(*essay)
	if !is || len(text.lines) == 0 {
		return nil
	}
	_, err := e.s.Answer(e.at, text.answer())
	if errors.Is(err, session.ErrOver) {
		return nil
	}
	return err
}

// overview shows what has no answer and what is flagged, and asks where to go;
// handed is true where the exam is handed in.
func (e *exam) overview() (handed bool, err error) {
	var open, flagged []string
	for n := range e.s.Len() {
		number := strconv.Itoa(n + 1)
		if _, ok := e.s.Given(n); !ok {
			open = append(open, number)
		}
		if e.s.Flagged(n) {
			flagged = append(flagged, number)
		}
	}
	r := report.New()
	r.Heading(2, e.say("overview"))
	r.Line(e.say("overview.answered", "answered", e.s.Len()-len(open), "count", e.s.Len()))
	if len(open) > 0 {
		r.Line(e.say("overview.open", "numbers", strings.Join(open, ", ")))
	}
	if len(flagged) > 0 {
		r.Line(e.say("overview.flagged", "numbers", strings.Join(flagged, ", ")))
	}
	if left, limited := e.s.Left(); limited {
		r.Line(e.say("overview.left", "minutes", minutes(left)))
	}
	e.show(r)
	return e.where()
}

// where asks for a question to go to, or for the exam.
func (e *exam) where() (handed bool, err error) {
	for {
		text, err := e.read(e.say("prompt.overview"))
		if err != nil {
			return false, err
		}
		switch cmd := commandOf(text, func(string) bool { return false }); cmd {
		case handIn:
			e.print("\n")
			return true, e.ticks()
		case stop:
			return false, errStopped
		case back:
			e.print("\n")
			e.at = e.s.Len() - 1
			return false, nil
		case next:
			e.print("\n")
			e.at = max(0, e.s.Next(-1))
			return false, nil
		}
		if words := tokens(text); len(words) == 1 && place(words[0], e.s.Len()) > 0 && words[0][0] <= '9' {
			e.print("\n")
			e.at = place(words[0], e.s.Len()) - 1
			return false, nil
		}
		e.tell("bad.overview", "last", e.s.Len())
	}
}

// ticks has the open questions marked by the person, before the exam is
// finished.
func (e *exam) ticks() error {
	for n := range e.s.Len() {
		a, ok := e.s.Given(n)
		if !ok || e.s.Exercise(n).Kind != knowledge.ExplainItem || a.Marked != nil {
			continue
		}
		x := exerciseOf(e.s.Exercise(n), e.Lang)
		r := report.New()
		r.Heading(2, e.say("tick", "number", n+1, "title", x.q.Title))
		r.Line(x.q.Ask)
		r.Line(e.say("your-text", "answer", a.Text))
		e.show(r)
		ticked, err := e.tick(x)
		if err != nil {
			return err
		}
		a.Marked = ticked
		if _, err := e.s.Answer(n, a); err != nil {
			return err
		}
	}
	return nil
}

// reviewed tells of every exercise that was not wholly right, or flagged.
func (t *sitting) reviewed(r *session.Result) {
	for _, e := range r.Entries {
		if e.Grade.Right && e.Answered && !e.Flagged {
			continue
		}
		x := exerciseOf(t.s.Exercise(e.N), t.Lang)
		head := report.New()
		head.Heading(2, t.say("reviewed", "number", e.N+1, "title", x.q.Title))
		head.Line(x.q.Story)
		head.Line(x.q.Ask)
		t.show(head)
		if a, ok := t.s.Given(e.N); ok {
			t.feedback(x, &a, e.Grade)
		} else {
			t.feedback(x, nil, e.Grade)
		}
	}
}
