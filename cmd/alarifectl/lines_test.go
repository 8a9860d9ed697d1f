package main

import (
	"bytes"
	"encoding/json"
	"io"
	"runtime"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"alarife/internal/export/schema"
	"alarife/internal/source"
	"alarife/internal/testkit"
)

// batch holds good lines, lines at fault of several kinds, and a blank one.
const batch = `{"alarife":1,"title":"One \ud83d\ude00 \u00f1","answers":{"use_case":"fraud-detection","latency_ms":50}}
{"alarife":1,"answers":{"latency_ms":-5,"speed":1}}

{"alarife":1,	"title":"Two",	"answers":{"use_case":"sentiment"},"pins":{},"priorities":{"cost":5}}
not a design
{"alarife":1,"answers":{"latency_ms":1,"latency_ms":2}}
{"alarife":1,"era":"guide"}`

type line struct {
	Line  int
	Title string
	Error *faultText
}

func TestLines_GiveOneResultALine(t *testing.T) {
	got := call(t, "", batch, "advise", "--format", "ndjson", "-")
	if got.code != atFault || !strings.Contains(got.err, "3 lines are at fault") {
		t.Errorf("exit %d: %s", got.code, got.err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema.Recommendation))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("r.json", doc); err != nil {
		t.Fatal(err)
	}
	valid := c.MustCompile("r.json")
	var lines []line
	for text := range strings.Lines(got.out) {
		var l line
		if err := json.Unmarshal([]byte(text), &l); err != nil {
			t.Fatal(err)
		}
		lines = append(lines, l)
		value, _ := jsonschema.UnmarshalJSON(strings.NewReader(text))
		if err := valid.Validate(value); err != nil {
			t.Error(err)
		}
	}
	if len(lines) != 6 {
		t.Fatalf("%d lines, want 6", len(lines))
	}
	if lines[0].Title != "One 😀 ñ" || lines[2].Title != "Two" {
		t.Errorf("titles: %q, %q", lines[0].Title, lines[2].Title)
	}
	for i, want := range map[int]struct {
		line int
		key  string
		more int
	}{1: {2, "answer.out-of-range", 1}, 3: {5, "yaml.not-a-mapping", 0}, 4: {6, "yaml.twice", 0}} {
		l := lines[i]
		if l.Error == nil || l.Line != want.line || l.Error.Key != want.key || len(l.Error.More) != want.more {
			t.Errorf("line %d: %+v", want.line, l)
		}
	}
}

func TestLines_TakeTheFlagsAndTheLanguage(t *testing.T) {
	out := must(t, "", `{"alarife":1}`, "advise", "--format", "ndjson", "-", "--set", "region=eu-south-2", "--lang", "es", "--era", "guide")
	for _, want := range []string{`"region":"eu-south-2"`, `"lang":"es"`, `"era":"guide"`} {
		if !strings.Contains(out, want) {
			t.Errorf("no %s", want)
		}
	}
}

func TestLines_GoOnBehindALineThatIsTooLong(t *testing.T) {
	long := `{"alarife":1,"notes":"` + strings.Repeat("x", source.MaxBytes) + `"}`
	got := call(t, "", long+"\n"+`{"alarife":1,"title":"after"}`, "advise", "--format", "ndjson", "-")
	if got.code != atFault || !strings.Contains(got.out, `"key":"file.too-large"`) || !strings.Contains(got.out, `"title":"after"`) {
		t.Errorf("exit %d: %.300s", got.code, got.out)
	}
}

// endless gives the same line n times without holding it n times.
type endless struct {
	line string
	n    int
	rest string
}

func (e *endless) Read(p []byte) (int, error) {
	if e.rest == "" && e.n > 0 {
		e.n, e.rest = e.n-1, e.line
	}
	n := copy(p, e.rest)
	e.rest = e.rest[n:]
	if n == 0 {
		return 0, io.EOF
	}
	return n, nil
}

// counter counts lines and drops them.
type counter struct{ lines int }

func (c *counter) Write(p []byte) (int, error) {
	c.lines += bytes.Count(p, []byte("\n"))
	return len(p), nil
}

func TestLines_KeepNothing(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	used := func(n int) uint64 {
		var out counter
		code := run([]string{"advise", "--format", "ndjson", "-"}, func(string) string { return "" },
			streams{in: &endless{line: "{\"alarife\":1,\"answers\":{\"use_case\":\"sentiment\"}}\n", n: n}, out: &out, err: &bytes.Buffer{}})
		if code != done || out.lines != n {
			t.Fatalf("exit %d, %d of %d lines", code, out.lines, n)
		}
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	few, many := used(5), used(100)
	if many > few+4<<20 {
		t.Errorf("%d bytes are held after 5 lines, %d after 100", few, many)
	}
}

func TestJoinSurrogates(t *testing.T) {
	for in, want := range map[string]string{
		`"\ud83d\ude00"`:   `"😀"`,
		`"\\ud83d\\ude00"`: `"\\ud83d\\ude00"`,
		`"\ud83d"`:         "\"\uFFFD\"",
		`"\ud83dx\u00f1"`:  "\"\uFFFDx\\u00f1\"",
		`"\ude00\ud83d\`:   "\"\uFFFD\uFFFD\\",
		`"\u12`:            `"\u12`,
	} {
		testkit.Equal(t, want, joinSurrogates(in))
	}
}
