// Package testkit is what the tests of several packages share: golden files,
// readable differences, and the way to the repository's own fixtures. Only
// tests may import it; it imports nothing of Alarife.
package testkit

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "accept what the tests produced as the new golden files")

// Updating reports whether the run accepts new golden files (-update).
func Updating() bool { return *update }

// Golden compares got with testdata/<TestName>/<name> of the calling package
// and fails the test where they differ, with a diff if both are text. With
// -update it writes the file instead. A subtest's file stands in a folder of
// its own below its test's.
func Golden(t testing.TB, name string, got []byte) {
	t.Helper()
	path := GoldenPath(t, name)
	if *update {
		writeGolden(t, path, got)
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("no golden file (make golden writes it): %v", err)
	}
	if !bytes.Equal(want, got) {
		t.Errorf("%s differs (make golden accepts it):\n%s", path, difference(want, got))
	}
}

// GoldenPath returns where Golden keeps the file of that name for the running
// test, relative to the package's folder.
func GoldenPath(t testing.TB, name string) string {
	return filepath.Join("testdata", filepath.FromSlash(fileName(t.Name())), filepath.FromSlash(name))
}

// Equal fails the test where got is not want, with a diff. The options are
// those of go-cmp.
func Equal(t testing.TB, want, got any, options ...cmp.Option) {
	t.Helper()
	if diff := cmp.Diff(want, got, options...); diff != "" {
		t.Errorf("differs (-want +got):\n%s", diff)
	}
}

// writeGolden writes a golden file unless it already holds the same bytes.
func writeGolden(t testing.TB, path string, got []byte) {
	t.Helper()
	if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, got) {
		return
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, got, 0o644); err != nil {
		t.Fatal(err)
	}
	t.Logf("accepted %s", path)
}

// fileName replaces what some file systems refuse in a name; the slash of a
// subtest stays.
func fileName(name string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(`<>:"|?*\ `, r) {
			return '_'
		}
		return r
	}, name)
}

const diffLines = 60 // lines of a difference that are printed

// difference describes how got differs from want: by lines where both are
// text, by the first differing byte where not.
func difference(want, got []byte) string {
	if !utf8.Valid(want) || !utf8.Valid(got) || bytes.ContainsRune(want, 0) || bytes.ContainsRune(got, 0) {
		return binaryDifference(want, got)
	}
	diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(string(got), "\n"))
	lines := strings.SplitAfter(diff, "\n")
	if len(lines) <= diffLines {
		return "(-want +got)\n" + diff
	}
	return "(-want +got)\n" + strings.Join(lines[:diffLines], "") + "… and more\n"
}
