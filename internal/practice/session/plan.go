// Package session holds sittings of practice: which exercises they ask, what
// is answered, and what comes of it. The same plan makes the same exercises on
// the same catalog. Each answer is saved before it counts, so that a sitting
// is resumed where it was when the process died.
package session

import (
	"time"

	"alarife/internal/knowledge"
)

// Kind is how a sitting is held.
type Kind string

// The kinds of sitting.
const (
	Drill  Kind = "drill"  // feedback after each answer
	Exam   Kind = "exam"   // no feedback before the end; answers may be changed until then
	Review Kind = "review" // as a drill, about the rules that are due
)

// Source is where exercises come from.
type Source string

// The sources.
const (
	Authored  Source = "authored"  // the items of the catalog
	Generated Source = "generated" // made from the seed
	Mixed     Source = "mixed"     // both in turns
)

// Plan says what a sitting asks. It is plain data; an empty list or a zero
// leaves its field open.
type Plan struct {
	Kind   Kind                 `json:"kind"`
	Era    knowledge.Era        `json:"era"` // "" takes both eras of authored items, and generates in Guide
	Seed   uint64               `json:"seed"`
	Count  int                  `json:"count"` // exercises at most
	Source Source               `json:"source"`
	Guide  []int                `json:"guide,omitempty"`  // sessions of the study guide
	Topics []string             `json:"topics,omitempty"` // of items; ids of decisions for generated ones
	Items  []knowledge.ItemKind `json:"items,omitempty"`  // kinds of exercise
	Level  int                  `json:"level,omitempty"`  // 1 … knowledge.MaxLevel
	Rules  []string             `json:"rules,omitempty"`  // asked first, one exercise each, in this order
	Limit  time.Duration        `json:"limit_ns,omitempty"`
	Seen   map[string]time.Time `json:"seen,omitempty"` // with Rules: when exercises were last answered; the least recent is taken
}

// DefaultCount is how many exercises a sitting asks where nobody says.
const DefaultCount = 10

// MaxCount is how many it asks at most.
const MaxCount = 200
