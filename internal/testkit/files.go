package testkit

import (
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"
)

// Root returns the absolute path of the repository: the nearest folder above
// the running test that holds go.mod.
func Root(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		above := filepath.Dir(dir)
		if above == dir {
			t.Fatal("no go.mod above the test's folder")
		}
		dir = above
	}
}

// Path returns the absolute path of a file of the repository, which is named
// with slashes: "catalog/scenarios/fraud-detection.yaml".
func Path(t testing.TB, name string) string {
	t.Helper()
	return filepath.Join(Root(t), filepath.FromSlash(name))
}

// Read returns the content of a file of the repository.
func Read(t testing.TB, name string) []byte {
	t.Helper()
	content, err := os.ReadFile(Path(t, name))
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// Scenarios returns the ids of the bundled scenarios, sorted.
func Scenarios(t testing.TB) []string {
	t.Helper()
	paths, err := filepath.Glob(Path(t, "catalog/scenarios/*.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	ids := make([]string, len(paths))
	for i, path := range paths {
		ids[i] = strings.TrimSuffix(filepath.Base(path), ".yaml")
	}
	sort.Strings(ids)
	return ids
}

// Cases returns the ids of the guide's own case studies, whose outputs are
// kept whole as golden files.
func Cases() []string {
	return []string{"fraud-detection", "medical-imaging", "recommendation", "sentiment-api", "social-sentiment"}
}

// Tree writes files, by their slash-separated names, into a temporary folder
// that ends with the test, and returns that folder.
func Tree(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// binaryDifference names the lengths and the first byte that differs.
func binaryDifference(want, got []byte) string {
	at := 0
	for at < len(want) && at < len(got) && want[at] == got[at] {
		at++
	}
	return fmt.Sprintf("want %d bytes, got %d; the first difference is at byte %d", len(want), len(got), at)
}
