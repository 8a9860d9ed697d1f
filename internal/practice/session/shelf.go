package session

import (
	"slices"
	"sync"

	"alarife/internal/knowledge"
	"alarife/internal/practice"
)

// Shelf finds exercises. It derives those alone that are asked for, and keeps
// them. It is safe for concurrent use.
type Shelf struct {
	book       *practice.Book
	generators map[knowledge.Era]func() *practice.Generator // each is made once; take parts of it with About

	mu      sync.Mutex
	derived map[string]*practice.Exercise // nil for an item that has no key
}

// NewShelf prepares a shelf; it derives nothing yet.
func NewShelf(b *practice.Book) *Shelf {
	s := &Shelf{book: b, derived: map[string]*practice.Exercise{}, generators: map[knowledge.Era]func() *practice.Generator{}}
	for _, era := range []knowledge.Era{knowledge.Guide, knowledge.Today} {
		s.generators[era] = sync.OnceValue(func() *practice.Generator { return b.NewGenerator(era) })
	}
	return s
}

// Warm readies the generator of the era Guide.
func (s *Shelf) Warm() { s.generators[knowledge.Guide]() }

// Book is what the exercises are made of.
func (s *Shelf) Book() *practice.Book { return s.book }

func (s *Shelf) base() *knowledge.Base { return s.book.Advisor.Base() }

// exercise derives an item, nil where it has no key; `alarifectl practice
// check` tells why.
func (s *Shelf) exercise(i *knowledge.Item) *practice.Exercise {
	s.mu.Lock()
	x, known := s.derived[i.ID]
	s.mu.Unlock()
	if known {
		return x
	}
	x, err := s.book.Derive(i)
	if err != nil {
		x = nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if kept, known := s.derived[i.ID]; known { // by somebody else meanwhile
		return kept
	}
	s.derived[i.ID] = x
	return x
}

// Topics lists the topics that can be asked about from a source, sorted: those
// of the items, and the decisions that exercises are generated about in the era
// Guide.
func (s *Shelf) Topics(from Source) []string {
	topics := []string{}
	if from != Generated {
		for _, i := range s.base().Items {
			topics = append(topics, i.Topic)
		}
	}
	if from != Authored {
		topics = append(topics, s.generators[knowledge.Guide]().Topics()...)
	}
	slices.Sort(topics)
	return slices.Compact(topics)
}

// items lists the items that a plan may ask, in the catalog's order.
func (s *Shelf) items(p *Plan) (out []*knowledge.Item) {
	for _, i := range s.base().Items {
		if (len(p.Topics) == 0 || slices.Contains(p.Topics, i.Topic)) && p.allows(i) {
			out = append(out, i)
		}
	}
	return out
}

// allows reports whether an item is of the era, kind, level and sessions that
// are asked for.
func (p *Plan) allows(i *knowledge.Item) bool {
	return p.fits(i.InEra(), i.Kind, i.Level, i.Guide)
}

func (p *Plan) fits(era knowledge.Era, kind knowledge.ItemKind, level int, guide []int) bool {
	return (p.Era == "" || p.Era == era) &&
		(len(p.Items) == 0 || slices.Contains(p.Items, kind)) &&
		(p.Level == 0 || p.Level == level) &&
		(len(p.Guide) == 0 || home(guide, p.Guide) != 0)
}
