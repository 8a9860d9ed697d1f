package knowledge_test

import (
	"errors"
	"testing"

	"alarife/internal/fault"
	"alarife/internal/knowledge"
)

func TestLoad_RefusesJoinsThatLeadNowhere(t *testing.T) {
	const component = "components: [{id: worker, service: slow, role: {en: works, es: trabaja}}]"
	text := "text: {en: a, es: b}}]"
	for name, c := range map[string][2]string{
		"sound":             {"joins: [{to: worker, with: [{slot: people.out}, {trait: compute, lacks: public, place: region}, {calls: keep}], " + text, ""},
		"both ends":         {"joins: [{from: worker, to: worker, with: [{slot: people}], " + text, "content.join"},
		"no end":            {"joins: [{with: [{slot: people}], " + text, "content.join"},
		"no mate":           {"joins: [{to: worker, with: [], " + text, "content.join"},
		"empty mate":        {"joins: [{to: worker, with: [{}], " + text, "content.mate"},
		"foreign component": {"joins: [{to: store, with: [{slot: people}], " + text, "content.unknown-component"},
		"unknown slot":      {"joins: [{to: worker, with: [{slot: person}], " + text, "content.unknown-slot"},
		"unknown component": {"joins: [{to: worker, with: [{component: shop}], " + text, "content.unknown-component"},
		"unknown decision":  {"joins: [{to: worker, with: [{decision: shop}], " + text, "catalog.unknown-id"},
		"unknown callee":    {"joins: [{to: worker, with: [{calls: shop}], " + text, "catalog.unknown-id"},
		"unknown service":   {"joins: [{to: worker, with: [{service: shop}], " + text, "catalog.unknown-id"},
		"unknown trait":     {"joins: [{to: worker, with: [{trait: shop}], " + text, "catalog.not-one-of"},
		"unknown place":     {"joins: [{to: worker, with: [{place: shop}], " + text, "catalog.not-one-of"},
		"unknown style":     {"joins: [{to: worker, style: slow, with: [{slot: people}], " + text, "catalog.not-one-of"},
		"wrong condition":   {"joins: [{to: worker, when: hours, with: [{slot: people}], " + text, "rule.result"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := knowledge.Load(edit(t, "decisions/serve.yaml", component, component+"\n    "+c[0]))
			expect(t, err, c[1])
		})
	}
	t.Run("unless with a slot", func(t *testing.T) {
		_, err := knowledge.Load(edit(t, "decisions/serve.yaml", "service: slow, role:", "service: slow, unless: [{slot: people}], role:"))
		expect(t, err, "content.unless")
	})
}

func expect(t *testing.T, err error, key string) {
	t.Helper()
	if key == "" {
		if err != nil {
			t.Error(err)
		}
		return
	}
	var list fault.List
	if !errors.As(err, &list) || list[0].Key != key {
		t.Errorf("got %v, want %s", err, key)
	}
}
