package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// story is one txtar file: a comment, then files under "-- NAME --" lines. The
// file "args" holds the arguments, one a line, and "stdin" standard input.
type story struct {
	name  string
	args  []string
	stdin string
	files map[string]string
}

// stories reads the txtar files of a folder of testdata.
func stories(t *testing.T, folder string) []story {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join("testdata", folder, "*.txtar"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no stories in %s: %v", folder, err)
	}
	var out []story
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		s := story{name: strings.TrimSuffix(filepath.Base(path), ".txtar"), files: sections(string(data))}
		s.args = strings.Split(strings.TrimSpace(s.files["args"]), "\n")
		s.stdin = s.files["stdin"]
		delete(s.files, "args")
		delete(s.files, "stdin")
		out = append(out, s)
	}
	return out
}

// sections takes a txtar file apart.
func sections(text string) map[string]string {
	files := map[string]string{}
	name, content := "", strings.Builder{}
	end := func() {
		if name != "" {
			files[name] = content.String()
		}
		content.Reset()
	}
	for line := range strings.Lines(text) {
		if n, ok := strings.CutPrefix(line, "-- "); ok && strings.HasSuffix(strings.TrimSpace(n), " --") {
			end()
			name = strings.TrimSuffix(strings.TrimSpace(n), " --")
			continue
		}
		content.WriteString(line)
	}
	end()
	return files
}
