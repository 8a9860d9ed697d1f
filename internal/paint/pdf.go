package paint

import (
	"bytes"
	"fmt"
	"image/color"
	"io"

	"alarife/internal/diagram"
	"alarife/internal/typeface"
)

// PDF writes a scene as a PDF of one page, as large as the scene at 96 pixels
// an inch. The fonts are embedded with the letters used, and text can be
// selected and searched. It returns the error of the writer.
func (p *Painter) PDF(w io.Writer, s *diagram.Scene, pal Palette) error {
	whole := &Page{Size: s.Size, Pictures: []Picture{{Scene: s, Scale: 1}}}
	return p.Document(w, &Document{Title: s.Title, Lang: s.Lang, Pages: []*Page{whole}}, pal)
}

// pdfContent writes a page's content stream.
type pdfContent struct {
	out   bytes.Buffer
	fonts [2]*pdfFont // regular, bold
}

func (c *pdfContent) printf(format string, args ...any) { fmt.Fprintf(&c.out, format, args...) }

func (c *pdfContent) begin(string, string, string) {}
func (c *pdfContent) end()                         {}

func (c *pdfContent) outside(diagram.Rect) bool { return false }

func (c *pdfContent) fill(col color.RGBA) { c.printf("%s rg\n", pdfColour(col)) }

func pdfColour(c color.RGBA) string {
	return fmt.Sprintf("%s %s %s", num3(c.R), num3(c.G), num3(c.B))
}

func num3(v uint8) string { return fmt.Sprintf("%.3g", float64(v)/255) }

func (c *pdfContent) rect(r diagram.Rect, fill color.RGBA) {
	c.fill(fill)
	c.printf("%s %s %s %s re f\n", num(r.Min.X), num(r.Min.Y), num(r.W()), num(r.H()))
}

func (c *pdfContent) disc(at diagram.Point, r float64, fill color.RGBA) {
	const k = 0.5522848
	c.fill(fill)
	x, y := at.X, at.Y
	curve := func(v ...float64) {
		for _, f := range v {
			c.printf("%s ", num(f))
		}
		c.printf("c\n")
	}
	c.printf("%s %s m\n", num(x+r), num(y))
	curve(x+r, y+k*r, x+k*r, y+r, x, y+r)
	curve(x-k*r, y+r, x-r, y+k*r, x-r, y)
	curve(x-r, y-k*r, x-k*r, y-r, x, y-r)
	curve(x+k*r, y-r, x+r, y-k*r, x+r, y)
	c.printf("f\n")
}

func (c *pdfContent) line(path []diagram.Point, s stroke, col color.RGBA) {
	cmds, err := parsePath(rounded(path, s.radius))
	if err != nil {
		return // rounded writes what parsePath reads
	}
	c.printf("%s RG %s w ", pdfColour(col), num(s.width))
	if len(s.dash) > 0 {
		c.printf("[%s %s] 0 d\n", num(s.dash[0]), num(s.dash[1]))
	} else {
		c.printf("[] 0 d\n")
	}
	c.path(cmds)
	c.printf("S\n")
}

// path writes path commands; PDF knows cubics alone.
func (c *pdfContent) path(cmds []command) {
	var x, y float64
	for _, m := range cmds {
		a := m.args
		switch m.op {
		case 'M', 'L':
			op := "l"
			if m.op == 'M' {
				op = "m"
			}
			c.printf("%s %s %s\n", num(a[0]), num(a[1]), op)
			x, y = a[0], a[1]
		case 'Q':
			c.printf("%s %s %s %s %s %s c\n", num(x+2*(a[0]-x)/3), num(y+2*(a[1]-y)/3),
				num(a[2]+2*(a[0]-a[2])/3), num(a[3]+2*(a[1]-a[3])/3), num(a[2]), num(a[3]))
			x, y = a[2], a[3]
		case 'C':
			c.printf("%s %s %s %s %s %s c\n", num(a[0]), num(a[1]), num(a[2]), num(a[3]), num(a[4]), num(a[5]))
			x, y = a[4], a[5]
		case 'Z':
			c.printf("h\n")
		}
	}
}

func (c *pdfContent) icon(i *icon, r diagram.Rect, ink color.RGBA) {
	scale := r.W() / i.size
	c.printf("q %.5f 0 0 %.5f %s %s cm\n", scale, scale, num(r.Min.X), num(r.Min.Y))
	for k := range i.shapes {
		c.fill(i.shapes[k].colour(ink))
		c.path(i.shapes[k].path)
		c.printf("f\n")
	}
	c.printf("Q\n")
}

func (c *pdfContent) text(t diagram.Text, col color.RGBA) {
	f := c.fonts[0]
	name := "F1"
	if t.Bold {
		f, name = c.fonts[1], "F2"
	}
	line, w := typeface.Of(t.Bold).Line(t.String)
	x := t.At.X - w*t.Size*float64(t.Align)/2
	c.fill(col)
	c.printf("BT /%s %s Tf 1 0 0 -1 %s %s Tm [", name, num(t.Size), num(x), num(t.At.Y))
	runes := []rune(t.String)
	for i, g := range line {
		id := f.use(uint16(g.Index), runes[i])
		c.printf("<%04x>", id)
		if i+1 < len(line) {
			if shift := f.advance(id) - 1000*(line[i+1].X-g.X); abs(shift) > 0.5 {
				c.printf("%d", int(shift))
			}
		}
	}
	c.printf("] TJ ET\n")
}
