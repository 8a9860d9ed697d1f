package practice_test

import (
	"math"
	"slices"
	"testing"

	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/practice"
	"alarife/internal/pricing"
)

func derived(t *testing.T, i *knowledge.Item) *practice.Exercise {
	t.Helper()
	i.ID, i.Topic = "tried", "tried"
	x, err := book().Derive(i)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func TestFault_KeyIsWhatTheSeedsBreak(t *testing.T) {
	seed := func(s *knowledge.Seed) *practice.Exercise {
		return derived(t, &knowledge.Item{Kind: knowledge.FaultItem, Scenario: "shop-on-mysql", Pins: map[string]string{"api-compute": "ecs-fargate"}, ItemAsk: knowledge.ItemAsk{Seeds: []*knowledge.Seed{s}}})
	}
	public := seed(&knowledge.Seed{Component: "records", Move: "public-subnet"})
	if !slices.Contains(public.Key.Marked, "records") || public.Architecture.Component("records-a").Place != "public-subnet" {
		t.Errorf("a database in a public subnet: %v", public.Key.Marked)
	}
	shared := seed(&knowledge.Seed{Component: "api-tasks", Remove: []string{"own-security-group"}})
	if !slices.Equal(shared.Key.Marked, []string{"api-tasks"}) || !slices.Contains(shared.Notes["api-tasks"].Rules, "review/own-security-group") {
		t.Errorf("tasks without a security group of their own: %v, %+v", shared.Key.Marked, shared.Notes["api-tasks"])
	}
	added := seed(&knowledge.Seed{
		Component: "bastion", Service: "ec2", Role: lang.Text{EN: "shell", ES: "consola"}, Move: "public-subnet", From: []string{"users"}, To: []string{"records"},
	})
	if !slices.Contains(added.Key.Marked, "bastion") {
		t.Errorf("a machine in a public subnet: %v", added.Key.Marked)
	}
	flows := 0
	for _, f := range added.Architecture.Flows {
		if f.To == "bastion" || f.From == "bastion" {
			flows++
		}
	}
	if flows != 4 { // from the users, to the database in each of three zones
		t.Errorf("the bastion has %d flows", flows)
	}
}

func TestEstimate_KeyIsWhatThePricesComeTo(t *testing.T) {
	month := derived(t, &knowledge.Item{Kind: knowledge.EstimateItem, Scenario: "fraud-detection", ItemAsk: knowledge.ItemAsk{Of: knowledge.OfDecision, Decision: "storage-class"}})
	want := 0.0
	for _, l := range pricing.Of(book().Advisor.Quick(month.Case)).Lines {
		if l.Decision == "storage-class" {
			want += l.USD
		}
	}
	if math.Abs(month.Key.Number-want) > 0.01 || len(month.Because) == 0 || month.Key.Tolerance != knowledge.DefaultTolerance {
		t.Errorf("got %v, want %v: %v", month.Key.Number, want, month.Because)
	}
}

func TestChoice_TellsTheOtherEra(t *testing.T) {
	x := derived(t, &knowledge.Item{Kind: knowledge.ChoiceItem, Scenario: "fraud-detection", Era: knowledge.Today, ItemAsk: knowledge.ItemAsk{Decision: "model-monitoring"}})
	if len(x.Because) < 2 {
		t.Errorf("nothing is told of the other era: %v", x.Because)
	}
}

func TestChoice_AsksForAllThatArePossible(t *testing.T) {
	x := derived(t, &knowledge.Item{Kind: knowledge.ChoiceItem, Scenario: "fraud-detection", ItemAsk: knowledge.ItemAsk{
		Decision: "stream-ingestion", Which: knowledge.Impossible,
		Options: []string{"kinesis-provisioned", "firehose", "sqs", "kinesis-on-demand"},
	}})
	if !x.Several || slices.Contains(x.Key.Marked, "kinesis-provisioned") || len(x.Key.Marked) == 0 {
		t.Errorf("got %v", x.Key.Marked)
	}
}

func TestDerive_TakesAnothersWordAndSaysSo(t *testing.T) {
	number := 42.5
	x := derived(t, &knowledge.Item{
		Kind: knowledge.EstimateItem, Only: lang.Spanish, Title: lang.Text{EN: "Número", ES: "Número"}, Story: lang.Text{EN: "{{x}", ES: "{{x}"},
		ItemAsk: knowledge.ItemAsk{Of: knowledge.OfWritten, Number: &number, Tolerance: 1},
	})
	near, far := 42.9, 44.0
	if x.Proven || x.Key.Number != number || !x.Grade(practice.Answer{Number: &near}).Right || x.Grade(practice.Answer{Number: &far}).Credit != 0 {
		t.Errorf("%+v", x.Key)
	}
	if x.Title.ES != "Número" || x.Title.EN != "Número (in Spanish only)" || x.Story.EN != "{x}" || x.Ask.EN == "" {
		t.Errorf("%+v, %+v, %+v", x.Title, x.Story, x.Ask)
	}
	side := func(s string) lang.Text { return lang.Text{EN: s, ES: s} }
	pairs := &knowledge.Item{Kind: knowledge.MatchItem, Unproven: true, ItemAsk: knowledge.ItemAsk{
		Pairs: []*knowledge.Pair{{Left: side("a"), Right: side("1")}, {Left: side("b"), Right: side("2")}, {Left: side("c"), Right: side("3")}},
	}}
	if x := derived(t, pairs); x.Proven {
		t.Error("pairs of another's are proven")
	}
}
