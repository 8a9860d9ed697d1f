// Package dialogue asks exercises on a terminal, or on any pair of streams:
// it shows a question, reads what a person types, and tells what came of it.
package dialogue

import (
	"errors"
	"io"
	"time"

	"alarife/internal/export/report"
	"alarife/internal/fault"
	"alarife/internal/file"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/practice"
	"alarife/internal/practice/session"
)

// What ends a dialogue before its last question. Nothing that was answered is
// lost by either.
var (
	errStopped = errors.New("the person stopped")         // by command, Ctrl-C or the end of the input
	errTimeUp  = errors.New("the time of the exam is up") // while an answer was awaited
)

// Console is where a person reads and types. It is used by one goroutine.
type Console struct {
	Texts *lang.Messages
	Lang  lang.Lang
	Out   io.Writer
	In    io.Reader
	Echo  bool            // writes what was read: for input that no terminal shows
	Stop  <-chan struct{} // closed by Ctrl-C; may be nil
	Flags string          // of the command line, for commands that are named to the person: " --history FILE"
	Desk  *session.Desk
	Base  *knowledge.Base
	Book  *practice.Book
	// Picture writes the picture of an exercise and says where; nil: none is
	// wanted.
	Picture func(*practice.Exercise) (path string, err error)

	lines  *lines
	timeUp <-chan time.Time // of the exam; nil: no limit
	failed error            // of Out: the first
}

// say returns a text of the program.
func (c *Console) say(key string, args ...any) string {
	return c.Texts.Say(c.Lang, "dialogue."+key, args...)
}

// print writes a text as it stands. An error of the output is kept and ends
// the dialogue at the next question.
func (c *Console) print(text string) {
	if c.failed == nil {
		_, c.failed = io.WriteString(c.Out, text)
	}
}

// show writes a report and an empty line.
func (c *Console) show(r *report.Report) {
	if c.failed == nil {
		c.failed = r.Text(c.Out)
	}
	c.print("\n")
}

// tell writes one paragraph.
func (c *Console) tell(key string, args ...any) {
	r := report.New()
	r.Line(c.say(key, args...))
	c.show(r)
}

// command writes a paragraph and below it a command in one piece, to be
// copied.
func (c *Console) command(command, key string, args ...any) {
	r := report.New()
	r.Line(c.say(key, args...))
	if c.failed == nil {
		c.failed = r.Text(c.Out)
	}
	c.print("  " + command + c.Flags + "\n\n")
}

// read asks for one line. A line too long to be an answer is told and asked
// for again.
func (c *Console) read(prompt string) (string, error) {
	for {
		text, err := c.readOnce(prompt)
		if !errors.Is(err, errLong) {
			return text, err
		}
		c.tell("too-long", "max", maxLine)
	}
}

func (c *Console) readOnce(prompt string) (string, error) {
	if c.failed != nil {
		return "", c.failed
	}
	if c.lines == nil {
		c.lines = listen(c.In)
	}
	c.print(prompt + "> ")
	select {
	case <-c.Stop:
		c.print("\n")
		return "", errStopped
	case <-c.timeUp:
		c.print("\n")
		return "", errTimeUp
	case l, more := <-c.lines.next():
		switch {
		case !more || errors.Is(l.err, io.EOF):
			c.print("\n")
			return "", errStopped
		case l.err != nil && !errors.Is(l.err, errLong):
			c.print("\n")
			at := fault.Place{File: c.Texts.Say(c.Lang, "cli.word.input")}
			return "", fault.New(at, "file.unreadable", "reason", file.Reason(l.err)).Because(l.err)
		}
		text := lang.Clean(l.text)
		if c.Echo {
			c.print(text + "\n")
		}
		return text, l.err
	}
}
