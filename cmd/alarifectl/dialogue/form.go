package dialogue

import (
	"alarife/internal/knowledge"
	"alarife/internal/practice"
)

// form takes one answer from a person, over one line or several.
type form interface {
	// prompt says what is typed now.
	prompt() string
	// take reads a line. done is true where the answer is whole; a complaint
	// says why the line is none, and what would be.
	take(text string) (done bool, complaint string)
	// answer is what was given.
	answer() practice.Answer
	// letter reports whether the letter may be an answer now, and is no command.
	letter(l string) bool
	// literal reports whether lines are text in which there are no commands.
	literal() bool
	// back takes the last step back; false where there is none.
	back() bool
}

// saying returns a text of the program.
type saying func(key string, args ...any) string

// formOf returns the form of an exercise.
func formOf(say saying, q practice.Question) form {
	switch q.Kind {
	case knowledge.FaultItem:
		return &marks{say: say, of: q.Options, several: true, numbers: true}
	case knowledge.BuildItem:
		return &takings{say: say, of: q.Decisions, choose: map[string]string{}}
	case knowledge.EstimateItem:
		return &amount{say: say, lang: q.Lang, unit: q.Unit}
	case knowledge.MatchItem:
		return &pairs{say: say, left: q.Left, right: q.Right, choose: map[string]string{}}
	case knowledge.OrderItem:
		return &sequence{say: say, of: q.Options}
	case knowledge.ExplainItem:
		return &essay{say: say}
	}
	return &marks{say: say, of: q.Options, several: q.Several}
}

// oneStep is what forms of one line without commands of their own have in
// common.
type oneStep struct{}

func (oneStep) letter(string) bool { return false }
func (oneStep) literal() bool      { return false }
func (oneStep) back() bool         { return false }
