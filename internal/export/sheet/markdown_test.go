package sheet

import (
	"bytes"
	"strings"
	"testing"

	"alarife/internal/lang"
	"alarife/internal/testkit"
)

func TestMarkdown_OfEveryKind(t *testing.T) {
	for _, l := range lang.All() {
		data, losses := file(t, "markdown", invented(l))
		testkit.Golden(t, string(l)+".md", data)
		testkit.Equal(t, []Loss{{Exercise: "bridge-fault", Key: "picture-told"}}, losses)
	}
}

func TestMarkdown_KeyStandsApart(t *testing.T) {
	s := mixed(t, lang.English)
	both, _ := file(t, "markdown", s)
	s.Part = Questions
	questions, _ := file(t, "markdown", s)
	s.Part = Key
	key, _ := file(t, "markdown", s)
	if joined := append(append(questions, '\n'), key...); !bytes.Equal(both, joined) {
		t.Error("questions and key are not what both parts are")
	}
	for _, x := range s.Exercises {
		for _, n := range x.Notes {
			for _, why := range n.Why {
				if bytes.Contains(questions, []byte(why.EN)) {
					t.Errorf("%s: the questions tell %q", x.ID, why.EN)
				}
			}
		}
	}
}

func TestMarkdown_TakesNoTextForMarkup(t *testing.T) {
	data, _ := file(t, "markdown", hostile(t))
	for line := range strings.Lines(string(data)) {
		for _, bad := range []string{" <b>", " </p>", " *y*", " _z_", " `q`", " {{x}}", " [sound", " | "} {
			if strings.Contains(line, bad) {
				t.Errorf("%q stands in %s", bad, line)
			}
		}
		if strings.ContainsAny(line, "\x01\u202e") {
			t.Errorf("control characters stand in %q", line)
		}
	}
}
