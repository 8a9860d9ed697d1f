package progress_test

import (
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"alarife/internal/practice"
	"alarife/internal/practice/history"
	"alarife/internal/practice/progress"
	"alarife/internal/practice/schedule"

	"github.com/google/go-cmp/cmp"
)

func zone(t testing.TB, name string) *time.Location {
	t.Helper()
	l, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// given is an answer at a time, about a topic of two sessions.
func given(at time.Time, topic string, credit float64) history.Answer {
	return history.Answer{
		Slot: history.Slot{Topic: topic, Guide: []int{1, 2}}, At: at, Took: time.Minute,
		Grade: practice.Grade{Credit: credit, Right: credit == 1},
	}
}

// rule knows those that begin with "a/" and "b/".
func rule(id string) (practice.Rule, bool) {
	topic, _, _ := strings.Cut(id, "/")
	return practice.Rule{ID: id, Topic: topic, Guide: []int{2}}, topic == "a" || topic == "b"
}

func TestStreak_CountsLocalDays(t *testing.T) {
	madrid := zone(t, "Europe/Madrid")
	on := func(month time.Month, day, hour, minute int) time.Time {
		return time.Date(2026, month, day, hour, minute, 0, 0, madrid)
	}
	for _, tt := range []struct {
		name    string
		days    []time.Time
		now     time.Time
		want    int
		today   bool
		longest int
	}{
		{"nothing", nil, on(11, 24, 12, 0), 0, false, 0},
		{"today", []time.Time{on(11, 24, 0, 1)}, on(11, 24, 23, 59), 1, true, 1},
		{"yesterday", []time.Time{on(11, 23, 23, 59)}, on(11, 24, 0, 1), 1, false, 1},
		{"the day before", []time.Time{on(11, 22, 23, 59)}, on(11, 24, 0, 1), 0, false, 1},
		{"a gap", []time.Time{on(11, 20, 9, 0), on(11, 21, 9, 0), on(11, 22, 9, 0), on(11, 24, 9, 0)}, on(11, 24, 12, 0), 1, true, 3},
		{"over the change to summer time", []time.Time{on(3, 28, 23, 30), on(3, 29, 3, 30), on(3, 30, 0, 10)}, on(3, 30, 0, 20), 3, true, 3},
		{"over the change to winter time", []time.Time{on(10, 24, 0, 10), on(10, 25, 23, 50), on(10, 26, 23, 50)}, on(10, 27, 0, 10), 3, false, 3},
		{"twice in the hour that comes twice", []time.Time{
			time.Date(2026, 10, 25, 0, 30, 0, 0, time.UTC).In(madrid), time.Date(2026, 10, 25, 1, 30, 0, 0, time.UTC).In(madrid),
		}, on(10, 25, 12, 0), 1, true, 1},
		{"over the new year", []time.Time{time.Date(2025, 12, 31, 22, 0, 0, 0, madrid), on(1, 1, 1, 0)}, on(1, 1, 2, 0), 2, true, 2},
		{"after a journey west", []time.Time{
			on(11, 22, 9, 0), on(11, 23, 9, 0), time.Date(2026, 11, 24, 20, 0, 0, 0, zone(t, "America/Los_Angeles")),
		}, time.Date(2026, 11, 24, 21, 0, 0, 0, zone(t, "America/Los_Angeles")), 3, true, 3},
		{"a clock that was ahead", []time.Time{on(11, 24, 9, 0), on(11, 24, 9, 0).AddDate(1, 0, 0)}, on(11, 24, 12, 0), 1, true, 1},
		{"a clock that is behind", []time.Time{on(11, 23, 9, 0), on(11, 24, 9, 0)}, on(11, 24, 12, 0).AddDate(-1, 0, 0), 0, false, 2},
	} {
		t.Run(tt.name, func(t *testing.T) {
			in := progress.Input{Now: tt.now, Rule: rule}
			for _, d := range tt.days {
				in.Answers = append(in.Answers, given(d, "a", 1))
			}
			want := progress.Streak{Days: tt.want, Today: tt.today, Longest: tt.longest}
			if got := progress.Of(in).Streak; got != want {
				t.Errorf("got %+v, want %+v", got, want)
			}
		})
	}
}

func TestOf_TellsNothingOfAnExamThatIsOpen(t *testing.T) {
	now := time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)
	of := func(kind string, finished time.Time) *progress.Stats {
		a := given(now, "a", 1)
		a.Session = 7
		return progress.Of(progress.Input{
			Now: now, Rule: rule, Answers: []history.Answer{a}, Sessions: []history.Session{{ID: 7, Kind: kind, Finished: finished}},
		})
	}
	if diff := cmp.Diff(progress.Of(progress.Input{Now: now, Rule: rule}), of("exam", time.Time{})); diff != "" {
		t.Error(diff)
	}
	for _, s := range []*progress.Stats{of("exam", now), of("drill", time.Time{})} {
		if s.Totals.Answers != 1 || s.Totals.Right != 1 || len(s.Topics) != 1 || len(s.Days) != 1 || !s.Streak.Today {
			t.Errorf("%+v", s)
		}
	}
}

func TestForecast_CountsByLocalDay(t *testing.T) {
	madrid := zone(t, "Europe/Madrid")
	now := time.Date(2026, 10, 24, 18, 0, 0, 0, madrid)
	card := func(r string, due time.Time) schedule.Card {
		return schedule.Card{Rule: r, Last: now.Add(-time.Hour), Due: due, Stage: schedule.Settled, Stability: 3}
	}
	s := progress.Of(progress.Input{Now: now, Rule: rule, Ahead: 4, Cards: []schedule.Card{
		card("a/overdue", now.AddDate(0, 0, -9)), card("a/today", time.Date(2026, 10, 24, 21, 59, 0, 0, time.UTC)),
		card("a/tomorrow", time.Date(2026, 10, 24, 22, 1, 0, 0, time.UTC)), card("a/late tomorrow", time.Date(2026, 10, 25, 22, 59, 0, 0, time.UTC)),
		card("b/then", time.Date(2026, 10, 25, 23, 1, 0, 0, time.UTC)), card("b/far", now.AddDate(0, 0, 4)), card("gone/x", now),
		{Rule: "b/ahead", Last: now.AddDate(1, 0, 0), Due: now.AddDate(1, 0, 9), Stage: schedule.Settled, Stability: 9},
	}})
	want := []progress.Day{{Date: "2026-10-24", Count: 3}, {Date: "2026-10-25", Count: 2}, {Date: "2026-10-26", Count: 1}, {Date: "2026-10-27", Count: 0}}
	if diff := cmp.Diff(want, s.Forecast); diff != "" {
		t.Error(diff)
	}
	if s.Totals.Cards != 8 || s.Totals.Due != 2 || s.Totals.Vanished != 1 {
		t.Errorf("%+v", s.Totals)
	}
}

func TestPeriods_SumByDayAndWeek(t *testing.T) {
	madrid := zone(t, "Europe/Madrid")
	on := func(month time.Month, day, hour int) time.Time {
		return time.Date(2026, month, day, hour, 30, 0, 0, madrid)
	}
	s := progress.Of(progress.Input{Now: on(11, 24, 12), Rule: rule, Answers: []history.Answer{
		given(on(11, 22, 23), "a", 1), given(on(11, 23, 0), "a", 0.5), given(on(11, 23, 22), "a", 1), given(on(1, 1, 0), "a", 0),
	}})
	days := []progress.Period{{Date: "2026-01-01", Answers: 1}, {Date: "2026-11-22", Answers: 1, Right: 1, Accuracy: 1}, {Date: "2026-11-23", Answers: 2, Right: 1, Accuracy: 0.75}}
	weeks := []progress.Period{{Date: "2025-12-29", Answers: 1}, {Date: "2026-11-16", Answers: 1, Right: 1, Accuracy: 1}, {Date: "2026-11-23", Answers: 2, Right: 1, Accuracy: 0.75}}
	if diff := cmp.Diff(days, s.Days) + cmp.Diff(weeks, s.Weeks); diff != "" {
		t.Error(diff)
	}
}

func TestMastery_GrowsWithRightAnswersAndFadesWithTime(t *testing.T) {
	now := time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)
	in := progress.Input{Now: now, Rule: rule, Guide: []int{1, 2, 3}}
	of := func() (a, session progress.Mastery) {
		s := progress.Of(in)
		for _, m := range s.Topics {
			if m.Topic == "a" {
				a = m
			}
		}
		return a, s.Guide[1]
	}
	before := -1.0
	for n := range 7 {
		in.Answers = append(in.Answers, given(now, "a", 1))
		a, session := of()
		if a.Mastery < before || a.Mastery > 1 || n >= progress.Enough-1 && a.Mastery != 1 || session.Mastery != a.Mastery {
			t.Errorf("after %d right: %+v", n+1, a)
		}
		before = a.Mastery
	}
	in.Answers = append(in.Answers, given(now, "a", 0))
	if a, _ := of(); a.Mastery >= 1 || a.Accuracy != 7.0/8 {
		t.Errorf("after a wrong one: %+v", a)
	}
	for range progress.Window {
		in.Answers = append(in.Answers, given(now, "a", 1))
	}
	if a, _ := of(); a.Mastery != 1 || a.Accuracy >= 1 {
		t.Errorf("it never forgives: %+v", a)
	}
	in.Cards = []schedule.Card{schedule.Review(schedule.Card{Rule: "a/r"}, schedule.Good, now)}
	in.Now = now.AddDate(0, 6, 0)
	if a, session := of(); a.Mastery > 0.9 || a.Recall >= 0.9 || a.Due != 1 || session.Recall != a.Recall {
		t.Errorf("half a year later: %+v", a)
	}
	if s := progress.Of(in); len(s.Guide) != 3 || s.Guide[2].Answers != 0 || s.Guide[2].Mastery != 0 {
		t.Errorf("%+v", s.Guide)
	}
}

func TestTopics_BeginWithTheLeastMastered(t *testing.T) {
	now := time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)
	in := progress.Input{Now: now, Rule: rule}
	for n := range 6 {
		in.Answers = append(in.Answers, given(now, "good", 1), given(now, "bad", 0), given(now, "middling", float64(n%2)))
	}
	var got []string
	for _, m := range progress.Of(in).Topics {
		got = append(got, m.Topic)
	}
	if fmt.Sprint(got) != "[bad middling good]" {
		t.Errorf("%v", got)
	}
}

// TestOf_HoldsForAnything tells progress from answers and cards at random
// times.
func TestOf_HoldsForAnything(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	anyTime := func() time.Time {
		return time.Date(1950+r.IntN(150), time.Month(1+r.IntN(12)), 1+r.IntN(28), r.IntN(24), r.IntN(60), 0, 0, time.FixedZone("", (r.IntN(27)-12)*3600))
	}
	for range 300 {
		in := progress.Input{Now: anyTime(), Rule: rule, Ahead: r.IntN(40), Guide: []int{1, 2}}
		for range r.IntN(30) {
			in.Answers = append(in.Answers, given(anyTime(), string(rune('a'+r.IntN(4))), float64(r.IntN(5))/4))
			c := schedule.Card{Rule: string(rune('a'+r.IntN(3))) + "/x"}
			for range 1 + r.IntN(4) {
				c = schedule.Review(c, schedule.Good, anyTime())
			}
			in.Cards = append(in.Cards, c)
		}
		s := progress.Of(in)
		known, sum := 0, 0
		for _, d := range s.Forecast {
			known += d.Count
		}
		for _, d := range s.Weeks {
			sum += d.Answers
			if at, err := time.Parse(time.DateOnly, d.Date); err != nil || at.Weekday() != time.Monday {
				t.Fatalf("%s is no Monday (%v)", d.Date, err)
			}
		}
		if sum != len(in.Answers) || known > len(in.Cards)-s.Totals.Vanished || s.Streak.Days > s.Streak.Longest {
			t.Fatalf("%+v", s)
		}
		for _, m := range append(s.Guide, s.Topics...) {
			for _, f := range []float64{m.Accuracy, m.Recent, m.Recall, m.Mastery} {
				if math.IsNaN(f) || f < 0 || f > 1 {
					t.Fatalf("%+v", m)
				}
			}
		}
		if _, err := json.Marshal(s); err != nil {
			t.Fatal(err)
		}
	}
}

func TestStats_AreWrittenByNamesThatStay(t *testing.T) {
	text, err := json.Marshal(progress.Of(progress.Input{Now: time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC), Rule: rule}))
	want := `{"totals":{"answers":0,"right":0,"accuracy":0,"sessions":0,"exams":0,"spent_ns":0,"cards":0,"due":0,"vanished":0},` +
		`"streak":{"days":0,"today":false,"longest":0},"guide":[],"topics":[],"forecast":[{"date":"2026-11-24","count":0}],"days":[],"weeks":[]}`
	if err != nil || string(text) != want {
		t.Errorf("%s, %v", text, err)
	}
}
