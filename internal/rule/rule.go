// Package rule compiles, type-checks, runs and reads the expressions of the
// catalog. It is the only importer of expr. Of that language it lets through
// arithmetic, comparison and logic over the names of a Scope: no loops, no
// closures, no functions of the host, so that an expression from a stranger
// can neither run long nor reach anything.
package rule

import "strings"

// Kind is the type of a value.
type Kind int

// The kinds of value.
const (
	Number Kind = iota + 1
	Bool
	Choice // one text of a fixed set
	Set    // some texts of a fixed set
)

// Type is the type of a name: its kind and, for Choice and Set, the texts
// that can occur.
type Type struct {
	Kind    Kind
	Choices []string
}

// Has reports whether text can occur.
func (t Type) Has(text string) bool {
	for _, c := range t.Choices {
		if c == text {
			return true
		}
	}
	return false
}

// Scope says which names an expression may use.
type Scope interface {
	// Name returns the type of a fact or word.
	Name(id string) (Type, bool)
	// Call returns the key and type of function("argument"). known is false
	// for a function that does not exist; candidates are the arguments that
	// would do, where the argument is not one of them.
	Call(function, argument string) (c Call, known bool)
	// Limit reports whether the service has the limit; service "" is the one
	// that the expression belongs to. candidates are what would do instead.
	Limit(service, limit string) (key string, candidates []string, ok bool)
	// Names lists all names, to suggest the right one.
	Names() []string
}

// Call is the meaning of a function call with a constant argument.
type Call struct {
	Key string
	// Among turns the call into a condition: the text under Key, a choice, is
	// one of these.
	Among      []string
	Type       Type
	Candidates []string // where the argument is unknown: those that exist
	OK         bool     // the argument is known
}

// HasKey is the name under which an environment holds whether a set contains
// a text.
func HasKey(set, text string) string { return "has:" + set + "." + text }

// LimitKey is the name under which an environment holds a limit.
func LimitKey(service, limit string) string { return "limit:" + service + "." + limit }

// ChosenKey is the name under which an environment holds what a decision came
// to; the text is empty where it does not apply or is not settled.
func ChosenKey(decision string) string { return "chosen:" + decision }

// CallKey is the name under which an environment holds any other call.
func CallKey(function, argument string) string { return function + ":" + argument }

// Split takes a key apart: "chosen:inference-mode" into "chosen" and
// "inference-mode"; the prefix of a fact is empty.
func Split(key string) (prefix, rest string) {
	if p, r, ok := strings.Cut(key, ":"); ok {
		return p, r
	}
	return "", key
}
