package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"alarife/internal/export/sheet"
)

func TestPracticeExport_WritesEveryFormat(t *testing.T) {
	dir := t.TempDir()
	for _, f := range sheet.Formats() {
		file := filepath.Join(dir, "sheet"+f.Extension)
		args := []string{"practice", "export", "--session", "13", "--kind", "choice,match,order", "--count", "4", "--seed", "2", "--format", f.ID}
		got := callAt(t, noon, "", append(args, "-o", file)...)
		if got.code != done || !strings.HasSuffix(got.out, "exercises: 4\n") {
			t.Fatalf("%s: exit %d\n%s%s", f.ID, got.code, got.out, got.err)
		}
		data, err := os.ReadFile(file)
		if err != nil || len(data) == 0 {
			t.Fatalf("%s: %d bytes, %v", f.ID, len(data), err)
		}
		if out := callAt(t, noon, "", append(args, "-o", "-")...); out.out != string(data) {
			t.Errorf("%s: standard output differs from the file", f.ID)
		}
	}
}

func TestPracticeExport_TellsWhatIsLost(t *testing.T) {
	args := []string{"practice", "export", "--session", "13", "--kind", "order", "--format", "gift", "-o", "-"}
	for l, want := range map[string]string{"en": "What changes or is lost:\n- ", "es": "Lo que cambia o se pierde:\n- "} {
		if got := callAt(t, noon, "", append(args, "--lang", l)...); got.code != done || !strings.HasPrefix(got.err, want) {
			t.Errorf("%s: exit %d\n%s", l, got.code, got.err)
		}
	}
	generated := []string{"practice", "export", "--source", "generated", "--seed", "7", "--count", "3", "--topic", "storage-class", "--format", "csv", "-o", "-"}
	first := callAt(t, noon, "", generated...)
	if again := callAt(t, noon, "", generated...); first.code != done || first != again || strings.Count(first.out, "generated-7-") < 3 {
		t.Errorf("exit %d, the same: %v\n%s", first.code, first == again, first.out)
	}
}

// TestPractice_GoesThereAndBack: what is exported in two languages is imported
// into a catalog of one's own, checked, and practised; a second import changes
// nothing.
func TestPractice_GoesThereAndBack(t *testing.T) {
	for _, format := range sheet.Readable() {
		t.Run(format, func(t *testing.T) {
			dir := t.TempDir()
			for _, l := range []string{"en", "es"} {
				got := callAt(t, noon, "", "practice", "export", "--session", "13", "--format", format, "-o", filepath.Join(dir, l), "--lang", l)
				if got.code != done {
					t.Fatalf("exit %d\n%s", got.code, got.err)
				}
			}
			mine := filepath.Join(dir, "mine")
			args := []string{"practice", "import", filepath.Join(dir, "en"), "--with", filepath.Join(dir, "es"), "--format", format, "-o", mine}
			if got := callAt(t, noon, "", args...); got.code != done || !strings.Contains(got.out, "--catalog "+mine) || strings.Contains(got.out, "alone)") {
				t.Fatalf("exit %d\n%s%s", got.code, got.out, got.err)
			}
			before := entries(t, mine)
			if got := callAt(t, noon, "", args...); got.code != atFault || entries(t, mine) != before {
				t.Errorf("a second time: exit %d\n%s", got.code, got.err)
			}
			if out := must(t, "", "", "practice", "check", "--catalog", mine); strings.Contains(out, " 0 of them") {
				t.Errorf("no key is told as written:\n%s", out)
			}
			names := strings.Fields(before)
			item, err := os.ReadFile(filepath.Join(mine, names[len(names)-1]))
			if err != nil || !strings.Contains(string(item), "kind: ") {
				t.Errorf("%v\n%s", err, item)
			}
			got := callAt(t, noon, "q\n", "practice", "drill", "--history", ":memory:", "--catalog", mine, "--session", "13", "--source", "authored", "--seed", "1", "--lang", "es")
			if got.code != done || !strings.HasPrefix(got.out, "Pregunta 1 de 10") {
				t.Errorf("exit %d\n%s%s", got.code, got.out, got.err)
			}
		})
	}
}
