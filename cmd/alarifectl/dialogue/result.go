package dialogue

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"alarife/internal/export/report"
	"alarife/internal/practice/progress"
	"alarife/internal/practice/session"
)

const mostRules = 12 // that a result names

// result tells what came of a finished sitting: the review of an exam, the
// marks, what to study, and when the next reviews are due.
func (t *sitting) result(res *session.Result) error {
	if res.Answered == 0 {
		t.tell("result.none")
		return t.failed
	}
	if t.kind == session.Exam {
		t.reviewed(res)
	}
	r := report.New()
	r.Heading(1, t.say("result"))
	r.Line(t.say("result.sum", "right", res.Right, "answered", res.Answered, "count", res.Count, "percent", hundredths(res.Credit), "minutes", max(1, minutes(res.Spent))))
	t.entries(r, res)
	t.shares(r, res)
	t.toStudy(r, res)
	t.show(r)
	stats, err := t.Desk.Stats()
	if err != nil {
		return err
	}
	if stats.Totals.Due > 0 {
		t.command("alarifectl practice review", "plain", "text", t.Forecast(stats))
	} else {
		t.tell("plain", "text", t.Forecast(stats))
	}
	return t.failed
}

// entries is the result by exercise.
func (t *sitting) entries(r *report.Report, res *session.Result) {
	rows := [][]string{{"", t.say("column.question"), t.say("column.marks")}}
	for _, e := range res.Entries {
		mark, credit := wrongMark, t.say("percent", "percent", hundredths(e.Grade.Credit))
		switch {
		case !e.Answered:
			mark, credit = "–", t.say("unanswered")
		case e.Grade.Right:
			mark = rightMark
		}
		rows = append(rows, []string{mark, strconv.Itoa(e.N+1) + ". " + e.Title.In(t.Lang), credit})
	}
	r.Table(2, rows)
}

// shares is the result by session of the guide and by topic, where there is
// more than one.
func (t *sitting) shares(r *report.Report, res *session.Result) {
	by := func(title string, shares []session.Share, name func(session.Share) string) {
		if len(shares) < 2 {
			return
		}
		rows := [][]string{{title, "", t.say("column.right"), t.say("column.marks")}}
		for _, s := range shares {
			right := t.say("of", "part", s.Right, "whole", s.Count)
			rows = append(rows, []string{name(s), Bar(s.Credit, shortBar), right, t.say("percent", "percent", hundredths(s.Credit))})
		}
		r.Table(2, rows)
	}
	by(t.say("column.session"), res.Guide, func(s session.Share) string { return t.GuideSession(s.Session) })
	by(t.say("column.topic"), res.Topics, func(s session.Share) string { return t.Book.TopicTitle(s.Topic).In(t.Lang) })
}

// GuideSession names a session of the guide.
func (c *Console) GuideSession(id int) string {
	for _, s := range c.Base.Guide.Sessions {
		if s.ID == id {
			return strconv.Itoa(id) + ". " + s.Title.In(c.Lang)
		}
	}
	return strconv.Itoa(id)
}

// toStudy names the rules that were missed, with the pages that tell of them.
func (t *sitting) toStudy(r *report.Report, res *session.Result) {
	if len(res.Study) == 0 {
		return
	}
	r.Line(t.say("to-study"))
	var titles, pages []string
	for _, s := range res.Study {
		if title := s.Title.In(t.Lang); !slices.Contains(titles, title) {
			titles = append(titles, title)
		}
		for _, id := range t.study([]string{s.ID}, s.Topic, s.Guide) {
			if !slices.Contains(pages, id) {
				pages = append(pages, id)
			}
		}
	}
	for _, title := range titles[:min(len(titles), mostRules)] {
		r.Item(0, title)
	}
	if more := len(titles) - mostRules; more > 0 {
		r.Item(0, t.say("more", "n", more))
	}
	r.Line(t.say("study"))
	for _, id := range pages[:min(len(pages), mostRules)] {
		r.Item(0, "alarifectl catalog show "+id)
	}
}

// Forecast says when the next reviews are due, in one line.
func (c *Console) Forecast(s *progress.Stats) string {
	var parts []string
	if s.Totals.Due > 0 {
		parts = append(parts, c.say("due.now", "n", s.Totals.Due))
	}
	for i, d := range s.Forecast {
		n := d.Count
		if i == 0 {
			n -= s.Totals.Due
		}
		if n > 0 && len(parts) < mostDays {
			parts = append(parts, c.say("due.day", "n", n, "day", c.Day(d.Date, i)))
		}
	}
	switch {
	case len(parts) == 0:
		return c.say("due.none")
	case s.Totals.Due > 0:
		return c.say("due.list-now", "list", strings.Join(parts, " · "))
	}
	return c.say("due.list", "list", strings.Join(parts, " · "))
}

const mostDays = 5 // that one line tells

// Day names a day that is so many days ahead.
func (c *Console) Day(date string, ahead int) string {
	switch ahead {
	case 0:
		return c.say("today")
	case 1:
		return c.say("tomorrow")
	}
	d, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return date
	}
	return c.say("weekday."+strconv.Itoa(int(d.Weekday()))) + " " + date
}

// Moment writes a time in the person's zone.
func (c *Console) Moment(t time.Time) string { return t.Format("2006-01-02 15:04") }

func hundredths(share float64) int { return int(math.Round(share * 100)) }

const shortBar = 12 // characters

// Bar draws a share from 0 to 1 as a bar of so many characters.
func Bar(share float64, width int) string {
	full := int(math.Round(min(max(share, 0), 1) * float64(width)))
	return strings.Repeat("█", full) + strings.Repeat("░", width-full)
}
