package sheet

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"alarife/internal/knowledge"
	"alarife/internal/lang"
)

// read returns the text of each page of a PDF.
func read(t *testing.T, data []byte) []string {
	t.Helper()
	tool, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("pdftotext is not installed")
	}
	name := filepath.Join(t.TempDir(), "sheet.pdf")
	if err := os.WriteFile(name, data, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(tool, "-layout", name, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSuffix(string(out), "\f"), "\f")
}

// squeezed is a text without blanks, which line breaks change.
func squeezed(s string) string { return strings.Join(strings.Fields(s), "") }

func TestPDF_PrintsEveryExerciseAndItsKey(t *testing.T) {
	for _, l := range lang.All() {
		s := mixed(t, l)
		s.Part = Questions
		data, _ := file(t, "pdf", s)
		questions := read(t, data)
		s.Part = Key
		data, _ = file(t, "pdf", s)
		key := squeezed(strings.Join(read(t, data), ""))
		all := squeezed(strings.Join(questions, ""))
		for _, x := range s.Exercises {
			q := x.Question(l)
			wanted := []string{q.Title, q.Story, q.Ask}
			for _, o := range q.Options {
				if x.Kind != knowledge.FaultItem { // columns stand side by side
					wanted = append(wanted, o.Text)
				}
			}
			for _, text := range wanted {
				if !strings.Contains(all, squeezed(text)) {
					t.Errorf("%s, %s: %q is not printed", l, x.ID, text)
				}
			}
			for _, n := range x.Notes {
				for _, why := range n.Why {
					if x.Kind == knowledge.ExplainItem {
						continue
					}
					if !strings.Contains(key, squeezed(why.In(l))) {
						t.Errorf("%s, %s: the key lacks %q", l, x.ID, why.In(l))
					}
					if len(why.In(l)) > 40 && strings.Contains(all, squeezed(why.In(l))) {
						t.Errorf("%s, %s: the questions tell %q", l, x.ID, why.In(l))
					}
				}
			}
		}
	}
}

func TestPDF_BeginsTheKeyOnAPageOfItsOwn(t *testing.T) {
	s := invented(lang.English)
	both, _ := file(t, "pdf", s)
	pages := read(t, both)
	at := slices.IndexFunc(pages, func(p string) bool { return strings.Contains(p, "Bridges: key") })
	if at < 1 || strings.Contains(pages[at], "Name:") || strings.Contains(strings.Join(pages[:at], ""), "Cheap and enough") {
		t.Errorf("the key begins on page %d of %q", at+1, pages)
	}
	for i, p := range pages {
		if !strings.Contains(p, "Page "+string(rune('1'+i))+" of "+string(rune('0'+len(pages)))) {
			t.Errorf("page %d does not tell its number: %s", i+1, p)
		}
	}
	again, _ := file(t, "pdf", s)
	if !bytes.Equal(both, again) {
		t.Error("the same sheet gives other bytes")
	}
}

func TestPDF_TellsLettersThatCannotBePrinted(t *testing.T) {
	_, losses := file(t, "pdf", hostile(t))
	if len(losses) != 1 || losses[0].Key != "letters" {
		t.Errorf("told %v", losses)
	}
}
