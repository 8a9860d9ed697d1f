package dialogue

import (
	"alarife/internal/export/report"
	"alarife/internal/knowledge"
)

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
