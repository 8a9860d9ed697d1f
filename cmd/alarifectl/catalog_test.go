package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"alarife/internal/export/page"
	"alarife/internal/export/skeleton"
	"alarife/internal/lang"
	"alarife/internal/testkit"
)

// skeletons are one id for every kind of skeleton.
var skeletons = map[string]string{
	"question": "needs_tea", "service": "tea-pot", "decision": "tea-kind", "option": "inference-mode/tea", "rule": "storage-class/standard/tea-time",
	"scenario": "tea-house", "item": "tea-time", "review": "cold-tea", "blueprint": "tea-garden",
}

func TestCatalogNew_EverySkeletonPassesTheCheck(t *testing.T) {
	for _, kind := range skeleton.Kinds() {
		t.Run(kind, func(t *testing.T) {
			for _, l := range lang.All() {
				dir := t.TempDir()
				out := must(t, dir, "", "catalog", "new", kind, skeletons[kind], "-o", "mine", "--lang", string(l))
				must(t, dir, "", "catalog", "check", "mine", "--lang", string(l))
				for line := range strings.Lines(out) {
					if path, is := strings.CutPrefix(line, "- "); is {
						data, err := os.ReadFile(filepath.Join(dir, strings.TrimSpace(path)))
						if err != nil || !strings.Contains(string(data), "# ") || strings.Contains(string(data), "new.") {
							t.Errorf("%s: %v\n%s", path, err, data)
						}
					}
				}
				before := tree(t, dir)
				if got := call(t, dir, "", "catalog", "new", kind, skeletons[kind], "-o", "mine"); got.code != atFault || got.out != "" {
					t.Errorf("a second time: exit %d\n%s", got.code, got.err)
				}
				testkit.Equal(t, before, tree(t, dir))
			}
		})
	}
}

func TestCatalogNew_IsReadAsItIsMeant(t *testing.T) {
	dir := t.TempDir()
	must(t, dir, "", "catalog", "new", "rule", "inference-mode/serverless/tea-time", "-o", "mine")
	if out := must(t, dir, "", "catalog", "show", "inference-mode/serverless", "--catalog", "mine"); !strings.Contains(out, "Why this speaks for or against it.") {
		t.Errorf("the rule is missing:\n%s", out)
	}
	must(t, dir, "", "catalog", "new", "option", "entry/tea", "-o", "mine")
	out := must(t, dir, "", "catalog", "list", "options", "--catalog", "mine")
	if at := strings.Index(out, "entry/tea "); at < strings.LastIndex(out, "entry/api") {
		t.Errorf("the option does not stand last:\n%s", out)
	}
	printed := must(t, dir, "", "catalog", "new", "question", "needs_tea", "-o", "-")
	if !strings.HasPrefix(printed, "# questions/needs_tea.yaml\n") || !strings.Contains(printed, "\n# reviews/needs-tea-noticed.yaml\n") {
		t.Errorf("got %s", printed)
	}
}

// tree is the content of every file below a folder.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	for name := range strings.Lines(entries(t, dir)) {
		if data, err := os.ReadFile(filepath.Join(dir, strings.TrimSpace(name))); err == nil {
			files[strings.TrimSpace(name)] = string(data)
		}
	}
	return files
}

func TestCatalogDocs_WritesAndSweeps(t *testing.T) {
	dir := testkit.Tree(t, map[string]string{"pages/services/gone.md": page.Marker + "\n", "pages/services/mine.md": "# Mine\n"})
	out := must(t, dir, "", "catalog", "docs", "-o", "pages")
	if !strings.HasSuffix(out, ", 1 removed\n") {
		t.Errorf("got %s", out)
	}
	first := tree(t, dir)
	if first["pages/services/gone.md"] != "" || first["pages/services/mine.md"] == "" || !strings.HasPrefix(first["pages/README.md"], page.Marker) {
		t.Error("the wrong files went or stayed")
	}
	if out := must(t, dir, "", "catalog", "docs", "-o", "pages"); !strings.HasSuffix(out, ", 0 written, 0 removed\n") {
		t.Errorf("the second run: %s", out)
	}
	shown := must(t, "", "", "catalog", "show", "latency_ms", "--format", "md")
	testkit.Equal(t, page.Marker+"\n\n"+shown, first["pages/questions/latency_ms.md"])
}

func TestCatalog_GivesJSON(t *testing.T) {
	for _, args := range [][]string{
		{"list", "services"},
		{"list", "prices"},
		{"list", "sessions"},
		{"show", "fraud-detection"},
		{"show", "guide-session-9"},
		{"search", "cold", "start"},
		{"search", "qwertz"},
		{"diff", "sqs", "msk"},
	} {
		out := must(t, "", "", append([]string{"catalog", "--format", "json"}, args...)...)
		var v map[string]any
		if err := json.Unmarshal([]byte(out), &v); err != nil || v["alarife"] != 1.0 {
			t.Errorf("%v: %v\n%s", args, err, out)
		}
	}
}

func TestCatalogSearch_TakesSeveralWords(t *testing.T) {
	if must(t, "", "", "catalog", "search", "cold", "start") != must(t, "", "", "catalog", "search", "COLD  start") {
		t.Error("words in one argument and in several find different things")
	}
}
