// Package source reads YAML strictly: every value has a place, unknown and
// doubled fields, wrong types, anchors and aliases are faults, and sizes are
// bounded. It is the only importer of the YAML library.
package source

import (
	"bytes"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"alarife/internal/fault"
)

// Bounds of one document.
const (
	MaxBytes = 2 << 20 // size of a file
	maxDepth = 40      // nesting
	maxNodes = 200_000 // values
)

// Document is one parsed YAML file.
type Document struct {
	File  string
	Root  *yaml.Node // the top mapping
	lines []string
	told  []string // lines that places hold: copies, so that none holds on to the whole file
}

// Scalar is a text with the place where it stands: expressions and references
// whose faults must point into the file.
type Scalar struct {
	Text  string
	Place fault.Place
}

// Read reads r up to MaxBytes and parses it; file names it in faults.
func Read(file string, r io.Reader) (*Document, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	if err != nil {
		return nil, fault.New(fault.Place{File: file}, "file.unreadable", "reason", err.Error()).Because(err)
	}
	return Parse(file, data)
}

// Parse parses one YAML document whose top is a mapping.
func Parse(file string, data []byte) (*Document, error) {
	at := fault.Place{File: file}
	switch {
	case len(data) > MaxBytes:
		return nil, fault.New(at, "file.too-large", "max", MaxBytes>>10)
	case len(bytes.TrimSpace(data)) == 0:
		return nil, fault.New(at, "file.empty")
	case bytes.IndexByte(data, 0) >= 0 || !utf8.Valid(data):
		return nil, fault.New(at, "file.not-text")
	}
	d := &Document{File: file, lines: strings.Split(string(data), "\n")}
	d.told = make([]string, len(d.lines))
	dec := yaml.NewDecoder(bytes.NewReader(data))
	var top yaml.Node
	if err := dec.Decode(&top); err != nil {
		return nil, d.syntax(err)
	}
	var second yaml.Node
	if err := dec.Decode(&second); !errors.Is(err, io.EOF) {
		return nil, fault.New(at, "yaml.second-document")
	}
	if len(top.Content) == 0 {
		return nil, fault.New(at, "file.empty")
	}
	d.Root = top.Content[0]
	if d.Root.Kind != yaml.MappingNode {
		return nil, fault.New(d.Place(d.Root), "yaml.not-a-mapping")
	}
	nodes := 0
	if err := d.vet(d.Root, 0, &nodes); err != nil {
		return nil, err
	}
	return d, nil
}

// Place returns the place of a node.
func (d *Document) Place(n *yaml.Node) fault.Place {
	return d.at(n.Line, n.Column)
}

func (d *Document) at(line, column int) fault.Place {
	p := fault.Place{File: d.File, Line: line, Column: column}
	if line >= 1 && line <= len(d.lines) {
		p.Excerpt = d.excerpt(line)
		p.Column = runeColumn(p.Excerpt, column)
	}
	return p
}

func (d *Document) excerpt(line int) string {
	told := &d.told[line-1]
	if *told == "" {
		*told = strings.Clone(strings.TrimRight(d.lines[line-1], "\r"))
	}
	return *told
}

// runeColumn turns the library's column (in runes for most inputs, past the
// end for some) into one that lies in the line.
func runeColumn(line string, column int) int {
	if n := utf8.RuneCountInString(line) + 1; column > n {
		return n
	}
	return column
}

var yamlLine = regexp.MustCompile(`line (\d+)`)

// syntax turns the library's error, which names a line at most, into a fault.
func (d *Document) syntax(err error) error {
	line := 0
	if m := yamlLine.FindStringSubmatch(err.Error()); m != nil {
		line, _ = strconv.Atoi(m[1])
	}
	return fault.New(d.at(line, 0), "yaml.syntax").Because(err)
}

// vet refuses what the catalog's YAML must not hold.
func (d *Document) vet(n *yaml.Node, depth int, nodes *int) error {
	*nodes++
	switch {
	case depth > maxDepth:
		return fault.New(d.Place(n), "yaml.too-deep", "max", maxDepth)
	case *nodes > maxNodes:
		return fault.New(d.Place(n), "yaml.too-many", "max", maxNodes)
	case n.Kind == yaml.AliasNode || n.Anchor != "":
		return fault.New(d.Place(n), "yaml.alias")
	}
	seen := map[string]bool{}
	for i, c := range n.Content {
		if n.Kind == yaml.MappingNode && i%2 == 0 {
			if c.Kind != yaml.ScalarNode || c.Tag == "!!merge" {
				return fault.New(d.Place(c), "yaml.key")
			}
			if seen[c.Value] {
				return fault.New(d.Place(c), "yaml.twice", "field", c.Value)
			}
			seen[c.Value] = true
		}
		if err := d.vet(c, depth+1, nodes); err != nil {
			return err
		}
	}
	return nil
}

// Has reports whether the top mapping has the field.
func (d *Document) Has(field string) bool {
	for i := 0; i+1 < len(d.Root.Content); i += 2 {
		if d.Root.Content[i].Value == field {
			return true
		}
	}
	return false
}
