package paint

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"alarife/internal/icons"
)

// most is the number of pixels of 64 × 64 that another renderer may draw
// otherwise: one in a hundred.
const most = 41

// TestIcons_EncodedLookAsBefore draws a packed icon, with holes by the even-odd
// rule and arcs without separators, as it is after encoding, and compares it
// with what a full SVG renderer made of the original.
func TestIcons_EncodedLookAsBefore(t *testing.T) {
	want := decode(t, "testdata/packed.png")
	if n := unlike(drawn(t, "testdata/packed.svg"), want); n > most {
		t.Errorf("%d pixels differ, want at most %d", n, most)
	}
}

// TestIcons_SetLooksAsShipped compares a sample of the AWS set, where the
// build has fetched it, with a full renderer's picture of the originals.
func TestIcons_SetLooksAsShipped(t *testing.T) {
	files, err := filepath.Glob("../../node_modules/aws-icons/icons/*/*.svg")
	if err != nil {
		t.Fatal(err)
	}
	tool, err := exec.LookPath("rsvg-convert")
	if err != nil || len(files) == 0 {
		t.Skip("rsvg-convert or the icon set is not here")
	}
	step := 10
	if testing.Short() {
		step = 60
	}
	for i := 0; i < len(files); i += step {
		out, err := exec.Command(tool, "-w", "64", "-h", "64", files[i]).Output()
		if err != nil {
			t.Fatal(err)
		}
		img, err := png.Decode(bytes.NewReader(out))
		if err != nil {
			t.Fatal(err)
		}
		got := drawn(t, files[i])
		if got == nil {
			continue // the build leaves it out
		}
		if n := unlike(got, onGrey(img)); n > most {
			t.Errorf("%s: %d pixels differ, want at most %d", filepath.Base(files[i]), n, most)
		}
	}
}

// drawn encodes an icon and draws it on grey; nil for one that is left out.
func drawn(t *testing.T, file string) *image.RGBA {
	t.Helper()
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	enc, err := icons.Encode(src)
	if errors.Is(err, icons.ErrOverlap) {
		return nil
	}
	if err != nil {
		t.Fatal(err)
	}
	i, err := parseIcon(enc)
	if err != nil {
		t.Fatal(err)
	}
	s := newStock()
	return onGrey(s.icon(i, 64, color.RGBA{A: 255}))
}

func decode(t *testing.T, file string) *image.RGBA {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return onGrey(img)
}

func onGrey(img image.Image) *image.RGBA {
	out := image.NewRGBA(image.Rect(0, 0, 64, 64))
	draw.Draw(out, out.Rect, image.NewUniform(color.Gray{0x88}), image.Point{}, draw.Src)
	draw.Draw(out, out.Rect, img, img.Bounds().Min, draw.Over)
	return out
}

// unlike counts pixels that differ by more than softened edges do.
func unlike(a, b *image.RGBA) int {
	n := 0
	for y := range 64 {
		for x := range 64 {
			c, d := a.RGBAAt(x, y), b.RGBAAt(x, y)
			if max(gap(c.R, d.R), gap(c.G, d.G), gap(c.B, d.B)) > 60 {
				n++
			}
		}
	}
	return n
}

func gap(a, b uint8) uint8 { return max(a, b) - min(a, b) }
