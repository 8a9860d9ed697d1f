package knowledge_test

import (
	"errors"
	"strings"
	"testing"

	"alarife/internal/fault"
	"alarife/internal/knowledge"
	"alarife/internal/testkit"
)

// written is an item whose key is another's word.
const written = `id: told
kind: estimate
guide: [9]
level: 1
topic: told
title: {en: Told, es: Dicho}
unproven: true
only: es
ask: {en: "How many? {{1}", es: "¿Cuántos? {{1}"}
of: written
number: 12.5
tolerance: 0.0001
sources: [a.gift]
`

func TestItems_WithAWrittenKey(t *testing.T) {
	pairs := `pairs:
  - {left: {en: a, es: a}, right: {en: b, es: b}}
`
	match := strings.Replace(written[:strings.Index(written, "of: written")]+pairs+"sources: [a.gift]\n", "kind: estimate", "kind: match", 1)
	for _, tt := range []struct{ name, item, old, new, key string }{
		{"a number", written, "x", "x", ""},
		{"no number", written, "number: 12.5\n", "", "item.lacks"},
		{"a number that is none", written, "12.5", "many", "yaml.type"},
		{"a number without end", written, "12.5", ".inf", "yaml.type"},
		{"a number of another kind", written, "kind: estimate", "kind: order", "item.field"},
		{"a third language", written, "only: es", "only: fr", "catalog.not-one-of"},
		{"unproven pairs need no reasons", match, "x", "x", ""},
		{"pairs do", match, "unproven: true\n", "", "item.lacks"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			text := strings.Replace(tt.item, tt.old, tt.new, 1)
			base, err := knowledge.Load(testkit.Catalog(map[string]string{"items/told.yaml": text}))
			if tt.key == "" {
				if err != nil || base.Item("told").Only != "es" || !base.Item("told").Unproven {
					t.Fatal(err)
				}
				return
			}
			var list fault.List
			if !errors.As(err, &list) || list[0].Key != tt.key {
				t.Errorf("got %v, want %s", err, tt.key)
			}
		})
	}
}
