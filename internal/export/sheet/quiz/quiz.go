// Package quiz is what files of questions have in common, and three of their
// formats: GIFT and Moodle XML as Moodle reads and writes them, and a table of
// our own. It knows questions, not exercises: what a question means to the
// program is told elsewhere. The same questions give the same bytes; what is
// read and written again gives the same bytes as before.
package quiz

import (
	"strings"

	"alarife/internal/fault"
)

// Kind is how a question is answered.
type Kind string

// The kinds of question.
const (
	Choice  Kind = "choice"  // one or several of some options
	Match   Kind = "match"   // each left side to a right side
	Number  Kind = "number"  // a number with a tolerance
	Order   Kind = "order"   // steps to be put in order
	Essay   Kind = "essay"   // free text, marked by a person
	Gaps    Kind = "gaps"    // several choices in one text
	Foreign Kind = "foreign" // read, but of no kind that is known here
)

// Bounds of what is read.
const (
	MaxBytes     = 16 << 20 // of a file
	MaxQuestions = 5000     // of a file
	maxText      = 64 << 10 // bytes of one text
	maxBlock     = 1 << 20  // bytes of one question of GIFT
	maxParts     = 200      // options, pairs, steps … of one question
)

// Question is one question in one language, without markup. Texts may have
// several lines; titles, tags, categories and right sides have one.
type Question struct {
	ID       string   // stable and unique; "" where a file gives none
	Title    string   // for lists
	Category []string // from the outermost
	Tags     []string
	Kind     Kind
	Text     string // what is asked
	General  string // told after every answer

	Single    bool     // choice: exactly one option may be marked
	Options   []Option // choice
	Pairs     []Pair   // match
	Numbers   []Figure // number: the first one that fits counts
	Otherwise string   // number: told where none fits
	Steps     []string // order, in the right one
	Gaps      []Gap    // gaps
	Model     string   // essay: a model answer, for whoever marks
	Points    []string // essay: what a good answer says, for whoever marks
	Picture   []byte   // PNG; nil for none

	Type  string      // foreign: as the file names it
	Place fault.Place // where it was read
}

// Option is something that can be marked. Percent is what marking it earns, of
// the whole question: −100 … 100.
type Option struct {
	Text     string
	Percent  float64
	Feedback string
}

// Right reports whether the option belongs to the key.
func (q *Question) Right(o Option) bool {
	if q.Single {
		return o.Percent >= 100-1e-3
	}
	return o.Percent > 0
}

// Pair is a left side with its right side. A right side that belongs to none
// has the left side "".
type Pair struct{ Left, Right string }

// Figure is a number that earns Percent where an answer is at most Tolerance
// away.
type Figure struct {
	Value, Tolerance float64
	Percent          float64
	Feedback         string
}

// Gap is one choice of several in a text, of exactly one option.
type Gap struct {
	Label   string
	Options []Option
}

// Lose is told what a format does not hold of a question, by the key of a
// message "loss.<key>".
type Lose func(q *Question, key string, args ...any)

// Words are those of a language that formats imply.
type Words struct{ True, False string }

// asMatch returns an order or gaps as a match: steps to their places, gaps to
// their options, of which all are offered to every gap.
func (q *Question) asMatch() *Question {
	m := *q
	m.Kind, m.Pairs = Match, nil
	for n, step := range q.Steps {
		m.Pairs = append(m.Pairs, Pair{step, number(float64(n + 1))})
	}
	offered := map[string]bool{}
	for _, g := range q.Gaps {
		for _, o := range g.Options {
			if o.Percent >= 100 {
				m.Pairs = append(m.Pairs, Pair{g.Label, line(o.Text)})
				offered[line(o.Text)] = true
			}
		}
	}
	for _, g := range q.Gaps {
		for _, o := range g.Options {
			if text := line(o.Text); !offered[text] {
				m.Pairs, offered[text] = append(m.Pairs, Pair{"", text}), true
			}
		}
	}
	m.Steps, m.Gaps = nil, nil
	return &m
}

// known reports whether the question can be written.
func (q *Question) known() bool { return q.Kind != Foreign && q.Kind != "" }

// guided is the model answer with its points as one text.
func (q *Question) guided() string {
	parts := []string{}
	if q.Model != "" {
		parts = append(parts, q.Model)
	}
	if len(q.Points) > 0 {
		parts = append(parts, "- "+strings.Join(q.Points, "\n- "))
	}
	return strings.Join(parts, "\n\n")
}

// joined puts paragraphs together.
func joined(parts ...string) string {
	var kept []string
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, "\n\n")
}
