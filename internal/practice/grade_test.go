package practice_test

import (
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"alarife/internal/knowledge"
	"alarife/internal/practice"
)

func letters(n int) (out []practice.Choice) {
	for i := range n {
		out = append(out, practice.Choice{ID: string(rune('a' + i))})
	}
	return out
}

// some takes a part of the ids by chance, in any order.
func some(r *rand.Rand, list []practice.Choice) (ids []string) {
	for _, i := range r.Perm(len(list)) {
		if r.IntN(2) == 0 {
			ids = append(ids, list[i].ID)
		}
	}
	return ids
}

func sorted(ids []string) []string {
	out := slices.Clone(ids)
	slices.Sort(out)
	return slices.Compact(out)
}

// holds checks what holds for every grade: full marks for the key alone, and
// credit between nothing and full.
func holds(t *testing.T, g practice.Grade, isKey bool) {
	t.Helper()
	if g.Right != isKey || (g.Credit == 1) != isKey || g.Credit < 0 || g.Credit > 1 || (len(g.Rules) == 0) != isKey {
		t.Fatalf("is the key: %v, grade %+v", isKey, g)
	}
}

func TestGrade_OfMarksAsksForExactlyTheKeyInAnyOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		x := &practice.Exercise{Kind: knowledge.ChoiceItem, Topic: "x", Options: letters(4 + r.IntN(3)), Several: r.IntN(2) == 0}
		if r.IntN(3) == 0 {
			x.Kind = knowledge.FaultItem
		}
		x.Key.Marked = sorted(some(r, x.Options))
		if len(x.Key.Marked) == 0 {
			continue
		}
		answer := some(r, x.Options)
		g := x.Grade(practice.Answer{Marked: answer})
		holds(t, g, slices.Equal(sorted(answer), x.Key.Marked))
		twice := append(slices.Clone(answer), answer...)
		r.Shuffle(len(twice), func(i, j int) { twice[i], twice[j] = twice[j], twice[i] })
		r.Shuffle(len(x.Options), func(i, j int) { x.Options[i], x.Options[j] = x.Options[j], x.Options[i] })
		if again := x.Grade(practice.Answer{Marked: twice}); again.Credit != g.Credit {
			t.Fatalf("another order earns %v instead of %v", again.Credit, g.Credit)
		}
		holds(t, x.Grade(practice.Answer{Marked: x.Key.Marked}), true)
	}
}

func TestGrade_OfMatchesAndOrders(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 2000 {
		n := 3 + r.IntN(6)
		match := &practice.Exercise{Kind: knowledge.MatchItem, Topic: "x", Left: letters(n), Key: practice.Key{Choose: map[string]string{}}}
		answer := map[string]string{}
		for _, l := range match.Left {
			match.Key.Choose[l.ID] = string(rune('0' + r.IntN(3)))
			answer[l.ID] = match.Key.Choose[l.ID]
			if r.IntN(6) == 0 {
				answer[l.ID] = string(rune('0' + r.IntN(3)))
			}
		}
		holds(t, match.Grade(practice.Answer{Choose: answer}), maps.Equal(answer, match.Key.Choose))

		order := &practice.Exercise{Kind: knowledge.OrderItem, Topic: "x", Options: letters(n)}
		for _, i := range r.Perm(n) {
			order.Key.Order = append(order.Key.Order, order.Options[i].ID)
		}
		given := slices.Clone(order.Key.Order)
		if r.IntN(2) == 0 {
			i, j := r.IntN(n), r.IntN(n)
			given[i], given[j] = given[j], given[i]
		}
		holds(t, order.Grade(practice.Answer{Order: given}), slices.Equal(given, order.Key.Order))
	}
}

func TestGrade_OfNumbersKnowsItsTolerance(t *testing.T) {
	x := &practice.Exercise{Kind: knowledge.EstimateItem, Topic: "x", Key: practice.Key{Number: 200, Tolerance: 5}}
	for _, tt := range []struct{ number, credit float64 }{{200, 1}, {190, 1}, {210, 1}, {189.9, 0.5}, {220, 0.5}, {221, 0}, {-200, 0}} {
		if g := x.Grade(practice.Answer{Number: &tt.number}); g.Credit != tt.credit || g.Right != (tt.credit == 1) {
			t.Errorf("%v earns %+v", tt.number, g)
		}
	}
	if g := x.Grade(practice.Answer{}); g.Right || g.Credit != 0 {
		t.Errorf("nothing earns %+v", g)
	}
}

func TestGrade_OfABuildGoesByTheEngine(t *testing.T) {
	x, err := book().Derive(&knowledge.Item{
		ID: "built", Kind: knowledge.BuildItem, Scenario: "fraud-detection",
		ItemAsk: knowledge.ItemAsk{Decisions: []string{"inference-mode", "stream-ingestion"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	holds(t, x.Grade(x.RightAnswer()), true)
	half := map[string]string{"inference-mode": x.Key.Choose["inference-mode"], "stream-ingestion": "sqs"}
	g := x.Grade(practice.Answer{Choose: half})
	holds(t, g, false)
	none := x.Grade(practice.Answer{Choose: map[string]string{"inference-mode": "batch-transform", "stream-ingestion": "sqs"}})
	if g.Credit <= none.Credit || none.Credit > 0.4 {
		t.Errorf("half right earns %v, all wrong %v", g.Credit, none.Credit)
	}
	if none := x.Grade(practice.Answer{}); none.Credit != 0 {
		t.Errorf("nothing earns %v", none.Credit)
	}
}
