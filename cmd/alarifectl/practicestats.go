package main

import (
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"alarife/cmd/alarifectl/dialogue"
	"alarife/internal/export"
	"alarife/internal/export/report"
	"alarife/internal/lang"
	"alarife/internal/practice/progress"
	"alarife/internal/practice/session"
)

// What progress as text shows at most.
const (
	statsWeeks = 12
	statsDays  = 14
	statsBar   = 14 // characters
	statsName  = 40 // characters of a name
)

// practiceStats prints the progress so far.
func (a *app) practiceStats() *cobra.Command {
	var path string
	var format *string
	cmd := a.subcommand("practice", "stats", nil, func(*cobra.Command, []string) error {
		if err := checkFormat(*format, asText, asJSON); err != nil {
			return err
		}
		d, err := a.lookedAt(path)
		if err != nil {
			return err
		}
		defer d.Store.Close()
		s, err := d.Stats()
		if err != nil {
			return err
		}
		return a.show(*format, func() *report.Report { return a.statsReport(d, s) }, func() any {
			return struct {
				Alarife int `json:"alarife"`
				*progress.Stats
			}{export.JSONVersion, s}
		})
	})
	a.historyFlag(cmd, &path)
	format = a.formatFlag(cmd, asText, asJSON)
	return cmd
}

// statsReport is the progress in words and bars.
func (a *app) statsReport(d *session.Desk, s *progress.Stats) *report.Report {
	r := report.New()
	r.Heading(1, a.say("cli.stats"))
	if s.Totals.Answers == 0 {
		r.Line(a.say("cli.stats-none"))
		return r
	}
	t := s.Totals
	r.Line(a.say("cli.stats-totals", "answers", t.Answers, "accuracy", percent(t.Accuracy), "sittings", t.Sessions, "exams", t.Exams, "time", a.span(t.Spent)))
	r.Line(a.streak(s.Streak))
	c := a.console(d)
	r.Line(c.Forecast(s))
	a.mastery(r, a.say("cli.stats-sessions"), s.Guide, func(m progress.Mastery) string { return c.GuideSession(m.Session) })
	a.mastery(r, a.say("cli.stats-topics"), asked(s.Topics), func(m progress.Mastery) string {
		return d.Shelf.Book().TopicTitle(m.Topic).In(a.lang)
	})
	a.weeks(r, s.Weeks)
	a.forecast(r, d, s.Forecast)
	return r
}

// asked leaves out what nothing was answered about.
func asked(list []progress.Mastery) (out []progress.Mastery) {
	for _, m := range list {
		if m.Answers > 0 {
			out = append(out, m)
		}
	}
	return out
}

func (a *app) streak(s progress.Streak) string {
	switch {
	case s.Days == 0:
		return a.say("cli.stats-no-streak", "longest", s.Longest)
	case !s.Today:
		return a.say("cli.stats-streak-open", "days", s.Days, "longest", s.Longest)
	}
	return a.say("cli.stats-streak", "days", s.Days, "longest", s.Longest)
}

func (a *app) mastery(r *report.Report, title string, list []progress.Mastery, name func(progress.Mastery) string) {
	if len(list) == 0 {
		return
	}
	r.Heading(2, title)
	rows := [][]string{{"", "", a.say("cli.stats-mastery"), a.say("cli.stats-accuracy"), a.say("cli.stats-answers"), a.say("cli.stats-due")}}
	for _, m := range list {
		accuracy := "–"
		if m.Answers > 0 {
			accuracy = a.percent(m.Accuracy)
		}
		rows = append(rows, []string{cut(name(m), statsName), dialogue.Bar(m.Mastery, statsBar), a.percent(m.Mastery), accuracy, a.number(m.Answers), a.number(m.Due)})
	}
	r.Table(2, rows)
}

// weeks is the accuracy by week, the latest ones.
func (a *app) weeks(r *report.Report, list []progress.Period) {
	if len(list) == 0 {
		return
	}
	r.Heading(2, a.say("cli.stats-weeks"))
	rows := [][]string{{a.say("cli.stats-week"), "", a.say("cli.stats-accuracy"), a.say("cli.stats-right"), a.say("cli.stats-answers")}}
	for _, p := range list[max(0, len(list)-statsWeeks):] {
		rows = append(rows, []string{p.Date, dialogue.Bar(p.Accuracy, statsBar), a.percent(p.Accuracy), a.number(p.Right), a.number(p.Answers)})
	}
	r.Table(2, rows)
}

// forecast is the reviews of the days to come; the longest bar is that of the
// day with most.
func (a *app) forecast(r *report.Report, d *session.Desk, days []progress.Day) {
	most, last := 0, 0
	for i, day := range days[:min(len(days), statsDays)] {
		if day.Count > 0 {
			most, last = max(most, day.Count), i+1
		}
	}
	if most == 0 {
		return
	}
	r.Heading(2, a.say("cli.stats-forecast"))
	rows := [][]string{{a.say("cli.stats-day"), "", a.say("cli.stats-reviews")}}
	c := a.console(d)
	for i, day := range days[:last] {
		bar := dialogue.Bar(float64(day.Count)/float64(most), statsBar)
		rows = append(rows, []string{c.Day(day.Date, i), bar, a.number(day.Count)})
	}
	r.Table(2, rows)
}

// cut shortens a text to so many characters: words of its middle go, since
// what tells it from others often stands at the end.
func cut(text string, most int) string {
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	words := strings.Fields(text)
	head, tail := words[0], ""
	for i, j := 1, len(words)-1; i <= j; {
		longer := strings.TrimSpace(words[j] + " " + tail)
		if utf8.RuneCountInString(head+" … "+longer) > most {
			break
		}
		tail, j = longer, j-1
		if longer := head + " " + words[i]; i <= j && utf8.RuneCountInString(longer+" … "+tail) <= most {
			head, i = longer, i+1
		}
	}
	return strings.TrimSpace(head + " … " + tail)
}

func (a *app) number(n int) string          { return lang.Number(a.lang, float64(n), 0) }
func (a *app) percent(share float64) string { return lang.Number(a.lang, share*100, 0) + " %" }

// percent is a share as hundredths, for a text.
func percent(share float64) int { return int(share*100 + 0.5) }
