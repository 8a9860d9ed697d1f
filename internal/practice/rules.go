package practice

import "alarife/internal/lang"

// Rule is what a card of the schedule is about, for people.
type Rule struct {
	ID     string    `json:"id"` // as in Grade.Rules
	Topic  string    `json:"topic"`
	Guide  []int     `json:"guide"` // sessions of the study guide
	Title  lang.Text `json:"title"` // a line, such as "Inference mode › Real-time: …"
	Folder string    `json:"folder"`
	Entry  string    `json:"entry"` // where it stands in the catalog: decisions/inference-mode
}

// Rule tells what a rule says; ok is false where the catalog has it no more.
func (b *Book) Rule(id string) (r Rule, ok bool) { return Rule{ID: id}, false }
