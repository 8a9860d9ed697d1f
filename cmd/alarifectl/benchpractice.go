package main

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"time"

	"alarife/internal/knowledge"
	"alarife/internal/practice"
	"alarife/internal/practice/history"
	"alarife/internal/practice/session"
)

func (b *bencher) book() *practice.Book {
	return &practice.Book{Advisor: b.runner.Advisor, Texts: b.runner.Texts}
}

// generate makes exercises one by one; the 95th percentile.
func (b *bencher) generate() (time.Duration, error) {
	g := b.book().NewGenerator(knowledge.Guide)
	var times []time.Duration
	begin := time.Now()
	err := g.Each(1, 200, func(*practice.Exercise) error {
		times = append(times, time.Since(begin))
		begin = time.Now()
		return nil
	})
	slices.Sort(times)
	return times[len(times)*95/100], err
}

// drill begins a usual drill on an empty shelf; the slowest of a few.
func (b *bencher) drill() (worst time.Duration, err error) {
	err = b.desk(func(d *session.Desk) error {
		for seed := range uint64(7) {
			d.Shelf = session.NewShelf(b.book())
			begin := time.Now()
			if _, err := d.Begin(session.Plan{Kind: session.Drill, Seed: seed}); err != nil {
				return err
			}
			worst = max(worst, time.Since(begin))
		}
		return nil
	})
	return worst, err
}

// save saves answers of a drill; the 95th percentile.
func (b *bencher) save() (time.Duration, error) {
	var times []time.Duration
	err := b.desk(func(d *session.Desk) error {
		s, err := d.Begin(session.Plan{Kind: session.Drill, Count: 60, Source: session.Authored})
		if err != nil {
			return err
		}
		for n := range s.Len() {
			begin := time.Now()
			if _, err := s.Answer(n, s.Exercise(n).RightAnswer()); err != nil {
				return err
			}
			times = append(times, time.Since(begin))
		}
		slices.Sort(times)
		return nil
	})
	if err != nil {
		return 0, err
	}
	return times[len(times)*95/100], nil
}

// desk lends a desk with a history that is thrown away.
func (b *bencher) desk(use func(*session.Desk) error) error {
	dir, err := os.MkdirTemp("", program)
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	store, err := history.Open(filepath.Join(dir, "practice.db"))
	if err != nil {
		return err
	}
	err = use(&session.Desk{Shelf: session.NewShelf(b.book()), Store: store, Now: time.Now})
	return errors.Join(err, store.Close())
}
