package knowledge_test

import (
	"errors"
	"sort"
	"strings"
	"testing"

	"alarife/internal/fault"
	"alarife/internal/knowledge"
	"alarife/internal/testkit"
)

// TestLoad_TellsTheFaultsOfAllStagesAtOnce: reading, facts, expressions,
// references, and of what cannot be read nothing that only follows from it.
func TestLoad_TellsTheFaultsOfAllStagesAtOnce(t *testing.T) {
	small := testkit.Catalog(nil)
	with := func(file, old, new string) string {
		text := string(small[file].Data)
		if !strings.Contains(text, old) {
			t.Fatalf("%s has no %q", file, old)
		}
		return strings.Replace(text, old, new, 1)
	}
	for _, tt := range []struct {
		name    string
		changes map[string]string
		want    string // keys, sorted
	}{
		{"each stage once", map[string]string{
			"services/zz.yaml":       "id: zz\nname: [Zz",
			"questions/hours.yaml":   with("questions/hours.yaml", "default: 100", "default: 1000"),
			"decisions/serve.yaml":   with("decisions/serve.yaml", "seconds < 2", "second < 2"),
			"decisions/keep.yaml":    with("decisions/keep.yaml", "service: old", "service: odd"),
			"reviews/closed.yaml":    with("reviews/closed.yaml", "severity: high", "severity: higher"),
			"prices/more.csv":        "price,unit,region,usd,as_of,source\na.b,hour,north,x,2026-01,here\n",
			"blueprints/only.yaml":   with("blueprints/only.yaml", "to: keeping", "to: kept"),
			"regions/lost.yaml":      "id: lots\nname: L\ntitle: {en: L, es: L}\ngeography: eu\nsource: here\nas-of: 2026-01\n",
			"facts/seconds.yaml":     with("facts/seconds.yaml", "kind: number", "kind: number\nodd: 1"),
			"questions/payload.yaml": "id: payload\nsection: none\nkind: guess\ndefault: 1\ntext: {en: a, es: b}\nshort: {en: a, es: b}\n",
		}, "catalog.id catalog.not-one-of catalog.unknown-id catalog.unknown-id content.unknown-slot price.usd question.default question.kind rule.unknown-name yaml.syntax yaml.unknown-field"},
		{"a service that cannot be read", map[string]string{"services/fast.yaml": "id: fast\nname: [Fast"}, "yaml.syntax"},
		{"a decision that cannot be read", map[string]string{"decisions/serve.yaml": "id: [serve"}, "yaml.syntax"},
		{"a fact that cannot be read", map[string]string{"questions/latency_ms.yaml": "id: [x"}, "yaml.syntax"},
		{"a derived fact of a wrong name", map[string]string{"facts/seconds.yaml": with("facts/seconds.yaml", "id: seconds", "id: second")}, "catalog.id"},
		{"a table that cannot be read", map[string]string{"prices/all.csv": "price,unit\n"}, "price.csv"},
		{"a price that cannot be read", map[string]string{"prices/all.csv": with("prices/all.csv", "fast.hour,hour,north,1.00", "fast.hour,hour,north,one")}, "price.usd"},
		{"a blueprint that cannot be read", map[string]string{"blueprints/only.yaml": "[]"}, "yaml.not-a-mapping"},
		{"the blueprint decision is missing", map[string]string{"decisions/blueprint.yaml": ""}, "catalog.no-blueprint-decision"},
		{"an expression that cannot be read", map[string]string{"reviews/naked.yaml": with("reviews/naked.yaml", `present("fast")`, `present("fast"`)}, "rule.syntax"},
		{"a text in one language", map[string]string{"services/fast.yaml": with("services/fast.yaml", "es: Responde al momento.", "es: ''")}, "yaml.blank-text"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := knowledge.Load(testkit.Catalog(tt.changes))
			var list fault.List
			if !errors.As(err, &list) {
				t.Fatalf("got %v, want faults", err)
			}
			keys := []string{}
			for _, f := range list {
				keys = append(keys, f.Key)
			}
			sort.Strings(keys)
			if got := strings.Join(keys, " "); got != tt.want {
				t.Errorf("got  %s\nwant %s\n%v", got, tt.want, err)
			}
		})
	}
}
