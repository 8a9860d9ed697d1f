package advisor_test

import (
	"math"
	"testing"

	"alarife/internal/advisor"
	"alarife/internal/fault"
	"alarife/internal/knowledge"
	"alarife/internal/testkit"
	"alarife/internal/workload"
)

// small loads the invented catalog with changes.
func small(t testing.TB, changes map[string]string) *advisor.Advisor {
	t.Helper()
	b, err := knowledge.Load(testkit.Catalog(changes))
	if err != nil {
		t.Fatal(err)
	}
	return advisor.New(b)
}

// answers reads answers as typed.
func answers(t testing.TB, a *advisor.Advisor, pairs ...string) workload.Workload {
	t.Helper()
	w := workload.Workload{}
	for i := 0; i < len(pairs); i += 2 {
		v, err := a.Base().ParseAnswer(pairs[i], pairs[i+1], fault.Place{})
		if err != nil {
			t.Fatal(err)
		}
		w[pairs[i]] = v
	}
	return w
}

func TestSettle_BestPossibleOptionIsRecommended(t *testing.T) {
	a := small(t, nil)
	cases := []struct {
		name    string
		answers []string
		want    string
	}{
		// Equal weights: performance 2 speaks for "now"; cost gives +3 to
		// "later" (0.10 against 1.00, ten times) and −3 to "now".
		{"the cheaper one by default", nil, "later"},
		{"the patient one where there is time", []string{"latency_ms", "60000"}, "later"},
		{"the other where the service is not in the Region", []string{"region", "south"}, "now"},
		{"the other where a programme is missing", []string{"compliance", "hipaa"}, "now"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			r := a.Advise(advisor.Case{Workload: answers(t, a, c.answers...)})
			if got := r.Chose("serve"); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestScore_IsTheWeightedSumThatAPersonCanRedo(t *testing.T) {
	a := small(t, nil)
	r := a.Advise(advisor.Case{Priorities: map[knowledge.Criterion]float64{
		"performance": 5, "cost": 2, "operations": 1, "security": 0, "reliability": 0, "sustainability": 0,
		"build-effort": 0, "portability": 0,
	}})
	s := r.Decision("serve")
	// now: performance 2 × 5/8, cost −3 × 2/8.   later: cost +3 × 2/8.
	for id, want := range map[string]float64{"now": 2*5.0/8 - 3*2.0/8, "later": 3 * 2.0 / 8} {
		for _, o := range s.Options {
			if o.Option.ID == id && math.Abs(o.Score-want) > 1e-12 {
				t.Errorf("score(%s) = %v, want %v", id, o.Score, want)
			}
		}
	}
	if s.Margin != 0.25 || s.Verdict != advisor.Clear {
		t.Errorf("margin %v (%s), want 0.25, which is just clear", s.Margin, s.Verdict)
	}
}

func TestScore_PriceFallsLinearlyInTheLogarithm(t *testing.T) {
	prices := "price,unit,region,usd,as_of,source\nfast.hour,hour,north,%,2026-01,s\nslow.hour,hour,north,0.10,2026-02,s\n"
	for usd, want := range map[string]float64{"0.10": 3, "0.31622776601683794": 0, "1": -3, "50": -3} {
		a := small(t, map[string]string{"prices/all.csv": replace(prices, usd)})
		r := a.Quick(advisor.Case{})
		for _, o := range r.Decision("serve").Options {
			if o.Option.ID == "now" && math.Abs(o.Points["cost"]-want) > 1e-9 {
				t.Errorf("at %s USD: %v points, want %v", usd, o.Points["cost"], want)
			}
		}
	}
}

func replace(s, by string) string {
	for i := range s {
		if s[i] == '%' {
			return s[:i] + by + s[i+1:]
		}
	}
	return s
}

func TestPrice_ComparesOnlyWhatThisRegionPrices(t *testing.T) {
	a := small(t, map[string]string{"prices/all.csv": "price,unit,region,usd,as_of,source\nfast.hour,hour,north,1,2026-01,s\nslow.hour,hour,south,1,2026-01,s\n"})
	for _, o := range a.Quick(advisor.Case{}).Decision("serve").Options {
		if o.Points["cost"] != 0 {
			t.Errorf("%s has %v cost points although the other has no price here", o.Option.ID, o.Points["cost"])
		}
	}
}

func TestPrice_DoesNotCountWhereAnOptionNamesNoCost(t *testing.T) {
	a := small(t, map[string]string{"decisions/keep.yaml": `
id: keep
title: {en: K, es: K}
asks: {en: K, es: K}
options:
  - {id: free, title: {en: F, es: F}, summary: {en: F, es: F}}
  - id: dear
    title: {en: D, es: D}
    summary: {en: D, es: D}
    cost: [{id: x, text: {en: X, es: X}, quantity: "10", price: fast.hour}]
  - id: cheap
    title: {en: C, es: C}
    summary: {en: C, es: C}
    cost: [{id: x, text: {en: X, es: X}, quantity: "1", price: fast.hour}]
`, "services/old.yaml": ""})
	for _, o := range a.Quick(advisor.Case{}).Decision("keep").Options {
		if o.Points["cost"] != 0 {
			t.Errorf("%s has %v cost points", o.Option.ID, o.Points["cost"])
		}
	}
}

func TestPrice_IsToldAndNotComparedWhereItLeavesMoneyOut(t *testing.T) {
	serve := testkit.Catalog(nil)["decisions/serve.yaml"].Data
	a := small(t, map[string]string{"decisions/serve.yaml": string(serve) +
		"    beyond-price: {when: hours > 100, text: {en: a machine, es: una máquina}}\n"})
	for hours, compared := range map[string]bool{"100": true, "200": false} {
		for _, o := range a.Quick(advisor.Case{Workload: answers(t, a, "hours", hours)}).Decision("serve").Options {
			if !o.Priced || (o.Points["cost"] != 0) != compared {
				t.Errorf("%s for %s hours: priced %v, %v cost points", o.Option.ID, hours, o.Priced, o.Points["cost"])
			}
			if told := !o.Beyond.Empty(); told != (!compared && o.Option.ID == "later") {
				t.Errorf("%s for %s hours: leaves out %v", o.Option.ID, hours, o.Beyond)
			}
		}
	}
}

func TestPrice_HasNoRatioToWhatIsFree(t *testing.T) {
	a := small(t, nil)
	for _, o := range a.Quick(advisor.Case{Workload: answers(t, a, "hours", "0")}).Decision("serve").Options {
		if o.Points["cost"] != 0 {
			t.Errorf("%s has %v cost points although all are free", o.Option.ID, o.Points["cost"])
		}
	}
}

func TestRuleOut_AllConstraintsThatHoldAreTold(t *testing.T) {
	a := small(t, nil)
	r := a.Advise(advisor.Case{Workload: answers(t, a, "region", "south", "compliance", "hipaa")})
	for _, o := range r.Decision("serve").Options {
		if o.Option.ID != "later" {
			continue
		}
		kinds := []advisor.ReasonKind{}
		for _, c := range o.Constraints {
			kinds = append(kinds, c.Kind)
		}
		testkit.Equal(t, []advisor.ReasonKind{advisor.RegionAbsent, advisor.ProgrammeMissing}, kinds)
	}
}

func TestEra_ClosureAfterTheGuideCountsTodayAlone(t *testing.T) {
	a := small(t, nil)
	for era, want := range map[knowledge.Era]string{knowledge.Guide: "old-store", knowledge.Today: "new-store"} {
		r := a.Advise(advisor.Case{Era: era})
		if got := r.Chose("keep"); got != want {
			t.Errorf("era %s: %q, want %q", era, got, want)
		}
		if len(r.EraDifferences) != 1 || r.EraDifferences[0].Decision.ID != "keep" || len(r.EraDifferences[0].Because) == 0 {
			t.Errorf("era %s: the difference and its reason are not told: %+v", era, r.EraDifferences)
		}
	}
}

func TestEra_LimitHasItsOwnFigure(t *testing.T) {
	a := small(t, nil)
	w := answers(t, a, "payload_mb", "10")
	for era, possible := range map[knowledge.Era]bool{knowledge.Guide: false, knowledge.Today: true} {
		for _, o := range a.Quick(advisor.Case{Workload: w, Era: era}).Decision("serve").Options {
			if o.Option.ID == "now" && o.Possible != possible {
				t.Errorf("era %s: 10 MB possible = %v, want %v", era, o.Possible, possible)
			}
		}
	}
}

func TestOrder_DecisionReadsAnEarlierOne(t *testing.T) {
	a := small(t, nil)
	w := answers(t, a, "hours", "730", "region", "south")
	keep := a.Advise(advisor.Case{Workload: w}).Decision("keep")
	if keep.Verdict != advisor.Hole || keep.Recommended != nil {
		t.Fatalf("verdict %s, want a hole", keep.Verdict)
	}
	freed := false
	for _, c := range keep.Changes {
		freed = freed || (c.Fact == "hours" && c.To.Number == 700 && c.Becomes == "new-store")
	}
	if !freed {
		t.Errorf("the change that frees an option is not told: %+v", keep.Changes)
	}
}

func TestPin_ReplacesAndIsKeptEvenWhereRuledOut(t *testing.T) {
	a := small(t, nil)
	keep := a.Advise(advisor.Case{Pins: map[string]string{"keep": "old-store", "serve": "now"}})
	s := keep.Decision("keep")
	if s.Chosen != s.Pinned || s.Chosen.Option.ID != "old-store" || s.Chosen.Possible || s.Recommended.Option.ID != "new-store" {
		t.Errorf("chosen %+v, recommended %+v", s.Chosen, s.Recommended)
	}
	if got := keep.Chose("serve"); got != "now" {
		t.Errorf("pinned serve: %q", got)
	}
}

func TestAssumed_UnansweredFactsTakeTheDefaultAndAreMarked(t *testing.T) {
	a := small(t, nil)
	r := a.Advise(advisor.Case{Workload: answers(t, a, "latency_ms", "500", "payload_mb", "30")})
	for _, f := range []string{"latency_ms", "payload_mb"} {
		for _, x := range r.Assumed {
			if x == f {
				t.Errorf("%s was answered, yet counts as assumed", f)
			}
		}
	}
	found := false
	for _, x := range r.Assumed {
		found = found || x == "hours"
	}
	if !found {
		t.Errorf("hours is unanswered and read, yet not assumed: %v", r.Assumed)
	}
	for _, o := range r.Decision("pay").Options {
		for _, c := range o.Constraints {
			testkit.Equal(t, []string{"steady"}, c.Assumed)
		}
	}
}

func TestTie_GoesToCatalogOrder(t *testing.T) {
	a := small(t, map[string]string{"decisions/keep.yaml": `
id: keep
title: {en: K, es: K}
asks: {en: "K?", es: "¿K?"}
options:
  - {id: second, title: {en: S, es: S}, summary: {en: S, es: S}, components: [{id: x, service: fast, role: {en: r, es: r}}]}
  - {id: first, title: {en: F, es: F}, summary: {en: F, es: F}, components: [{id: x, service: fast, role: {en: r, es: r}}]}
`, "services/old.yaml": "", "reviews/closed.yaml": ""})
	if got := a.Quick(advisor.Case{}).Chose("keep"); got != "second" {
		t.Errorf("got %q, want the first in the file", got)
	}
}

func TestRates_PriceTheChosenLines(t *testing.T) {
	a := small(t, nil)
	r := a.Quick(advisor.Case{Workload: answers(t, a, "steady", "yes", "region", "south", "hours", "100")})
	// Only "now" is possible in the south: 100 h × 2 USD, half of it promised.
	for _, o := range r.Decision("pay").Options {
		want := map[string]float64{"list-price": 200, "promised": 100}[o.Option.ID]
		if !o.Priced || o.USD != want {
			t.Errorf("%s: %v USD, want %v", o.Option.ID, o.USD, want)
		}
	}
	if len(r.Lines) != 1 || r.Lines[0].USD() != 100 || r.Lines[0].Rate == nil {
		t.Errorf("lines %+v", r.Lines)
	}
}

func TestAlternatives_AreWholeRecommendationsUnderOtherWeights(t *testing.T) {
	a := small(t, nil)
	r := a.Advise(advisor.Case{Workload: answers(t, a, "latency_ms", "100")})
	want := map[string]string{"cheapest": "later", "fastest": "now", "least-operated": "now"}
	for _, alt := range r.Alternatives {
		if got := alt.Recommendation.Chose("serve"); got != want[alt.ID] {
			t.Errorf("%s: %q, want %q", alt.ID, got, want[alt.ID])
		}
	}
}

func TestChange_ThresholdIsExactToTheLastDigit(t *testing.T) {
	a := small(t, nil)
	c := advisor.Case{Workload: answers(t, a, "payload_mb", "1", "region", "south"), Era: knowledge.Today}
	var change *advisor.Change
	s := a.Advise(c).Decision("serve")
	for i := range s.Changes {
		if s.Changes[i].Fact == "payload_mb" {
			change = &s.Changes[i]
		}
	}
	if change == nil || change.To.Number != 25.01 || change.Becomes != "" {
		t.Fatalf("change %+v, want 25.01 MB and no option left", change)
	}
	for v, want := range map[float64]string{25.00: "now", 25.01: ""} {
		c.Workload = c.Workload.With("payload_mb", workload.Value{Number: v})
		if got := a.Quick(c).Chose("serve"); got != want {
			t.Errorf("at %v MB: %q, want %q", v, got, want)
		}
	}
}

func TestAsk_OnlyQuestionsThatCanStillTurnADecision(t *testing.T) {
	a := small(t, nil)
	r := a.Advise(advisor.Case{Workload: answers(t, a, "region", "north", "compliance", "none", "latency_ms", "100", "payload_mb", "1", "hours", "5")})
	for _, ask := range r.AskNext {
		if ask.Fact == "steady" {
			t.Error("steady does not apply below 10 hours, yet is asked")
		}
	}
	r = a.Advise(advisor.Case{})
	if len(r.AskNext) == 0 || r.AskNext[0].Flips < r.AskNext[len(r.AskNext)-1].Flips {
		t.Errorf("ask next: %+v", r.AskNext)
	}
}

func TestDerived_RuleOfTheSameTextHoldsWithIt(t *testing.T) {
	a := small(t, map[string]string{"facts/patient.yaml": `
id: patient
kind: yes-no
short: {en: Patient, es: Paciente}
value: latency_ms >= 60000
`, "decisions/wait.yaml": `
id: wait
title: {en: W, es: W}
asks: {en: "W?", es: "¿W?"}
everywhere: true
options:
  - {id: at-once, title: {en: N, es: N}, summary: {en: N, es: N}, rules-out: [{id: long, when: patient, because: {en: B, es: B}, source: s}]}
  - {id: later, title: {en: Y, es: Y}, summary: {en: Y, es: Y}, evidence: [{id: long, when: latency_ms >= 60000, criterion: cost, weight: 1, because: {en: B, es: B}, source: s}]}
`})
	s := a.Quick(advisor.Case{Workload: answers(t, a, "latency_ms", "60000")}).Decision("wait")
	if s.Chosen == nil || len(s.Chosen.Reasons) != 1 {
		t.Errorf("the evidence of the same text as the fact does not count: %+v", s.Chosen)
	}
}
