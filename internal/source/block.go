package source

import "gopkg.in/yaml.v3"

// Block is where a value stands in its file, for putting lines beside it.
// Lines and columns count from 1.
type Block struct {
	Line, Column int  // where it begins; an item of a list begins behind its dash
	End          int  // the line behind it
	Flow         bool // it stands in brackets, so that no line can be put into it
}

// Block finds the value that a path leads to: names of fields, and for an item
// of a list the value of its field "id". ok is false where there is none.
func (d *Document) Block(path ...string) (b Block, ok bool) {
	n, end := d.Root, len(d.lines)
	if d.lines[end-1] != "" {
		end++
	}
	for _, name := range path {
		if n, end = step(n, name, end); n == nil {
			return Block{}, false
		}
	}
	return Block{Line: n.Line, Column: n.Column, End: end, Flow: n.Style&yaml.FlowStyle != 0}, true
}

// step goes to a field or item; end is the line behind the whole.
func step(n *yaml.Node, name string, end int) (*yaml.Node, int) {
	switch n.Kind {
	case yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			if n.Content[i].Value != name {
				continue
			}
			if i+2 < len(n.Content) {
				end = n.Content[i+2].Line
			}
			return n.Content[i+1], end
		}
	case yaml.SequenceNode:
		for i, item := range n.Content {
			if id, _ := step(item, "id", end); id == nil || id.Value != name {
				continue
			}
			if i+1 < len(n.Content) {
				end = n.Content[i+1].Line
			}
			return item, end
		}
	}
	return nil, end
}
