package session_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"alarife/internal/knowledge"
	"alarife/internal/practice"
	"alarife/internal/practice/history"
	"alarife/internal/practice/schedule"
	"alarife/internal/practice/session"
)

func cardsBy(t *testing.T, d *session.Desk) map[string]schedule.Card {
	t.Helper()
	list, err := d.Store.Cards()
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]schedule.Card{}
	for _, c := range list {
		out[c.Rule] = c
	}
	return out
}

func TestCards_OneRightAnswerMakesFew(t *testing.T) {
	d, _ := newDesk(t)
	s := begin(t, d, session.Plan{Kind: session.Drill, Seed: 1, Count: 100, Source: session.Authored})
	most, tested := 0, 0
	for n := range s.Len() {
		before := len(cardsBy(t, d))
		right(t, s, n)
		most = max(most, len(cardsBy(t, d))-before)
		tested = max(tested, len(s.Exercise(n).Tests()))
	}
	if most > 3 || tested < 10 {
		t.Errorf("a right answer makes up to %d cards; exercises test up to %d rules", most, tested)
	}
	for _, c := range cardsBy(t, d) {
		if c.Reviews != 1 || c.Lapses != 0 {
			t.Errorf("%+v: a rule not due was rated again", c)
		}
	}
}

func TestCards_AWrongAnswerSchedulesWhatItMissed(t *testing.T) {
	d, c := newDesk(t)
	s := begin(t, d, session.Plan{Kind: session.Drill, Seed: 1, Count: 40, Source: session.Authored})
	for n := range s.Len() {
		before := cardsBy(t, d)
		g := wrong(t, s, n)
		after := cardsBy(t, d)
		for _, r := range g.Rules {
			if after[r].Reviews != before[r].Reviews+1 || after[r].Due.Sub(c.at) > 10*time.Minute {
				t.Errorf("%s misses %s: %+v", s.Exercise(n).ID, r, after[r])
			}
		}
		for r := range after {
			if _, old := before[r]; !old && !slices.Contains(g.Rules, r) {
				t.Errorf("%s makes a card of %s, which it does not miss", s.Exercise(n).ID, r)
			}
		}
	}
}

func TestCards_APartThatIsRightIsKnown(t *testing.T) {
	d, _ := newDesk(t)
	s := begin(t, d, session.Plan{Kind: session.Drill, Seed: 1, Source: session.Authored, Items: []knowledge.ItemKind{knowledge.MatchItem}})
	x := s.Exercise(0)
	a := x.RightAnswer()
	a.Choose = map[string]string{}
	for l, r := range x.Key.Choose {
		a.Choose[l] = r
	}
	missed := x.Left[0].ID
	delete(a.Choose, missed)
	g, err := s.Answer(0, a)
	if err != nil || len(g.Wrong) != 1 {
		t.Fatalf("%+v, %v", g, err)
	}
	cards := cardsBy(t, d)
	for id, n := range x.Notes {
		c, known := cards[n.Rules[0]]
		switch learning := c.Due.Sub(c.Last); {
		case id == missed && learning != time.Minute:
			t.Errorf("%s was missed: %+v", id, c)
		case id != missed && known && learning != 10*time.Minute:
			t.Errorf("%s was known: %+v", id, c)
		}
	}
}

func TestDue_AsksTheLongestOverdueFirst(t *testing.T) {
	d, c := newDesk(t)
	if p, err := d.Due(5); err != nil || len(p.Rules) > 0 {
		t.Errorf("at first %+v is due (%v)", p, err)
	}
	s := begin(t, d, session.Plan{Kind: session.Drill, Seed: 1, Count: 3, Source: session.Authored})
	wrong(t, s, 0)
	c.pass(time.Hour)
	last := wrong(t, s, 1)
	if p, _ := d.Due(5); len(p.Rules) == 0 || slices.Contains(p.Rules, last.Rules[0]) {
		t.Errorf("due are %v", p.Rules)
	}
	c.pass(time.Hour)
	p, err := d.Due(2)
	if err != nil || p.Kind != session.Review || p.Count != 2 {
		t.Fatalf("%+v, %v", p, err)
	}
	cards := cardsBy(t, d)
	for n := 1; n < len(p.Rules); n++ {
		if cards[p.Rules[n]].Due.Before(cards[p.Rules[n-1]].Due) {
			t.Errorf("%s comes too late", p.Rules[n])
		}
	}
	review := begin(t, d, p)
	if !slices.Contains(review.Exercise(0).Tests(), p.Rules[0]) || review.Len() > 2 {
		t.Errorf("%s is not asked first", p.Rules[0])
	}
	right(t, review, 0)
	if after := cardsBy(t, d)[p.Rules[0]]; after.Reviews != cards[p.Rules[0]].Reviews+1 || !after.Due.After(c.at) {
		t.Errorf("reviewed: %+v", after)
	}
}

func TestDue_DoesNotAskARuleThatIsGone(t *testing.T) {
	d, c := newDesk(t)
	s := begin(t, d, drill)
	lost := []schedule.Mark{{Rule: "old/name/gone", Rating: schedule.Again, New: true}, {Rule: "storage-class/standard", Rating: schedule.Again, New: true}}
	a := history.Answer{Session: s.ID(), At: c.at, Grade: practice.Grade{Rules: []string{}, Wrong: []string{}}}
	if err := d.Store.Save(a, lost, history.Clock{Now: c.at}); err != nil {
		t.Fatal(err)
	}
	c.pass(time.Hour)
	p, err := d.Due(5)
	if err != nil || !slices.Equal(p.Rules, []string{"storage-class/standard"}) {
		t.Errorf("due are %v, %v", p.Rules, err)
	}
	stats, err := d.Stats()
	if err != nil || stats.Totals.Vanished != 1 || stats.Totals.Cards != 2 || stats.Totals.Due != 1 {
		t.Errorf("%+v, %v", stats.Totals, err)
	}
}

func TestWeak_AsksWhatIsMasteredLeast(t *testing.T) {
	d, c := newDesk(t)
	if p, err := d.Weak(4); err != nil || len(p.Rules)+len(p.Topics) > 0 {
		t.Errorf("at first %+v (%v)", p, err)
	}
	good := begin(t, d, session.Plan{Kind: session.Drill, Seed: 1, Count: 6, Source: session.Generated, Topics: []string{"entry"}})
	bad := begin(t, d, session.Plan{Kind: session.Drill, Seed: 1, Count: 6, Source: session.Generated, Topics: []string{"storage-class"}})
	for n := range 6 {
		right(t, good, n)
		wrong(t, bad, n)
	}
	c.pass(5 * time.Minute)
	p, err := d.Weak(6)
	if err != nil || len(p.Rules) != 3 || p.Topics[0] != "storage-class" {
		t.Fatalf("%+v, %v", p, err)
	}
	for _, r := range p.Rules {
		if x, _ := d.Shelf.Book().Rule(r); x.Topic != "storage-class" {
			t.Errorf("%s is asked before what was missed", r)
		}
	}
	if s := begin(t, d, p); s.Len() != 6 {
		t.Errorf("%d exercises", s.Len())
	}
}

func TestWeak_DoesNotAskATopicThatIsGone(t *testing.T) {
	d, c := newDesk(t)
	slots := []history.Slot{{Exercise: "old", Topic: "old-topic"}, {Exercise: "older", Topic: "entry"}}
	id, err := d.Store.Begin(history.Session{Kind: "drill", Plan: []byte("{}"), Started: c.at}, slots)
	if err != nil {
		t.Fatal(err)
	}
	for n := range slots {
		a := history.Answer{Session: id, Slot: history.Slot{N: n}, At: c.at}
		if err := d.Store.Save(a, nil, history.Clock{Now: c.at}); err != nil {
			t.Fatal(err)
		}
	}
	p, err := d.Weak(3)
	if err != nil || !slices.Equal(p.Topics, []string{"entry"}) {
		t.Fatalf("%v, %v", p.Topics, err)
	}
	begin(t, d, p)
}

// TestClock_ThatIsWrongBreaksNoSchedule practises under clocks that jump.
func TestClock_ThatIsWrongBreaksNoSchedule(t *testing.T) {
	for _, tt := range []struct {
		name string
		jump time.Duration
	}{
		{"back a year", -365 * 24 * time.Hour},
		{"forward a year", 365 * 24 * time.Hour},
		{"back an hour", -time.Hour},
		{"forward a century", 100 * 365 * 24 * time.Hour},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d, c := newDesk(t)
			practise := func(seed uint64) {
				s := begin(t, d, session.Plan{Kind: session.Drill, Seed: seed, Count: 4, Source: session.Authored})
				for n := range 4 {
					if n%2 == 0 {
						wrong(t, s, n)
					} else {
						right(t, s, n)
					}
					c.pass(time.Minute)
				}
				if _, err := s.Finish(); err != nil {
					t.Fatal(err)
				}
			}
			practise(1)
			c.pass(tt.jump)
			practise(1)
			practise(2)
			c.pass(-tt.jump)
			practise(1)
			c.pass(48 * time.Hour)
			for _, card := range cardsBy(t, d) {
				if card.Due.Before(card.Last) {
					t.Errorf("%+v", card)
				}
			}
			stats, err := d.Stats()
			if err != nil || stats.Totals.Answers != 16 || stats.Totals.Due == 0 || len(stats.Forecast) != 30 {
				t.Errorf("%+v, %v", stats, err)
			}
			p, err := d.Due(50)
			if err != nil {
				t.Fatal(err)
			}
			missed := wrongRules(t, d)
			for _, r := range missed {
				if !slices.Contains(p.Rules, r) {
					t.Errorf("%s was missed and is not asked two days later: %s", r, fmt.Sprint(cardsBy(t, d)[r]))
				}
			}
		})
	}
}

// wrongRules are the rules that the very last answers to their exercises
// missed.
func wrongRules(t *testing.T, d *session.Desk) (out []string) {
	t.Helper()
	answers, err := d.Store.Answers()
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range answers {
		out = append(out, a.Grade.Rules...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}
