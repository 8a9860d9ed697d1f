package paper

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"alarife/internal/diagram"
	"alarife/internal/paint"
	"alarife/internal/typeface"
)

func ofPages(page, pages int) string { return fmt.Sprintf("%d of %d", page, pages) }

// where returns the page on which a text stands, -1 for none.
func where(d *paint.Document, text string) int {
	for i, p := range d.Pages {
		for _, t := range p.Texts {
			if t.String == text {
				return i
			}
		}
	}
	return -1
}

// inside reports what leaves the margins of its page or runs into another line.
func inside(t *testing.T, d *paint.Document) {
	t.Helper()
	for n, p := range d.Pages {
		for i, a := range p.Texts {
			w := typeface.Of(a.Bold).Width(a.String, a.Size)
			left := a.At.X - w*float64(a.Align)/2
			if left < edge-1 || left+w > p.Size.X-edge+1 || a.At.Y < edge || a.At.Y > p.Size.Y-10 {
				t.Errorf("page %d: %q leaves the page", n+1, a.String)
			}
			for _, b := range p.Texts[:i] {
				same := a.At.Y == b.At.Y
				wb := typeface.Of(b.Bold).Width(b.String, b.Size)
				leftB := b.At.X - wb*float64(b.Align)/2
				apart := left > leftB+wb-0.1 || leftB > left+w-0.1
				if !apart && (same || a.At.Y > b.At.Y && a.At.Y-a.Size*0.75 < b.At.Y+b.Size*0.15 || b.At.Y > a.At.Y && b.At.Y-b.Size*0.75 < a.At.Y+a.Size*0.15) && a.String != "" && b.String != "" {
					t.Errorf("page %d: %q and %q overlap", n+1, a.String, b.String)
				}
			}
		}
		for _, pic := range p.Pictures {
			if pic.At.X < 0 || pic.At.X+pic.Scene.Size.X*pic.Scale > p.Size.X || pic.At.Y+pic.Scene.Size.Y*pic.Scale > p.Size.Y-20 {
				t.Errorf("page %d: a picture leaves the page", n+1)
			}
		}
	}
}

func TestPaper_KeepsGroupsTogether(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	p := New("Title", "en", ofPages)
	const groups = 60
	for g := range groups {
		p.Begin()
		p.Text(Heading, fmt.Sprintf("head %d", g))
		p.Tied(Body, strings.Repeat("word ", 5+r.IntN(60)))
		for range r.IntN(9) {
			p.Item(r.IntN(2), Box(r.IntN(4)), "A)", strings.Repeat("option ", 1+r.IntN(30)), false)
			p.Under("remark")
		}
		p.Lines(r.IntN(4))
		p.Fields(true, Field{Label: "Answer:", Share: 0.5, After: "USD"})
		p.Text(Body, fmt.Sprintf("end %d", g))
	}
	d := p.Document()
	inside(t, d)
	for g := range groups {
		from, to := where(d, fmt.Sprintf("head %d", g)), where(d, fmt.Sprintf("end %d", g))
		if from < 0 || from != to {
			t.Errorf("group %d stands on pages %d to %d", g, from+1, to+1)
		}
	}
}

func TestPaper_DividesWhatIsLongerThanAPage(t *testing.T) {
	p := New("Title", "en", ofPages)
	p.Text(Body, strings.Repeat("An endless paragraph without any break. ", 900))
	for i := range 200 {
		p.Item(0, Empty, fmt.Sprintf("%d)", i), strings.Repeat("word ", 40), false)
	}
	d := p.Document()
	inside(t, d)
	if len(d.Pages) < 10 || where(d, "199)") != len(d.Pages)-1 {
		t.Errorf("%d pages", len(d.Pages))
	}
}

func TestPaper_BreaksAndNumbers(t *testing.T) {
	p := New("A title that is much too long for the foot of a page "+strings.Repeat("and goes on ", 20), "en", ofPages)
	p.Break()
	p.Begin()
	p.Text(Body, "first")
	p.Break()
	p.Begin()
	p.Text(Body, "second")
	d := p.Document()
	inside(t, d)
	if len(d.Pages) != 2 || where(d, "first") != 0 || where(d, "second") != 1 || where(d, "2 of 2") != 1 {
		t.Errorf("%d pages", len(d.Pages))
	}
	if empty := New("", "en", ofPages).Document(); len(empty.Pages) != 1 {
		t.Errorf("nothing makes %d pages", len(empty.Pages))
	}
}

func TestPaper_ColumnsOfShortOptions(t *testing.T) {
	set := func(words int) *paint.Document {
		p := New("Title", "en", ofPages)
		var entries []Entry
		for i := range 9 {
			entries = append(entries, Entry{string(rune('A'+i)) + ")", strings.TrimSpace(strings.Repeat("word ", words))})
		}
		p.Choices(0, entries)
		d := p.Document()
		inside(t, d)
		return d
	}
	columns := func(d *paint.Document) int {
		at := map[float64]bool{}
		for _, text := range d.Pages[0].Texts {
			if strings.HasSuffix(text.String, ")") {
				at[text.At.X] = true
			}
		}
		return len(at)
	}
	if short, long := columns(set(4)), columns(set(30)); short != 2 || long != 1 {
		t.Errorf("%d columns of short ones, %d of long ones", short, long)
	}
}

func TestPaper_PicturesByTheirSize(t *testing.T) {
	scene := func(w, h float64) *diagram.Scene { return &diagram.Scene{Size: diagram.Point{X: w, Y: h}} }
	for _, tt := range []struct {
		name  string
		scene *diagram.Scene
		stand Stand
		width float64 // of the page that bears it
	}{
		{"small", scene(500, 300), Between, short},
		{"wide", scene(1700, 900), OnA4, long},
		{"huge", scene(2500, 1700), OnA3, 2 * short},
		{"tall", scene(700, 2600), OnA3, long},
		{"upright", scene(900, 1500), OnA4, short},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := New("Title", "en", ofPages)
			p.Begin()
			p.Text(Heading, "with a picture")
			if got := p.Picture(tt.scene, "caption"); got != tt.stand {
				t.Errorf("it stands %v", got)
			}
			p.Begin()
			p.Text(Heading, "next")
			d := p.Document()
			inside(t, d)
			for i, page := range d.Pages {
				if len(page.Pictures) == 1 && (page.Size.X != tt.width || i != 0 && i != 1) {
					t.Errorf("it stands on page %d, %v wide", i+1, page.Size.X)
				}
			}
			if where(d, "next") != 0 {
				t.Error("a picture of its own page takes the text's room")
			}
		})
	}
}
