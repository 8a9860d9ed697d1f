package paint

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"alarife/internal/diagram"
	"alarife/internal/diagram/sample"
)

func TestDocument_HasItsPagesWithTextsLinesAndPictures(t *testing.T) {
	size := diagram.Point{X: 794, Y: 1123}
	picture := scene(t, sample.Build("exam"))
	d := &Document{Title: "Examen", Lang: "es", Pages: []*Page{
		{Size: size, Texts: []diagram.Text{{At: diagram.Point{X: 60, Y: 80}, Size: 16, Bold: true, String: "Página primera"}}},
		{
			Size:     size,
			Pictures: []Picture{{Scene: picture, At: diagram.Point{X: 60, Y: 200}, Scale: 0.4}},
			Lines:    []Line{{Path: []diagram.Point{{X: 60, Y: 100}, {X: 300, Y: 100}}, Width: 0.75}},
			Texts:    []diagram.Text{{At: diagram.Point{X: 60, Y: 80}, Size: 13, String: "Página segunda"}},
		},
	}}
	var a, b bytes.Buffer
	for _, out := range []*bytes.Buffer{&a, &b} {
		if err := New().Document(out, d, Light()); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("two files of the same document differ")
	}
	if n := bytes.Count(a.Bytes(), []byte("/Type /Page ")); n != 2 || !bytes.Contains(a.Bytes(), []byte("/Count 2")) {
		t.Errorf("%d pages", n)
	}
	tool, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("pdftotext is not installed")
	}
	file := filepath.Join(t.TempDir(), "exam.pdf")
	if err := os.WriteFile(file, a.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(tool, file, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	pages := strings.Split(string(out), "\f")
	if len(pages) < 2 || !strings.Contains(pages[0], "Página primera") || !strings.Contains(pages[1], "Página segunda") || !strings.Contains(pages[1], "Network Load") {
		t.Errorf("the pages read %q", pages)
	}
}
