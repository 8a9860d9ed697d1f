package lang

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"sort"
)

// Messages are the program's own texts by key: labels, commands, errors.
// Domain texts stand in the catalog instead.
type Messages struct{ texts map[string]Text }

// LoadMessages reads the tables <room>.en.json and <room>.es.json of a folder
// (flat objects of key and text) and refuses a key that a language lacks or
// that two tables hold.
func LoadMessages(fsys fs.FS) (*Messages, error) {
	tables := map[Lang]map[string]string{}
	for _, l := range All() {
		files, err := fs.Glob(fsys, "*."+string(l)+".json")
		if err != nil {
			return nil, fmt.Errorf("translations: %w", err)
		}
		tables[l] = map[string]string{}
		for _, file := range files {
			if err := readTable(fsys, file, tables[l]); err != nil {
				return nil, fmt.Errorf("translations %s: %w", file, err)
			}
		}
	}
	return join(tables)
}

func readTable(fsys fs.FS, file string, into map[string]string) error {
	raw, err := fs.ReadFile(fsys, file)
	if err != nil {
		return err
	}
	table := map[string]string{}
	if err := json.Unmarshal(raw, &table); err != nil {
		return err
	}
	for key, text := range table {
		if _, twice := into[key]; twice {
			return fmt.Errorf("%q stands in two tables", key)
		}
		into[key] = text
	}
	return nil
}

func join(tables map[Lang]map[string]string) (*Messages, error) {
	m := &Messages{texts: map[string]Text{}}
	for key, en := range tables[English] {
		es, ok := tables[Spanish][key]
		if !ok {
			return nil, fmt.Errorf("translations: %q has no Spanish text", key)
		}
		m.texts[key] = Text{EN: en, ES: es}
	}
	for key := range tables[Spanish] {
		if _, ok := m.texts[key]; !ok {
			return nil, fmt.Errorf("translations: %q has no English text", key)
		}
	}
	return m, nil
}

// Text returns the text of a key; a key that does not exist is its own text.
func (m *Messages) Text(key string) Text {
	if t, ok := m.texts[key]; ok {
		return t
	}
	return Text{EN: key, ES: key}
}

// Has reports whether the key has a text.
func (m *Messages) Has(key string) bool {
	_, ok := m.texts[key]
	return ok
}

// Keys lists all keys, sorted.
func (m *Messages) Keys() []string {
	keys := make([]string, 0, len(m.texts))
	for k := range m.texts {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

// Say returns the text of a key in language l with its placeholders filled
// from args, given as name, value, name, value …; values are printed as is.
func (m *Messages) Say(l Lang, key string, args ...any) string {
	return Fill(m.Text(key).In(l), func(name string) (string, bool) {
		for i := 0; i+1 < len(args); i += 2 {
			if args[i] == name {
				return show(l, args[i+1]), true
			}
		}
		return "", false
	})
}

func show(l Lang, v any) string {
	switch v := v.(type) {
	case Text:
		return v.In(l)
	case float64:
		return Number(l, v, 6)
	case int:
		return Number(l, float64(v), 0)
	}
	return fmt.Sprint(v)
}
