// Package workload holds facts: their kinds, ranges and parsing, and the
// answers of one person, answered or not. It knows no catalog and no language
// of texts.
package workload

import (
	"math"
	"sort"
	"strconv"
	"strings"
)

// Kind is the kind of a fact.
type Kind string

// The kinds of fact.
const (
	Number  Kind = "number"
	Choice  Kind = "choice"
	Choices Kind = "choices" // a set
	YesNo   Kind = "yes-no"
)

// Fact is one typed, named value about a workload.
type Fact struct {
	ID       string
	Kind     Kind
	Unit     string   // of a number; "" for a bare count
	Min, Max float64  // of a number, both included
	Decimals int      // digits after the point that a number carries, 0 to 6
	Choices  []string // ids of the choices
	Default  Value    // what holds while it is unanswered
	By       *Fact    // optional: a choice that another default may go with
	Usual    map[string]Value
}

// Unanswered returns what holds while nothing is said of the fact, where By
// has this choice.
func (f *Fact) Unanswered(choice string) Value {
	if v, ok := f.Usual[choice]; ok {
		return v
	}
	return f.Default
}

// Value is the value of a fact: the field that the fact's kind names.
type Value struct {
	Number float64
	Text   string   // Choice
	Set    []string // Choices, sorted in the order of the fact's choices
	Yes    bool
}

// Problem says why a value does not fit a fact.
type Problem string

// The problems of a value.
const (
	WrongKind  Problem = "wrong-kind"
	OutOfRange Problem = "out-of-range"
	Unknown    Problem = "unknown-choice"
	NotFinite  Problem = "not-finite"
)

// Step is the smallest difference that a number fact carries: 1 without
// decimals, 0.1 with one.
func (f *Fact) Step() float64 { return math.Pow10(-f.Decimals) }

// Round returns the multiple of Step nearest to v, within the range.
func (f *Fact) Round(v float64) float64 {
	scale := math.Pow10(f.Decimals)
	return min(max(math.Round(v*scale)/scale, f.Min), f.Max)
}

// Read makes a value of the fact from a plain one: float64, bool, string or
// []string. problem is "" where it fits; a number is rounded to the decimals
// that the fact carries.
func (f *Fact) Read(plain any) (v Value, problem Problem) {
	switch plain := plain.(type) {
	case float64:
		return f.readNumber(plain)
	case bool:
		if f.Kind == YesNo {
			return Value{Yes: plain}, ""
		}
	case string:
		if f.Kind == Choice {
			return Value{Text: plain}, f.known(plain)
		}
	case []string:
		if f.Kind == Choices {
			return f.readSet(plain)
		}
	}
	return Value{}, WrongKind
}

func (f *Fact) readNumber(n float64) (Value, Problem) {
	switch {
	case f.Kind != Number:
		return Value{}, WrongKind
	case math.IsNaN(n) || math.IsInf(n, 0):
		return Value{}, NotFinite
	case n < f.Min || n > f.Max:
		return Value{}, OutOfRange
	}
	return Value{Number: f.Round(n)}, ""
}

func (f *Fact) readSet(texts []string) (Value, Problem) {
	for _, t := range texts {
		if p := f.known(t); p != "" {
			return Value{}, p
		}
	}
	set := []string{}
	for _, c := range f.Choices {
		for _, t := range texts {
			if t == c {
				set = append(set, c)
				break
			}
		}
	}
	return Value{Set: set}, ""
}

func (f *Fact) known(text string) Problem {
	for _, c := range f.Choices {
		if c == text {
			return ""
		}
	}
	return Unknown
}

// Parse reads a value as typed on a command line or in a field: "500", "yes",
// "steady", "hipaa,gdpr" ("" or "none" for an empty set). A comma as decimal
// mark is read as a point.
func (f *Fact) Parse(text string) (Value, Problem) {
	text = strings.TrimSpace(text)
	switch f.Kind {
	case Number:
		n, err := strconv.ParseFloat(strings.Replace(text, ",", ".", 1), 64)
		if err != nil {
			return Value{}, WrongKind
		}
		return f.Read(n)
	case YesNo:
		switch strings.ToLower(text) {
		case "true", "yes", "y", "sí", "si", "s":
			return Value{Yes: true}, ""
		case "false", "no", "n":
			return Value{}, ""
		}
		return Value{}, WrongKind
	case Choices:
		if text == "" || text == "none" {
			return Value{Set: []string{}}, ""
		}
		parts := strings.Split(text, ",")
		for i := range parts {
			parts[i] = strings.TrimSpace(parts[i])
		}
		return f.Read(parts)
	}
	return f.Read(text)
}

// Plain returns the value as float64, bool, string or []string.
func (f *Fact) Plain(v Value) any {
	switch f.Kind {
	case Number:
		return v.Number
	case YesNo:
		return v.Yes
	case Choice:
		return v.Text
	}
	return v.Set
}

// Equal reports whether two values of the fact are the same.
func (f *Fact) Equal(a, b Value) bool {
	if f.Kind != Choices {
		return a.Number == b.Number && a.Text == b.Text && a.Yes == b.Yes
	}
	return strings.Join(a.Set, ",") == strings.Join(b.Set, ",")
}

// Workload is the answers: the value of every answered fact by its id. A fact
// without an entry is unanswered and takes its default.
type Workload map[string]Value

// Get returns the value of the fact and whether it was answered.
func (w Workload) Get(f *Fact) (v Value, answered bool) {
	if v, ok := w[f.ID]; ok {
		return v, true
	}
	if f.By == nil {
		return f.Default, false
	}
	by, _ := w.Get(f.By)
	return f.Unanswered(by.Text), false
}

// With returns a copy in which the fact has the value.
func (w Workload) With(id string, v Value) Workload {
	out := make(Workload, len(w)+1)
	for k, old := range w {
		out[k] = old
	}
	out[id] = v
	return out
}

// IDs lists the answered facts, sorted.
func (w Workload) IDs() []string {
	ids := make([]string, 0, len(w))
	for id := range w {
		ids = append(ids, id)
	}
	sort.Strings(ids)
	return ids
}

// Others lists the values of a fact that is not a number beside v: the other
// choices, the other answer, and for a set every set that differs by one.
func (f *Fact) Others(v Value) []Value {
	var out []Value
	switch f.Kind {
	case YesNo:
		out = append(out, Value{Yes: !v.Yes})
	case Choice:
		for _, c := range f.Choices {
			if c != v.Text {
				out = append(out, Value{Text: c})
			}
		}
	case Choices:
		for _, c := range f.Choices {
			out = append(out, Value{Set: f.toggled(v.Set, c)})
		}
	}
	return out
}

// toggled returns the set with one choice put in or taken out.
func (f *Fact) toggled(set []string, choice string) []string {
	out := []string{}
	for _, c := range f.Choices {
		in := false
		for _, s := range set {
			in = in || s == c
		}
		if in != (c == choice) {
			out = append(out, c)
		}
	}
	return out
}
