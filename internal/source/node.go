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

// room is where nodes are kept: many at once, and those of one document after
// those of another in the same place.
type room struct {
	nodes []Node
	lists []*Node // what stands in mappings and lists, one after the other
}

// clear forgets the nodes: their place is taken by others.
func (r *room) clear() { r.nodes, r.lists = r.nodes[:0], r.lists[:0] }

// newNode keeps a node.
func (r *room) newNode(n Node) *Node {
	if len(r.nodes) == cap(r.nodes) { // those that are there stay where they are
		r.nodes = make([]Node, 0, max(256, 2*cap(r.nodes)))
	}
	r.nodes = append(r.nodes, n)
	return &r.nodes[len(r.nodes)-1]
}

// newList keeps a list of nodes.
func (r *room) newList(list []*Node) []*Node {
	if len(r.lists)+len(list) > cap(r.lists) {
		r.lists = make([]*Node, 0, max(256, 2*cap(r.lists), len(list)))
	}
	from := len(r.lists)
	r.lists = append(r.lists, list...)
	return r.lists[from:len(r.lists):len(r.lists)]
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
