package practice_test

import (
	"bytes"
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"alarife/internal/advisor"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/practice"
)

// proofSize is how many exercises are proven: 300, or what
// ALARIFE_PROOF_ITEMS says.
func proofSize(t *testing.T) int {
	n, err := strconv.Atoi(os.Getenv("ALARIFE_PROOF_ITEMS"))
	if err != nil {
		return 300
	}
	t.Logf("proving %d exercises", n)
	return n
}

// wild are traces of a text that was not put together well.
var wild = regexp.MustCompile(`\{|\}|\b(practice|reason|lifecycle|unit)\.[a-z]|  |\.\.| ,|%!|<nil>|NaN`)

func TestProof_GeneratedExercisesHaveOneRightOption(t *testing.T) {
	b, m := book(), newMeasure()
	g := b.NewGenerator(knowledge.Guide)
	seen := map[string]bool{}
	err := g.Each(20250630, proofSize(t), func(x *practice.Exercise) error {
		unique(t, b, x)
		for _, l := range lang.All() {
			q := x.Question(l)
			text, _ := json.Marshal(q)
			key := strings.Replace(string(text), x.ID, "", 1)
			if seen[key] {
				t.Errorf("%s, %s: the same exercise a second time", x.ID, l)
			}
			seen[key] = true
			translated(t, x, l)
			m.add(l, q)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	m.print(t)
}

// unique proves the key by the second evaluation.
func unique(t *testing.T, b *practice.Book, x *practice.Exercise) {
	t.Helper()
	out := practice.Evaluate(b.Advisor.Base(), x.Case)[x.Topic]
	if len(x.Key.Marked) != 1 || out.Best != x.Key.Marked[0] || out.Margin < advisor.CloseCall {
		t.Errorf("%s: key %v, second evaluation %+v", x.ID, x.Key.Marked, out)
	}
	if n := len(x.Options); n < practice.MinOptions || n > practice.MaxOptions {
		t.Errorf("%s: %d options", x.ID, n)
	}
	for _, o := range x.Options {
		score, possible := out.Scores[o.ID]
		isKey := slices.Contains(x.Key.Marked, o.ID)
		if !isKey && possible && out.Scores[out.Best]-score < advisor.CloseCall {
			t.Errorf("%s: the distractor %s is as good as the key", x.ID, o.ID)
		}
		if n := x.Notes[o.ID]; n.Right != isKey || len(n.Why) == 0 && !isKey || len(n.Rules) == 0 {
			t.Errorf("%s: %s is not explained: %+v", x.ID, o.ID, n)
		}
	}
	turned(t, b, x)
	for fact := range x.Case.Workload {
		if !slices.Contains(x.Facts, fact) && fact != "use_case" && fact != "text_source" {
			t.Errorf("%s: the case has %s, which the story does not tell", x.ID, fact)
		}
	}
}

// turned proves by the second evaluation what would make a distractor right.
func turned(t *testing.T, b *practice.Book, x *practice.Exercise) {
	t.Helper()
	for _, o := range x.Options {
		c := x.Notes[o.ID].Turn
		if c == nil {
			continue
		}
		other := x.Case
		other.Workload = x.Case.Workload.With(c.Fact, c.To)
		if best := practice.Evaluate(b.Advisor.Base(), other)[x.Topic].Best; best != o.ID || slices.Contains(x.Key.Marked, o.ID) {
			t.Errorf("%s: %s is said to become right by %+v, but %s does", x.ID, o.ID, c, best)
		}
		if !slices.Contains(x.Facts, c.Fact) && c.Fact != "use_case" && c.Fact != "text_source" {
			t.Errorf("%s: the story does not tell %s, which makes %s right", x.ID, c.Fact, o.ID)
		}
	}
}

// translated looks for a text that is missing, in the other language, or not
// put together well.
func translated(t *testing.T, x *practice.Exercise, l lang.Lang) {
	t.Helper()
	q, s := x.Question(l), x.Solution(l, book().Advisor.Base())
	texts := []string{q.Title, q.Story, q.Ask}
	for _, o := range q.Options {
		texts = append(texts, o.Text)
	}
	texts = append(texts, s.Because...)
	for _, n := range s.Notes {
		texts = append(texts, n.Why...)
		if n.Would != "" {
			texts = append(texts, n.Would)
		}
	}
	for _, text := range texts {
		if text == "" || wild.MatchString(text) {
			t.Errorf("%s, %s: %q", x.ID, l, text)
		}
	}
	if x.Story.EN == x.Story.ES || x.Ask.EN == x.Ask.ES {
		t.Errorf("%s: the same story or question in both languages", x.ID)
	}
	foreign := regexp.MustCompile(`\b(the|and|which|with|must|are)\b`)
	if l == lang.English {
		foreign = regexp.MustCompile(`\b(los|las|una|que|para|debe|del)\b`)
	}
	if w := foreign.FindString(q.Story); w != "" {
		t.Errorf("%s, %s: the story says %q: %s", x.ID, l, w, q.Story)
	}
}

func TestGenerate_IsReproducibleToTheByte(t *testing.T) {
	var runs [2][]byte
	for i := range runs {
		made, err := book().NewGenerator(knowledge.Guide).Generate(7, 40)
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range made {
			for _, l := range lang.All() {
				text, err := json.Marshal([]any{x.Question(l), x.Solution(l, book().Advisor.Base())})
				if err != nil {
					t.Fatal(err)
				}
				runs[i] = append(runs[i], text...)
			}
		}
	}
	if !bytes.Equal(runs[0], runs[1]) {
		t.Error("two runs of one seed differ")
	}
}

// TestGenerate_AsksAboutEveryTopic: what is offered yields exercises.
func TestGenerate_AsksAboutEveryTopic(t *testing.T) {
	g := book().NewGenerator(knowledge.Guide)
	for _, topic := range g.Topics() {
		if made, err := g.About(topic).Generate(7, 2); err != nil {
			t.Errorf("%s: %d exercises, %v", topic, len(made), err)
		}
	}
}

func TestGenerate_AsksAboutManyDecisions(t *testing.T) {
	g := book().NewGenerator(knowledge.Guide)
	for _, topic := range []string{"inference-mode", "storage-class", "stream-ingestion", "operational-store", "training-compute", "pricing-model"} {
		made, err := g.About(topic).Generate(1, 3)
		if err != nil {
			t.Errorf("%s: %v", topic, err)
		}
		for _, x := range made {
			if x.Topic != topic {
				t.Errorf("asked for %s, got %s", topic, x.Topic)
			}
		}
	}
}

func BenchmarkGenerate(b *testing.B) {
	g := book().NewGenerator(knowledge.Guide)
	b.ResetTimer()
	if err := g.Each(11, b.N, func(*practice.Exercise) error { return nil }); err != nil {
		b.Fatal(err)
	}
}
