// Package markup builds XML documents as trees and writes them well-formed,
// whatever their texts hold.
package markup

import (
	"bytes"
	"encoding/xml"
	"strings"
)

// Element is an element with its attributes, and elements and texts in it.
type Element struct {
	name       string
	attributes []string // name, value, name, value …
	children   []any    // *Element or string
}

// New makes an element with attributes given as name, value, name, value ….
func New(name string, attributes ...string) *Element {
	return &Element{name: name, attributes: attributes}
}

// Text makes an element that holds nothing but a text.
func Text(name, text string, attributes ...string) *Element {
	return New(name, attributes...).Put(text)
}

// Add puts elements at the end and returns e; nil adds nothing.
func (e *Element) Add(elements ...*Element) *Element {
	for _, c := range elements {
		if c != nil {
			e.children = append(e.children, c)
		}
	}
	return e
}

// Put puts a text at the end and returns e.
func (e *Element) Put(text string) *Element {
	e.children = append(e.children, text)
	return e
}

// Document writes the element as the root of a document. Elements that hold no
// text of their own are indented.
func (e *Element) Document() []byte {
	var b bytes.Buffer
	b.WriteString(xml.Header)
	e.write(&b, "\n")
	b.WriteByte('\n')
	return b.Bytes()
}

// write writes an element; newline is what begins a line at its depth, "" amid
// text.
func (e *Element) write(b *bytes.Buffer, newline string) {
	b.WriteString("<" + e.name)
	for i := 0; i+1 < len(e.attributes); i += 2 {
		b.WriteString(" " + e.attributes[i] + `="` + escape(e.attributes[i+1]) + `"`)
	}
	if len(e.children) == 0 {
		b.WriteString("/>")
		return
	}
	b.WriteString(">")
	inner := ""
	if newline != "" && !e.speaks() {
		inner = newline + "  "
	}
	for _, c := range e.children {
		switch c := c.(type) {
		case string:
			b.WriteString(escape(c))
		case *Element:
			b.WriteString(inner)
			c.write(b, inner)
		}
	}
	if inner != "" {
		b.WriteString(newline)
	}
	b.WriteString("</" + e.name + ">")
}

// speaks reports whether an element holds a text of its own.
func (e *Element) speaks() bool {
	for _, c := range e.children {
		if _, ok := c.(string); ok {
			return true
		}
	}
	return false
}

// escape writes a text for an element or an attribute; characters that XML
// cannot hold become U+FFFD.
func escape(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // a Builder takes everything
	return b.String()
}
