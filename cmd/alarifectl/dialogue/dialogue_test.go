package dialogue

import (
	"bytes"
	"strings"
	"sync"
	"testing"

	"alarife/internal/advisor"
	"alarife/internal/lang"
	"alarife/internal/practice"
	"alarife/internal/testkit"
	"alarife/internal/testkit/builtin"
)

var book = sync.OnceValue(func() *practice.Book {
	return &practice.Book{Advisor: advisor.New(builtin.Base()), Texts: builtin.Texts()}
})

// console returns a console with input in a language, and what it writes.
func console(l lang.Lang, input string) (*Console, *bytes.Buffer) {
	out := &bytes.Buffer{}
	b := book()
	return &Console{
		Texts: b.Texts, Lang: l, In: strings.NewReader(input), Out: out, Echo: true, Base: b.Advisor.Base(), Book: b,
	}, out
}

// item derives an exercise of the catalog.
func item(t *testing.T, id string) *practice.Exercise {
	t.Helper()
	x, err := book().Derive(book().Advisor.Base().Item(id))
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func TestDialogue_AsksEveryKindAndTellsWhatCameOfIt(t *testing.T) {
	for _, tt := range []struct{ id, good, bad string }{
		{"payments-inference-mode", "", ""},
		{"tables-for-a-pilot-that-sleeps", "", ""},
		{"one-group-for-three-tiers", "", "1 2"},
		{"build-data-lake", "", "a\na\na\na\n"},
		{"a-gpu-forgotten-for-a-week", "188,66", "210"},
		{"addresses-of-an-instance", "1b 2c 3a", "cab"},
		{"change-with-cloudformation", "", "1 2 3 4 5 6"},
	} {
		t.Run(tt.id, func(t *testing.T) {
			for _, l := range lang.All() {
				c, out := console(l, tt.bad)
				x := exerciseOf(item(t, tt.id), l)
				c.ask(x, "–")
				a := x.RightAnswer()
				c.feedback(x, &a, x.Grade(a))
				if tt.bad != "" {
					f := formOf(c.say, x.q)
					if cmd, err := c.fill(f, helpDrill, x.Kind); cmd != none || err != nil {
						t.Fatalf("%v, %v", cmd, err)
					}
					a = f.answer()
					c.feedback(x, &a, x.Grade(a))
				}
				testkit.Golden(t, string(l)+".txt", out.Bytes())
			}
		})
	}
}
