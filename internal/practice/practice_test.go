package practice_test

import (
	"sync"
	"testing"

	"alarife/internal/advisor"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/practice"
	"alarife/internal/testkit/builtin"
)

// book is the built-in catalog's, loaded once.
var book = sync.OnceValue(func() *practice.Book {
	return &practice.Book{Advisor: advisor.New(builtin.Base()), Texts: builtin.Texts()}
})

func TestItems_AllHaveAKeyThatIsProven(t *testing.T) {
	all, faults := book().Check()
	for _, f := range faults {
		t.Error(f.Say(book().Texts, lang.English))
	}
	for _, c := range all {
		if c.Exercise == nil {
			continue
		}
		if !c.Exercise.Proven {
			t.Errorf("%s: the key is written", c.Item.ID)
		}
		if c.Item.Only != "" {
			t.Errorf("%s: nobody has translated it", c.Item.ID)
		}
		if g := c.Exercise.Grade(c.Exercise.RightAnswer()); !g.Right || g.Credit != 1 {
			t.Errorf("%s: the key earns %v", c.Item.ID, g)
		}
		if g := c.Exercise.Grade(practice.Answer{}); g.Right || g.Credit == 1 {
			t.Errorf("%s: nothing earns %v", c.Item.ID, g)
		}
	}
}

func TestEvaluations_AgreeOnAllScenariosInBothEras(t *testing.T) {
	b := book()
	for _, s := range b.Advisor.Base().Scenarios {
		for _, era := range []knowledge.Era{knowledge.Guide, knowledge.Today} {
			x, err := b.Derive(&knowledge.Item{ID: s.ID, Kind: knowledge.ExplainItem, Scenario: s.ID, Era: era})
			if err != nil {
				t.Fatal(err)
			}
			second := practice.Evaluate(b.Advisor.Base(), x.Case)
			for _, d := range b.Advisor.Quick(x.Case).Decisions {
				best := ""
				if d.Recommended != nil {
					best = d.Recommended.Option.ID
				}
				if o := second[d.Decision.ID]; o.Applies != d.Applies || o.Best != best {
					t.Errorf("%s, %s, %s: %q and %q", s.ID, era, d.Decision.ID, best, o.Best)
				}
			}
		}
	}
}
