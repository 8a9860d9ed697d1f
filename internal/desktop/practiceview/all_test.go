package practiceview

import (
	"strings"
	"testing"

	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/practice"
	"alarife/internal/practice/session"
)

// looked shows exercises as a sitting that is held, or that is over and holds
// no answers.
func (b *bench) looked(list []*practice.Exercise, over bool) {
	n := len(list)
	s := &sitting{
		kind: session.Drill, exercises: list, given: make([]practice.Answer, n), answered: make([]bool, n),
		flagged: make([]bool, n), grades: make([]*practice.Grade, n), finished: over,
	}
	if over {
		for i, x := range list {
			g := x.Grade(practice.Answer{})
			s.grades[i], s.answered[i] = &g, true
		}
	}
	b.sitting = s
}

// authored are some exercises of each kind, the same each time.
func authored(b *bench, each int) (list []*practice.Exercise) {
	count := map[knowledge.ItemKind]int{}
	for _, i := range b.base.Items {
		if count[i.Kind] == each {
			continue
		}
		x, err := b.book.Derive(i)
		if err != nil {
			continue // package practice tells
		}
		count[i.Kind]++
		list = append(list, x)
	}
	return list
}

// TestAsked_SpeaksOneLanguageAndFits shows exercises of each kind, before and
// after their feedback, and looks for texts of the program in the other
// language and for pages that are wider or higher than the window.
func TestAsked_SpeaksOneLanguageAndFits(t *testing.T) {
	b := opened(t, lang.Spanish)
	foreign := map[string]bool{}
	for _, key := range b.Tell.Messages.Keys() {
		if text := b.Tell.Messages.Text(key); text.EN != text.ES && (strings.HasPrefix(key, "practise.") || strings.HasPrefix(key, "practice.")) {
			foreign[text.EN] = true
		}
	}
	for _, key := range b.Tell.Messages.Keys() { // some words are Spanish as well
		delete(foreign, b.Tell.Messages.Text(key).ES)
	}
	for _, over := range []bool{false, true} {
		b.looked(authored(b, 4), over)
		for n, x := range b.sitting.exercises {
			b.at = n
			b.put(newAsked(b.View))
			b.owner.Until(t, "the picture", func() bool {
				return b.exercise().view == nil || x.Architecture == nil || b.exercise().view.Scene() != nil
			})
			for _, text := range b.texts() {
				if foreign[strings.TrimSpace(text)] {
					t.Errorf("%s: English in the Spanish window: %q", x.ID, text)
				}
			}
			if size := b.window.Content().MinSize(); size.Width > width || size.Height > height {
				t.Errorf("%s, over %v: the window needs %v", x.ID, over, size)
			}
			for _, s := range b.Scrolls() {
				if c := s.Content; c.MinSize().Height > c.Size().Height+1 {
					t.Errorf("%s, over %v: what is %v high has room for %v", x.ID, over, c.MinSize().Height, c.Size().Height)
				}
			}
		}
	}
}

func TestStart_FitsTheWindow(t *testing.T) {
	for _, l := range lang.All() {
		b := opened(t, l)
		if size := b.window.Content().MinSize(); size.Width > width || size.Height > height {
			t.Errorf("%s: the start page needs %v", l, size)
		}
	}
}
