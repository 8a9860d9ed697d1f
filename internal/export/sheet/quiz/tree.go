package quiz

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"alarife/internal/fault"
)

// Bounds of an XML file.
const (
	maxDepth = 20
	maxNodes = 500_000
)

// node is an element of XML with the text directly in it.
type node struct {
	name     string
	attrs    map[string]string
	text     string
	children []*node
	at       int // offset in the file
	raw      []byte
}

// child returns the first child of a name, an empty one for none.
func (n *node) child(name string) *node {
	for _, c := range n.children {
		if c.name == name {
			return c
		}
	}
	return &node{name: name, at: n.at}
}

// all lists the children of a name.
func (n *node) all(name string) (out []*node) {
	for _, c := range n.children {
		if c.name == name {
			out = append(out, c)
		}
	}
	return out
}

// value is the text of a child without blanks around it.
func (n *node) value(name string) string { return strings.TrimSpace(n.child(name).text) }

// tree reads XML: no document type and so no entities but the five of XML,
// bounded depth and number of elements.
func (r *reader) tree() (*node, error) {
	d := xml.NewDecoder(strings.NewReader(r.text))
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil } // open has seen that it is UTF-8
	top := &node{}
	stack := []*node{top}
	for count := 0; ; {
		offset := int(d.InputOffset())
		token, err := d.RawToken()
		switch {
		case errors.Is(err, io.EOF) && len(stack) == 1:
			return top, nil
		case errors.Is(err, io.EOF):
			return nil, fault.New(r.place(offset), "quiz.xml-end", "element", stack[len(stack)-1].name)
		case err != nil:
			return nil, r.syntax(err, offset)
		}
		above := stack[len(stack)-1]
		switch t := token.(type) {
		case xml.StartElement:
			if count++; count > maxNodes || len(stack) > maxDepth {
				return nil, fault.New(r.place(offset), "quiz.xml-large", "depth", maxDepth, "count", maxNodes)
			}
			n := &node{name: strings.ToLower(t.Name.Local), attrs: map[string]string{}, at: offset}
			for _, a := range t.Attr {
				n.attrs[a.Name.Local] = a.Value
			}
			above.children, stack = append(above.children, n), append(stack, n)
		case xml.EndElement:
			if len(stack) == 1 || strings.ToLower(t.Name.Local) != above.name {
				return nil, fault.New(r.place(offset), "quiz.xml-end", "element", t.Name.Local)
			}
			above.text, above.raw = string(above.raw), nil
			stack = stack[:len(stack)-1]
		case xml.CharData:
			above.raw = append(above.raw, t...)
		case xml.Directive:
			return nil, fault.New(r.place(offset), "quiz.xml-doctype")
		}
	}
}

// syntax is the fault of what is no XML.
func (r *reader) syntax(err error, offset int) error {
	var s *xml.SyntaxError
	reason := err.Error()
	if errors.As(err, &s) {
		reason = s.Msg
	}
	return fault.New(r.place(offset), "quiz.xml", "reason", reason).Because(err)
}
