package dialogue

import (
	"errors"

	"alarife/internal/lang"
	"alarife/internal/practice/history"
)

// Stopped reports whether an error says that the person stopped.
func Stopped(err error) bool { return errors.Is(err, errStopped) }

// TakeUp asks whether a sitting that was left is to be gone on with. Where no
// person sits at a terminal it only says that there is one.
func (c *Console) TakeUp(s history.Session) (bool, error) {
	c.tell("unfinished", "kind", c.say("kind."+s.Kind), "when", c.Moment(s.Started), "answered", s.Answered, "count", s.Count)
	if c.Echo {
		c.command("alarifectl practice "+s.Kind+" --resume", "unfinished.how")
		c.command("alarifectl practice "+s.Kind+" --abandon", "unfinished.abandon.how")
		return false, c.failed
	}
	return c.Confirm(c.say("unfinished.ask"))
}

// Drop asks whether a sitting that is not gone on with is to be closed for
// good. Where no person sits at a terminal nobody is asked, and it is not.
func (c *Console) Drop(s history.Session) (bool, error) {
	if c.Echo {
		return false, nil
	}
	c.tell("unfinished.becomes." + s.Kind)
	return c.Confirm(c.say("unfinished.abandon.ask"))
}

// Dropped tells that a sitting is closed for good, and what becomes of its
// answers.
func (c *Console) Dropped(s history.Session) error {
	c.tell("abandoned", "kind", c.say("kind."+s.Kind), "when", c.Moment(s.Started), "answered", s.Answered, "count", s.Count)
	c.tell("unfinished.becomes." + s.Kind)
	return c.failed
}

// Fewer tells that there are no more exercises than so many, where more were
// asked for.
func (c *Console) Fewer(count int) { c.tell("fewer", "count", count) }

// Confirm asks a question that is answered with yes or no.
func (c *Console) Confirm(question string) (bool, error) {
	for {
		text, err := c.read(c.say("prompt.yes-no", "question", question))
		if err != nil {
			return false, err
		}
		switch lang.Fold(text) {
		case "y", "yes", "s", "si":
			c.print("\n")
			return true, nil
		case "n", "no":
			c.print("\n")
			return false, nil
		case "q":
			return false, errStopped
		}
		c.tell("bad.yes-no")
	}
}
