package dialogue

import (
	"errors"
	"time"

	"alarife/internal/knowledge"
	"alarife/internal/practice/history"
	"alarife/internal/practice/session"
)

// Sit holds a sitting until it is finished, and tells the result; or until the
// person stops, who is then told how to go on. The error is that of the
// streams or of the history.
func (c *Console) Sit(s *session.Session) error {
	if left, limited := s.Left(); limited {
		c.timeUp = time.After(left)
	}
	t := &sitting{Console: c, s: s, kind: s.Plan().Kind}
	err := t.hold()
	if errors.Is(err, errTimeUp) || errors.Is(err, session.ErrOver) {
		err = t.over()
	}
	switch {
	case errors.Is(err, errStopped):
		t.kept()
		return c.failed
	case err != nil:
		return err
	}
	r, err := s.Finish()
	if err != nil {
		return err
	}
	return t.result(r)
}

// sitting is one sitting on a console.
type sitting struct {
	*Console
	s    *session.Session
	kind session.Kind
}

func (t *sitting) hold() error {
	if t.s.Lost > 0 {
		t.tell("lost", "n", t.s.Lost)
	}
	if left, limited := t.s.Left(); limited && left <= 0 {
		return errTimeUp
	}
	if t.kind == session.Exam {
		return (&exam{sitting: t}).hold()
	}
	return t.drill()
}

// over says that the time is over; what was explained in an exam can still
// be ticked.
func (t *sitting) over() error {
	t.timeUp = nil
	t.tell("time-up")
	if t.kind == session.Exam {
		return (&exam{sitting: t}).ticks()
	}
	return nil
}

// kept tells that the person stopped and how to go on.
func (t *sitting) kept() {
	answered := 0
	for n := range t.s.Len() {
		if _, ok := t.s.Given(n); ok {
			answered++
		}
	}
	if t.Desk.Store.Path() == history.Memory {
		t.tell("kept-nowhere")
		return
	}
	t.command("alarifectl practice "+string(t.kind)+" --resume", "kept", "answered", answered, "count", t.s.Len())
}

// drill asks what has no answer yet, once each, with feedback at once.
func (t *sitting) drill() error {
	for n := range t.s.Len() {
		if _, answered := t.s.Given(n); answered {
			continue
		}
		end, err := t.drillOne(n)
		if err != nil || end {
			return err
		}
	}
	return nil
}

// drillOne asks one exercise; end is true where the person wants the result.
func (t *sitting) drillOne(n int) (end bool, err error) {
	x := t.present(n)
	f := formOf(t.say, x.q)
	for {
		cmd, err := t.fill(f, helpDrill, x.Kind)
		if err != nil {
			t.dropped(n, f)
			return false, err
		}
		switch cmd {
		case none:
			return false, t.drillAnswer(n, x, f)
		case flag:
			if err := t.flag(n); err != nil {
				return false, err
			}
		case back:
			t.tell("no-back")
		case skip, next:
			t.dropped(n, f)
			return false, nil
		case handIn:
			t.dropped(n, f)
			return true, nil
		}
	}
}

// dropped says of a text that was begun in a drill that it is not kept: it is
// no answer before its points are ticked.
func (t *sitting) dropped(n int, f form) {
	if e, is := f.(*essay); is && len(e.lines) > 0 {
		t.tell("dropped", "number", n+1)
	}
}

// drillAnswer takes an answer and tells what came of it.
func (t *sitting) drillAnswer(n int, x *exercise, f form) error {
	a := f.answer()
	if x.Kind == knowledge.ExplainItem {
		ticked, err := t.tick(x)
		if err != nil {
			t.dropped(n, f)
			return err
		}
		a.Marked = ticked
	}
	g, err := t.s.Answer(n, a)
	if err != nil {
		return err
	}
	t.feedback(x, &a, g)
	return nil
}

// present shows the n-th exercise and returns it.
func (t *sitting) present(n int) *exercise {
	x := exerciseOf(t.s.Exercise(n), t.Lang)
	head := t.say("question", "number", n+1, "count", t.s.Len())
	if left, limited := t.s.Left(); limited {
		head += " · " + t.say("left", "minutes", minutes(left))
	}
	if t.s.Flagged(n) {
		head += " · " + t.say("flagged")
	}
	t.ask(x, head)
	t.picture(x)
	return x
}

// minutes rounds up, so that the last minute is no zero.
func minutes(d time.Duration) int { return int((d + time.Minute - 1) / time.Minute) }

// picture writes the picture of an exercise that has one, where that is
// wanted, and says where it is.
func (t *sitting) picture(x *exercise) {
	if t.Picture == nil || x.Architecture == nil {
		return
	}
	path, err := t.Picture(x.Exercise)
	if err != nil {
		t.failed = err
		return
	}
	t.tell("picture", "file", path)
}

// flag marks the n-th exercise for review, or no more.
func (t *sitting) flag(n int) error {
	now := !t.s.Flagged(n)
	if err := t.s.Flag(n, now); err != nil {
		return err
	}
	if now {
		t.tell("flag.on")
	} else {
		t.tell("flag.off")
	}
	return nil
}
