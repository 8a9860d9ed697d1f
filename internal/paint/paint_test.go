package paint

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image"
	"image/png"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"alarife/assets"
	"alarife/internal/architecture"
	"alarife/internal/diagram"
	"alarife/internal/diagram/sample"
	"alarife/internal/lang"
)

func scene(t testing.TB, a *architecture.Architecture) *diagram.Scene {
	t.Helper()
	s, err := diagram.Layout(a, sample.Options(lang.Spanish), nil)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestSVG_IsWellFormedAndKeepsTextAsText(t *testing.T) {
	for _, a := range []*architecture.Architecture{sample.Build("exam"), sample.Random(2, 20), sample.Random(7, 24)} {
		s := scene(t, a)
		var out bytes.Buffer
		if err := New().SVG(&out, s, Light()); err != nil {
			t.Fatal(err)
		}
		text := textOf(t, out.Bytes())
		for _, n := range s.Nodes {
			for _, l := range n.Labels {
				if !strings.Contains(text, l.String) {
					t.Errorf("the text %q is missing", l.String)
				}
			}
		}
		for _, bad := range []string{"<script", "<image", "href"} {
			if bytes.Contains(out.Bytes(), []byte(bad)) {
				t.Errorf("%q stands in the file", bad)
			}
		}
	}
}

// textOf reads the file as XML and returns its text.
func textOf(t *testing.T, svg []byte) string {
	t.Helper()
	var b strings.Builder
	dec := xml.NewDecoder(bytes.NewReader(svg))
	for {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return b.String()
		}
		if err != nil {
			t.Fatal(err)
		}
		if d, ok := tok.(xml.CharData); ok {
			b.Write(d)
		}
	}
}

func TestPDF_HoldsSearchableText(t *testing.T) {
	tool, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("pdftotext is not installed")
	}
	var out bytes.Buffer
	if err := New().PDF(&out, scene(t, sample.Build("exam")), Light()); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "exam.pdf")
	if err := os.WriteFile(file, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	text, err := exec.Command(tool, "-layout", file, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"API de sentimiento con dirección fija", "Zona de disponibilidad a", "Network Load", "Subred pública"} {
		if !bytes.Contains(text, []byte(want)) {
			t.Errorf("%q cannot be found in the PDF", want)
		}
	}
}

func TestPDF_BearsOddTextsAndIsTheSameEveryTime(t *testing.T) {
	for seed := range uint64(12) {
		s := scene(t, sample.Random(seed, 20))
		var a, b bytes.Buffer
		if err := New().PDF(&a, s, Dark()); err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		if err := New().PDF(&b, s, Dark()); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(a.Bytes(), b.Bytes()) {
			t.Errorf("seed %d: two files differ", seed)
		}
		if !bytes.HasPrefix(a.Bytes(), []byte("%PDF-1.7")) || !bytes.HasSuffix(a.Bytes(), []byte("%%EOF\n")) {
			t.Errorf("seed %d: not a whole PDF", seed)
		}
	}
}

func TestPNG_HasSizeAndResolution(t *testing.T) {
	s := scene(t, sample.Build("fraud"))
	var out bytes.Buffer
	if err := New().PNG(&out, s, Light(), 192); err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(out.Bytes(), []byte("pHYs\x00\x00\x1d\x87\x00\x00\x1d\x87\x01")) {
		t.Error("the resolution of 192 dpi is missing")
	}
	img, err := png.Decode(&out)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := img.Bounds().Dx(), int(2*s.Size.X); got != want {
		t.Errorf("got width %d, want %d", got, want)
	}
}

func TestImage_ShowsThePartAskedFor(t *testing.T) {
	s, p := scene(t, sample.Build("medical")), New()
	whole := p.Image(s, Light(), Whole(s, 1))
	at := image.Rect(200, 100, 500, 400)
	part := p.Image(s, Light(), View{From: diagram.Point{X: 200, Y: 100}, Scale: 1, W: 300, H: 300})
	if n := differing(whole.SubImage(at).(*image.RGBA), part); n > 0 {
		t.Errorf("%d pixels differ from the same part of the whole", n)
	}
}

// differing counts pixels that differ by more than a shade.
func differing(a, b *image.RGBA) int {
	n := 0
	for y := range b.Rect.Dy() {
		for x := range b.Rect.Dx() {
			c, d := a.RGBAAt(a.Rect.Min.X+x, a.Rect.Min.Y+y), b.RGBAAt(b.Rect.Min.X+x, b.Rect.Min.Y+y)
			if far(c.R, d.R) || far(c.G, d.G) || far(c.B, d.B) {
				n++
			}
		}
	}
	return n
}

func far(a, b uint8) bool { return max(a, b)-min(a, b) > 8 }

func TestSurfaces_LookAlike(t *testing.T) {
	tool, err := exec.LookPath("rsvg-convert")
	if err != nil {
		t.Skip("rsvg-convert is not installed")
	}
	s, p := scene(t, sample.Build("exam")), New()
	var svg bytes.Buffer
	if err := p.SVG(&svg, s, Light()); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(tool)
	cmd.Stdin = &svg
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	whole := p.Image(s, Light(), Whole(s, 1))
	// Compared coarsely: another renderer softens edges and sets text otherwise.
	const cell = 24
	bad := 0
	for y := 0; y+cell <= whole.Rect.Dy(); y += cell {
		for x := 0; x+cell <= whole.Rect.Dx(); x += cell {
			r := image.Rect(x, y, x+cell, y+cell)
			if far16(mean(whole, r), mean(img, r)) {
				bad++
			}
		}
	}
	if bad > 4 {
		t.Errorf("%d cells look different", bad)
	}
}

func mean(img image.Image, r image.Rectangle) [3]float64 {
	var sum [3]float64
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			cr, cg, cb, _ := img.At(x, y).RGBA()
			sum[0], sum[1], sum[2] = sum[0]+float64(cr), sum[1]+float64(cg), sum[2]+float64(cb)
		}
	}
	n := float64(r.Dx()*r.Dy()) * 257
	return [3]float64{sum[0] / n, sum[1] / n, sum[2] / n}
}

func far16(a, b [3]float64) bool {
	for i := range a {
		if abs(a[i]-b[i]) > 12 {
			return true
		}
	}
	return false
}

func TestIcons_AllCanBeRead(t *testing.T) {
	n := 0
	err := fs.WalkDir(assets.Icons(), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".svg" {
			return err
		}
		n++
		src, err := fs.ReadFile(assets.Icons(), path)
		if err != nil {
			return err
		}
		if _, err := parseIcon(src); err != nil {
			t.Errorf("%s: %v", path, err)
		}
		return nil
	})
	if err != nil || n < 30 {
		t.Errorf("read %d icons: %v", n, err)
	}
}

func TestIcons_EveryCategoryAndActorHasAGlyph(t *testing.T) {
	set := iconStore{read: map[string]*icon{}}
	for _, c := range strings.Fields("ai analytics application-integration compute containers database developer-tools edge general iot management migration network security serverless storage cost") {
		if set.pick("own/category/"+c) == nil {
			t.Errorf("category %s has no glyph", c)
		}
	}
	for _, a := range strings.Fields("users client mobile internet corporate-data-center server hospital device database documents hole") {
		if set.pick("own/actor/"+a) == nil {
			t.Errorf("actor %s has no glyph", a)
		}
	}
}

func BenchmarkPaint(b *testing.B) {
	s, p := scene(b, sample.Large(60)), New()
	img := image.NewRGBA(image.Rect(0, 0, 1280, 800))
	v := View{From: diagram.Point{X: 200, Y: 100}, Scale: 0.8}
	for b.Loop() {
		p.DrawInto(img, s, Light(), v)
	}
}

func BenchmarkPaintWhole(b *testing.B) {
	s, p := scene(b, sample.Build("fraud")), New()
	img := image.NewRGBA(image.Rect(0, 0, 1280, 800))
	for b.Loop() {
		p.DrawInto(img, s, Light(), View{Scale: 0.9})
	}
}

func BenchmarkSVG(b *testing.B) {
	s, p := scene(b, sample.Large(60)), New()
	for b.Loop() {
		if err := p.SVG(io.Discard, s, Light()); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPDF(b *testing.B) {
	s, p := scene(b, sample.Large(60)), New()
	for b.Loop() {
		if err := p.PDF(io.Discard, s, Light()); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPNG(b *testing.B) {
	s, p := scene(b, sample.Build("fraud")), New()
	for b.Loop() {
		if err := p.PNG(io.Discard, s, Light(), 96); err != nil {
			b.Fatal(err)
		}
	}
}
