package paint

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"image/color"
	"io"
	"strconv"
	"strings"
	"sync"

	"alarife/assets"
)

// icon is a drawing made of filled shapes in a square of its own.
type icon struct {
	name   string
	size   float64 // of the square
	shapes []shape
}

// shape is a path filled under the non-zero rule.
type shape struct {
	ink  bool // filled with the ink of the palette
	line bool // a drawing in squid ink: white on dark, as the icon set has it
	fill color.RGBA
	d    string // as in SVG: absolute M L Q C Z
	path []command
}

// command is one command of a path.
type command struct {
	op   byte // M L Q C Z
	args [6]float64
}

// iconStore keeps the icons read so far. It is safe for concurrent use.
type iconStore struct {
	mu   sync.Mutex
	read map[string]*icon
}

// pick returns the icon of the first path that there is an icon for, nil for
// none.
func (s *iconStore) pick(paths ...string) *icon {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, p := range paths {
		i, ok := s.read[p]
		if !ok {
			i = load(p)
			s.read[p] = i
		}
		if i != nil {
			return i
		}
	}
	return nil
}

func load(path string) *icon {
	src, ok := assets.Icon(path)
	if !ok {
		return nil
	}
	i, err := parseIcon(src)
	if err != nil {
		return nil
	}
	i.name = path
	for k := range i.shapes {
		i.shapes[k].line = strings.HasPrefix(path, "resource/") && i.shapes[k].fill == squidInk
	}
	return i
}

// parseIcon reads an icon as icons.Encode writes it.
func parseIcon(src []byte) (*icon, error) {
	dec := xml.NewDecoder(bytes.NewReader(src))
	i := &icon{}
	for {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("icon: %w", err)
		}
		t, ok := tok.(xml.StartElement)
		if !ok {
			continue
		}
		switch t.Name.Local {
		case "svg":
			i.size, err = strconv.ParseFloat(attr(t, "width"), 64)
		case "path":
			var s shape
			s, err = parseShape(attr(t, "fill"), attr(t, "d"))
			i.shapes = append(i.shapes, s)
		}
		if err != nil {
			return nil, fmt.Errorf("icon: %w", err)
		}
	}
	if i.size <= 0 || len(i.shapes) == 0 {
		return nil, errors.New("icon: nothing to draw")
	}
	return i, nil
}

func attr(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func parseShape(fill, d string) (shape, error) {
	s := shape{d: d}
	if fill == "currentColor" {
		s.ink = true
	} else {
		hex := strings.TrimPrefix(fill, "#")
		if len(hex) == 3 {
			hex = string([]byte{hex[0], hex[0], hex[1], hex[1], hex[2], hex[2]})
		}
		v, err := strconv.ParseUint(hex, 16, 24)
		if err != nil {
			return s, fmt.Errorf("fill %q: %w", fill, err)
		}
		s.fill = rgb(uint32(v))
	}
	var err error
	s.path, err = parsePath(d)
	return s, err
}

// arity is the number of figures after each command.
var arity = map[string]int{"M": 2, "L": 2, "Q": 4, "C": 6, "Z": 0}

func parsePath(d string) ([]command, error) {
	words := strings.Fields(d)
	var out []command
	for i := 0; i < len(words); {
		n, ok := arity[words[i]]
		if !ok || i+n >= len(words) {
			return nil, fmt.Errorf("path: unknown or cut command %q", words[i])
		}
		c := command{op: words[i][0]}
		for k := range n {
			v, err := strconv.ParseFloat(words[i+1+k], 64)
			if err != nil {
				return nil, fmt.Errorf("path: %w", err)
			}
			c.args[k] = v
		}
		out = append(out, c)
		i += n + 1
	}
	return out, nil
}

// squidInk is the colour of the set's general drawings on a light background.
var squidInk = rgb(0x242f3e)

// colour of the shape under an ink.
func (s *shape) colour(ink color.RGBA) color.RGBA {
	if s.ink || (s.line && ink.G > 128) {
		return ink
	}
	return s.fill
}
