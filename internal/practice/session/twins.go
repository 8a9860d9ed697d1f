package session

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"

	"alarife/internal/lang"
	"alarife/internal/practice"
)

// twins remembers exercises and finds those that are as good as the same.
type twins map[string]bool

// add remembers an exercise; false where it has a twin.
func (t twins) add(x *practice.Exercise) bool {
	marks := marksOf(x)
	for _, m := range marks {
		if t[m] {
			return false
		}
	}
	for _, m := range marks {
		t[m] = true
	}
	return true
}

// marksOf are what two exercises that are as good as the same share: the id;
// the story with its question; of generated ones the story alone, or what it
// tells about the same topic in whatever words.
func marksOf(x *practice.Exercise) []string {
	marks := []string{"id|" + x.ID}
	generated := len(x.Facts) > 0
	if generated {
		facts := []string{"facts", x.Topic, strings.Join(x.Key.Marked, " ")}
		for _, f := range x.Facts {
			facts = append(facts, fmt.Sprint(f, x.Case.Workload[f]))
		}
		marks = append(marks, strings.Join(facts, "|"))
	}
	for _, l := range lang.All() {
		switch story, ask := x.Story.In(l), x.Ask.In(l); {
		case story != "" && generated:
			marks = append(marks, string(l)+"|story|"+story)
		case story+ask != "":
			marks = append(marks, string(l)+"|ask|"+string(x.Kind)+"|"+story+"|"+ask+optionsOf(x, l))
		}
	}
	return marks
}

// optionsOf tells exercises apart that ask the same usual sentence.
func optionsOf(x *practice.Exercise, l lang.Lang) string {
	var b strings.Builder
	for _, list := range [][]practice.Choice{x.Options, x.Left} {
		for _, o := range list {
			b.WriteString("|" + o.Text.In(l))
		}
	}
	return b.String()
}

// digest is a short sum of all that an exercise asks and of its key.
func digest(x *practice.Exercise) string {
	data, err := json.Marshal([]any{x.Question(lang.English), x.Question(lang.Spanish), x.Key})
	if err != nil {
		return "" // a key without a number to write is no key
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:8])
}
