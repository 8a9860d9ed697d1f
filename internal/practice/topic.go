package practice

import (
	"strings"

	"alarife/internal/lang"
)

// TopicTitle names a topic for people: the title of its decision, else that of
// the program's texts; a topic that a user's catalog brings along and nothing
// names is its own id, with blanks.
func (b *Book) TopicTitle(topic string) lang.Text {
	if d := b.Advisor.Base().Decision(topic); d != nil {
		return d.Title
	}
	if key := "practice.topic." + topic; b.Texts.Has(key) {
		return b.Texts.Text(key)
	}
	plain := strings.ReplaceAll(topic, "-", " ")
	return lang.Text{EN: plain, ES: plain}
}
