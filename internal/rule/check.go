package rule

import (
	"strings"

	"github.com/expr-lang/expr/ast"

	"alarife/internal/fault"
	"alarife/internal/source"
)

// check walks a syntax tree: it types every node, turns names, limits and
// calls into keys of the environment, and refuses everything else.
type check struct {
	text       source.Scalar
	scope      Scope
	reads      map[string]Type
	thresholds []Threshold
	fault      *fault.Fault
}

func (c *check) fail(n ast.Node, key string, args ...any) node {
	if c.fault == nil {
		c.fault = fault.New(at(c.text, n.Location().From), key, args...)
	}
	return node{node: n}
}

func (c *check) node(n ast.Node) node {
	switch n := n.(type) {
	case *ast.IntegerNode:
		return number(n, float64(n.Value))
	case *ast.FloatNode:
		return number(n, n.Value)
	case *ast.BoolNode:
		return node{Type: Type{Kind: Bool}, node: n}
	case *ast.StringNode:
		return node{Type: Type{Kind: Choice}, node: n, text: &n.Value}
	case *ast.IdentifierNode:
		return c.name(n)
	case *ast.UnaryNode:
		return c.unary(n)
	case *ast.BinaryNode:
		return c.binary(n)
	case *ast.ConditionalNode:
		return c.conditional(n)
	case *ast.MemberNode:
		return c.limit(n)
	case *ast.CallNode:
		return c.call(n)
	case *ast.BuiltinNode:
		return c.builtin(n)
	}
	return c.fail(n, "rule.unsupported")
}

func number(from ast.Node, v float64) node {
	f := &ast.FloatNode{Value: v}
	f.SetLocation(from.Location())
	return node{Type: Type{Kind: Number}, node: f, value: &v}
}

// read makes the node that loads a key from the environment.
func (c *check) read(from ast.Node, key string, t Type) node {
	load := &ast.IdentifierNode{Value: key}
	load.SetLocation(from.Location())
	c.reads[key] = t
	return node{Type: t, node: load}
}

func (c *check) name(n *ast.IdentifierNode) node {
	t, ok := c.scope.Name(n.Value)
	if !ok {
		return c.fail(n, "rule.unknown-name", "name", n.Value, "near", fault.Nearest(n.Value, c.scope.Names()))
	}
	if t.Kind == Set {
		return node{Type: t, node: n, fact: n.Value}
	}
	out := c.read(n, n.Value, t)
	out.fact = n.Value
	return out
}

func (c *check) unary(n *ast.UnaryNode) node {
	want := Bool
	if n.Operator == "-" || n.Operator == "+" {
		want = Number
	}
	in := c.typed(n.Node, want)
	n.Node = in.node
	if in.value != nil && n.Operator == "-" {
		return number(n, -*in.value)
	}
	return node{Type: Type{Kind: want}, node: n}
}

// typed checks a node and demands a kind.
func (c *check) typed(n ast.Node, want Kind) node {
	got := c.node(n)
	if c.fault == nil && got.Kind != want {
		return c.fail(n, "rule.type", "want", word(want), "got", word(got.Kind))
	}
	return got
}

func (c *check) conditional(n *ast.ConditionalNode) node {
	n.Cond = c.typed(n.Cond, Bool).node
	left := c.node(n.Exp1)
	right := c.typed(n.Exp2, left.Kind)
	n.Exp1, n.Exp2 = left.node, right.node
	return node{Type: Type{Kind: left.Kind}, node: n}
}

func (c *check) binary(n *ast.BinaryNode) node {
	switch n.Operator {
	case "and", "or", "&&", "||":
		n.Left, n.Right = c.typed(n.Left, Bool).node, c.typed(n.Right, Bool).node
		return node{Type: Type{Kind: Bool}, node: n}
	case "+", "-", "*", "/":
		n.Left, n.Right = c.typed(n.Left, Number).node, c.typed(n.Right, Number).node
		return node{Type: Type{Kind: Number}, node: n}
	case "<", "<=", ">", ">=":
		return c.compare(n, c.typed(n.Left, Number), c.typed(n.Right, Number))
	case "==", "!=":
		return c.equal(n)
	case "in":
		return c.in(n)
	}
	return c.fail(n, "rule.operator", "operator", n.Operator)
}

func (c *check) compare(n *ast.BinaryNode, left, right node) node {
	n.Left, n.Right = left.node, right.node
	c.threshold(left, right)
	c.threshold(right, left)
	return node{Type: Type{Kind: Bool}, node: n}
}

func (c *check) threshold(fact, bound node) {
	switch {
	case fact.fact == "":
	case bound.value != nil:
		c.thresholds = append(c.thresholds, Threshold{Fact: fact.fact, Value: *bound.value})
	case bound.limit != "":
		c.thresholds = append(c.thresholds, Threshold{Fact: fact.fact, Limit: bound.limit})
	}
}

func (c *check) equal(n *ast.BinaryNode) node {
	left := c.node(n.Left)
	right := c.typed(n.Right, left.Kind)
	switch {
	case c.fault != nil:
	case left.Kind == Set || (left.text != nil && right.text != nil):
		return c.fail(n, "rule.unsupported")
	case left.text != nil:
		c.among(n.Left, *left.text, right.Type)
	case right.text != nil:
		c.among(n.Right, *right.text, left.Type)
	}
	return c.compare(n, left, right)
}

// among refuses a text that can never occur.
func (c *check) among(n ast.Node, text string, t Type) {
	if len(t.Choices) > 0 && !t.Has(text) {
		c.fail(n, "rule.unknown-choice", "choice", text, "known", strings.Join(t.Choices, ", "))
	}
}

// in handles "text" in set and choice in ["a", "b"].
func (c *check) in(n *ast.BinaryNode) node {
	if list, ok := n.Right.(*ast.ArrayNode); ok {
		return c.oneOf(n, list)
	}
	set := c.typed(n.Right, Set)
	text := c.typed(n.Left, Choice)
	if c.fault != nil {
		return node{node: n}
	}
	if text.text == nil {
		return c.fail(n.Left, "rule.unsupported")
	}
	c.among(n.Left, *text.text, set.Type)
	return c.read(n, HasKey(set.fact, *text.text), Type{Kind: Bool})
}

// oneOf unfolds choice in ["a", "b"] into comparisons.
func (c *check) oneOf(n *ast.BinaryNode, list *ast.ArrayNode) node {
	choice := c.typed(n.Left, Choice)
	for _, item := range list.Nodes {
		text, ok := item.(*ast.StringNode)
		if !ok {
			return c.fail(item, "rule.unsupported")
		}
		c.among(item, text.Value, choice.Type)
	}
	return unfold(n, choice, list.Nodes)
}

// unfold says that the choice is one of the texts.
func unfold(at ast.Node, choice node, texts []ast.Node) node {
	var out ast.Node = &ast.BoolNode{Value: false}
	out.SetLocation(at.Location())
	for i, text := range texts {
		var same ast.Node = &ast.BinaryNode{Operator: "==", Left: choice.node, Right: text}
		same.SetLocation(text.Location())
		if i > 0 {
			same = &ast.BinaryNode{Operator: "or", Left: out, Right: same}
			same.SetLocation(at.Location())
		}
		out = same
	}
	return node{Type: Type{Kind: Bool}, node: out}
}

// limit handles limit.name and service("id").limit.name.
func (c *check) limit(n *ast.MemberNode) node {
	name, ok := n.Property.(*ast.StringNode)
	if !ok {
		return c.fail(n, "rule.unsupported")
	}
	service, ok := limitOwner(n.Node)
	if !ok {
		return c.fail(n, "rule.unsupported")
	}
	key, near, ok := c.scope.Limit(service, name.Value)
	if !ok {
		return c.fail(n.Property, "rule.unknown-limit", "limit", strings.TrimPrefix(service+"."+name.Value, "."),
			"known", strings.Join(near, ", "))
	}
	out := c.read(n, key, Type{Kind: Number})
	out.limit = key
	return out
}

// limitOwner returns the service of limit or service("id").limit; "" is the
// own one.
func limitOwner(n ast.Node) (service string, ok bool) {
	switch n := n.(type) {
	case *ast.IdentifierNode:
		return "", n.Value == "limit"
	case *ast.MemberNode:
		property, isText := n.Property.(*ast.StringNode)
		call, isCall := n.Node.(*ast.CallNode)
		if !isText || property.Value != "limit" || !isCall {
			return "", false
		}
		function, argument, ok := constantCall(call)
		return argument, ok && function == "service"
	}
	return "", false
}

// constantCall takes function("argument") apart.
func constantCall(n *ast.CallNode) (function, argument string, ok bool) {
	callee, isName := n.Callee.(*ast.IdentifierNode)
	if !isName || len(n.Arguments) != 1 {
		return "", "", false
	}
	text, isText := n.Arguments[0].(*ast.StringNode)
	if !isText {
		return callee.Value, "", false
	}
	return callee.Value, text.Value, true
}

func (c *check) call(n *ast.CallNode) node {
	function, argument, ok := constantCall(n)
	if !ok {
		return c.fail(n, "rule.unsupported")
	}
	call, known := c.scope.Call(function, argument)
	switch {
	case !known:
		return c.fail(n, "rule.unknown-function", "name", function)
	case !call.OK:
		return c.fail(n.Arguments[0], "rule.unknown-argument", "function", function, "argument", argument,
			"near", fault.Nearest(argument, call.Candidates))
	}
	read := c.read(n, call.Key, call.Type)
	if call.Among == nil {
		return read
	}
	texts := make([]ast.Node, len(call.Among))
	for i, t := range call.Among {
		texts[i] = &ast.StringNode{Value: t}
		texts[i].SetLocation(n.Location())
	}
	return unfold(n, read, texts)
}

// arities are the functions of the expression language that are let through.
var arities = map[string][2]int{
	"min": {2, 8}, "max": {2, 8}, "ceil": {1, 1}, "floor": {1, 1}, "round": {1, 1}, "abs": {1, 1},
}

func (c *check) builtin(n *ast.BuiltinNode) node {
	arity, ok := arities[n.Name]
	if !ok || len(n.Arguments) < arity[0] || len(n.Arguments) > arity[1] {
		return c.fail(n, "rule.unknown-function", "name", n.Name)
	}
	for i, a := range n.Arguments {
		n.Arguments[i] = c.typed(a, Number).node
	}
	return node{Type: Type{Kind: Number}, node: n}
}
