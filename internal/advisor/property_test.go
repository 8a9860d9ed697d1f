package advisor_test

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"strings"
	"testing"

	"alarife/catalog"
	"alarife/internal/advisor"
	"alarife/internal/knowledge"
	"alarife/internal/testkit"
	"alarife/internal/workload"
)

// seed of all random choices here: the tests are repeatable.
var seed = rand.NewPCG(20, 26)

// shuffled lists the files of a folder in another order than it has.
type shuffled struct{ fs.FS }

func (s shuffled) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(s.FS, name)
	random := rand.New(seed)
	random.Shuffle(len(entries), func(i, j int) { entries[i], entries[j] = entries[j], entries[i] })
	return entries, err
}

func TestAdvise_OrderOfFilesChangesNothing(t *testing.T) {
	want, kase := builtIn(t, "fraud-detection")
	b, err := knowledge.Load(shuffled{catalog.Files})
	if err != nil {
		t.Fatal(err)
	}
	if b.Digest != want.Base().Digest {
		t.Error("the digest depends on the order of the files")
	}
	testkit.Equal(t, trace(want.Advise(kase)), trace(advisor.New(b).Advise(kase)))
}

// randomWorkload answers about two questions of three.
func randomWorkload(b *knowledge.Base, random *rand.Rand) workload.Workload {
	w := workload.Workload{}
	for _, q := range b.Questions {
		if random.IntN(3) == 0 {
			continue
		}
		w[q.ID] = randomValue(&q.Fact, random)
	}
	return w
}

func randomValue(f *workload.Fact, random *rand.Rand) workload.Value {
	if f.Kind == workload.Number {
		span := f.Max - f.Min
		if random.IntN(2) == 0 { // most thresholds are low in the range
			span = min(span, 1000)
		}
		return workload.Value{Number: f.Round(f.Min + random.Float64()*span)}
	}
	others := f.Others(f.Default)
	if n := random.IntN(len(others) + 1); n < len(others) {
		return others[n]
	}
	return f.Default
}

func TestRecommend_NeverARuledOutOption(t *testing.T) {
	a, _ := builtIn(t, "fraud-detection")
	random := rand.New(seed)
	for range 500 {
		c := advisor.Case{Workload: randomWorkload(a.Base(), random)}
		if random.IntN(2) == 0 {
			c.Era = knowledge.Guide
		}
		for _, s := range a.Quick(c).Decisions {
			if s.Recommended != nil && (!s.Recommended.Possible || len(s.Recommended.Constraints) > 0) {
				t.Fatalf("%s recommends %s, which is ruled out, for %v", s.Decision.ID, s.Recommended.Option.ID, c.Workload)
			}
			if s.Applies && s.Recommended == nil && s.Verdict != advisor.Hole {
				t.Fatalf("%s recommends nothing and is no hole", s.Decision.ID)
			}
		}
	}
}

func TestSet_ComesToTheSameAsStartingAnew(t *testing.T) {
	a, c := builtIn(t, "recommendation")
	random := rand.New(seed)
	in := a.Begin(c)
	for range 300 {
		q := a.Base().Questions[random.IntN(len(a.Base().Questions))]
		v := randomValue(&q.Fact, random)
		c.Workload = c.Workload.With(q.ID, v)
		in.Set(&q.Fact, v)
		got := strings.Join(chosen(in.Recommendation()), "\n")
		want := strings.Join(chosen(a.Quick(c)), "\n")
		if got != want {
			t.Fatalf("after %s:\n%s\nanew:\n%s", q.ID, got, want)
		}
	}
}

func chosen(r *advisor.Recommendation) []string {
	var out []string
	for _, s := range r.Decisions {
		line := s.Decision.ID + " " + r.Chose(s.Decision.ID)
		for _, o := range s.Options {
			line += fmt.Sprintf(" %s=%v/%.9f/%.6f", o.Option.ID, o.Possible, o.Score, o.USD)
		}
		out = append(out, line)
	}
	return out
}

func TestEvidence_RaisingItNeverLowersTheRank(t *testing.T) {
	a, _ := builtIn(t, "fraud-detection")
	random := rand.New(seed)
	for range 200 {
		c := advisor.Case{Workload: randomWorkload(a.Base(), random)}
		d := a.Base().Decisions[random.IntN(len(a.Base().Decisions))]
		o := d.Options[random.IntN(len(d.Options))]
		if len(o.Evidence) == 0 {
			continue
		}
		before := rank(a.Quick(c), d.ID, o.ID)
		e := o.Evidence[random.IntN(len(o.Evidence))]
		e.Weight++
		after := rank(a.Quick(c), d.ID, o.ID)
		e.Weight--
		if after > before {
			t.Fatalf("%s/%s fell from rank %d to %d when %s was raised", d.ID, o.ID, before, after, e.ID)
		}
	}
}

func rank(r *advisor.Recommendation, decision, option string) int {
	for i, o := range r.Decision(decision).Options {
		if o.Option.ID == option {
			return i
		}
	}
	return -1
}

func TestAdvise_AllocatesNoMoreWithMoreRules(t *testing.T) {
	few, many := allocations(t, 10), allocations(t, 400)
	if many > few {
		t.Errorf("%v allocations with 10 rules, %v with 400", few, many)
	}
}

// allocations counts those of settling two workloads by turns over a catalog
// with n more pieces of evidence.
func allocations(t *testing.T, n int) float64 {
	evidence := ""
	for i := range n {
		evidence += fmt.Sprintf("      - {id: e%d, when: latency_ms > %d and steady and chosen(\"serve\") == \"now\", criterion: cost, weight: 1, because: {en: B, es: B}, source: s}\n", i, i+1)
	}
	a := small(t, map[string]string{"decisions/keep.yaml": `
id: keep
title: {en: K, es: K}
asks: {en: K, es: K}
options:
  - {id: first, title: {en: F, es: F}, summary: {en: F, es: F}}
  - id: second
    title: {en: S, es: S}
    summary: {en: S, es: S}
    evidence:
` + evidence, "services/old.yaml": ""})
	one := advisor.Case{Workload: answers(t, a, "latency_ms", "900", "steady", "yes")}
	two := advisor.Case{Workload: answers(t, a, "latency_ms", "20", "region", "south")}
	in := a.Begin(one)
	return testing.AllocsPerRun(20, func() {
		in.Reset(two)
		in.Reset(one)
	})
}
