package knowledge_test

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"alarife/internal/fault"
	"alarife/internal/knowledge"
	"alarife/internal/testkit"
)

// edit returns the small catalog with one text of one file replaced.
func edit(t *testing.T, file, old, new string) fstest.MapFS {
	t.Helper()
	fsys := testkit.Catalog(nil)
	text := string(fsys[file].Data)
	if !strings.Contains(text, old) {
		t.Fatalf("%s has no %q", file, old)
	}
	fsys[file].Data = []byte(strings.Replace(text, old, new, 1))
	return fsys
}

func TestLoad_RefusesAnUnsoundCatalogWithItsPlace(t *testing.T) {
	for _, c := range []struct{ name, file, old, new, key string }{
		{"unknown field", "services/fast.yaml", "scope: regional", "scoop: regional", "yaml.unknown-field"},
		{"missing field", "services/fast.yaml", "scope: regional\n", "", "yaml.missing-field"},
		{"doubled field", "services/fast.yaml", "scope: regional", "scope: regional\nscope: zonal", "yaml.twice"},
		{"wrong type", "questions/hours.yaml", "min: 0", "min: [0]", "yaml.type"},
		{"infinite number", "questions/hours.yaml", "max: 730", "max: .inf", "yaml.type"},
		{"alias", "services/fast.yaml", "name: Fast", "name: &a Fast", "yaml.alias"},
		{"missing translation", "services/fast.yaml", "summary: {en: Answers at once., es: Responde al momento.}", "summary: {en: Answers at once.}", "yaml.missing-field"},
		{"blank translation", "services/fast.yaml", "es: Responde al momento.", "es: \"\"", "yaml.blank-text"},
		{"id and file differ", "services/fast.yaml", "id: fast", "id: faster", "catalog.id"},
		{"unknown service", "decisions/keep.yaml", "service: old", "service: odd", "catalog.unknown-id"},
		{"unknown name", "decisions/serve.yaml", "seconds < 2", "second < 2", "rule.unknown-name"},
		{"unknown limit", "decisions/serve.yaml", "limit.payload_mb,", "limit.load_mb,", "rule.unknown-limit"},
		{"unchecked limit in a constraint", "decisions/serve.yaml", "payload_mb > limit.payload_mb,", "payload_mb > limit.guess_s,", "rule.unchecked-limit"},
		{"wrong kind", "decisions/serve.yaml", "when: steady,", "when: hours,", "rule.result"},
		{"unreachable option", "decisions/keep.yaml", `when: chosen("serve") == "now" and hours > 700, `, "", "rule.unreachable"},
		{"weight out of range", "decisions/serve.yaml", "weight: 3", "weight: 4", "rule.weight"},
		{"unknown criterion", "decisions/serve.yaml", "criterion: performance", "criterion: beauty", "catalog.not-one-of"},
		{"unknown price", "decisions/serve.yaml", "price: fast.hour", "price: fast.day", "content.unknown-price"},
		{"unknown placeholder", "decisions/serve.yaml", "{payload_mb} is over", "{payload} is over", "text.placeholder"},
		{"cycle of decisions", "decisions/serve.yaml", "when: latency_ms >= 60000", `when: chosen("keep") == "new-store"`, "catalog.cycle"},
		{"price without a date", "prices/all.csv", "1.00,2026-01", "1.00,", "price.date"},
		{"price that is no number", "prices/all.csv", "1.00", "NaN", "price.usd"},
		{"price twice", "prices/all.csv", "fast.hour,hour,south", "fast.hour,hour,north", "price.twice"},
		{"ragged row", "prices/all.csv", "fast.hour,hour,south", "fast.hour,south", "price.csv"},
		{"nothing reads it", "questions/steady.yaml", "id: steady", "id: steady", ""},
		{"default out of range", "questions/hours.yaml", "default: 100", "default: 1000", "question.default"},
		{"default by what is no choice", "questions/hours.yaml", "default: 100", "default: 100\ndefaults: {by: steady, values: {often: 5}}", "question.defaults"},
		{"flow to nowhere", "blueprints/only.yaml", "to: keeping", "to: kept", "content.unknown-slot"},
		{"slot of a decision that takes no part", "blueprints/only.yaml", "decisions: [serve, keep, pay]", "decisions: [serve, pay]", "slot.decision"},
		{"unknown word in a review", "reviews/closed.yaml", "not offered", "not offering", "rule.unknown-name"},
		{"word of another review scope", "reviews/naked.yaml", `present("fast")`, `is("public")`, "rule.unknown-function"},
		{"unknown replacement", "services/old.yaml", "replacement: fast", "replacement: faster", "catalog.unknown-id"},
		{"free without a date", "services/fast.yaml", "traits: [compute]", "free: {text: {en: Free., es: Gratis.}, source: s}", "yaml.missing-field"},
		{"free of no day", "services/fast.yaml", "traits: [compute]", "free: {text: {en: Free., es: Gratis.}, source: s, as-of: lately}", "catalog.date"},
		{"cost of nobody", "decisions/keep.yaml", "components: [{id: store, service: fast", "cost-of: [{option: serve/never}]\n    components: [{id: store, service: fast", "catalog.unknown-option"},
		{"cost of what has none", "decisions/keep.yaml", "components: [{id: store, service: fast", "cost-of: [{option: keep/old-store}]\n    components: [{id: store, service: fast", "cost.nothing-to-borrow"},
		{"cost without what is not there", "decisions/keep.yaml", "components: [{id: store, service: fast", "cost-of: [{option: serve/now, without: [data]}]\n    components: [{id: store, service: fast", "cost.nothing-to-leave-out"},
		{"cost of a component of another", "decisions/keep.yaml", "components: [{id: store, service: fast", "cost-of: [{option: serve/now, component: endpoint}]\n    components: [{id: store, service: fast", "content.unknown-component"},
		{"cost times a condition", "decisions/keep.yaml", "components: [{id: store, service: fast", "cost-of: [{option: serve/now, times: steady}]\n    components: [{id: store, service: fast", "rule.result"},
		{"decision priced by nobody", "decisions/keep.yaml", "asks: {en: \"Where", "priced-by: [nobody]\nasks: {en: \"Where", "catalog.unknown-id"},
		{"priced by nobody", "decisions/keep.yaml", "components: [{id: store, service: fast", "priced-by: [nobody]\n    components: [{id: store, service: fast", "catalog.unknown-id"},
		{"bad date", "services/old.yaml", "since: 2026-07-30", "since: 30.07.2026", "catalog.date"},
		{"broken YAML", "services/old.yaml", "name: Old", "name: [Old", "yaml.syntax"},
		{"tab", "services/old.yaml", "name: Old", "\tname: Old", "yaml.syntax"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := knowledge.Load(edit(t, c.file, c.old, c.new))
			if c.key == "" {
				if err != nil {
					t.Fatal(err)
				}
				return
			}
			var list fault.List
			if !errors.As(err, &list) {
				t.Fatalf("got %v, want faults", err)
			}
			for _, f := range list {
				if f.Key == c.key && strings.HasPrefix(f.Place.File, strings.Split(c.file, "/")[0]) {
					return
				}
			}
			t.Errorf("got %v, want %s", err, c.key)
		})
	}
}

func TestLoad_RefusesWhatIsNoCatalog(t *testing.T) {
	for name, fsys := range map[string]fs.FS{
		"empty":         fstest.MapFS{},
		"stray folder":  testkit.Catalog(map[string]string{"question/x.yaml": "id: x"}),
		"stray file":    testkit.Catalog(map[string]string{"services/x.txt": "x"}),
		"huge file":     testkit.Catalog(map[string]string{"services/x.yaml": "id: x\nname: " + strings.Repeat("x", 3<<20)}),
		"binary":        testkit.Catalog(map[string]string{"services/x.yaml": "id: x\x00"}),
		"empty file":    testkit.Catalog(map[string]string{"services/x.yaml": " \n"}),
		"unread":        testkit.Catalog(map[string]string{"facts/idle.yaml": "id: idle\nkind: number\nshort: {en: a, es: b}\nvalue: hours + 1\n"}),
		"reading cycle": testkit.Catalog(map[string]string{"facts/seconds.yaml": "id: seconds\nkind: number\nshort: {en: a, es: b}\nvalue: seconds + latency_ms\n"}),
		"bomb": testkit.Catalog(map[string]string{"services/x.yaml": "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\n" +
			"d: [*c,*c,*c,*c,*c,*c,*c,*c]\n"}),
		"deep": testkit.Catalog(map[string]string{"services/x.yaml": "a: " + strings.Repeat("[", 5000)}),
	} {
		t.Run(name, func(t *testing.T) {
			_, err := knowledge.Load(fsys)
			var list fault.List
			if !errors.As(err, &list) {
				t.Errorf("got %v, want faults", err)
			}
		})
	}
}

func TestLoad_TellsAllFaultsSortedByPlace(t *testing.T) {
	fsys := testkit.Catalog(map[string]string{"services/zz.yaml": "id: zz\n", "services/aa.yaml": "id: aa\nodd: 1\n"})
	_, err := knowledge.Load(fsys)
	var list fault.List
	if !errors.As(err, &list) || len(list) < 5 {
		t.Fatalf("got %v", err)
	}
	for i := 1; i < len(list); i++ {
		if list[i].Place.File < list[i-1].Place.File {
			t.Errorf("%s stands behind %s", list[i].Place, list[i-1].Place)
		}
	}
}

// FuzzLoad: whatever stands in a file, loading ends with a base or with
// faults.
func FuzzLoad(f *testing.F) {
	files := []string{"services/fast.yaml", "decisions/serve.yaml", "blueprints/only.yaml", "reviews/closed.yaml", "prices/all.csv", "questions/hours.yaml", "facts/seconds.yaml", "guide.yaml"}
	seed := testkit.Catalog(nil)
	for i, name := range files {
		f.Add(i, seed[name].Data)
	}
	f.Fuzz(func(t *testing.T, which int, data []byte) {
		if which < 0 || which >= len(files) {
			return
		}
		_, err := knowledge.Load(testkit.Catalog(map[string]string{files[which]: string(data)}))
		var list fault.List
		if err != nil && !errors.As(err, &list) {
			t.Fatalf("an error that is no list of faults: %v", err)
		}
	})
}
