// Package practice makes exercises out of the knowledge base and marks what is
// answered to them. No key is written down: the engine recommends, the review
// finds, the estimate adds up, and a second evaluation that shares nothing
// with the engine's bookkeeping must agree. Everything here is a pure function
// of the catalog and a seed; it keeps no history and opens no file.
package practice

import (
	"alarife/internal/advisor"
	"alarife/internal/architecture"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
)

// Book makes exercises on one knowledge base. It is immutable and safe for
// concurrent use.
type Book struct {
	Advisor *advisor.Advisor
	Texts   *lang.Messages
}

// Exercise is an item with its key, derived. Its texts are whole, in both
// languages.
type Exercise struct {
	ID     string
	Kind   knowledge.ItemKind
	Guide  []int // sessions of the study guide
	Level  int   // 1 … knowledge.MaxLevel
	Topic  string
	Era    knowledge.Era
	Title  lang.Text
	Story  lang.Text
	Ask    lang.Text
	Proven bool // the key is derived, not another's word

	Several   bool     // choice: more than one option may be right, and all must be marked
	Options   []Choice // choice: options · fault: components · order: steps, as shown
	Left      []Choice // match
	Right     []Choice // match
	Decisions []Taking // build
	Checklist []Choice // explain
	Model     lang.Text
	Unit      lang.Text // estimate: of the number

	Key     Key
	Notes   map[string]Note // by id of an option, component, left side or decision
	Because []lang.Text     // told with every answer: the worked solution, the other era, the author's word
	Sources []string

	Case         advisor.Case               // the case, to be opened in the designer; empty workload where there is none
	Facts        []string                   // generated: facts that the story tells
	Architecture *architecture.Architecture // fault: the picture; else nil

	build *building
}

// Choice is something that can be marked, matched or put in order.
type Choice struct {
	ID   string
	Text lang.Text
}

// Taking is a decision that the student takes.
type Taking struct {
	Choice
	Options []Choice
}

// Key is the right answer: the fields that the kind uses.
type Key struct {
	Marked    []string          // choice, fault: ids, sorted
	Choose    map[string]string // build: decision → option · match: left → right
	Number    float64           // estimate
	Tolerance float64           // estimate: percent of Number
	Order     []string          // order
}

// Note is what is told about one option, component, left side or decision.
type Note struct {
	Right bool        // belongs to the key
	Why   []lang.Text // the engine's own reasons
	Would lang.Text   // the one change of the facts that would make it right; empty for none
	// Turn is that change, nil for none: for whoever wants to try it.
	Turn *advisor.Change
	// Rules are what a wrong answer to it misses: "decision/option/rule" of the
	// catalog, "review/rule", or what else the answer stands on.
	Rules []string
}

func (b *Book) base() *knowledge.Base { return b.Advisor.Base() }

// both makes a text in both languages.
func (b *Book) both(say func(t advisor.Teller) string) lang.Text {
	return lang.Text{
		EN: say(advisor.Teller{Messages: b.Texts, Lang: lang.English}),
		ES: say(advisor.Teller{Messages: b.Texts, Lang: lang.Spanish}),
	}
}

// say is one of the program's own texts in both languages.
func (b *Book) say(key string, args ...any) lang.Text {
	return b.both(func(t advisor.Teller) string { return t.Say(key, args...) })
}
