package progress

import (
	"cmp"
	"slices"
	"time"

	"alarife/internal/practice/history"
)

// date is a day of the calendar, counted from one fixed day: no hours, no time
// zone, and so no day that is longer than another.
type date int

const day = 24 * time.Hour

// dateOf is the local day of a time in its own zone.
func dateOf(t time.Time) date {
	y, m, d := t.Date()
	return date(time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() / int64(day/time.Second))
}

// monday is the first day of the week.
func (d date) monday() date {
	weekday := (int(d)+3)%7 + 7 // day 0 was a Thursday; days before it are negative
	return d - date(weekday%7)
}

// String writes a date as 2026-11-24.
func (d date) String() string {
	return time.Unix(int64(d)*int64(day/time.Second), 0).UTC().Format(time.DateOnly)
}

// streak counts days of practice in a row. Days after today, from a clock that
// was wrong, do not count towards the present row.
func streak(in Input) (s Streak) {
	practised := map[date]bool{}
	for _, a := range in.Answers {
		practised[dateOf(a.At)] = true
	}
	today := dateOf(in.Now)
	s.Today = practised[today]
	at := today
	if !s.Today {
		at--
	}
	for ; practised[at]; at-- {
		s.Days++
	}
	for d := range practised {
		if practised[d-1] {
			continue
		}
		row := 1
		for practised[d+date(row)] {
			row++
		}
		s.Longest = max(s.Longest, row)
	}
	return s
}

// ahead counts the reviews of the days from today on; what is overdue counts
// today.
func ahead(in Input) []Day {
	today := dateOf(in.Now)
	out := make([]Day, max(1, in.Ahead))
	for n := range out {
		out[n].Date = (today + date(n)).String()
	}
	for i := range in.Cards {
		c := &in.Cards[i]
		if _, known := in.Rule(c.Rule); !known {
			continue
		}
		n := 0
		if !c.IsDue(in.Now) {
			n = int(max(0, dateOf(c.Due.In(in.Now.Location()))-today))
		}
		if n < len(out) {
			out[n].Count++
		}
	}
	return out
}

// periods sums the answers of each period, the oldest first.
func periods(answers []history.Answer, of func(date) date) []Period {
	sums := map[date]*Period{}
	for _, a := range answers {
		d := of(dateOf(a.At))
		if sums[d] == nil {
			sums[d] = &Period{Date: d.String()}
		}
		sums[d].Answers++
		sums[d].Accuracy += a.Grade.Credit
		if a.Grade.Right {
			sums[d].Right++
		}
	}
	out := []Period{}
	for _, p := range sums {
		p.Accuracy /= float64(p.Answers)
		out = append(out, *p)
	}
	slices.SortFunc(out, func(a, b Period) int { return cmp.Compare(a.Date, b.Date) })
	return out
}
