package practice_test

import (
	"testing"

	"alarife/internal/lang"
)

func TestTopicTitle_NamesEveryTopicOfTheCatalog(t *testing.T) {
	b := book()
	for _, i := range b.Advisor.Base().Items {
		if got := b.TopicTitle(i.Topic); b.Advisor.Base().Decision(i.Topic) == nil && !b.Texts.Has("practice.topic."+i.Topic) {
			t.Errorf("%s: the topic %q is called %q alone", i.ID, i.Topic, got.EN)
		}
	}
	if got := b.TopicTitle("of-my-own"); got != (lang.Text{EN: "of my own", ES: "of my own"}) {
		t.Errorf("got %v", got)
	}
}
