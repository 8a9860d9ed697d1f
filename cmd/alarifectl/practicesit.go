package main

import (
	"errors"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"alarife/cmd/alarifectl/dialogue"
	"alarife/internal/practice"
	"alarife/internal/practice/history"
	"alarife/internal/practice/session"
)

// Usual figures of an exam.
const (
	examCount   = 20
	perQuestion = 2 * time.Minute
)

// sit are the flags of a sitting.
type sit struct {
	*wanted
	kind          session.Kind
	weak          bool
	limit         time.Duration
	history       string
	pictures      string
	resume, fresh bool
	abandon       bool
}

// practiceDrill asks exercises and tells at once what came of each.
func (a *app) practiceDrill() *cobra.Command {
	s := &sit{kind: session.Drill}
	cmd := a.sitting(s)
	s.wanted = a.wanted(cmd, session.Mixed, a.say("cli.flag.item-count", "default", session.DefaultCount))
	cmd.Flags().BoolVar(&s.weak, "weak", false, a.say("cli.flag.weak"))
	cmd.Flags().Var(limitFlag{&s.limit}, "limit", a.say("cli.flag.limit"))
	return cmd
}

// practiceExam asks exercises and tells at the end what came of them.
func (a *app) practiceExam() *cobra.Command {
	s := &sit{kind: session.Exam}
	cmd := a.sitting(s)
	s.wanted = a.wanted(cmd, session.Mixed, a.say("cli.flag.item-count", "default", examCount))
	cmd.Flags().Var(limitFlag{&s.limit}, "limit", a.say("cli.flag.limit-exam"))
	return cmd
}

// practiceReview asks what is due.
func (a *app) practiceReview() *cobra.Command {
	s := &sit{kind: session.Review}
	cmd := a.sitting(s)
	s.wanted = &wanted{set: cmd.Flags(), fallback: session.Mixed}
	a.counted(cmd, s.wanted, a.say("cli.flag.item-count", "default", session.DefaultCount))
	cmd.Flags().StringVar(&s.era, "era", "", a.say("cli.flag.item-era"))
	return cmd
}

// sitting makes the command of a kind of sitting.
func (a *app) sitting(s *sit) *cobra.Command {
	cmd := a.subcommand("practice", string(s.kind), nil, func(*cobra.Command, []string) error { return a.sitDown(s) })
	f := cmd.Flags()
	a.historyFlag(cmd, &s.history)
	f.BoolVar(&s.resume, "resume", false, a.say("cli.flag.resume"))
	f.BoolVar(&s.fresh, "new", false, a.say("cli.flag.new"))
	f.BoolVar(&s.abandon, "abandon", false, a.say("cli.flag.abandon"))
	f.StringVar(&s.pictures, "pictures", "", a.say("cli.flag.pictures"))
	return cmd
}

// sitDown opens the history, takes up or begins a sitting, and holds it.
func (a *app) sitDown(s *sit) error {
	if err := s.checkResume(); err != nil {
		return err
	}
	if _, err := a.catalogFor(s.wanted); err != nil {
		return err
	}
	desk, err := a.desk(s.history)
	if err != nil {
		return err
	}
	defer desk.Store.Close()
	c := a.console(desk)
	if s.pictures != "" {
		c.Picture = a.pictures(s.pictures)
	}
	if s.abandon {
		return a.drop(desk, c, s)
	}
	stop, quiet := interrupts()
	defer quiet()
	c.Stop = stop
	held, err := a.seat(desk, c, s)
	if dialogue.Stopped(err) {
		return nil // before anything was asked: what was left stays as it is
	}
	if held == nil || err != nil {
		return err
	}
	if s.set.Changed("count") && s.kind != session.Review && held.Len() < s.count {
		c.Fewer(held.Len())
	}
	return c.Sit(held)
}

// checkResume says that a sitting is taken up, or closed, as it is.
func (s *sit) checkResume() error {
	if s.resume && s.fresh {
		return usage("cli.resume-new")
	}
	with := "resume"
	switch {
	case s.abandon:
		with = "abandon"
	case !s.resume:
		return nil
	}
	var other string
	s.set.Visit(func(f *pflag.Flag) {
		switch f.Name {
		case with, "history", "pictures", "lang", "catalog":
		default:
			other = f.Name
		}
	})
	if other != "" {
		return usage("cli.resume-plan", "flag", "--"+other, "with", "--"+with)
	}
	return nil
}

// seat takes up the sitting that was left, or begins one; nil where there is
// nothing to ask.
func (a *app) seat(d *session.Desk, c *dialogue.Console, s *sit) (*session.Session, error) {
	if !s.fresh {
		held, err := a.left(d, c, s)
		if held != nil || err != nil {
			return held, err
		}
	}
	p, err := a.planned(d, s)
	if err != nil {
		return nil, err
	}
	if (s.kind == session.Review || s.weak) && len(p.Rules) == 0 {
		return nil, a.nothing(d, c, s)
	}
	held, err := d.Begin(p)
	if errors.Is(err, practice.ErrBarren) {
		return nil, usage("cli.no-exercise")
	}
	return held, err
}

// left returns the newest sitting of the kind that was begun and not finished,
// where it is to be taken up. Of one that is not, the person says whether it is
// to be closed.
func (a *app) left(d *session.Desk, c *dialogue.Console, s *sit) (*session.Session, error) {
	o, err := newest(d, s.kind)
	if err != nil {
		return nil, err
	}
	if o == nil {
		if s.resume {
			return nil, usage("cli.nothing-to-resume")
		}
		return nil, nil
	}
	if s.resume {
		return d.Resume(o.ID)
	}
	take, err := c.TakeUp(*o)
	if err != nil {
		return nil, err
	}
	if take {
		return d.Resume(o.ID)
	}
	if drop, err := c.Drop(*o); !drop || err != nil {
		return nil, err
	}
	return nil, d.Abandon(o.ID)
}

// newest is the newest sitting of a kind that was begun and not finished; nil
// where there is none.
func newest(d *session.Desk, kind session.Kind) (*history.Session, error) {
	open, err := d.Unfinished()
	for i := range open {
		if open[i].Kind == string(kind) {
			return &open[i], err
		}
	}
	return nil, err
}

// drop closes the sitting that was left.
func (a *app) drop(d *session.Desk, c *dialogue.Console, s *sit) error {
	o, err := newest(d, s.kind)
	if err != nil {
		return err
	}
	if o == nil {
		return usage("cli.nothing-to-abandon")
	}
	if err := d.Abandon(o.ID); err != nil {
		return err
	}
	return c.Dropped(*o)
}

// planned says what the flags ask for.
func (a *app) planned(d *session.Desk, s *sit) (p session.Plan, err error) {
	if s.count == 0 {
		s.count = session.DefaultCount
		if s.kind == session.Exam {
			s.count = examCount
		}
	}
	switch {
	case s.kind == session.Review:
		p, err = d.Due(s.count)
	case s.weak:
		p, err = d.Weak(s.count)
	}
	if err != nil {
		return p, err
	}
	p = s.into(p)
	p.Kind, p.Limit = s.kind, s.limit
	if s.kind == session.Exam && !s.set.Changed("limit") {
		p.Limit = time.Duration(p.Count) * perQuestion
	}
	return p, nil
}

// nothing tells that no review is due, or that nothing is weak yet.
func (a *app) nothing(d *session.Desk, c *dialogue.Console, s *sit) error {
	if s.weak {
		return usage("cli.nothing-weak")
	}
	stats, err := d.Stats()
	if err != nil {
		return err
	}
	return a.emit([]byte(a.say("cli.nothing-due") + "\n" + c.Forecast(stats) + "\n"))
}
