package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"alarife/internal/export"
	"alarife/internal/export/page"
	"alarife/internal/lang"
	"alarife/internal/testkit"
)

func TestHelp_IsInTheChosenLanguage(t *testing.T) {
	for _, l := range lang.All() {
		commands := []string{
			"", "advise", "explain", "what-if", "ask", "export", "review", "estimate", "plan", "catalog", "catalog check", "catalog diff", "catalog docs", "catalog list", "catalog new", "catalog search", "catalog show",
			"practice", "practice drill", "practice exam", "practice review", "practice stats", "practice history", "practice generate",
			"practice check", "practice export", "practice import", "bench", "version",
		}
		var all strings.Builder
		for _, c := range commands {
			args := append(strings.Fields(c), "--help", "--lang", string(l))
			all.WriteString("$ alarifectl " + strings.Join(args, " ") + "\n" + must(t, "", "", args...) + "\n")
		}
		testkit.Golden(t, string(l)+".txt", []byte(all.String()))
		if out := all.String(); strings.Contains(out, "cli.") {
			t.Errorf("%s: a text is missing", l)
		}
	}
	if must(t, "", "", "help", "export") != must(t, "", "", "export", "-h") {
		t.Error("help COMMAND and COMMAND -h differ")
	}
}

func TestCommands_OnAnIncompleteDesign(t *testing.T) {
	dir := testkit.Tree(t, map[string]string{"design.yaml": "alarife: 1\ntitle: Half a design\nanswers: {use_case: fraud-detection, region: eu-west-1}\n"})
	for _, tt := range []struct {
		name string
		args []string
	}{
		{"explain", []string{"explain", "design.yaml", "inference-mode"}},
		{"what-if", []string{"what-if", "design.yaml", "--set", "latency_ms=60000", "--set", "answer_needed=later"}},
		{"pin", []string{"what-if", "design.yaml", "--pin", "inference-mode=batch-transform", "--priority", "cost=5"}},
		{"ask", []string{"ask", "design.yaml"}},
		{"review", []string{"review", "design.yaml"}},
		{"estimate", []string{"estimate", "design.yaml"}},
		{"rate", []string{"estimate", "design.yaml", "--rate", "EUR=0.92"}},
		{"plan", []string{"plan", "design.yaml", "--rate", "EUR=0.92"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for _, l := range lang.All() {
				args := append([]string{"--lang", string(l)}, tt.args...)
				testkit.Golden(t, string(l)+".txt", []byte(must(t, dir, "", args...)))
			}
			out := must(t, dir, "", append(tt.args, "--format", "json")...)
			if !json.Valid([]byte(out)) {
				t.Errorf("no JSON:\n%s", out)
			}
			testkit.Golden(t, "out.json", []byte(out))
		})
	}
}

func TestAdvise_ReadsFileStandardInputAndFlagsAlike(t *testing.T) {
	path := bundled(t, "fraud-detection")
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	plain := must(t, "", "", "advise", path)
	if plain != must(t, "", string(content), "advise", "-") {
		t.Error("standard input gives another report")
	}
	changed := strings.Replace(string(content), "latency_ms: 50", "latency_ms: 500", 1)
	if must(t, "", changed, "advise", "-") != must(t, "", "", "advise", path, "--set", "latency_ms=500") {
		t.Error("--set gives another report than the same answer in the file")
	}
	if plain == must(t, "", "", "advise", path, "--era", "today") {
		t.Error("--era changes nothing")
	}
	digest := regexp.MustCompile(`sha256:[0-9a-f]{12}`)
	want := string(testkit.Read(t, "internal/export/testdata/TestReports_OfTheGuidesCases/fraud-detection/report.en.txt"))
	testkit.Equal(t, want, digest.ReplaceAllString(plain, "sha256:"+strings.Repeat("0", 12)))
}

func TestLanguage_ComesFromFlagThenEnvironment(t *testing.T) {
	for _, tt := range []struct {
		name string
		args []string
		env  map[string]string
		want lang.Lang
	}{
		{"nothing", nil, nil, lang.English},
		{"LANG", nil, map[string]string{"LANG": "es_ES.UTF-8"}, lang.Spanish},
		{"LC_ALL before LANG", nil, map[string]string{"LC_ALL": "es_MX", "LANG": "en_US.UTF-8"}, lang.Spanish},
		{"LC_MESSAGES before LANG", nil, map[string]string{"LC_MESSAGES": "en_GB", "LANG": "es_ES"}, lang.English},
		{"LC_ALL=C hides LANG", nil, map[string]string{"LC_ALL": "C", "LANG": "es_ES"}, lang.English},
		{"another language", nil, map[string]string{"LANG": "fr_FR.UTF-8"}, lang.English},
		{"flag before environment", []string{"advise", "--lang=en"}, map[string]string{"LANG": "es_ES"}, lang.English},
		{"flag with a blank", []string{"--lang", "es", "advise"}, nil, lang.Spanish},
		{"the last flag", []string{"--lang", "es", "--lang", "en"}, nil, lang.English},
		{"behind --", []string{"--", "--lang", "es"}, nil, lang.English},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := chooseLang(tt.args, func(name string) string { return tt.env[name] }); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

func TestExport_WritesEveryFormat(t *testing.T) {
	path, dir := bundled(t, "sentiment-api"), t.TempDir()
	args := []string{"export", path, "-o", "out.svg"}
	for _, name := range export.Names() {
		args = append(args, "--format", name)
	}
	must(t, dir, "", args...)
	testkit.Equal(t, "out.dot\nout.json\nout.md\nout.pdf\nout.png\nout.svg\nout.txt", entries(t, dir))
	for name, begin := range map[string]string{
		"svg": "<?xml", "png": "\x89PNG", "pdf": "%PDF-", "dot": "digraph", "json": "{\n", "md": "# ", "txt": "A start-up",
	} {
		data, err := os.ReadFile(filepath.Join(dir, "out."+name))
		if err != nil || !strings.HasPrefix(string(data), begin) {
			t.Errorf("%s does not begin with %q (%v)", name, begin, err)
		}
		if out := must(t, dir, "", "export", path, "-o", "-", "--format", name); out != string(data) {
			t.Errorf("%s: standard output differs from the file", name)
		}
	}
}

func TestExport_TellsTheResolution(t *testing.T) {
	path := bundled(t, "sentiment-api")
	small := must(t, "", "", "export", path, "-o", "-", "--format", "png", "--dpi", "48")
	large := must(t, "", "", "export", path, "-o", "-", "--format", "png", "--dpi", "96")
	if !strings.Contains(small, "pHYs\x00\x00\x07\x62\x00\x00\x07\x62\x01") { // 48 ÷ 0.0254 = 1890
		t.Error("no pHYs chunk of 1890 dots per metre")
	}
	if len(small) >= len(large) {
		t.Error("a higher resolution gives no larger file")
	}
}

func TestCatalog_ChecksListsAndShows(t *testing.T) {
	if out := must(t, "", "", "catalog", "check"); !strings.Contains(out, "sha256:") {
		t.Errorf("got %s", out)
	}
	for _, k := range page.Kinds() {
		if out := must(t, "", "", "catalog", "list", string(k)); strings.Count(out, "\n") < 3 {
			t.Errorf("%s: nothing listed", k)
		}
	}
	dir := testkit.Tree(t, map[string]string{"mine/sections/zoo.yaml": "id: zoo\ntitle: {en: Zoo, es: Zoo}\norder: 999\n"})
	testkit.Equal(t, "Zoo\n===\n\nSection of the interview · zoo\n", must(t, dir, "", "catalog", "show", "zoo", "--catalog", "mine"))
	if out := must(t, "", "", "catalog", "show", "latency_ms"); !strings.Contains(out, "latency_ms") {
		t.Errorf("got %s", out)
	}
}
