package rule

import (
	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/parser"
)

// Form is what a part of an expression is.
type Form int

// The forms of a part.
const (
	IsOperator Form = iota + 1 // Text is the operator, Parts its operands
	IsName                     // Text is the name of a fact or word
	IsNumber                   // Number
	IsText                     // Text
	IsList                     // Parts
	IsLimit                    // Text is the limit, Of its service, "" for the own one
	IsChoice                   // Parts: the condition, what holds then, and what else
	IsCall                     // Text is the function; Of its constant argument, or Parts
)

// Part is an expression, or a part of one, as it is written: for whoever puts
// it into words.
type Part struct {
	Form   Form
	Text   string
	Of     string
	Number float64
	Parts  []Part
}

// Read takes an expression apart without checking it; ok is false where it
// cannot be read or holds what has no form here.
func Read(text string) (p Part, ok bool) {
	tree, err := parser.ParseWithConfig(text, configuration(nil))
	if err != nil {
		return Part{}, false
	}
	return read(tree.Node)
}

func read(n ast.Node) (Part, bool) {
	switch n := n.(type) {
	case *ast.IntegerNode:
		return Part{Form: IsNumber, Number: float64(n.Value)}, true
	case *ast.FloatNode:
		return Part{Form: IsNumber, Number: n.Value}, true
	case *ast.StringNode:
		return Part{Form: IsText, Text: n.Value}, true
	case *ast.IdentifierNode:
		return Part{Form: IsName, Text: n.Value}, true
	case *ast.UnaryNode:
		return readAll(Part{Form: IsOperator, Text: spelled(n.Operator)}, n.Node)
	case *ast.BinaryNode:
		return readAll(Part{Form: IsOperator, Text: spelled(n.Operator)}, n.Left, n.Right)
	case *ast.ConditionalNode:
		return readAll(Part{Form: IsChoice}, n.Cond, n.Exp1, n.Exp2)
	case *ast.ArrayNode:
		return readAll(Part{Form: IsList}, n.Nodes...)
	case *ast.BuiltinNode:
		return readAll(Part{Form: IsCall, Text: n.Name}, n.Arguments...)
	case *ast.MemberNode:
		name, isText := n.Property.(*ast.StringNode)
		service, ok := limitOwner(n.Node)
		if !isText || !ok {
			return Part{}, false
		}
		return Part{Form: IsLimit, Text: name.Value, Of: service}, true
	case *ast.CallNode:
		function, argument, ok := constantCall(n)
		return Part{Form: IsCall, Text: function, Of: argument}, ok
	}
	return Part{}, false
}

func readAll(p Part, nodes ...ast.Node) (Part, bool) {
	for _, n := range nodes {
		part, ok := read(n)
		if !ok {
			return Part{}, false
		}
		p.Parts = append(p.Parts, part)
	}
	return p, true
}

// spelled is an operator as the catalog writes it.
func spelled(operator string) string {
	switch operator {
	case "&&":
		return "and"
	case "||":
		return "or"
	case "!":
		return "not"
	}
	return operator
}
