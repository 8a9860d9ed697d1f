package dialogue

import (
	"strings"

	"alarife/internal/lang"
	"alarife/internal/practice"
)

// amount is a form that takes a number.
type amount struct {
	oneStep
	say    saying
	lang   lang.Lang
	unit   string
	number *float64
}

func (a *amount) answer() practice.Answer { return practice.Answer{Number: a.number} }

func (a *amount) prompt() string {
	if a.unit == "" {
		return a.say("prompt.amount-plain")
	}
	return a.say("prompt.amount", "unit", a.unit)
}

func (a *amount) take(text string) (bool, string) {
	if strings.TrimSpace(text) == "" {
		return false, a.say("bad.empty")
	}
	n, ok := parseNumber(a.lang, text, a.unit)
	if !ok {
		return false, a.say("bad.amount", "word", short(text), "example", lang.Number(a.lang, 1234.5, 1))
	}
	a.number = &n
	return true, ""
}

// takings is a form on which decisions are taken one after the other.
type takings struct {
	say    saying
	of     []practice.ShownTaking
	at     int // the decision that is taken now
	choose map[string]string
}

func (t *takings) answer() practice.Answer { return practice.Answer{Choose: t.choose} }
func (t *takings) literal() bool           { return false }
func (t *takings) letter(l string) bool {
	return t.at < len(t.of) && place(l, len(t.of[t.at].Options)) > 0
}

func (t *takings) prompt() string {
	return t.say("prompt.taking", "number", t.at+1, "count", len(t.of), "last", letterAt(len(t.of[t.at].Options)))
}

func (t *takings) take(text string) (bool, string) {
	now := t.of[t.at]
	one := &marks{say: t.say, of: now.Options}
	if ok, complaint := one.take(text); !ok {
		return false, complaint
	}
	t.choose[now.ID] = one.marked[0]
	t.at++
	return t.at == len(t.of), ""
}

func (t *takings) back() bool {
	if t.at == 0 {
		return false
	}
	t.at--
	delete(t.choose, t.of[t.at].ID)
	return true
}

// essay is a form that takes a text of several lines. An empty line ends it.
type essay struct {
	oneStep
	say   saying
	lines []string
}

const longestEssay = 20000 // characters

func (e *essay) answer() practice.Answer { return practice.Answer{Text: strings.Join(e.lines, "\n")} }
func (e *essay) literal() bool           { return len(e.lines) > 0 }

func (e *essay) prompt() string {
	if len(e.lines) > 0 {
		return e.say("prompt.essay-more")
	}
	return e.say("prompt.essay")
}

func (e *essay) take(text string) (bool, string) {
	text = strings.TrimRight(text, " ")
	switch {
	case text != "" && len(e.answer().Text)+len(text) > longestEssay:
		return false, e.say("bad.essay", "max", longestEssay)
	case text != "":
		e.lines = append(e.lines, text)
		return false, ""
	case len(e.lines) == 0:
		return false, e.say("bad.essay-empty")
	}
	return true, ""
}
