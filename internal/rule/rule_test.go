package rule_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"alarife/internal/fault"
	"alarife/internal/rule"
	"alarife/internal/source"
)

// scope is a small vocabulary.
type scope struct{}

func (scope) Name(id string) (rule.Type, bool) {
	t, ok := map[string]rule.Type{
		"latency_ms": {Kind: rule.Number}, "payload_mb": {Kind: rule.Number}, "steady": {Kind: rule.Bool},
		"traffic":    {Kind: rule.Choice, Choices: []string{"spiky", "steady"}},
		"compliance": {Kind: rule.Set, Choices: []string{"hipaa", "soc"}},
	}[id]
	return t, ok
}

func (scope) Names() []string {
	return []string{"compliance", "latency_ms", "payload_mb", "steady", "traffic"}
}

func (scope) Limit(service, limit string) (string, []string, bool) {
	if service == "" {
		service = "own"
	}
	return rule.LimitKey(service, limit), []string{"payload_mb"}, limit == "payload_mb"
}

func (scope) Call(function, argument string) (rule.Call, bool) {
	c := rule.Call{
		Key: rule.ChosenKey(argument), Type: rule.Type{Kind: rule.Choice, Choices: []string{"a", "b"}},
		Candidates: []string{"serve"}, OK: argument == "serve",
	}
	c.Among = map[string][]string{"low": {"a"}, "either": {"a", "b"}, "never": {}}[function]
	return c, function == "chosen" || c.Among != nil
}

var env = map[string]any{
	"latency_ms": 50.0, "payload_mb": 30.0, "steady": true, "traffic": "spiky",
	rule.HasKey("compliance", "hipaa"): true, rule.HasKey("compliance", "soc"): false,
	rule.LimitKey("own", "payload_mb"): 25.0, rule.LimitKey("other", "payload_mb"): 4.0,
	rule.ChosenKey("serve"): "b",
}

func compile(text string, want rule.Kind) (*rule.Program, error) {
	return rule.Compile(source.Scalar{Text: text, Place: fault.Place{File: "f", Line: 3, Column: 11, Excerpt: "    when: " + text}}, want, scope{})
}

func TestCompile_RunsWhatTheVocabularyAllows(t *testing.T) {
	for text, want := range map[string]bool{
		"latency_ms < 100": true, "latency_ms < 100 and not steady": false,
		"payload_mb > limit.payload_mb":                  true,
		`payload_mb < service("other").limit.payload_mb`: false,
		`traffic == "spiky"`:                             true,
		`low("serve")`:                                   false,
		`either("serve")`:                                true,
		`steady and not never("serve")`:                  true,
		`traffic in ["steady", "spiky"]`:                 true,
		`"hipaa" in compliance`:                          true,
		`not ("soc" in compliance)`:                      true,
		`chosen("serve") == "b" or false`:                true,
		"max(latency_ms, 60) == 60":                      true,
		"(steady ? 1 : 2) * 3 >= 3":                      true,
		"-latency_ms < 0":                                true,
		"ceil(latency_ms / 40) == 2":                     true,
	} {
		p, err := compile(text, rule.Bool)
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		if got, err := rule.NewMachine(env).Bool(p); err != nil || got != want {
			t.Errorf("%s = %v (%v), want %v", text, got, err, want)
		}
	}
}

func TestCompile_TellsWhatIsWrongAndWhere(t *testing.T) {
	for _, c := range []struct {
		text, key string
		column    int
	}{
		{"latency < 100", "rule.unknown-name", 11},
		{"steady and payload > 1", "rule.unknown-name", 22},
		{"latency_ms <", "rule.syntax", 0},
		{"latency_ms and steady", "rule.type", 11},
		{"latency_ms + 1", "rule.result", 0},
		{`traffic == "wild"`, "rule.unknown-choice", 22},
		{`"gdpr" in compliance`, "rule.unknown-choice", 11},
		{"payload_mb > limit.size", "rule.unknown-limit", 0},
		{`chosen("store") == "a"`, "rule.unknown-argument", 18},
		{`chosen("serve") == "c"`, "rule.unknown-choice", 30},
		{"len(traffic) > 1", "rule.unknown-function", 0},
		{"env", "rule.unknown-name", 11},
		{"map([1,2], # > 1)[0]", "rule.unsupported", 0},
		{"any(1..1000000000, true)", "rule.unknown-function", 0},
		{`let x = 1; x > 0`, "rule.unsupported", 0},
		{`{"a": 1}.a > 0`, "rule.unsupported", 0},
		{`traffic matches "(a+)+$"`, "rule.operator", 0},
		{"latency_ms ** 999 > 1", "rule.operator", 0},
		{"steady == true == " + strings.Repeat("(", 200), "rule.syntax", 0},
		{"steady" + strings.Repeat(" or steady", 300), "rule.syntax", 0}, // over the node budget
		{strings.Repeat("steady and ", 500) + "steady", "rule.too-long", 0},
	} {
		_, err := compile(c.text, rule.Bool)
		var f *fault.Fault
		if !errors.As(err, &f) {
			t.Errorf("%.40s: %v, want a fault", c.text, err)
			continue
		}
		if f.Key != c.key || (c.column > 0 && f.Place.Column != c.column) || f.Place.Line != 3 {
			t.Errorf("%.40s: %v (column %d), want %s in column %d", c.text, f, f.Place.Column, c.key, c.column)
		}
	}
}

func TestNumber_OfADivisionByZeroCountsAsNothing(t *testing.T) {
	p, err := compile("latency_ms / (payload_mb - 30)", rule.Number)
	if err != nil {
		t.Fatal(err)
	}
	if v, err := rule.NewMachine(env).Number(p); v != 0 || err != nil {
		t.Errorf("%v, %v", v, err)
	}
}

func TestCompile_KnowsWhatItReads(t *testing.T) {
	p, err := compile(`latency_ms < 100 and payload_mb > limit.payload_mb and "hipaa" in compliance`, rule.Bool)
	if err != nil {
		t.Fatal(err)
	}
	want := "has:compliance.hipaa latency_ms limit:own.payload_mb payload_mb"
	if got := strings.Join(p.Reads, " "); got != want {
		t.Errorf("reads %q, want %q", got, want)
	}
	if len(p.Thresholds) != 2 || p.Thresholds[0].Value != 100 || p.Thresholds[1].Limit == "" {
		t.Errorf("thresholds %+v", p.Thresholds)
	}
}

// FuzzCompile: no text makes the door panic, run long or let through what
// fails when it runs.
func FuzzCompile(f *testing.F) {
	for _, seed := range []string{"latency_ms < 100", `"hipaa" in compliance`, `chosen("serve") == "b"`, "1..2", "not not steady", `traffic in []`, "min(1,2,3) > -1e9"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, kind := range []rule.Kind{rule.Bool, rule.Number, rule.Choice} {
			p, err := compile(text, kind)
			if err != nil {
				var fault *fault.Fault
				if !errors.As(err, &fault) {
					t.Fatalf("%q: an error that is no fault: %v", text, err)
				}
				continue
			}
			if _, err := rule.NewMachine(env).Value(p); err != nil {
				t.Fatalf("%q compiles and fails: %v", text, err)
			}
		}
	})
}

func TestRead_TakesAnExpressionApart(t *testing.T) {
	p, ok := rule.Read(`latency_ms <= 2 * limit.payload_mb && not (chosen("serve") in ["a", "b"])`)
	if !ok || p.Text != "and" || len(p.Parts) != 2 {
		t.Fatalf("%v %+v", ok, p)
	}
	limit := p.Parts[0].Parts[1].Parts[1]
	if limit.Form != rule.IsLimit || limit.Text != "payload_mb" || limit.Of != "" {
		t.Errorf("limit %+v", limit)
	}
	among := p.Parts[1].Parts[0]
	if among.Text != "in" || among.Parts[0].Of != "serve" || len(among.Parts[1].Parts) != 2 {
		t.Errorf("among %+v", among)
	}
	for _, text := range []string{"1 +", "filter(x, true)"} {
		if _, ok := rule.Read(text); ok {
			t.Errorf("%q was read", text)
		}
	}
}

func TestCarriers_AreTheSidesThatHold(t *testing.T) {
	for text, want := range map[string][]string{
		"latency_ms > 10 or not steady":                           {"latency_ms"},
		"not steady or latency_ms > 10 and payload_mb > 1":        {"latency_ms", "payload_mb"},
		`payload_mb > 1 and (not steady or traffic == "spiky")`:   {"payload_mb", "traffic"},
		`latency_ms > 1000 or traffic == "steady"`:                {"latency_ms", "traffic"}, // does not hold
		`not (latency_ms > 1000 or traffic == "steady")`:          {"latency_ms", "traffic"},
		`"soc" in compliance or payload_mb > limit.payload_mb`:    {rule.LimitKey("own", "payload_mb"), "payload_mb"},
		`steady and ("hipaa" in compliance or latency_ms > 1000)`: {rule.HasKey("compliance", "hipaa"), "steady"},
	} {
		p, err := compile(text, rule.Bool)
		if err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		if got := rule.NewMachine(env).Carriers(p); !slices.Equal(got, want) {
			t.Errorf("%s: carried by %v, want %v", text, got, want)
		}
	}
}
