package paint

import (
	"fmt"
	"strings"
	"unicode/utf16"

	"alarife/internal/typeface"

	"github.com/tdewolff/font"
)

// pdfFont gathers the letters that a document uses of one weight.
type pdfFont struct {
	name   string
	bold   bool
	sfnt   *font.SFNT
	ids    map[uint16]uint16 // glyph of the font → glyph of the subset
	glyphs []uint16
	runes  []rune
}

func newPDFFont(bold bool) *pdfFont {
	f := &pdfFont{name: "ALARIF+LiberationSans", bold: bold, ids: map[uint16]uint16{0: 0}, glyphs: []uint16{0}, runes: []rune{0}}
	if bold {
		f.name += "-Bold"
	}
	return f
}

// use takes a letter into the subset and returns its number there.
func (f *pdfFont) use(glyph uint16, r rune) uint16 {
	if id, ok := f.ids[glyph]; ok {
		return id
	}
	id := uint16(len(f.glyphs))
	f.ids[glyph] = id
	f.glyphs, f.runes = append(f.glyphs, glyph), append(f.runes, r)
	return id
}

func (f *pdfFont) open() *font.SFNT {
	if f.sfnt == nil {
		s, err := font.ParseSFNT(typeface.TTF(f.bold), 0)
		if err != nil {
			panic("paint: bundled font: " + err.Error())
		}
		f.sfnt = s
	}
	return f.sfnt
}

// advance returns the width of a letter of the subset in thousandths of an em.
func (f *pdfFont) advance(id uint16) float64 {
	s := f.open()
	return 1000 * float64(s.GlyphAdvance(f.glyphs[id])) / float64(s.Head.UnitsPerEm)
}

// program returns the font file with the letters used.
func (f *pdfFont) program() ([]byte, error) {
	sub, err := f.open().Subset(f.glyphs, font.SubsetOptions{Tables: font.KeepPDFTables})
	if err != nil {
		return nil, err
	}
	return undated(sub.Write()), nil
}

func (f *pdfFont) widths() string {
	var b strings.Builder
	for i := range f.glyphs {
		fmt.Fprintf(&b, " %d", int(f.advance(uint16(i))+0.5))
	}
	return b.String()[1:]
}

// unicode maps letters back to text, so that it can be searched.
func (f *pdfFont) unicode() string {
	var b strings.Builder
	b.WriteString("/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n" +
		"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n" +
		"/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n" +
		"1 begincodespacerange <0000> <ffff> endcodespacerange\n")
	for from := 1; from < len(f.glyphs); from += 100 {
		to := min(from+100, len(f.glyphs))
		fmt.Fprintf(&b, "%d beginbfchar\n", to-from)
		for i := from; i < to; i++ {
			fmt.Fprintf(&b, "<%04x> <%s>\n", i, utf16Hex(string(f.runes[i])))
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap CMapName currentdict /CMap defineresource pop end end\n")
	return b.String()
}

func utf16Hex(s string) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04x", u)
	}
	return b.String()
}
