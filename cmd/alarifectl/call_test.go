package main

import (
	"bytes"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"sync"
	"testing"

	"alarife/internal/testkit"
)

func init() { builtIn = sync.OnceValues(builtIn) }

// said is what one call of the program came to.
type said struct {
	code     int
	out, err string
}

// call runs the program in a folder with a standard input.
func call(t *testing.T, dir, in string, args ...string) said {
	t.Helper()
	home, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	if dir != "" {
		if err := os.Chdir(dir); err != nil {
			t.Fatal(err)
		}
		defer func() { _ = os.Chdir(home) }()
	}
	var out, complaint bytes.Buffer
	code := run(args, func(string) string { return "" }, streams{in: strings.NewReader(in), out: &out, err: &complaint})
	return said{code, out.String(), complaint.String()}
}

// must runs the program and fails the test where it does not exit with 0.
func must(t *testing.T, dir, in string, args ...string) string {
	t.Helper()
	got := call(t, dir, in, args...)
	if got.code != done || got.err != "" {
		t.Fatalf("%v: exit %d\n%s", args, got.code, got.err)
	}
	return got.out
}

// bundled is the path of a bundled scenario.
func bundled(t *testing.T, id string) string { return testkit.Path(t, "catalog/scenarios/"+id+".yaml") }

// entries lists the files of a folder.
func entries(t *testing.T, dir string) string {
	t.Helper()
	var names []string
	err := filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
		if err == nil && path != dir {
			names = append(names, filepath.ToSlash(strings.TrimPrefix(path, dir+string(filepath.Separator))))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	sort.Strings(names)
	return strings.Join(names, "\n")
}
