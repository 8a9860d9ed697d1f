package export_test

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"alarife/assets"
	"alarife/catalog"
	"alarife/internal/design"
	"alarife/internal/export"
	"alarife/internal/export/schema"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/run"
	"alarife/internal/testkit"
)

// builtIn prepares runs on the built-in catalog.
func builtIn(tb testing.TB) *run.Runner {
	tb.Helper()
	texts, err := lang.LoadMessages(assets.Translations())
	if err != nil {
		tb.Fatal(err)
	}
	b, err := knowledge.Load(catalog.Files)
	if err != nil {
		tb.Fatal(err)
	}
	b.Digest = "sha256:" + strings.Repeat("0", 64) // the real one changes with every file of the catalog
	return run.New(b, texts)
}

// scenario makes the export of a bundled scenario.
func scenario(tb testing.TB, m *run.Runner, id string, l lang.Lang) *export.Export {
	tb.Helper()
	d, err := design.FromScenario(m.Base().Scenario(id), m.Base())
	if err != nil {
		tb.Fatal(err)
	}
	return &export.Export{Run: m.Full(run.Brief{Title: d.Title, Case: d.Case()}), Lang: l}
}

func written(tb testing.TB, write func(io.Writer) error) []byte {
	tb.Helper()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

func validator(t *testing.T, data []byte, change func(doc any)) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if change != nil {
		change(doc)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestReports_OfTheGuidesCases(t *testing.T) {
	m := builtIn(t)
	for _, id := range testkit.Cases() {
		t.Run(id, func(t *testing.T) {
			for _, l := range lang.All() {
				e := scenario(t, m, id, l)
				testkit.Golden(t, "report."+string(l)+".txt", written(t, e.Text))
			}
			e := scenario(t, m, id, lang.English)
			testkit.Golden(t, "report.en.md", written(t, e.Markdown))
			testkit.Golden(t, "result.json", written(t, e.JSON))
			testkit.Golden(t, "architecture.dot", written(t, e.DOT))
		})
	}
}

func TestJSON_FollowsItsSchema(t *testing.T) {
	m, s := builtIn(t), validator(t, schema.Recommendation, nil)
	for i, id := range testkit.Scenarios(t) {
		for _, l := range lang.All()[i%2 : i%2+1] { // by turns: the texts differ, not the shape
			for _, write := range []func(*export.Export, io.Writer) error{(*export.Export).JSON, (*export.Export).JSONLine} {
				e := scenario(t, m, id, l)
				data := written(t, func(w io.Writer) error { return write(e, w) })
				doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
				if err != nil {
					t.Fatal(err)
				}
				if err := s.Validate(doc); err != nil {
					t.Errorf("%s: %v", id, err)
				}
			}
		}
	}
}

func TestExports_AreTheSameBytesTwice(t *testing.T) {
	m := builtIn(t)
	for _, f := range export.Formats() {
		first := scenario(t, m, "fraud-detection", lang.Spanish)
		again := scenario(t, builtIn(t), "fraud-detection", lang.Spanish)
		a := written(t, func(w io.Writer) error { return f.Write(first, w) })
		b := written(t, func(w io.Writer) error { return f.Write(again, w) })
		if !bytes.Equal(a, b) {
			t.Errorf("%s: two runs differ", f.ID)
		}
		if len(a) == 0 {
			t.Errorf("%s: nothing written", f.ID)
		}
	}
}

// hostile is a title that tries to break out of every format.
const hostile = "\x1b[31mred\a\u202e \"q\" 'a' <script>alert(1)</script> ${HOME} `cmd` *b* _i_ [l](x) | \\ -- #h & ;} 😀 عربى\u2028\x7f\u009b0m"

func TestExports_EscapeHostileTexts(t *testing.T) {
	m := builtIn(t)
	e := scenario(t, m, "sentiment-api", lang.English)
	e.Run.Title = lang.Text{EN: hostile, ES: hostile}
	for _, f := range export.Formats() {
		out := string(written(t, func(w io.Writer) error { return f.Write(e, w) }))
		if f.ID == "png" || f.ID == "pdf" {
			continue // pixels and glyphs
		}
		for _, r := range out {
			if r != '\n' && lang.Control(r) {
				t.Errorf("%s: holds the control character %U", f.ID, r)
				break
			}
		}
		if f.ID != "txt" && f.ID != "dot" && f.ID != "json" && strings.Contains(out, "<script>") {
			t.Errorf("%s: holds markup of the title", f.ID)
		}
	}
	md := string(written(t, e.Markdown))
	if want := `\<script\>alert(1)\</script\> \$\{HOME\} \` + "`cmd\\`" + ` \*b\* \_i\_ \[l\](x) \| \\`; !strings.Contains(md, want) {
		t.Errorf("Markdown does not hold %s:\n%s", want, strings.SplitN(md, "\n", 2)[0])
	}
	dot := string(written(t, e.DOT))
	if !strings.Contains(dot, `\"q\"`) {
		t.Error("DOT does not escape quotes")
	}
}
