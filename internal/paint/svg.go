package paint

import (
	"bytes"
	"fmt"
	"image/color"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"alarife/internal/diagram"
	"alarife/internal/typeface"
)

// SVG writes a scene as SVG. Text stays text, icons are paths, and nothing is
// referred to outside the file. It returns the error of the writer.
func (p *Painter) SVG(w io.Writer, s *diagram.Scene, pal Palette) error {
	v := &svg{}
	v.printf(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
	v.printf(`<svg xmlns="http://www.w3.org/2000/svg" width="%s" height="%s" viewBox="0 0 %s %s" role="img" xml:lang="%s" font-family="%s">`+"\n",
		num(s.Size.X), num(s.Size.Y), num(s.Size.X), num(s.Size.Y), escape(s.Lang), typeface.Family)
	v.printf("<title>%s</title>\n", escape(s.Title))
	v.rect(diagram.Rect{Max: s.Size}, pal.Background)
	p.walk(s, v, pal)
	v.printf("</svg>\n")
	_, err := w.Write(v.out.Bytes())
	return err
}

type svg struct{ out bytes.Buffer }

func (v *svg) printf(format string, args ...any) { fmt.Fprintf(&v.out, format, args...) }

func (v *svg) outside(diagram.Rect) bool { return false }

func (v *svg) begin(kind, id, title string) {
	v.printf(`<g class="%s"`, kind)
	if id != "" {
		v.printf(` data-id="%s"`, escape(id))
	}
	v.printf(">\n")
	if title != "" {
		v.printf("<title>%s</title>\n", escape(title))
	}
}

func (v *svg) end() { v.printf("</g>\n") }

func (v *svg) rect(r diagram.Rect, fill color.RGBA) {
	v.printf(`<rect x="%s" y="%s" width="%s" height="%s" fill="%s"/>`+"\n",
		num(r.Min.X), num(r.Min.Y), num(r.W()), num(r.H()), hex(fill))
}

func (v *svg) disc(at diagram.Point, radius float64, fill color.RGBA) {
	v.printf(`<circle cx="%s" cy="%s" r="%s" fill="%s"/>`+"\n", num(at.X), num(at.Y), num(radius), hex(fill))
}

func (v *svg) line(path []diagram.Point, s stroke, c color.RGBA) {
	v.printf(`<path d="%s" fill="none" stroke="%s" stroke-width="%s"`, rounded(path, s.radius), hex(c), num(s.width))
	if len(s.dash) > 0 {
		v.printf(` stroke-dasharray="%s %s"`, num(s.dash[0]), num(s.dash[1]))
	}
	v.printf("/>\n")
}

// rounded writes a path whose corners are rounded, in SVG's notation, which
// the PDF writer reads as well.
func rounded(path []diagram.Point, radius float64) string {
	var b strings.Builder
	for i, p := range path {
		switch {
		case i == 0:
			fmt.Fprintf(&b, "M %s %s", num(p.X), num(p.Y))
		case radius > 0 && i < len(path)-1:
			in := towards(p, path[i-1], min(radius, distance(p, path[i-1])/2))
			out := towards(p, path[i+1], min(radius, distance(p, path[i+1])/2))
			fmt.Fprintf(&b, " L %s %s Q %s %s %s %s", num(in.X), num(in.Y), num(p.X), num(p.Y), num(out.X), num(out.Y))
		case i == len(path)-1 && p == path[0]:
			b.WriteString(" Z")
		default:
			fmt.Fprintf(&b, " L %s %s", num(p.X), num(p.Y))
		}
	}
	return b.String()
}

func (v *svg) icon(i *icon, r diagram.Rect, ink color.RGBA) {
	v.printf(`<g transform="translate(%s %s) scale(%s)">`, num(r.Min.X), num(r.Min.Y), strconv.FormatFloat(r.W()/i.size, 'f', -1, 64))
	for _, s := range i.shapes {
		v.printf(`<path fill="%s" d="%s"/>`, hex(s.colour(ink)), escape(s.d))
	}
	v.printf("</g>\n")
}

func (v *svg) text(t diagram.Text, c color.RGBA) {
	v.printf(`<text x="%s" y="%s" font-size="%s" fill="%s"`, num(t.At.X), num(t.At.Y), num(t.Size), hex(c))
	if t.Bold {
		v.printf(` font-weight="bold"`)
	}
	if t.Align != diagram.Left {
		v.printf(` text-anchor="%s"`, [...]string{"start", "middle", "end"}[t.Align])
	}
	v.printf(">%s</text>\n", escape(t.String))
}

// num writes a coordinate with two decimals at most.
func num(v float64) string {
	s := strconv.FormatFloat(v, 'f', 2, 64)
	s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	if s == "-0" {
		return "0"
	}
	return s
}

func hex(c color.RGBA) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// escape makes any text fit for XML: markup is escaped, and characters that
// XML cannot hold are replaced.
func escape(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '&':
			b.WriteString("&amp;")
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '"':
			b.WriteString("&quot;")
		case r == '\'':
			b.WriteString("&#39;")
		case r < ' ' && r != '\t' && r != '\n' && r != '\r', r == 0xFFFE, r == 0xFFFF:
			b.WriteRune(utf8.RuneError)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
