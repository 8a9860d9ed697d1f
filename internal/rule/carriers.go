package rule

import (
	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/parser"
)

// part is a condition taken apart at its “and” and “or”.
type part struct {
	either bool // one side is enough; otherwise all are needed
	sides  []*part
	leaf   *Program // where there are no sides
}

// Carriers lists the keys on which a condition that holds rests: of sides joined
// by “or” only those that hold. Of any other expression it lists all that it
// reads.
func (m *Machine) Carriers(p *Program) []string {
	if p.parts == nil || !m.holds(p.parts()) {
		return p.Reads
	}
	keys := map[string]Type{}
	m.carry(p.parts(), keys)
	return sorted(keys)
}

func (m *Machine) holds(p *part) bool {
	if p.leaf != nil {
		held, err := m.Bool(p.leaf)
		return held && err == nil
	}
	for _, s := range p.sides {
		if m.holds(s) == p.either {
			return p.either
		}
	}
	return !p.either
}

// carry collects the keys of a part that holds.
func (m *Machine) carry(p *part, into map[string]Type) {
	if p.leaf != nil {
		for _, key := range p.leaf.Reads {
			into[key] = Type{}
		}
	}
	for _, s := range p.sides {
		if !p.either || m.holds(s) {
			m.carry(s, into)
		}
	}
}

// joins reports whether an “or” joins sides of a condition.
func joins(n ast.Node) bool {
	b, ok := n.(*ast.BinaryNode)
	return ok && (isOr(b) || isAnd(b) && (joins(b.Left) || joins(b.Right)))
}

func isOr(b *ast.BinaryNode) bool  { return b.Operator == "or" || b.Operator == "||" }
func isAnd(b *ast.BinaryNode) bool { return b.Operator == "and" || b.Operator == "&&" }

// apart takes a checked condition apart.
func apart(n ast.Node, reads map[string]Type) *part {
	if b, ok := n.(*ast.BinaryNode); ok && (isOr(b) || isAnd(b)) {
		return &part{either: isOr(b), sides: []*part{apart(b.Left, reads), apart(b.Right, reads)}}
	}
	return &part{leaf: leaf(n, reads)}
}

// leaf compiles a part by itself. What is part of a sound condition is sound.
func leaf(n ast.Node, reads map[string]Type) *Program {
	own := keysOf{reads, map[string]Type{}}
	ast.Walk(&n, own)
	code, err := generate(&parser.Tree{Node: n}, own.found)
	if err != nil {
		panic(err)
	}
	return &Program{Kind: Bool, Reads: sorted(own.found), code: code}
}

// keysOf collects the keys that a checked tree loads.
type keysOf struct{ all, found map[string]Type }

// Visit implements ast.Visitor.
func (k keysOf) Visit(n *ast.Node) {
	if load, ok := (*n).(*ast.IdentifierNode); ok {
		if t, known := k.all[load.Value]; known {
			k.found[load.Value] = t
		}
	}
}
