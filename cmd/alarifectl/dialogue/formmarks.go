package dialogue

import (
	"strconv"
	"strings"

	"alarife/internal/lang"
	"alarife/internal/practice"
)

// marks is a form on which one or several of a list are marked: by letters or
// numbers, or by numbers alone.
type marks struct {
	oneStep
	say     saying
	of      []practice.Shown
	several bool
	numbers bool // no letters
	none    bool // nothing may be marked
	marked  []string
}

func (m *marks) answer() practice.Answer { return practice.Answer{Marked: m.marked} }
func (m *marks) letter(l string) bool    { return !m.numbers && place(l, len(m.of)) > 0 }

func (m *marks) prompt() string {
	switch {
	case m.none:
		return m.say("prompt.ticks", "last", len(m.of))
	case m.numbers:
		return m.say("prompt.numbers", "last", len(m.of))
	case m.several:
		return m.say("prompt.several", "last", letterAt(len(m.of)))
	}
	return m.say("prompt.one", "last", letterAt(len(m.of)))
}

func (m *marks) take(text string) (bool, string) {
	if m.none && (text == "-" || text == "–" || text == "0") {
		m.marked = []string{}
		return true, ""
	}
	places, bad := m.places(text)
	switch {
	case bad != "" && m.numbers:
		return false, m.say("bad.number", "word", short(bad), "last", len(m.of))
	case bad != "":
		return false, m.say("bad.letter", "word", short(bad), "last", letterAt(len(m.of)), "number", len(m.of))
	case len(places) == 0:
		return false, m.say("bad.empty")
	case len(places) > 1 && !m.several:
		return false, m.say("bad.one")
	}
	m.marked = []string{}
	for _, p := range places {
		m.marked = append(m.marked, m.of[p-1].ID)
	}
	return true, ""
}

// places reads the places that a line names, from 1, each once; bad is the
// first word that names none.
func (m *marks) places(text string) (out []int, bad string) {
	known := map[int]bool{}
	for _, word := range tokens(text) {
		if word == "y" || word == "and" || word == "&" {
			continue
		}
		parts := []string{word}
		if _, err := strconv.Atoi(word); place(word, len(m.of)) == 0 && (err != nil || len(m.of) < 10) {
			parts = strings.Split(word, "") // "ac" or "13"
		}
		for _, part := range parts {
			p := place(part, len(m.of))
			if p == 0 || m.numbers && part[0] >= 'a' {
				return nil, word
			}
			if !known[p] {
				known[p] = true
				out = append(out, p)
			}
		}
	}
	return out, ""
}

// tokens splits a line at blanks and at what people put between the parts of
// an answer.
func tokens(text string) []string {
	return strings.FieldsFunc(lang.Fold(text), func(r rune) bool { return strings.ContainsRune(" \u00a0,;.()", r) })
}

// place reads a letter or a number as a place in a list of n, from 1; 0 for
// none.
func place(word string, n int) int {
	p, err := strconv.Atoi(word)
	if err != nil && len(word) == 1 && word[0] >= 'a' && word[0] <= 'z' {
		p = int(word[0]-'a') + 1
	}
	if p < 1 || p > n || word[0] == '+' {
		return 0
	}
	return p
}

// letterAt is the letter of a place, from 1.
func letterAt(place int) string { return string(rune('a' + place - 1)) }

const longestQuote = 40 // characters

// short cuts off what nobody needs to read again.
func short(word string) string {
	if r := []rune(word); len(r) > longestQuote {
		return string(r[:longestQuote-1]) + "…"
	}
	return word
}
