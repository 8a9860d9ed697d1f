package paint

import (
	"fmt"
	"io"

	"alarife/internal/diagram"
)

// Document is a file of several pages.
type Document struct {
	Title string
	Lang  string // BCP 47 tag of the texts
	Pages []*Page
}

// Page is one page, measured in pixels of 96 to the inch from its top left
// corner. Pictures are painted first, then lines, then texts.
type Page struct {
	Size     diagram.Point
	Pictures []Picture
	Lines    []Line
	Texts    []diagram.Text
}

// Picture is a scene on a page.
type Picture struct {
	Scene *diagram.Scene
	At    diagram.Point // its top left corner
	Scale float64       // pixels of the page to one of the scene
}

// Line is a line through several points.
type Line struct {
	Path  []diagram.Point
	Width float64
	Tone  diagram.Tone
}

// Document writes pages as a PDF. The fonts are embedded with the letters
// used, text can be selected and searched, and pictures stay drawings. It
// returns the error of the writer.
func (p *Painter) Document(w io.Writer, d *Document, pal Palette) error {
	fonts := [2]*pdfFont{newPDFFont(false), newPDFFont(true)}
	f := &pdfFile{}
	var contents []*pdfContent
	for _, page := range d.Pages {
		c := &pdfContent{fonts: fonts}
		p.page(page, c, pal)
		contents = append(contents, c)
	}
	if err := f.build(d, fonts, contents); err != nil {
		return fmt.Errorf("pdf: %w", err)
	}
	_, err := w.Write(f.bytes())
	return err
}

// page paints one page.
func (p *Painter) page(page *Page, c *pdfContent, pal Palette) {
	c.printf("0.75 0 0 -0.75 0 %s cm\n", num(page.Size.Y*0.75))
	c.rect(diagram.Rect{Max: page.Size}, pal.Background)
	for _, pic := range page.Pictures {
		c.printf("q %.5f 0 0 %.5f %s %s cm\n", pic.Scale, pic.Scale, num(pic.At.X), num(pic.At.Y))
		p.walk(pic.Scene, c, pal)
		c.printf("Q\n")
	}
	for _, l := range page.Lines {
		c.line(l.Path, stroke{width: l.Width}, pal.tone(l.Tone))
	}
	for _, t := range page.Texts {
		c.text(t, pal.tone(t.Tone))
	}
}
