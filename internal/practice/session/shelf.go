package session

import (
	"alarife/internal/practice"
)

// Shelf finds exercises. It derives those alone that are asked for, and keeps
// them. It is safe for concurrent use.
type Shelf struct {
	book *practice.Book
}

// NewShelf prepares a shelf; it derives nothing yet.
func NewShelf(b *practice.Book) *Shelf { return &Shelf{book: b} }

// Book is what the exercises are made of.
func (s *Shelf) Book() *practice.Book { return s.book }

// Compose makes the exercises of a plan, each different from the others: no
// two have the same story and question. Fewer than plan.Count come where the
// catalog yields no more; the error is practice.ErrBarren where it yields
// none, and a *fault.Fault where the plan names what the catalog has not.
func (s *Shelf) Compose(p Plan) ([]*practice.Exercise, error) { return nil, nil }

// Topics lists the topics that can be asked about from a source, sorted.
func (s *Shelf) Topics(from Source) []string { return nil }
