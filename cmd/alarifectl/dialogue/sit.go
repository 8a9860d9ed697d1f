package dialogue

import (
	"errors"
	"time"

	"alarife/internal/export/report"
	"alarife/internal/knowledge"
	"alarife/internal/practice"
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
			return false, err
		}
		switch cmd {
		case none:
			return false, t.drillAnswer(n, x, f.answer())
		case flag:
			if err := t.flag(n); err != nil {
				return false, err
			}
		case back:
			t.tell("no-back")
		case skip, next:
			return false, nil
		case handIn:
			return true, nil
		}
	}
}

// drillAnswer takes an answer and tells what came of it.
func (t *sitting) drillAnswer(n int, x *exercise, a practice.Answer) error {
	if x.Kind == knowledge.ExplainItem {
		ticked, err := t.tick(x)
		if err != nil {
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

// Texts of help, by where it is asked for.
const (
	helpDrill = "help.drill"
	helpExam  = "help.exam"
	helpTicks = "help.ticks"
)

// ticking stands for a kind of exercise where points are ticked.
const ticking = "ticks"

// fill has a form filled. It returns none where the answer is whole, else the
// command that the caller is to carry out; stop is the error errStopped.
func (c *Console) fill(f form, about string, kind knowledge.ItemKind) (command, error) {
	shown := -1
	for {
		if t, is := f.(*takings); is && t.at != shown {
			if shown >= 0 {
				c.print("\n")
			}
			c.taking(t)
			shown = t.at
		}
		text, err := c.read(f.prompt())
		if err != nil {
			return none, err
		}
		switch cmd := commandIn(f, text); cmd {
		case none:
			done, complaint := f.take(text)
			if complaint != "" {
				c.complain(complaint)
			}
			if done {
				c.print("\n")
				return none, nil
			}
		case help:
			c.help(about, kind)
		case stop:
			return none, errStopped
		case back:
			if !f.back() {
				c.print("\n")
				return back, nil
			}
		default:
			c.print("\n")
			return cmd, nil
		}
	}
}

// commandIn reads a command among the lines of a form.
func commandIn(f form, text string) command {
	if f.literal() && (len(text) < 2 || text[0] != '.') {
		return none
	}
	return commandOf(text, f.letter)
}

func (c *Console) complain(text string) {
	r := report.New()
	r.Line(text)
	c.show(r)
}

// help tells what can be typed for an exercise of a kind.
func (c *Console) help(about string, kind knowledge.ItemKind) {
	r := report.New()
	r.Line(c.say(about))
	r.Item(0, c.say("help.answer."+string(kind)))
	for _, key := range []string{"change", "skip", "next", "back", "flag", "hand-in", "stop"} {
		text := about + "." + key
		if key == "back" && about == helpDrill && kind != knowledge.BuildItem {
			continue // only a build goes back, by one decision
		}
		if c.Texts.Has("dialogue." + text) {
			r.Item(0, c.say(text))
		}
	}
	c.show(r)
}

// tick shows the model answer of an open question and has the points ticked
// that the person's own answer made.
func (c *Console) tick(x *exercise) ([]string, error) {
	s := x.Solution(c.Lang, c.Base)
	r := report.New()
	r.Heading(3, c.say("model"))
	r.Line(s.Model)
	r.Line(c.say("checklist"))
	list(r, s.Checklist, numberMark)
	c.show(r)
	f := &marks{say: c.say, of: s.Checklist, several: true, numbers: true, none: true}
	for {
		cmd, err := c.fill(f, helpTicks, ticking)
		if err != nil {
			return nil, err
		}
		if cmd == none {
			return f.marked, nil
		}
		c.help(helpTicks, ticking)
	}
}
