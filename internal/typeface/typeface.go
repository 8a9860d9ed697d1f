// Package typeface measures and breaks text set in the bundled font, Liberation
// Sans, whose widths are those of Arial. Whoever lays text out and whoever
// paints it read the same widths here.
package typeface

import (
	"strings"
	"sync"
	"unicode"

	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansregular"
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// Family is the CSS font family that a viewer should set the text in: the
// bundled font, then fonts of the same widths.
const Family = "Liberation Sans, Arial, Helvetica, sans-serif"

// Face is one weight of the font. It is safe for concurrent use.
type Face struct {
	mu     sync.Mutex
	font   *sfnt.Font
	buf    sfnt.Buffer
	em     fixed.Int26_6
	glyphs map[rune]glyph
	kerns  map[[2]sfnt.GlyphIndex]float64
}

type glyph struct {
	index   sfnt.GlyphIndex
	advance float64 // em
}

// missingAdvance is the width, in em, reserved for a character that the font
// lacks: a viewer borrows it from another font, and few are wider.
const missingAdvance = 1.4

// Regular and Bold return the two weights.
var (
	Regular = sync.OnceValue(func() *Face { return mustParse(liberationsansregular.TTF) })
	Bold    = sync.OnceValue(func() *Face { return mustParse(liberationsansbold.TTF) })
)

// Of returns the bold or the regular face.
func Of(bold bool) *Face {
	if bold {
		return Bold()
	}
	return Regular()
}

// TTF returns the font file of a weight.
func TTF(bold bool) []byte {
	if bold {
		return liberationsansbold.TTF
	}
	return liberationsansregular.TTF
}

func mustParse(ttf []byte) *Face {
	f, err := sfnt.Parse(ttf)
	if err != nil {
		panic("typeface: bundled font: " + err.Error())
	}
	return &Face{
		font: f, em: fixed.Int26_6(f.UnitsPerEm()),
		glyphs: map[rune]glyph{}, kerns: map[[2]sfnt.GlyphIndex]float64{},
	}
}

// Placed is one character on a line.
type Placed struct {
	Index sfnt.GlyphIndex // 0 for a character that the font lacks
	X     float64         // em from the start of the line
}

// Line places the characters of one line and returns its width, both in em.
func (f *Face) Line(s string) ([]Placed, float64) {
	f.mu.Lock()
	defer f.mu.Unlock()
	out := make([]Placed, 0, len(s))
	x, last := 0.0, sfnt.GlyphIndex(0)
	for _, r := range s {
		g := f.glyph(r)
		x += f.kern(last, g.index)
		out = append(out, Placed{Index: g.index, X: x})
		x += g.advance
		last = g.index
	}
	return out, x
}

// Width returns the width of one line in pixels at a size in pixels.
func (f *Face) Width(s string, size float64) float64 {
	f.mu.Lock()
	defer f.mu.Unlock()
	x, last := 0.0, sfnt.GlyphIndex(0)
	for _, r := range s {
		g := f.glyph(r)
		x += f.kern(last, g.index) + g.advance
		last = g.index
	}
	return x * size
}

func (f *Face) glyph(r rune) glyph {
	if g, ok := f.glyphs[r]; ok {
		return g
	}
	g := glyph{advance: missingAdvance}
	if i, err := f.font.GlyphIndex(&f.buf, r); err == nil && i != 0 {
		if a, err := f.font.GlyphAdvance(&f.buf, i, f.em, font.HintingNone); err == nil {
			g = glyph{index: i, advance: float64(a) / float64(f.em)}
		}
	}
	if unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r) {
		g.advance = 0
	}
	f.glyphs[r] = g
	return g
}

func (f *Face) kern(a, b sfnt.GlyphIndex) float64 {
	if a == 0 || b == 0 {
		return 0
	}
	key := [2]sfnt.GlyphIndex{a, b}
	if k, ok := f.kerns[key]; ok {
		return k
	}
	k, err := f.font.Kern(&f.buf, a, b, f.em, font.HintingNone)
	if err != nil {
		k = 0
	}
	f.kerns[key] = float64(k) / float64(f.em)
	return f.kerns[key]
}

// Clean makes a text fit for one paragraph: valid UTF-8, control characters
// and line ends turned into spaces, runs of spaces into one.
func Clean(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\uFFFE' || r == '\uFFFF' {
			return ' '
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// Outline returns the outline of a glyph in em, y down from the baseline. The
// outline of glyph 0 stands for a character that the font lacks.
func (f *Face) Outline(i sfnt.GlyphIndex) ([]Segment, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	segs, err := f.font.LoadGlyph(&f.buf, i, f.em, nil)
	if err != nil {
		return nil, err
	}
	out := make([]Segment, len(segs))
	for k, s := range segs {
		out[k].Op = s.Op
		for j, a := range s.Args {
			out[k].Args[j] = [2]float64{float64(a.X) / float64(f.em), float64(a.Y) / float64(f.em)}
		}
	}
	return out, nil
}

// Segment is one part of an outline, in em.
type Segment struct {
	Op   sfnt.SegmentOp
	Args [3][2]float64
}
