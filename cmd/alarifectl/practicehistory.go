package main

import (
	"io"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"alarife/cmd/alarifectl/dialogue"
	"alarife/internal/export"
	"alarife/internal/export/report"
	"alarife/internal/file"
	"alarife/internal/practice/history"
	"alarife/internal/practice/session"
)

// past are the flags of the history.
type past struct {
	path, export, format string
	forget, yes          bool
}

// practiceHistory lists the sittings, writes the history to a file, or forgets
// it.
func (a *app) practiceHistory() *cobra.Command {
	p := &past{}
	cmd := a.subcommand("practice", "history", nil, func(*cobra.Command, []string) error { return a.past(p) })
	f := cmd.Flags()
	a.historyFlag(cmd, &p.path)
	f.StringVar(&p.export, "export", "", a.say("cli.flag.history-export"))
	f.BoolVar(&p.forget, "delete", false, a.say("cli.flag.history-delete"))
	f.BoolVar(&p.yes, "yes", false, a.say("cli.flag.yes"))
	f.StringVar(&p.format, "format", asText, a.say("cli.flag.format", "known", asText+"|"+asJSON))
	return cmd
}

func (a *app) past(p *past) error {
	if p.forget && p.export != "" {
		return usage("cli.export-delete")
	}
	if err := checkFormat(p.format, asText, asJSON); err != nil {
		return err
	}
	as := strings.TrimPrefix(strings.ToLower(filepath.Ext(p.export)), ".")
	if p.export != "" && as != history.CSV && as != history.JSON {
		return usage("cli.history-extension", "file", p.export)
	}
	d, err := a.lookedAt(p.path)
	if err != nil {
		return err
	}
	defer d.Store.Close()
	switch {
	case p.forget:
		return a.forget(d, p.yes)
	case p.export != "":
		if err := file.Write(p.export, func(w io.Writer) error { return d.Store.Export(w, as) }); err != nil {
			return err
		}
		return a.line("cli.history-written", "file", p.export)
	}
	return a.sittings(d, p.format)
}

// forget deletes the history, once the person has said yes.
func (a *app) forget(d *session.Desk, yes bool) error {
	all, err := d.Store.Sessions()
	if err != nil {
		return err
	}
	if len(all) == 0 {
		return a.line("cli.history-empty")
	}
	if !yes {
		sure, err := a.console(d).Confirm(a.say("cli.history-sure", "n", len(all), "file", d.Store.Path()))
		if dialogue.Stopped(err) || err == nil && !sure {
			return a.line("cli.history-kept")
		}
		if err != nil {
			return err
		}
	}
	if err := d.Store.Delete(); err != nil {
		return err
	}
	return a.line("cli.history-deleted")
}

// line prints one line.
func (a *app) line(key string, args ...any) error {
	r := report.New()
	r.Line(a.say(key, args...))
	return a.print(r.Text)
}

// sittings lists all sittings, the newest first.
func (a *app) sittings(d *session.Desk, format string) error {
	all, err := d.Store.Sessions()
	if err != nil {
		return err
	}
	for i := range all {
		if all[i].Silent() {
			all[i].Credit = 0
		}
	}
	return a.show(format, func() *report.Report { return a.sittingsReport(d, all) }, func() any {
		if all == nil {
			all = []history.Session{}
		}
		return struct {
			Alarife  int               `json:"alarife"`
			Sessions []history.Session `json:"sessions"`
		}{export.JSONVersion, all}
	})
}

func (a *app) sittingsReport(d *session.Desk, all []history.Session) *report.Report {
	r := report.New()
	if len(all) == 0 {
		r.Line(a.say("cli.history-empty"))
		return r
	}
	rows := [][]string{{a.say("cli.history-begun"), a.say("cli.kind"), a.say("cli.history-state"), a.say("cli.history-answered"), a.say("cli.history-marks"), a.say("cli.history-time")}}
	c := a.console(d)
	for _, s := range all {
		state, marks := a.say("cli.history-finished"), "–"
		if s.Open() {
			state = a.say("cli.history-open")
		} else if s.Answered > 0 {
			marks = a.percent(s.Credit / float64(share(s)))
		}
		rows = append(rows, []string{
			c.Moment(s.Started), a.say("cli.sitting-" + s.Kind), state,
			a.say("cli.history-of", "answered", s.Answered, "count", s.Count), marks, a.span(s.Spent),
		})
	}
	r.Table(3, rows)
	r.Line(a.say("cli.history-file", "file", d.Store.Path()))
	return r
}

// share is how many exercises the marks are shared over: in an exam all.
func share(s history.Session) int {
	if s.Kind == string(session.Exam) {
		return s.Count
	}
	return s.Answered
}

// span writes a span of time: "2 h 05 min".
func (a *app) span(d time.Duration) string {
	m := int(d.Round(time.Minute) / time.Minute)
	if m == 0 {
		return a.say("cli.span-short")
	}
	if m < 60 {
		return a.say("cli.span-minutes", "minutes", m)
	}
	return a.say("cli.span-hours", "hours", m/60, "minutes", m%60)
}
