package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"alarife/assets"
	"alarife/internal/lang"
	"alarife/internal/testkit"
)

// refuses runs a call that must fail through the input's fault: exit 1, a
// message in both languages, nothing on standard output, no file left.
func refuses(t *testing.T, dir, stdin string, args ...string) {
	t.Helper()
	before := entries(t, dir)
	said := map[lang.Lang]string{}
	for _, l := range lang.All() {
		got := call(t, dir, stdin, append([]string{"--lang", string(l)}, args...)...)
		if got.code != atFault {
			t.Errorf("exit %d, want 1", got.code)
		}
		if got.out != "" {
			t.Errorf("standard output holds %q", got.out)
		}
		if !strings.Contains(got.err, "\n→ ") {
			t.Errorf("no remedy:\n%s", got.err)
		}
		for _, r := range got.err {
			if r != '\n' && lang.Control(r) {
				t.Errorf("the message holds %U", r)
			}
		}
		said[l] = got.err
		testkit.Golden(t, string(l)+".txt", []byte(got.err))
	}
	if said[lang.English] == said[lang.Spanish] {
		t.Error("both languages say the same")
	}
	testkit.Equal(t, before, entries(t, dir))
}

func TestFaults_AreToldInBothLanguages(t *testing.T) {
	for _, s := range stories(t, "faults") {
		t.Run(s.name, func(t *testing.T) {
			refuses(t, testkit.Tree(t, s.files), s.stdin, s.args...)
		})
	}
}

func TestFaults_OfIcons(t *testing.T) {
	if !assets.HasIcons() {
		t.Skip("the icon set was not fetched")
	}
	for _, s := range stories(t, "icons") {
		t.Run(s.name, func(t *testing.T) {
			refuses(t, testkit.Tree(t, s.files), s.stdin, s.args...)
		})
	}
}

// TestFaults_OfFilesThatNoStoryCanHold makes its files itself.
func TestFaults_OfFilesThatNoStoryCanHold(t *testing.T) {
	for _, tt := range []struct {
		name  string
		write func(path string) error
	}{
		{"binary", func(p string) error { return os.WriteFile(p, []byte("\x7fELF\x00\x01\xff"), 0o600) }},
		{"not UTF-8", func(p string) error { return os.WriteFile(p, []byte("alarife: 1\ntitle: ni\xf1o\n"), 0o600) }},
		{"empty", func(p string) error { return os.WriteFile(p, nil, 0o600) }},
		{"a folder", func(p string) error { return os.Mkdir(p, 0o700) }},
		{"100 MB", func(p string) error {
			if err := os.WriteFile(p, []byte("alarife: 1\n"), 0o600); err != nil {
				return err
			}
			return os.Truncate(p, 100<<20)
		}},
		{"deep", func(p string) error {
			return os.WriteFile(p, []byte("alarife: "+strings.Repeat("[", 60)+strings.Repeat("]", 60)), 0o600)
		}},
		{"deeper", func(p string) error { return os.WriteFile(p, []byte("alarife: "+strings.Repeat("[", 500_000)), 0o600) }},
		{"many values", func(p string) error {
			return os.WriteFile(p, []byte("alarife: ["+strings.Repeat("1,", 300_000)+"1]"), 0o600)
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			if err := tt.write(filepath.Join(dir, "design.yaml")); err != nil {
				t.Fatal(err)
			}
			refuses(t, dir, "", "advise", "design.yaml")
		})
	}
}

func TestFaults_OfTheOutput(t *testing.T) {
	design := "alarife: 1\n"
	for _, tt := range []struct{ name, output string }{
		{"no such folder", "none/out.svg"},
		{"below a file", "design.yaml/out.svg"},
		{"a folder", "folder"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := testkit.Tree(t, map[string]string{"design.yaml": design, "folder/keep": ""})
			refuses(t, dir, "", "export", "design.yaml", "-o", tt.output, "--format", "svg")
		})
	}
	t.Run("disk full", func(t *testing.T) {
		if _, err := os.Stat("/dev/full"); err != nil {
			t.Skip("no /dev/full here")
		}
		refuses(t, testkit.Tree(t, map[string]string{"design.yaml": design}), "", "export", "design.yaml", "-o", "/dev/full", "--format", "dot")
	})
}

func TestFaults_OfStandardOutput(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("no /dev/full here")
	}
	defer full.Close()
	var complaint strings.Builder
	code := run([]string{"advise", bundled(t, "sentiment-api")}, os.Getenv, streams{in: strings.NewReader(""), out: full, err: &complaint})
	if code != atFault || !strings.Contains(complaint.String(), "standard output") {
		t.Errorf("exit %d: %s", code, complaint.String())
	}
}

func TestBug_IsToldWithoutATrace(t *testing.T) {
	var complaint strings.Builder
	code := run([]string{"advise", "-"}, func(string) string { return "" }, streams{in: nil, out: nil, err: &complaint})
	if code != bug || strings.Contains(complaint.String(), "goroutine") || !strings.Contains(complaint.String(), "report") {
		t.Errorf("exit %d: %s", code, complaint.String())
	}
}
