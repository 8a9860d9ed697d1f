package export_test

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"alarife/internal/export"
	"alarife/internal/export/schema"
	"alarife/internal/lang"
	"alarife/internal/testkit"
)

func TestPlans_OfTwoScenarios(t *testing.T) {
	m := builtIn(t)
	for _, id := range []string{"medical-imaging", "fraud-detection"} {
		t.Run(id, func(t *testing.T) {
			for _, l := range lang.All() {
				e := scenario(t, m, id, l)
				testkit.Golden(t, "plan."+string(l)+".txt", written(t, e.PlanReport("").Text))
			}
			e := scenario(t, m, id, lang.English)
			testkit.Golden(t, "plan.json", written(t, func(w io.Writer) error { return export.WriteJSON(w, e.PlanResult(""), "  ") }))
		})
	}
}

func TestPlans_SayNoKeyInsteadOfAText(t *testing.T) {
	m := builtIn(t)
	for _, s := range m.Base().Scenarios {
		for _, l := range lang.All() {
			e := scenario(t, m, s.ID, l)
			if out := string(written(t, e.PlanReport("").Text)); strings.Contains(out, "report.") || strings.Contains(out, "unit.") {
				t.Errorf("%s %s: a text is missing", s.ID, l)
			}
		}
	}
}

// closed forbids keys that a schema does not tell of.
func closed(doc any) {
	switch x := doc.(type) {
	case map[string]any:
		for _, v := range x {
			closed(v)
		}
		if _, is := x["properties"]; is && x["type"] == "object" {
			x["additionalProperties"] = false
		}
	case []any:
		for _, v := range x {
			closed(v)
		}
	}
}

func TestPlanJSON_FollowsItsSchemaWhichTellsEveryKey(t *testing.T) {
	m, s := builtIn(t), validator(t, schema.Plan, closed)
	parts := map[string]bool{}
	check := func(name string, data []byte) {
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(doc); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		for key := range doc.(map[string]any) {
			parts[key] = true
		}
	}
	for i, x := range m.Base().Scenarios {
		e := scenario(t, m, x.ID, lang.All()[i%2])
		if i%3 == 0 {
			e.Rate = &export.Rate{Currency: "EUR", PerUSD: 0.92}
		}
		check(x.ID, written(t, func(w io.Writer) error { return export.WriteJSON(w, e.PlanResult(""), "") }))
	}
	for _, part := range export.PlanParts(m.Base()) {
		e := scenario(t, m, "medical-imaging", lang.English)
		check(part, written(t, func(w io.Writer) error { return export.WriteJSON(w, e.PlanResult(part), "") }))
	}
	for key := range s.Properties {
		if !parts[key] {
			t.Errorf("no scenario has the part %s", key)
		}
	}
}

func TestParseRate_IsBoundedAndStrict(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want export.Rate
		ok   bool
	}{
		{"EUR=0.92", export.Rate{Currency: "EUR", PerUSD: 0.92}, true},
		{"JPY=150,5", export.Rate{Currency: "JPY", PerUSD: 150.5}, true},
		{"EUR", export.Rate{}, false},
		{"eur=1", export.Rate{}, false},
		{"EURO=1", export.Rate{}, false},
		{"EUR=0", export.Rate{}, false},
		{"EUR=-1", export.Rate{}, false},
		{"EUR=NaN", export.Rate{}, false},
		{"EUR=1e7", export.Rate{}, false},
		{"=1", export.Rate{}, false},
	} {
		if got, ok := export.ParseRate(tt.in); got != tt.want || ok != tt.ok {
			t.Errorf("%q: got %+v, %v", tt.in, got, ok)
		}
	}
}
