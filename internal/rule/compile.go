package rule

import (
	"reflect"
	"sort"
	"sync"
	"unicode/utf8"

	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/checker"
	"github.com/expr-lang/expr/compiler"
	"github.com/expr-lang/expr/conf"
	"github.com/expr-lang/expr/parser"
	"github.com/expr-lang/expr/vm"

	"alarife/internal/fault"
	"alarife/internal/source"
)

// Bounds of one expression.
const (
	MaxLength    = 4000 // runes
	MaxNodes     = 400  // nodes of the syntax tree
	memoryBudget = 10_000
)

// Program is a compiled expression.
type Program struct {
	Source source.Scalar
	Kind   Kind
	// Reads lists the keys that the expression reads, sorted: facts by their
	// name, the rest by HasKey, LimitKey, ChosenKey and CallKey.
	Reads []string
	// Thresholds are the comparisons of a number fact with a constant or a
	// limit: where the truth of the expression can turn.
	Thresholds []Threshold

	code  *vm.Program
	parts func() *part // made when first asked for; nil where no “or” joins any
}

// Threshold is one comparison of a fact: with Value, or with the limit that
// Limit names.
type Threshold struct {
	Fact  string
	Value float64
	Limit string
}

// Compile compiles an expression that must give a value of kind want. Its
// faults are *fault.Fault at the place of the offending part.
func Compile(text source.Scalar, want Kind, scope Scope) (*Program, error) {
	if utf8.RuneCountInString(text.Text) > MaxLength {
		return nil, fault.New(text.Place, "rule.too-long", "max", MaxLength)
	}
	tree, err := parser.ParseWithConfig(text.Text, configuration(nil))
	if err != nil {
		return nil, syntax(text, err)
	}
	c := &check{text: text, scope: scope, reads: map[string]Type{}}
	typed := c.node(tree.Node)
	if c.fault == nil && typed.Kind != want {
		c.fail(tree.Node, "rule.result", "want", word(want), "got", word(typed.Kind))
	}
	if c.fault != nil {
		return nil, c.fault
	}
	tree.Node = typed.node
	code, err := generate(tree, c.reads)
	if err != nil {
		return nil, fault.New(text.Place, "rule.unsupported").Because(err)
	}
	p := &Program{Source: text, Kind: want, Reads: sorted(c.reads), Thresholds: c.thresholds, code: code}
	if n := code.Node(); joins(n) {
		p.parts = sync.OnceValue(func() *part { return apart(n, c.reads) })
	}
	return p, nil
}

// generate lets expr check and compile the tree against the names it reads.
func generate(tree *parser.Tree, reads map[string]Type) (*vm.Program, error) {
	env := map[string]any{}
	for key, t := range reads {
		env[key] = zero(t.Kind)
	}
	config := configuration(env)
	if _, err := checker.Check(tree, config); err != nil {
		return nil, err
	}
	return compiler.Compile(tree, config)
}

// settings are expr's own, made once; every use takes a copy.
var settings = sync.OnceValue(conf.CreateNew)

func configuration(env map[string]any) *conf.Config {
	c := *settings()
	c.MaxNodes = MaxNodes
	if env != nil {
		c.WithEnv(env)
	}
	return &c
}

func zero(k Kind) any {
	switch k {
	case Number:
		return 0.0
	case Bool:
		return false
	}
	return ""
}

func sorted(reads map[string]Type) []string {
	keys := make([]string, 0, len(reads))
	for k := range reads {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

func word(k Kind) fault.Word {
	switch k {
	case Number:
		return "rule.kind.number"
	case Bool:
		return "rule.kind.bool"
	case Choice:
		return "rule.kind.choice"
	case Set:
		return "rule.kind.set"
	}
	return "rule.kind.none"
}

func syntax(text source.Scalar, err error) error {
	offset := 0
	v := reflect.ValueOf(err)
	if v.Kind() == reflect.Pointer && v.Elem().Kind() == reflect.Struct {
		if f := v.Elem().FieldByName("Location"); f.IsValid() {
			offset = int(f.FieldByName("From").Int())
		}
	}
	return fault.New(at(text, offset), "rule.syntax").Because(err)
}

// at moves the place of an expression to the rune offset within it.
func at(text source.Scalar, offset int) fault.Place {
	p := text.Place
	if p.Excerpt == "" || p.Column == 0 {
		return p
	}
	line, expr := []rune(p.Excerpt), []rune(text.Text)
	i := p.Column - 1
	for j := 0; j < offset && j < len(expr) && i < len(line); i++ {
		if line[i] == expr[j] {
			j++
		} else if line[i] != '\\' {
			return p
		}
	}
	p.Column = i + 1
	return p
}

// node is an ast node with the type that we gave it.
type node struct {
	Type
	node  ast.Node
	fact  string   // name of a plain number fact
	value *float64 // a constant number
	limit string   // key of a limit
	text  *string  // a constant text
}
