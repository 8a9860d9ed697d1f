package session_test

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"alarife/internal/fault"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/practice"
	"alarife/internal/practice/session"
)

func compose(t testing.TB, p session.Plan) []*practice.Exercise {
	t.Helper()
	list, err := shelf().Compose(p)
	if err != nil {
		t.Fatalf("%+v: %v", p, err)
	}
	return list
}

func ids(list []*practice.Exercise) (out []string) {
	for _, x := range list {
		out = append(out, x.ID)
	}
	return out
}

func TestCompose_MakesTheSameFromTheSamePlan(t *testing.T) {
	other := second()
	for _, source := range session.Sources() {
		for _, kind := range []session.Kind{session.Drill, session.Exam} {
			p := session.Plan{Kind: kind, Seed: 7, Count: 8, Source: source}
			list := compose(t, p)
			again, err := other.Compose(p)
			if err != nil || len(list) != 8 || !slices.Equal(ids(list), ids(again)) {
				t.Errorf("%s %s: %v, then %v (%v)", source, kind, ids(list), ids(again), err)
			}
			for n := range again {
				if list[n].Question(lang.Spanish).Story != again[n].Question(lang.Spanish).Story {
					t.Errorf("%s differs", list[n].ID)
				}
			}
			p.Seed = 8
			if slices.Equal(ids(list), ids(compose(t, p))) {
				t.Errorf("%s: another seed makes no other sitting", source)
			}
		}
	}
}

func TestCompose_MixesBothSources(t *testing.T) {
	generated := 0
	for _, x := range compose(t, session.Plan{Kind: session.Drill, Seed: 1, Count: 20}) {
		if strings.HasPrefix(x.ID, "generated-") {
			generated++
		}
	}
	if generated != 10 {
		t.Errorf("%d of 20 are generated", generated)
	}
}

func TestCompose_AsksNothingTwice(t *testing.T) {
	for seed := range uint64(2) {
		for _, p := range []session.Plan{
			{Source: session.Authored, Count: session.MaxCount},
			{Source: session.Generated, Count: 25, Topics: []string{"storage-class"}},
			{Source: session.Mixed, Count: 40, Topics: []string{"inference-mode", "budget-action"}},
		} {
			p.Kind, p.Seed = session.Exam, seed
			list := compose(t, p)
			stories, seen := map[string]string{}, map[string]bool{}
			for _, x := range list {
				if seen[x.ID] {
					t.Errorf("%s is asked twice", x.ID)
				}
				seen[x.ID] = true
				key := x.Story.EN + "|" + x.Ask.EN + "|" + fmt.Sprint(x.Options, x.Left)
				if strings.HasPrefix(x.ID, "generated-") {
					key = x.Story.EN
				}
				if other, twin := stories[key]; twin {
					t.Errorf("%s is as good as %s: %s", x.ID, other, key)
				}
				stories[key] = x.ID
			}
		}
	}
}

func TestCompose_KeepsToThePlan(t *testing.T) {
	for _, p := range []session.Plan{
		{Guide: []int{7}},
		{Guide: []int{9, 14}, Level: 2},
		{Level: 1},
		{Level: 3, Source: session.Generated},
		{Items: []knowledge.ItemKind{knowledge.FaultItem, knowledge.BuildItem}},
		{Era: knowledge.Today, Source: session.Authored},
		{Era: knowledge.Today, Source: session.Generated},
		{Topics: []string{"entry"}},
		{Items: []knowledge.ItemKind{knowledge.ChoiceItem}},
	} {
		p.Kind, p.Seed, p.Count = session.Drill, 5, 8
		for _, x := range compose(t, p) {
			if len(p.Guide) > 0 && !slices.ContainsFunc(x.Guide, func(g int) bool { return slices.Contains(p.Guide, g) }) ||
				p.Level > 0 && x.Level != p.Level || p.Era != "" && x.Era != p.Era ||
				len(p.Items) > 0 && !slices.Contains(p.Items, x.Kind) || len(p.Topics) > 0 && !slices.Contains(p.Topics, x.Topic) {
				t.Errorf("%+v asks %s: sessions %v, level %d, %s, %s, %s", p, x.ID, x.Guide, x.Level, x.Era, x.Kind, x.Topic)
			}
		}
	}
}

func TestCompose_SpreadsAnExam(t *testing.T) {
	const count = 50
	items := shelf().Book().Advisor.Base().Items
	share, levels := map[int]float64{}, map[int]float64{}
	for _, i := range items {
		share[i.Guide[0]] += float64(count) / float64(len(items))
		levels[i.Level] += float64(count) / float64(len(items))
	}
	for seed := range uint64(20) {
		got, gotLevels := map[int]float64{}, map[int]float64{}
		for _, x := range compose(t, session.Plan{Kind: session.Exam, Seed: seed, Count: count, Source: session.Authored}) {
			got[x.Guide[0]]++
			gotLevels[x.Level]++
		}
		for g, want := range share {
			if math.Abs(got[g]-want) >= 2 { // one of rounding, one of a twin that fell out
				t.Errorf("seed %d: %v exercises of session %d, in proportion %.1f", seed, got[g], g, want)
			}
		}
		for l, want := range levels {
			if math.Abs(gotLevels[l]-want) > 0.12*count {
				t.Errorf("seed %d: %v exercises of level %d, in proportion %.1f", seed, gotLevels[l], l, want)
			}
		}
	}
}

func TestCompose_SpreadsAGeneratedExam(t *testing.T) {
	const count = 40
	share, topics := map[int]float64{}, shelf().Book().NewGenerator(knowledge.Guide).Topics()
	for _, topic := range topics {
		if guide := shelf().Book().Advisor.Base().Decision(topic).Guide; len(guide) > 0 {
			share[guide[0]] += float64(count) / float64(len(topics))
		}
	}
	for seed := range uint64(2) {
		got := map[int]float64{}
		for _, x := range compose(t, session.Plan{Kind: session.Exam, Seed: seed, Count: count, Source: session.Generated}) {
			got[x.Guide[0]]++
		}
		for g, n := range got {
			if n > share[g]+1.5 {
				t.Errorf("seed %d: %v exercises of session %d, in proportion %.1f", seed, n, g, share[g])
			}
		}
	}
}

func TestCompose_TellsWhenTheCatalogIsBarren(t *testing.T) {
	for _, p := range []session.Plan{
		{Kind: session.Review},
		{Kind: session.Review, Rules: []string{"gone/for/good"}},
		{Kind: session.Drill, Source: session.Authored, Items: []knowledge.ItemKind{knowledge.BuildItem}, Topics: []string{"acid"}},
		{Kind: session.Drill, Source: session.Generated, Items: []knowledge.ItemKind{knowledge.ExplainItem}},
	} {
		if list, err := shelf().Compose(p); !errors.Is(err, practice.ErrBarren) || len(list) > 0 {
			t.Errorf("%+v: %v, %v", p, ids(list), err)
		}
	}
	few := compose(t, session.Plan{Kind: session.Exam, Source: session.Authored, Topics: []string{"lambda"}, Count: 100})
	if len(few) == 0 || len(few) > 20 {
		t.Errorf("%d exercises about a small topic", len(few))
	}
}

func TestCompose_RefusesWhatTheCatalogHasNot(t *testing.T) {
	_, err := shelf().Compose(session.Plan{
		Kind: "test", Source: "book", Era: "future", Count: session.MaxCount + 1, Level: 9, Limit: -time.Second,
		Guide: []int{11}, Items: []knowledge.ItemKind{"essay"}, Topics: []string{"inference-mod", "zzzzzzzzzzzzzz"},
	})
	var list fault.List
	if !errors.As(err, &list) || len(list) != 10 {
		t.Fatalf("got %v", err)
	}
	for _, l := range lang.All() {
		text, _ := fault.Say(err, shelf().Book().Texts, l)
		if strings.ContainsAny(text, "{}") || strings.Contains(text, "fault.") || !strings.Contains(text, "inference-mode") {
			t.Errorf("%s: %s", l, text)
		}
	}
}

// TestCompose_AsksEveryRule asks for each rule that any item tests: what was
// missed can be asked again.
func TestCompose_AsksEveryRule(t *testing.T) {
	rules := map[string]bool{}
	for _, i := range shelf().Book().Advisor.Base().Items {
		x, err := shelf().Book().Derive(i)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range x.Tests() {
			rules[r] = true
		}
	}
	for r := range rules {
		list, err := shelf().Compose(session.Plan{Kind: session.Review, Rules: []string{r}, Source: session.Authored})
		if err != nil || len(list) != 1 || !slices.Contains(list[0].Tests(), r) {
			t.Errorf("%s is asked by %v (%v)", r, ids(list), err)
		}
	}
	t.Logf("%d rules", len(rules))
}

func TestCompose_TakesWhatWasNotSeenForLongest(t *testing.T) {
	rule := "topic/entry"
	p := session.Plan{Kind: session.Review, Rules: []string{rule}, Source: session.Authored}
	// a rule that many items test: take each in turn as the one just seen
	all := map[string][]string{}
	for _, i := range shelf().Book().Advisor.Base().Items {
		if i.Decision == "inference-mode" && i.Kind == knowledge.ChoiceItem {
			x, err := shelf().Book().Derive(i)
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range x.Tests() {
				all[r] = append(all[r], x.ID)
			}
		}
	}
	for r, list := range all {
		if len(list) > len(all[rule]) {
			rule = r
		}
	}
	p.Rules = []string{rule}
	p.Seen = map[string]time.Time{}
	now := time.Date(2026, 11, 24, 10, 0, 0, 0, time.UTC)
	var order []string
	for n := range all[rule] {
		x := compose(t, p)[0]
		order = append(order, x.ID)
		p.Seen[x.ID] = now.Add(time.Duration(n) * time.Hour)
	}
	if len(order) < 3 {
		t.Fatalf("only %v test %s", order, rule)
	}
	if got := slices.Compact(slices.Sorted(slices.Values(order))); len(got) != len(order) {
		t.Errorf("%v: some were asked again before others were asked once", order)
	}
	for n, want := range order[:2] {
		x := compose(t, p)[0]
		if p.Seen[x.ID] = now.Add(time.Duration(100+n) * time.Hour); x.ID != want {
			t.Errorf("%s is asked, %s was seen longest ago", x.ID, want)
		}
	}
}

func TestCompose_OneExerciseMayAskSeveralRules(t *testing.T) {
	x := compose(t, session.Plan{Kind: session.Drill, Seed: 1, Count: 1, Source: session.Authored, Items: []knowledge.ItemKind{knowledge.BuildItem}})[0]
	list := compose(t, session.Plan{Kind: session.Review, Rules: x.Tests(), Items: []knowledge.ItemKind{knowledge.BuildItem}, Count: 50})
	if len(list) >= len(x.Tests()) {
		t.Errorf("%d exercises for %d rules that one asks", len(list), len(x.Tests()))
	}
}
