package schedule_test

import (
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"alarife/internal/practice/schedule"
)

var madrid = func() *time.Location {
	l, err := time.LoadLocation("Europe/Madrid")
	if err != nil {
		panic(err)
	}
	return l
}()

var now = time.Date(2026, 11, 24, 10, 0, 0, 0, madrid)

const day = 24 * time.Hour

func TestReview_ComesBackLaterAndLater(t *testing.T) {
	c := schedule.Card{Rule: "r"}
	at, before := now, time.Duration(0)
	for n := range 8 {
		c = schedule.Review(c, schedule.Good, at)
		wait := c.Due.Sub(c.Last)
		if wait <= before || c.Reviews != n+1 || c.Lapses != 0 || c.Rule != "r" || !c.Last.Equal(at) {
			t.Fatalf("after %d: waits %v, before %v: %+v", n+1, wait, before, c)
		}
		if c.IsDue(c.Due.Add(-time.Second)) || !c.IsDue(c.Due) {
			t.Errorf("due at %v: %+v", c.Due, c)
		}
		at, before = c.Due, wait
	}
	if before < 60*day {
		t.Errorf("after eight times it waits %v only", before)
	}
	if r := c.Recall(c.Due); c.Stage != schedule.Settled || math.Abs(r-schedule.Retention) > 0.01 {
		t.Errorf("it is remembered with %v when it is due", r)
	}
	forgot := schedule.Review(c, schedule.Again, c.Due)
	if forgot.Lapses != 1 || forgot.Stage != schedule.Relearned || forgot.Due.Sub(forgot.Last) > time.Hour || forgot.Stability >= c.Stability {
		t.Errorf("forgotten: %+v", forgot)
	}
}

func TestReview_IsTheSameEachTime(t *testing.T) {
	run := func() (c schedule.Card) {
		for n := range 12 {
			r := schedule.Good
			if n%5 == 4 {
				r = schedule.Again
			}
			c = schedule.Review(c, r, now.Add(time.Duration(n*n)*day))
		}
		return c
	}
	if a, b := run(), run(); a != b {
		t.Errorf("%+v, then %+v", a, b)
	}
}

// sound refuses a card that no schedule should have.
func sound(t *testing.T, c schedule.Card, at time.Time) {
	t.Helper()
	for _, f := range []float64{c.Stability, c.Difficulty, c.Recall(at), c.Recall(at.Add(-1e5 * time.Hour)), c.Recall(at.Add(1e5 * time.Hour)), c.Recall(at.AddDate(3000, 0, 0))} {
		if math.IsNaN(f) || math.IsInf(f, 0) || f < 0 {
			t.Fatalf("%+v holds %v", c, f)
		}
	}
	if c.Due.Before(c.Last) || c.Stability <= 0 || c.Difficulty < 1 || c.Difficulty > 10 || c.Recall(at) > 1 || c.Reviews < 1 ||
		c.Due.Sub(c.Last) > 36501*day || c.Overdue(at) < 0 || !c.Last.Equal(at) {
		t.Fatalf("at %v: %+v", at, c)
	}
}

// TestReview_BearsAnyClock rates cards under clocks that jump anywhere.
func TestReview_BearsAnyClock(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	jumps := []time.Duration{0, 1, time.Minute, day, 30 * day, 365 * day, 36500 * day, -1, -time.Hour, -day, -365 * day, -36500 * day}
	for range 2000 {
		c, at := schedule.Card{Rule: "r"}, now
		for range 25 {
			at = at.Add(time.Duration(float64(jumps[r.IntN(len(jumps))]) * r.Float64()))
			if at.Year() < 1700 || at.Year() > 2200 {
				at = now
			}
			rating := schedule.Good
			if r.IntN(3) == 0 {
				rating = schedule.Again
			}
			c = schedule.Review(c, rating, at)
			sound(t, c, at)
		}
	}
}

func TestReview_ForgetsADateFromAWrongClock(t *testing.T) {
	c := schedule.Review(schedule.Card{Rule: "r"}, schedule.Good, now.Add(365*day)) // the clock was a year ahead
	if !c.IsDue(now) {
		t.Error("it would not be asked for a year")
	}
	next := schedule.Review(c, schedule.Again, now)
	if next.IsDue(now) || !next.IsDue(now.Add(time.Hour)) {
		t.Errorf("it is not back in step: %+v", next)
	}
	back := schedule.Review(schedule.Card{Rule: "r"}, schedule.Good, now)
	if back.IsDue(now.Add(-time.Hour)) {
		t.Error("an hour back makes it due")
	}
	if r := back.Recall(now.Add(-365 * day)); r != 1 {
		t.Errorf("before it was learned it is remembered with %v", r)
	}
}

func TestReview_UnderAClockSetBackIsOneAtOnce(t *testing.T) {
	c := schedule.Card{Rule: "r"}
	for n := range 4 {
		c = schedule.Review(c, schedule.Good, now.AddDate(0, n, 0))
	}
	for _, rating := range []schedule.Rating{schedule.Good, schedule.Again} {
		atOnce := schedule.Review(c, rating, c.Last)
		for _, back := range []time.Duration{time.Minute, 3 * day, 365 * day} {
			got := schedule.Review(c, rating, c.Last.Add(-back))
			if got.Stability != atOnce.Stability || got.Difficulty != atOnce.Difficulty || got.Due.Sub(got.Last) != atOnce.Due.Sub(atOnce.Last) {
				t.Errorf("back %v: %+v, at once %+v", back, got, atOnce)
			}
		}
	}
}

func TestReview_DoesNotSeeDaylightSavingOrZones(t *testing.T) {
	for _, start := range []time.Time{
		time.Date(2026, 3, 28, 12, 0, 0, 0, madrid), time.Date(2026, 10, 24, 12, 0, 0, 0, madrid),
		time.Date(2026, 3, 29, 1, 59, 0, 0, madrid), time.Date(2026, 10, 25, 2, 30, 0, 0, madrid),
	} {
		here, there := schedule.Card{}, schedule.Card{}
		zone := time.FixedZone("", -9*3600)
		for n := range 4 {
			at := start.Add(time.Duration(n) * 24 * time.Hour)
			here, there = schedule.Review(here, schedule.Good, at), schedule.Review(there, schedule.Good, at.In(zone))
			if here != there {
				t.Errorf("%v: %+v in Madrid, %+v elsewhere", at, here, there)
			}
			if wait := here.Due.Sub(here.Last); n > 0 && wait%day != 0 {
				t.Errorf("%v waits %v", at, wait)
			}
		}
	}
}

func TestSettle_RatesWhatIsDueOrWasMissed(t *testing.T) {
	known := schedule.Review(schedule.Card{Rule: "r"}, schedule.Good, now)
	good, again := schedule.Mark{Rule: "r", Rating: schedule.Good}, schedule.Mark{Rule: "r", Rating: schedule.Again}
	fresh := schedule.Mark{Rule: "r", Rating: schedule.Good, New: true}
	for _, tt := range []struct {
		name string
		card *schedule.Card
		mark schedule.Mark
		at   time.Time
		want int // reviews; 0 for nothing kept
	}{
		{"no card", nil, good, now, 0},
		{"no card, made", nil, fresh, now, 1},
		{"known, not due", &known, good, now.Add(time.Minute), 0},
		{"known, due", &known, good, now.Add(day), 2},
		{"missed, not due", &known, again, now.Add(time.Minute), 2},
	} {
		c, ok := schedule.Settle(tt.card, tt.mark, tt.at)
		if ok != (tt.want > 0) || ok && (c.Reviews != tt.want || c.Rule != "r") {
			t.Errorf("%s: %v, %+v", tt.name, ok, c)
		}
	}
}

func TestRecall_OfANewCardIsNone(t *testing.T) {
	var c schedule.Card
	if c.Recall(now) != 0 || !c.IsDue(now) {
		t.Errorf("%v, %v", c.Recall(now), c.IsDue(now))
	}
}
