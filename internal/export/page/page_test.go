package page_test

import (
	"bytes"
	"encoding/json"
	"path"
	"regexp"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"alarife/assets"
	"alarife/catalog"
	"alarife/internal/export"
	"alarife/internal/export/page"
	"alarife/internal/export/report"
	"alarife/internal/fault"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/testkit"
)

var texts = sync.OnceValues(func() (*lang.Messages, error) { return lang.LoadMessages(assets.Translations()) })

var builtIn = sync.OnceValues(func() (*knowledge.Base, error) { return knowledge.Load(catalog.Files) })

func book(t testing.TB, b *knowledge.Base, l lang.Lang) *page.Book {
	t.Helper()
	m, err := texts()
	if err != nil {
		t.Fatal(err)
	}
	return page.New(b, m, l)
}

// real is the built-in catalog as pages.
func real(t testing.TB, l lang.Lang) *page.Book {
	t.Helper()
	b, err := builtIn()
	if err != nil {
		t.Fatal(err)
	}
	return book(t, b, l)
}

// small is the small catalog with a scenario, as pages.
func small(t testing.TB, l lang.Lang) *page.Book {
	t.Helper()
	fsys := testkit.Catalog(map[string]string{"scenarios/quick.yaml": `
id: quick
title: {en: A quick case, es: Un caso rápido}
story: {en: Somebody waits., es: Alguien espera.}
guide: [9]
era: today
answers: {latency_ms: 200, steady: true}
priorities: {cost: 5}
pins: {keep: old-store}
expect: {guide: {serve: now}, today: {serve: now, keep: new-store}}
because: {en: Because it is quick., es: Porque es rápido.}
sources: [https://example.org/quick]
`})
	b, err := knowledge.Load(fstest.MapFS(fsys))
	if err != nil {
		t.Fatal(err)
	}
	return book(t, b, l)
}

func written(t testing.TB, write func(*bytes.Buffer) error) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func asText(t testing.TB, r *report.Report) []byte {
	return written(t, func(out *bytes.Buffer) error { return r.Text(out) })
}

func asMarkdown(t testing.TB, r *report.Report) []byte {
	return written(t, func(out *bytes.Buffer) error { return r.Markdown(out) })
}

func TestPage_OfEveryKind(t *testing.T) {
	for _, r := range []page.Ref{
		{Kind: page.Questions, ID: "latency_ms"},
		{Kind: page.Facts, ID: "seconds"},
		{Kind: page.Decisions, ID: "serve"},
		{Kind: page.Options, ID: "serve/now"},
		{Kind: page.Options, ID: "pay/promised"},
		{Kind: page.Services, ID: "fast"},
		{Kind: page.Services, ID: "old"},
		{Kind: page.Blueprints, ID: "only"},
		{Kind: page.Reviews, ID: "closed"},
		{Kind: page.Scenarios, ID: "quick"},
		{Kind: page.Regions, ID: "north"},
		{Kind: page.Sections, ID: "all"},
		{Kind: page.Prices, ID: "fast.hour"},
		{Kind: page.Sessions, ID: "guide-session-9"},
	} {
		t.Run(string(r.Kind)+"/"+strings.ReplaceAll(r.ID, "/", "-"), func(t *testing.T) {
			for _, l := range lang.All() {
				b := small(t, l)
				testkit.Golden(t, string(l)+".txt", asText(t, b.Page(r)))
				testkit.Golden(t, string(l)+".md", asMarkdown(t, b.Page(r)))
			}
			data := written(t, func(out *bytes.Buffer) error {
				return export.WriteJSON(out, small(t, lang.English).Data([]page.Ref{r}), "  ")
			})
			if !json.Valid(data) {
				t.Errorf("no JSON: %s", data)
			}
			testkit.Golden(t, "en.json", data)
		})
	}
}

func TestPage_OfTheBuiltInCatalog(t *testing.T) {
	for _, id := range []string{"fraud-detector", "inference-mode/serverless", "guide-session-13"} {
		t.Run(strings.ReplaceAll(id, "/", "-"), func(t *testing.T) {
			for _, l := range lang.All() {
				b := real(t, l)
				found, err := b.Find(id, fault.Place{})
				if err != nil {
					t.Fatal(err)
				}
				testkit.Golden(t, string(l)+".txt", asText(t, b.Page(found[0])))
			}
		})
	}
}

// TestPage_SaysWhatItMeans: no page of the built-in catalog shows the key of
// a text that is missing, a placeholder, or a half of a reference.
func TestPage_SaysWhatItMeans(t *testing.T) {
	wrong := regexp.MustCompile(`\bpage\.[a-z]|\{[a-z_.-]+\}|[\x{E000}\x{E001}]|%!`)
	for _, l := range lang.All() {
		b := real(t, l)
		for _, k := range page.Kinds() {
			for _, thing := range b.Things(k) {
				text := string(asText(t, b.Page(thing.Ref)))
				if bad := wrong.FindString(text); bad != "" && k != page.Tags { // values of tags stand as they are written
					t.Errorf("%s %s: %q", l, thing.File(), bad)
				}
			}
		}
	}
}

// TestSessions_EachListsSomething: the built-in catalog answers every session
// of the study guide.
func TestSessions_EachListsSomething(t *testing.T) {
	b := real(t, lang.English)
	if len(b.Things(page.Sessions)) < 13 {
		t.Errorf("only %d sessions", len(b.Things(page.Sessions)))
	}
	for _, s := range b.Things(page.Sessions) {
		if n := bytes.Count(asText(t, b.Page(s.Ref)), []byte("\n- ")); n == 0 {
			t.Errorf("%s lists nothing", s.ID)
		}
	}
}

var target = regexp.MustCompile(`\]\(([^)]+)\)`)

func TestDocs_EveryLinkResolves(t *testing.T) {
	for _, l := range lang.All() {
		files, err := real(t, l).Docs()
		if err != nil {
			t.Fatal(err)
		}
		links := 0
		for name, text := range files {
			if !bytes.HasPrefix(text, []byte(page.Marker+"\n")) {
				t.Errorf("%s does not begin with the marker", name)
			}
			for _, m := range target.FindAllSubmatch(text, -1) {
				links++
				if to := path.Join(path.Dir(name), string(m[1])); files[to] == nil {
					t.Errorf("%s leads to %s, which does not exist", name, to)
				}
			}
		}
		if links < 5*len(files) {
			t.Errorf("only %d links on %d pages", links, len(files))
		}
	}
}

func TestDocs_AreTheSameAtEveryRun(t *testing.T) {
	first, err := small(t, lang.Spanish).Docs()
	if err != nil {
		t.Fatal(err)
	}
	second, err := small(t, lang.Spanish).Docs()
	if err != nil {
		t.Fatal(err)
	}
	testkit.Equal(t, first, second)
}

func TestFind_SuggestsTheNearest(t *testing.T) {
	b := small(t, lang.English)
	if _, err := b.Find("latency_mz", fault.Place{}); err == nil || !strings.Contains(err.Error(), "near=latency_ms") {
		t.Errorf("got %v", err)
	}
	found, err := b.Find("blueprint/only", fault.Place{})
	if err != nil || found[0] != (page.Ref{Kind: page.Blueprints, ID: "only"}) {
		t.Errorf("got %v, %v", found, err)
	}
}

func TestSearch_FindsInBothLanguages(t *testing.T) {
	b := real(t, lang.English)
	for _, tt := range []struct {
		words, first string // id of what comes first
	}{
		{"inference-mode", "inference-mode"},
		{"cold start", "cold_start_ok"},
		{"ARRANQUE FRIO", "cold_start_ok"},
		{"modo de inferencia", "inference-mode"},
		{"Inférence mode", "inference-mode"},
		{"Simple Queue Service", "sqs"},
		{"guide session 9", "guide-session-9"},
	} {
		hits := b.Search(tt.words)
		if len(hits) == 0 || hits[0].ID != tt.first {
			t.Errorf("%q: got %v, want %s first", tt.words, hits[:min(3, len(hits))], tt.first)
		}
	}
	for _, none := range []string{"", "  ", "—", "qwertz", "sqs qwertz"} {
		if hits := b.Search(none); len(hits) > 0 {
			t.Errorf("%q finds %v", none, hits)
		}
	}
	if _, err := b.Found("almacenamieto", fault.Place{}); err == nil || !strings.Contains(err.Error(), "near=almacenamiento") {
		t.Errorf("got %v", err)
	}
}

func TestCompare_PutsBothBesideEachOther(t *testing.T) {
	for _, tt := range []struct{ name, first, other string }{
		{"services", "fast", "old"},
		{"options", "serve/now", "serve/later"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for _, l := range lang.All() {
				b := small(t, l)
				rows, err := b.Compare(tt.first, tt.other, fault.Place{})
				if err != nil {
					t.Fatal(err)
				}
				testkit.Golden(t, string(l)+".txt", asText(t, b.Compared(tt.first, tt.other, rows)))
			}
		})
	}
	for _, bad := range [][2]string{{"fast", "serve/now"}, {"fast", "latency_ms"}, {"fast", "faster"}} {
		if _, err := small(t, lang.English).Compare(bad[0], bad[1], fault.Place{}); err == nil {
			t.Errorf("%v were compared", bad)
		}
	}
}

func BenchmarkDocs(b *testing.B) {
	for range b.N {
		if _, err := real(b, lang.English).Docs(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSearch(b *testing.B) {
	book := real(b, lang.English)
	for range b.N {
		book.Search("arranque en frío")
	}
}
