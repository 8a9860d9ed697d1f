package source

import (
	"math"
	"reflect"
	"sort"
	"strconv"
	"strings"
	"sync"

	"gopkg.in/yaml.v3"

	"alarife/internal/fault"
	"alarife/internal/lang"
)

// Decode fills v, a pointer to a struct, from the document. Field names come
// from the `yaml` tag; ",required" after the name makes a missing field a
// fault, ",place" marks a fault.Place that receives where its struct stands.
// All faults of the document are reported together.
func (d *Document) Decode(v any) error {
	var faults fault.List
	d.value(d.Root, reflect.ValueOf(v).Elem(), &faults)
	return faults.Err()
}

// Entry is one field of a mapping whose keys are free.
type Entry struct {
	Key   Scalar
	Value any // float64, bool, string, []string, or nil for another shape
}

// Entries is a mapping of free keys to plain values, in the order of the file.
type Entries []Entry

var (
	scalarType  = reflect.TypeFor[Scalar]()
	entriesType = reflect.TypeFor[Entries]()
	textType    = reflect.TypeFor[lang.Text]()
	placeType   = reflect.TypeFor[fault.Place]()
)

func (d *Document) value(n *yaml.Node, v reflect.Value, faults *fault.List) {
	wrong := func(want string) {
		*faults = append(*faults, fault.New(d.Place(n), "yaml.type", "want", fault.Word("yaml."+want)))
	}
	if v.Kind() == reflect.Pointer {
		v.Set(reflect.New(v.Type().Elem()))
		d.value(n, v.Elem(), faults)
		return
	}
	switch v.Type() {
	case scalarType:
		if n.Kind != yaml.ScalarNode {
			wrong("text")
			return
		}
		v.Set(reflect.ValueOf(Scalar{Text: n.Value, Place: d.contentPlace(n)}))
		return
	case entriesType:
		v.Set(reflect.ValueOf(d.entries(n, faults)))
		return
	}
	switch v.Kind() {
	case reflect.Interface:
		if p := plain(n); p != nil {
			v.Set(reflect.ValueOf(p))
			return
		}
		wrong("plain")
	case reflect.Struct:
		d.structure(n, v, faults)
		if v.Type() == textType {
			d.bothLanguages(n, v.Interface().(lang.Text), faults)
		}
	case reflect.Slice:
		d.list(n, v, faults, wrong)
	case reflect.Map:
		d.mapping(n, v, faults, wrong)
	default:
		if !d.scalar(n, v) {
			wrong(v.Kind().String())
		}
	}
}

// bothLanguages refuses a text that is present and blank.
func (d *Document) bothLanguages(n *yaml.Node, t lang.Text, faults *fault.List) {
	if n.Kind != yaml.MappingNode || len(n.Content) != 4 {
		return // told as a missing or unknown field
	}
	if strings.TrimSpace(t.EN) == "" || strings.TrimSpace(t.ES) == "" {
		*faults = append(*faults, fault.New(d.Place(n), "yaml.blank-text"))
	}
}

// contentPlace is where the text of a scalar begins: behind a quote.
func (d *Document) contentPlace(n *yaml.Node) fault.Place {
	p := d.Place(n)
	if n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0 {
		p.Column++
	}
	if n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 {
		p = d.at(n.Line, 0)
	}
	return p
}

func (d *Document) scalar(n *yaml.Node, v reflect.Value) bool {
	if n.Kind != yaml.ScalarNode {
		return false
	}
	switch v.Kind() {
	case reflect.String:
		if n.Tag == "!!null" {
			return false
		}
		v.SetString(n.Value)
	case reflect.Bool:
		if n.Tag != "!!bool" {
			return false
		}
		v.SetBool(n.Value == "true" || n.Value == "True" || n.Value == "TRUE")
	case reflect.Int:
		i, err := strconv.Atoi(n.Value)
		if err != nil {
			return false
		}
		v.SetInt(int64(i))
	case reflect.Float64:
		f, err := strconv.ParseFloat(n.Value, 64)
		if err != nil || math.IsNaN(f) || math.IsInf(f, 0) {
			return false
		}
		v.SetFloat(f)
	default:
		return false
	}
	return true
}

func (d *Document) list(n *yaml.Node, v reflect.Value, faults *fault.List, wrong func(string)) {
	if n.Kind != yaml.SequenceNode {
		wrong("list")
		return
	}
	out := reflect.MakeSlice(v.Type(), len(n.Content), len(n.Content))
	for i, c := range n.Content {
		d.value(c, out.Index(i), faults)
	}
	v.Set(out)
}

func (d *Document) mapping(n *yaml.Node, v reflect.Value, faults *fault.List, wrong func(string)) {
	if n.Kind != yaml.MappingNode {
		wrong("mapping")
		return
	}
	v.Set(reflect.MakeMap(v.Type()))
	for i := 0; i+1 < len(n.Content); i += 2 {
		item := reflect.New(v.Type().Elem()).Elem()
		d.value(n.Content[i+1], item, faults)
		v.SetMapIndex(reflect.ValueOf(n.Content[i].Value), item)
	}
}

func (d *Document) structure(n *yaml.Node, v reflect.Value, faults *fault.List) {
	if n.Kind != yaml.MappingNode {
		*faults = append(*faults, fault.New(d.Place(n), "yaml.type", "want", fault.Word("yaml.mapping")))
		return
	}
	fields := fieldsOf(v.Type())
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		f, ok := fields[key.Value]
		if !ok || f.place {
			*faults = append(*faults, fault.New(d.Place(key), "yaml.unknown-field",
				"field", key.Value, "known", strings.Join(names(fields), ", ")))
			continue
		}
		seen[key.Value] = true
		d.value(n.Content[i+1], v.FieldByIndex(f.index), faults)
	}
	for name, f := range fields {
		switch {
		case f.place:
			v.FieldByIndex(f.index).Set(reflect.ValueOf(d.Place(n)))
		case f.required && !seen[name]:
			*faults = append(*faults, fault.New(d.Place(n), "yaml.missing-field", "field", name))
		}
	}
}

type field struct {
	index           []int
	required, place bool
}

// known holds the fields of the structs seen so far, by reflect.Type; a pure
// memory of fieldsOf.
var known sync.Map

// fieldsOf reads the tags of a struct; embedded structs count as its own.
func fieldsOf(t reflect.Type) map[string]field {
	if f, ok := known.Load(t); ok {
		return f.(map[string]field)
	}
	fields := readTags(t)
	known.Store(t, fields)
	return fields
}

func readTags(t reflect.Type) map[string]field {
	fields := map[string]field{}
	for _, f := range reflect.VisibleFields(t) {
		tag := f.Tag.Get("yaml")
		if tag == "" || tag == "-" || f.Anonymous {
			continue
		}
		name, options, _ := strings.Cut(tag, ",")
		if options == "place" && f.Type == placeType {
			name = "\x00place"
		}
		fields[name] = field{index: f.Index, required: options == "required", place: options == "place"}
	}
	return fields
}

func names(fields map[string]field) []string {
	var out []string
	for name, f := range fields {
		if !f.place {
			out = append(out, name)
		}
	}
	sort.Strings(out)
	return out
}

func (d *Document) entries(n *yaml.Node, faults *fault.List) Entries {
	if n.Kind != yaml.MappingNode {
		*faults = append(*faults, fault.New(d.Place(n), "yaml.type", "want", fault.Word("yaml.mapping")))
		return nil
	}
	var out Entries
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		out = append(out, Entry{
			Key:   Scalar{Text: key.Value, Place: d.Place(key)},
			Value: plain(n.Content[i+1]),
		})
	}
	return out
}

// plain reads a scalar by its YAML tag, or a list of texts.
func plain(n *yaml.Node) any {
	switch {
	case n.Kind == yaml.SequenceNode:
		list := make([]string, len(n.Content))
		for i, c := range n.Content {
			if c.Kind != yaml.ScalarNode {
				return nil
			}
			list[i] = c.Value
		}
		return list
	case n.Kind != yaml.ScalarNode:
		return nil
	case n.Tag == "!!int" || n.Tag == "!!float":
		return float(n.Value)
	case n.Tag == "!!bool":
		return strings.EqualFold(n.Value, "true")
	}
	return n.Value
}

// float reads a YAML number; its own spellings of infinity and of no number
// come out as such, for the fact to refuse.
func float(text string) any {
	if f, err := strconv.ParseFloat(strings.Replace(text, ".", "", 1), 64); err == nil && (math.IsInf(f, 0) || math.IsNaN(f)) {
		return f
	}
	if f, err := strconv.ParseFloat(text, 64); err == nil {
		return f
	}
	return text
}
