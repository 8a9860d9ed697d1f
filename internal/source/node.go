package source

import "gopkg.in/yaml.v3"

// Node is one value of a document.
type Node struct {
	Kind         yaml.Kind
	Style        yaml.Style
	Line, Column int32  // where it begins, from 1; columns count runes
	Value        string // of a scalar
	Content      []*Node

	tag    string // "" for the one that follows from the value, to be found when it is asked for
	marked bool   // it has an anchor, or stands for one
}

// fromLibrary takes over what the library read.
func fromLibrary(n *yaml.Node) *Node {
	out := &Node{
		Kind: n.Kind, Style: n.Style, Line: int32(n.Line), Column: int32(n.Column), Value: n.Value,
		tag: n.Tag, marked: n.Anchor != "" || n.Kind == yaml.AliasNode,
	}
	for _, c := range n.Content {
		out.Content = append(out.Content, fromLibrary(c))
	}
	return out
}

// Tag is the type that YAML gives a scalar: "!!str", "!!int" …
func (n *Node) Tag() string {
	if n.tag == "" {
		n.tag = (&yaml.Node{Kind: n.Kind, Style: n.Style, Value: n.Value}).ShortTag()
	}
	return n.tag
}

// null reports whether the value is written out as none.
func (n *Node) null() bool {
	switch n.Value {
	case "", "~", "null", "Null", "NULL":
		return n.Tag() == "!!null"
	}
	return n.tag == "!!null"
}

// has reports whether a mapping has the field.
func (n *Node) has(field string) bool {
	for i := 0; i < len(n.Content); i += 2 {
		if n.Content[i].Value == field {
			return true
		}
	}
	return false
}
