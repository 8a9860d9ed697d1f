// Package icons rewrites SVG icons so that every renderer draws them alike.
//
// Icon sets come packed for size: arc flags without separators, and holes that
// rest on an inherited even-odd rule. Several renderers misread the first and
// ignore the second. Encode writes the same shapes with absolute commands,
// without arcs, and with holes wound against their outline, so that the plain
// non-zero rule gives the same picture. Looks do not change, bytes do.
package icons

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/tdewolff/canvas"
)

// ErrOverlap says that the outlines of an icon cross, so that no order of
// winding gives the same picture.
var ErrOverlap = errors.New("outlines of the icon cross")

// Encode rewrites one SVG icon made of paths and groups. It returns an error
// where the file is not such an icon, and ErrOverlap where its looks would
// change.
func Encode(src []byte) ([]byte, error) {
	e := encoder{style: []style{{fill: "#000000", rule: "nonzero", width: 1}}}
	dec := xml.NewDecoder(bytes.NewReader(src))
	for {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("read icon: %w", err)
		}
		switch t := tok.(type) {
		case xml.StartElement:
			if t.Name.Local == "defs" || t.Name.Local == "title" {
				if err := dec.Skip(); err != nil {
					return nil, fmt.Errorf("read icon: %w", err)
				}
				continue
			}
			if err := e.open(t); err != nil {
				return nil, err
			}
		case xml.EndElement:
			e.style = e.style[:len(e.style)-1]
		}
	}
	return e.finish()
}

// style is what an element inherits.
type style struct {
	fill, stroke, rule string
	width              float64
}

type encoder struct {
	style   []style
	viewBox []string
	body    bytes.Buffer
}

func (e *encoder) open(t xml.StartElement) error {
	s := e.style[len(e.style)-1]
	var d string
	for _, a := range t.Attr {
		switch a.Name.Local {
		case "fill":
			s.fill = a.Value
		case "stroke":
			s.stroke = a.Value
		case "fill-rule":
			s.rule = a.Value
		case "stroke-width":
			w, err := strconv.ParseFloat(a.Value, 64)
			if err != nil {
				return fmt.Errorf("stroke width %q: %w", a.Value, err)
			}
			s.width = w
		case "viewBox":
			e.viewBox = strings.Fields(a.Value)
		case "d":
			d = a.Value
		case "transform":
			return errors.New("icon uses a transform")
		}
	}
	e.style = append(e.style, s)
	switch t.Name.Local {
	case "svg", "g":
		return nil
	case "path":
		return e.path(d, s)
	}
	return fmt.Errorf("icon uses the element %q", t.Name.Local)
}

func (e *encoder) path(d string, s style) error {
	p, err := canvas.ParseSVGPath(d)
	if err != nil {
		return fmt.Errorf("read path: %w", err)
	}
	p = p.ReplaceArcs()
	if s.fill != "none" && s.fill != "" {
		filled := p
		if s.rule == "evenodd" {
			if filled, err = windHoles(p); err != nil {
				return err
			}
		}
		e.write(filled, s.fill)
	}
	if s.stroke != "none" && s.stroke != "" {
		e.write(p.Stroke(s.width, canvas.ButtCap, canvas.MiterJoin, 0.01).ReplaceArcs(), s.stroke)
	}
	return nil
}

func (e *encoder) write(p *canvas.Path, fill string) {
	fmt.Fprintf(&e.body, `<path fill="%s" d="`, fill)
	writePath(&e.body, p)
	e.body.WriteString("\"/>\n")
}

func (e *encoder) finish() ([]byte, error) {
	if len(e.viewBox) != 4 || e.viewBox[0] != "0" || e.viewBox[1] != "0" {
		return nil, errors.New("icon has no viewBox from the origin")
	}
	var out bytes.Buffer
	w, h := e.viewBox[2], e.viewBox[3]
	fmt.Fprintf(&out, `<?xml version="1.0" encoding="UTF-8"?>`+"\n"+
		`<svg xmlns="http://www.w3.org/2000/svg" width="%s" height="%s" viewBox="0 0 %s %s">`+"\n", w, h, w, h)
	out.Write(e.body.Bytes())
	out.WriteString("</svg>\n")
	return out.Bytes(), nil
}

// windHoles turns an even-odd path into one that fills alike under the
// non-zero rule: outlines run one way, holes the other.
func windHoles(p *canvas.Path) (*canvas.Path, error) {
	parts := p.Split()
	shapes := make([][]canvas.Point, len(parts))
	for i, part := range parts {
		shapes[i] = part.Flatten(0.01).Coords()
	}
	out := &canvas.Path{}
	for i, part := range parts {
		depth := 0
		for j := range parts {
			if i == j {
				continue
			}
			switch in := share(shapes[j], shapes[i]); {
			case in > 0.95:
				depth++
			case in > 0.05:
				return nil, ErrOverlap
			}
		}
		if (area(shapes[i]) > 0) != (depth%2 == 0) {
			part = part.Reverse()
		}
		out = out.Append(part)
	}
	return out, nil
}

// area returns the area that a polygon turns around, negative for one that
// turns the other way.
func area(c []canvas.Point) float64 {
	sum := 0.0
	for i, a := range c {
		b := c[(i+1)%len(c)]
		sum += a.X*b.Y - a.Y*b.X
	}
	return sum / 2
}

// share returns the part of the corners of inner that lie inside outer; a few
// may touch its outline and count either way.
func share(outer, inner []canvas.Point) float64 {
	in := 0
	for _, c := range inner {
		if inside(outer, c) {
			in++
		}
	}
	return float64(in) / float64(len(inner))
}

// inside counts how often a ray to the right leaves the polygon.
func inside(poly []canvas.Point, p canvas.Point) bool {
	odd := false
	for i, a := range poly {
		b := poly[(i+1)%len(poly)]
		if (a.Y > p.Y) != (b.Y > p.Y) && p.X < a.X+(p.Y-a.Y)*(b.X-a.X)/(b.Y-a.Y) {
			odd = !odd
		}
	}
	return odd
}

func writePath(b *bytes.Buffer, p *canvas.Path) {
	d := p.Data()
	for i := 0; i < len(d); {
		if i > 0 {
			b.WriteByte(' ')
		}
		n := 2
		switch d[i] {
		case canvas.MoveToCmd:
			b.WriteByte('M')
		case canvas.LineToCmd:
			b.WriteByte('L')
		case canvas.QuadToCmd:
			b.WriteByte('Q')
			n = 4
		case canvas.CubeToCmd:
			b.WriteByte('C')
			n = 6
		case canvas.CloseCmd:
			b.WriteByte('Z')
			i += 4
			continue
		}
		for _, v := range d[i+1 : i+1+n] {
			b.WriteByte(' ')
			b.WriteString(number(v))
		}
		i += n + 2
	}
}

// number writes a coordinate with three decimals at most.
func number(v float64) string {
	s := strconv.FormatFloat(v, 'f', 3, 64)
	s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	if s == "-0" || s == "" {
		return "0"
	}
	return s
}
