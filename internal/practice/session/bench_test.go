package session_test

import (
	"testing"

	"alarife/internal/practice"
	"alarife/internal/practice/session"
)

// BenchmarkBegin begins a usual drill on an empty shelf; 150 ms are allowed.
func BenchmarkBegin(b *testing.B) {
	d, _ := newDesk(b)
	book := shelf().Book()
	for n := 0; b.Loop(); n++ {
		d.Shelf = session.NewShelf(book)
		begin(b, d, session.Plan{Kind: session.Drill, Seed: uint64(n)})
	}
}

// BenchmarkAnswer marks and saves one answer.
func BenchmarkAnswer(b *testing.B) {
	d, _ := newDesk(b)
	var s *session.Session
	at := -1
	for b.Loop() {
		if at < 0 {
			b.StopTimer()
			s = begin(b, d, session.Plan{Kind: session.Drill, Seed: 1, Count: 100, Source: session.Authored})
			at = 0
			b.StartTimer()
		}
		if _, err := s.Answer(at, practice.Answer{}); err != nil {
			b.Fatal(err)
		}
		at = s.Next(at)
	}
}

// BenchmarkReview plans and begins a review with many cards due.
func BenchmarkReview(b *testing.B) {
	d, c := newDesk(b)
	s := begin(b, d, session.Plan{Kind: session.Drill, Seed: 1, Count: 150, Source: session.Authored})
	for n := range s.Len() {
		wrong(b, s, n)
	}
	c.pass(1 << 40)
	book := shelf().Book()
	for b.Loop() {
		d.Shelf = session.NewShelf(book)
		p, err := d.Due(20)
		if err != nil {
			b.Fatal(err)
		}
		begin(b, d, p)
	}
}

// BenchmarkStats tells the progress of 1000 answers.
func BenchmarkStats(b *testing.B) {
	d, _ := newDesk(b)
	for seed := range uint64(5) {
		s := begin(b, d, session.Plan{Kind: session.Drill, Seed: seed, Count: 200, Source: session.Authored})
		for n := range s.Len() {
			wrong(b, s, n)
		}
	}
	for b.Loop() {
		if _, err := d.Stats(); err != nil {
			b.Fatal(err)
		}
	}
}
