// Package session holds sittings of practice: which exercises they ask, what
// is answered, and what comes of it. The same plan makes the same exercises on
// the same catalog. Each answer is saved before it counts, so that a sitting
// is resumed where it was when the process died.
package session

import (
	"time"

	"alarife/internal/knowledge"
	"alarife/internal/practice/history"
)

// Kind is how a sitting is held.
type Kind string

// The kinds of sitting.
const (
	Drill  Kind = "drill"      // feedback after each answer
	Exam   Kind = history.Exam // no feedback before the end; answers may be changed until then
	Review Kind = "review"     // as a drill, about the rules that are due
)

// Kinds lists the kinds of sitting.
func Kinds() []Kind { return []Kind{Drill, Exam, Review} }

// Source is where exercises come from.
type Source string

// The sources.
const (
	Authored  Source = "authored"  // the items of the catalog
	Generated Source = "generated" // made from the seed
	Mixed     Source = "mixed"     // both in turns
)

// Sources lists the sources.
func Sources() []Source { return []Source{Authored, Generated, Mixed} }

// Plan says what a sitting asks. It is plain data; an empty list or a zero
// leaves its field open.
type Plan struct {
	Kind   Kind                 `json:"kind"`
	Era    knowledge.Era        `json:"era,omitempty"` // "" takes authored items of both eras, and generates in Guide
	Seed   uint64               `json:"seed"`
	Count  int                  `json:"count"`             // exercises at most; 0 is DefaultCount
	Source Source               `json:"source,omitempty"`  // "" is Mixed
	Guide  []int                `json:"guide,omitempty"`   // sessions of the study guide
	Topics []string             `json:"topics,omitempty"`  // of items; of these, decisions are generated about
	Items  []knowledge.ItemKind `json:"items,omitempty"`   // kinds of exercise; what is generated is a choice
	Level  int                  `json:"level,omitempty"`   // 1 … knowledge.MaxLevel
	Rules  []string             `json:"rules,omitempty"`   // asked first, in this order; one exercise may ask several
	Limit  time.Duration        `json:"limit_ns,omitzero"` // of the whole sitting

	// Seen tells when exercises were last answered: of those that ask one of
	// Rules the least recent is taken. It is not kept with the sitting, whose
	// exercises are.
	Seen map[string]time.Time `json:"-"`
}

// Counts of exercises.
const (
	DefaultCount = 10 // in a sitting, where nobody says
	MaxCount     = 200
)

// source is where exercises come from.
func (p *Plan) source() Source {
	if p.Source == "" {
		return Mixed
	}
	return p.Source
}

// count is how many exercises the plan asks for.
func (p *Plan) count() int {
	if p.Count == 0 {
		return DefaultCount
	}
	return p.Count
}

// era is the one that exercises are generated in.
func (p *Plan) era() knowledge.Era {
	if p.Era == "" {
		return knowledge.Guide
	}
	return p.Era
}
