package quiz

import (
	"bytes"
	"sort"
	"strings"
	"unicode/utf8"

	"alarife/internal/fault"
)

// reader is the reading of one file: its faults are gathered, its questions
// counted, its texts bounded.
type reader struct {
	file      string
	words     Words
	lose      Lose
	text      string
	starts    []int // offsets of lines
	questions []*Question
	faults    fault.List
	full      bool
	current   *Question          // being read
	broken    map[*Question]bool // with faults
}

const maxFaults = 100 // told of one file

// open takes in the file: UTF-8 of a bounded size.
func (r *reader) open(data []byte) error {
	at := fault.Place{File: r.file}
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	switch {
	case len(data) > MaxBytes:
		return fault.New(at, "quiz.large", "max", MaxBytes>>20)
	case len(bytes.TrimSpace(data)) == 0:
		return fault.New(at, "quiz.no-questions")
	case bytes.IndexByte(data, 0) >= 0 || !utf8.Valid(data):
		return fault.New(at, "quiz.not-text")
	}
	r.text = strings.ReplaceAll(strings.ReplaceAll(string(data), "\r\n", "\n"), "\r", "\n")
	r.starts, r.broken = []int{0}, map[*Question]bool{}
	for i := range len(r.text) {
		if r.text[i] == '\n' {
			r.starts = append(r.starts, i+1)
		}
	}
	return nil
}

// place is the place of an offset.
func (r *reader) place(offset int) fault.Place {
	offset = min(max(offset, 0), len(r.text))
	n := sort.SearchInts(r.starts, offset+1) - 1
	rest := r.text[r.starts[n]:]
	if i := strings.IndexByte(rest, '\n'); i >= 0 {
		rest = rest[:i]
	}
	column := utf8.RuneCountInString(r.text[r.starts[n]:offset]) + 1
	return fault.Place{File: r.file, Line: n + 1, Column: column, Excerpt: rest}
}

func (r *reader) fail(offset int, key string, args ...any) {
	r.faulty(r.place(offset), key, args...)
}

func (r *reader) faulty(at fault.Place, key string, args ...any) {
	if r.current != nil {
		r.broken[r.current] = true
	}
	if len(r.faults) < maxFaults {
		r.faults = append(r.faults, fault.New(at, key, args...))
	}
}

// bounded refuses a text that is too long.
func (r *reader) bounded(s string, offset int) string {
	if len(s) > maxText {
		r.fail(offset, "quiz.long", "max", maxText>>10)
		return ""
	}
	return s
}

// keep takes a question in, after checks that all formats have in common; one
// that has faults already is not checked.
func (r *reader) keep(q *Question) {
	r.current = nil
	if len(r.questions) == MaxQuestions {
		if !r.full {
			r.faulty(q.Place, "quiz.many", "max", MaxQuestions)
		}
		r.full = true
		return
	}
	if r.questions = append(r.questions, q); r.broken[q] {
		return
	}
	parts := len(q.Options) + len(q.Pairs) + len(q.Numbers) + len(q.Steps) + len(q.Points) + len(q.Tags)
	choices := [][]Option{q.Options}
	for _, g := range q.Gaps {
		parts += 1 + len(g.Options)
		choices = append(choices, g.Options)
	}
	switch {
	case parts > maxParts:
		r.faulty(q.Place, "quiz.parts", "max", maxParts)
	case q.Kind == Choice && len(q.Options) < 2, q.Kind == Match && len(q.Pairs) < 2,
		q.Kind == Number && len(q.Numbers) == 0, q.Kind == Order && len(q.Steps) < 2, q.Kind == Gaps && len(q.Gaps) == 0:
		r.faulty(q.Place, "quiz.few")
	case q.Kind == Choice || q.Kind == Gaps:
		for _, options := range choices {
			if q.Kind == Gaps && len(options) == 0 {
				continue // the question itself
			}
			if !anyRight(&Question{Single: q.Single || q.Kind == Gaps}, options) {
				r.faulty(q.Place, "quiz.none-right")
			}
		}
	}
}

func anyRight(q *Question, options []Option) bool {
	for _, o := range options {
		if q.Right(o) {
			return true
		}
	}
	return false
}

// done returns the questions, or the faults.
func (r *reader) done() ([]*Question, error) {
	if err := r.faults.Err(); err != nil {
		return nil, err
	}
	if len(r.questions) == 0 {
		return nil, fault.New(fault.Place{File: r.file}, "quiz.no-questions")
	}
	return r.questions, nil
}
