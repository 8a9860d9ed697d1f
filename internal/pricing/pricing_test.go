package pricing_test

import (
	"math"
	"strings"
	"testing"

	"alarife/internal/advisor"
	"alarife/internal/architecture"
	"alarife/internal/fault"
	"alarife/internal/knowledge"
	"alarife/internal/pricing"
	"alarife/internal/testkit"
	"alarife/internal/testkit/builtin"
	"alarife/internal/workload"
)

func estimate(t *testing.T, changes map[string]string, pairs ...string) *pricing.Estimate {
	t.Helper()
	b, err := knowledge.Load(testkit.Catalog(changes))
	if err != nil {
		t.Fatal(err)
	}
	w := workload.Workload{}
	for i := 0; i < len(pairs); i += 2 {
		v, err := b.ParseAnswer(pairs[i], pairs[i+1], fault.Place{})
		if err != nil {
			t.Fatal(err)
		}
		w[pairs[i]] = v
	}
	return pricing.Of(advisor.New(b).Quick(advisor.Case{Workload: w}))
}

func TestOf_MultipliesQuantityPriceAndRate(t *testing.T) {
	// In the south only "now" can serve: 2.00 USD an hour; half of it promised.
	e := estimate(t, nil, "region", "south", "steady", "yes", "hours", "120")
	if len(e.Lines) != 1 {
		t.Fatalf("lines %+v", e.Lines)
	}
	l := e.Lines[0]
	if l.Quantity != 120 || l.UnitUSD != 2 || l.Factor != 0.5 || l.USD != 120 || e.Monthly != 120 {
		t.Errorf("got %+v, want 120 h × 2.00 USD × 0.5 = 120 USD", l)
	}
	if l.Unit != "hour" || l.AsOf != "2026-01" || l.Source == "" || l.Formula != "hours" || l.Rate.Empty() {
		t.Errorf("the line does not say where it comes from: %+v", l)
	}
}

func TestOf_TellsAMissingPriceAndFillsNothing(t *testing.T) {
	e := estimate(t, map[string]string{"prices/all.csv": "price,unit,region,usd,as_of,source\nfast.hour,hour,north,1,2026-01,s\nslow.hour,hour,north,1,2026-01,s\n"},
		"region", "south")
	if e.Monthly != 0 || len(e.Lines) != 0 || len(e.Missing) != 1 || e.Missing[0].Price != "fast.hour" {
		t.Errorf("got %+v", e)
	}
}

// drawn names the components that an estimate leaves out.
func drawn(t *testing.T, changes map[string]string) []string {
	t.Helper()
	b, err := knowledge.Load(testkit.Catalog(changes))
	if err != nil {
		t.Fatal(err)
	}
	r := advisor.New(b).Quick(advisor.Case{})
	out := []string{}
	for _, c := range pricing.OfDrawn(r, architecture.Assemble(r, builtin.Texts())).LeftOut {
		out = append(out, c.Origin)
	}
	return out
}

func TestOfDrawn_NamesWhatIsNeitherPricedNorFree(t *testing.T) {
	files := testkit.Catalog(nil)
	text := func(file string) string { return string(files[file].Data) }
	testkit.Equal(t, []string{"store"}, drawn(t, nil))
	free := text("services/fast.yaml") + "free: {text: {en: Free., es: Gratis.}, source: https://example.org/fast, as-of: 2026-01}\n"
	testkit.Equal(t, []string{}, drawn(t, map[string]string{"services/fast.yaml": free}))
	paid := text("decisions/keep.yaml") + "    priced-by: [serve]\n"
	testkit.Equal(t, []string{}, drawn(t, map[string]string{"decisions/keep.yaml": paid}))
}

func TestFor_SaysWhatOneComponentCosts(t *testing.T) {
	e := estimate(t, nil, "region", "south", "hours", "120")
	if one := e.For("endpoint"); len(one.Lines) != 1 || one.Monthly != e.Monthly || len(e.For("store").Lines) != 0 {
		t.Errorf("got %+v", one)
	}
}

func TestOf_SumsItsLines(t *testing.T) {
	e := estimate(t, nil, "hours", "730")
	sum := 0.0
	for _, l := range e.Lines {
		sum += l.USD
	}
	if math.Abs(sum-e.Monthly) > 1e-9 || e.Monthly == 0 || e.Oldest == "" || e.Latest < e.Oldest {
		t.Errorf("sum %v, monthly %v, from %s to %s", sum, e.Monthly, e.Oldest, e.Latest)
	}
}

func TestOf_CountsBorrowedLinesOnceAndOnlyForAComponent(t *testing.T) {
	keep := string(testkit.Catalog(nil)["decisions/keep.yaml"].Data)
	with := func(extra string) *pricing.Estimate {
		return estimate(t, map[string]string{"decisions/keep.yaml": strings.Replace(keep, "    components:", "    cost-of: [{option: serve/now, "+extra+"}]\n    components:", -1)},
			"region", "north", "hours", "100")
	}
	plain := estimate(t, nil, "region", "north", "hours", "100")
	if e := with("times: 3"); e.Monthly != plain.Monthly {
		t.Errorf("what compares alone is counted: %v, without it %v", e.Monthly, plain.Monthly)
	}
	e := with("times: 3, component: store")
	one := e.For("store")
	if len(one.Lines) != 1 || one.Lines[0].Quantity != 300 || one.Lines[0].Formula != "(hours) * (3)" || one.Lines[0].Decision != "keep" {
		t.Errorf("got %+v, want three times a hundred hours", one.Lines)
	}
}
