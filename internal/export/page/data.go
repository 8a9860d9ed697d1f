package page

import (
	"reflect"
	"strings"

	"alarife/internal/fault"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/rule"
	"alarife/internal/source"
)

// jsonVersion is the version of the JSON of pages.
const jsonVersion = 1

// Data is several things as JSON: the fields of their catalog files, texts in
// the reader's language, with what has to do with them.
func (b *Book) Data(refs []Ref) any {
	things := make([]any, len(refs))
	for i, r := range refs {
		things[i] = map[string]any{"kind": r.Kind, "id": r.ID, "thing": b.thing(r), "related": b.related(r)}
	}
	return map[string]any{"alarife": jsonVersion, "catalog": b.base.Digest, "lang": b.Lang, "things": things}
}

// thing is what the catalog holds of it.
func (b *Book) thing(r Ref) any {
	switch r.Kind {
	case Questions:
		return b.plain(b.base.Question(r.ID))
	case Facts:
		return b.plain(b.base.DerivedFact(r.ID))
	case Decisions:
		return b.plain(b.base.Decision(r.ID))
	case Options:
		_, o := b.option(r)
		return b.plain(o)
	case Services:
		return b.plain(b.base.Service(r.ID))
	case Blueprints:
		return b.plain(b.base.Blueprint(r.ID))
	case Reviews:
		return b.plain(b.base.Review(r.ID))
	case Scenarios:
		return b.plain(b.base.Scenario(r.ID))
	case Items:
		return b.plain(b.base.Item(r.ID))
	case Regions:
		return b.plain(b.base.Region(r.ID))
	case Sections:
		return b.plain(b.base.Section(r.ID))
	case Comparisons:
		return b.plain(b.comparisonOf(r.ID))
	case Responsibilities:
		return b.plain(b.responsibilityOf(r.ID))
	case Tags:
		return b.plain(b.tagOf(r.ID))
	case Plans:
		if r.ID == planMachines {
			return b.plain(b.base.Sizing)
		}
		return b.plain(b.base.Layout)
	case Instances:
		return b.machineData(r.ID)
	case Prices:
		return b.priceData(r.ID)
	}
	return b.sessionData(r)
}

func (b *Book) priceData(id string) any {
	var rows []any
	for _, region := range b.base.Prices.Regions(id) {
		p, _ := b.base.Prices.Find(id, region)
		rows = append(rows, map[string]any{"region": region, "unit": p.Unit, "usd": p.USD, "as-of": p.AsOf, "source": p.Source})
	}
	return rows
}

func (b *Book) sessionData(r Ref) any {
	out := map[Kind][]Entry{}
	for _, k := range sessionKinds {
		for _, t := range b.treatedIn(r, k) {
			out[k] = append(out[k], b.entry(b.known[t]))
		}
	}
	return out
}

// related lists the things that have to do with one, by how.
func (b *Book) related(r Ref) map[string][]Ref {
	out := map[string][]Ref{}
	for how, refs := range map[string][]Ref{
		"read-by": b.index.readers[r], "used-by": b.index.holders[r], "replaces": b.index.replaced[r.ID],
		"expected-by-guide": b.index.expected[r][knowledge.Guide], "expected-by-today": b.index.expected[r][knowledge.Today],
	} {
		if len(refs) > 0 && (how != "replaces" || r.Kind == Services) {
			out[how] = refs
		}
	}
	if s := b.base.Service(r.ID); s != nil && r.Kind == Services {
		for _, id := range b.index.prices[s.ID] {
			out["prices"] = append(out["prices"], Ref{Prices, id})
		}
	}
	return out
}

// plain turns what was read from YAML into what JSON can hold, under the
// names that the catalog has for the fields; what is empty is left out.
func (b *Book) plain(v any) any { return b.value(reflect.ValueOf(v)) }

func (b *Book) value(v reflect.Value) any {
	switch x := v.Interface().(type) {
	case lang.Text:
		return b.In(x)
	case source.Scalar:
		return x.Text
	case source.Entries:
		return entries(x)
	case fault.Place, *rule.Program:
		return nil
	}
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if v.IsNil() {
			return nil
		}
		return b.value(v.Elem())
	case reflect.Struct:
		return b.structure(v)
	case reflect.Slice:
		list := make([]any, v.Len())
		for i := range list {
			list[i] = b.value(v.Index(i))
		}
		return list
	case reflect.Map:
		out := map[string]any{}
		for _, key := range v.MapKeys() {
			out[key.String()] = b.value(v.MapIndex(key))
		}
		return out
	}
	return v.Interface()
}

// structure takes the fields that have a name in YAML; embedded ones count as
// its own.
func (b *Book) structure(v reflect.Value) map[string]any {
	out := map[string]any{}
	for _, f := range reflect.VisibleFields(v.Type()) {
		name, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		field := v.FieldByIndex(f.Index)
		if name == "" || name == "-" || f.Anonymous || field.IsZero() {
			continue
		}
		out[name] = b.value(field)
	}
	return out
}

func entries(list source.Entries) map[string]any {
	out := map[string]any{}
	for _, e := range list {
		out[e.Key.Text] = e.Value
	}
	return out
}
