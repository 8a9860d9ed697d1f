package knowledge

import (
	"slices"
	"strings"

	"alarife/internal/fault"
	"alarife/internal/lang"
	"alarife/internal/source"
)

// fields that items of a kind may have beside those of all kinds. One that
// begins with "!" must be there.
var itemFields = map[ItemKind][]string{
	ChoiceItem:   {"decision", "which", "options", "combinations", "written"},
	FaultItem:    {"seeds", "violates"},
	BuildItem:    {"!decisions"},
	EstimateItem: {"!of", "decision", "option", "fact", "lines", "number", "tolerance"},
	ExplainItem:  {"!ask", "!model", "!checklist"},
	MatchItem:    {"decision", "cases", "services", "layers", "by", "pairs", "extra"},
	OrderItem:    {"decision", "options", "services", "by", "descending", "sequence"},
}

// fields lists the fields of its own that an item has.
func (i *Item) fields() []string {
	var out []string
	for _, f := range []struct {
		name string
		has  bool
	}{
		{"decision", i.Decision != ""},
		{"which", i.Which != ""},
		{"options", len(i.Options) > 0},
		{"combinations", len(i.Combinations) > 0},
		{"written", len(i.Written) > 0},
		{"seeds", len(i.Seeds) > 0},
		{"violates", len(i.Violates) > 0},
		{"decisions", len(i.Decisions) > 0},
		{"of", i.Of != ""},
		{"option", i.Option != ""},
		{"fact", i.Fact != ""},
		{"lines", len(i.Lines) > 0},
		{"number", i.Number != nil},
		{"tolerance", i.Tolerance != 0},
		{"model", !i.Model.Empty()},
		{"checklist", len(i.Checklist) > 0},
		{"cases", len(i.Cases) > 0},
		{"services", len(i.Services) > 0},
		{"layers", len(i.Layers) > 0},
		{"by", i.By != ""},
		{"pairs", len(i.Pairs) > 0},
		{"extra", len(i.Extra) > 0},
		{"sequence", len(i.Sequence) > 0},
		{"descending", i.Descending},
	} {
		if f.has {
			out = append(out, f.name)
		}
	}
	return out
}

func (l *loader) items() {
	kinds := []string{}
	for _, k := range ItemKinds() {
		kinds = append(kinds, string(k))
	}
	for _, i := range l.base.Items {
		l.oneOf(i.Place, "kind", string(i.Kind), kinds...)
		if contains(kinds, string(i.Kind)) {
			l.itemFields(i)
		}
		l.itemFrame(i)
		l.itemRefs(i)
		l.itemParts(i)
	}
}

// itemFields refuses fields of other kinds and misses those that must be.
func (l *loader) itemFields(i *Item) {
	has, may := i.fields(), []string{}
	for _, f := range itemFields[i.Kind] {
		name, must := strings.CutPrefix(f, "!")
		may = append(may, name)
		if must && !contains(has, name) && (name != "ask" || i.Ask.Empty()) {
			l.fail(i.Place, "item.lacks", "kind", string(i.Kind), "field", name)
		}
	}
	for _, f := range has {
		if !contains(may, f) {
			l.fail(i.Place, "item.field", "kind", string(i.Kind), "field", f, "known", strings.Join(may, ", "))
		}
	}
	if i.needsCase() && i.Scenario == "" && len(i.Answers) == 0 {
		l.fail(i.Place, "item.no-case")
	}
	if i.Of == OfWritten && i.Number == nil {
		l.fail(i.Place, "item.lacks", "kind", string(i.Kind), "field", "number")
	}
	if (len(i.Pairs) > 0 || len(i.Sequence) > 0) && i.Because.Empty() && !i.Unproven {
		l.fail(i.Place, "item.lacks", "kind", string(i.Kind), "field", "because")
	}
}

// needsCase reports whether the key of the item comes from a case.
func (i *Item) needsCase() bool {
	switch i.Kind {
	case ExplainItem:
		return false
	case EstimateItem:
		return i.Of != OfWritten
	case ChoiceItem:
		return len(i.Written) == 0
	case MatchItem:
		return false // each of its cases has answers
	case OrderItem:
		return len(i.Services) == 0 && len(i.Sequence) == 0
	}
	return true
}

// itemFrame checks what all kinds have.
func (l *loader) itemFrame(i *Item) {
	l.oneOf(i.Place, "era", string(i.InEra()), string(Today), string(Guide))
	if i.Level < 1 || i.Level > MaxLevel {
		l.oneOf(i.Place, "level", lang.Number(lang.English, float64(i.Level), 0), "1", "2", "3")
	}
	if !kebab.MatchString(i.Topic) {
		l.fail(i.Place, "catalog.id-twice", "id", i.Topic)
	}
	if len(i.Guide) == 0 || len(i.Sources) == 0 {
		l.fail(i.Place, "item.unfounded")
	}
	for _, g := range i.Guide {
		if !slices.ContainsFunc(l.base.Guide.Sessions, func(s Session) bool { return s.ID == g }) {
			l.noSession(i, g)
		}
	}
	if i.Scenario != "" && l.base.Scenario(i.Scenario) == nil && !l.broken[i.Scenario] {
		l.fail(i.Place, "catalog.unknown-id", "kind", fault.Word("kind.scenario"), "id", i.Scenario,
			"near", fault.Nearest(i.Scenario, sortedKeys(l.base.index.scenarios)))
	}
	l.answers(i.Answers)
	_, err := ReadPriorities(i.Priorities)
	_ = l.faults.Add(err)
	l.pairs(i.Place, i.Pins)
	for _, t := range []lang.Text{i.Story, i.Ask, i.Because} {
		l.template(i.Place, t, "")
	}
}

// noSession says that the guide has no such session, and which ones it has.
func (l *loader) noSession(i *Item, id int) {
	known := []string{}
	for _, s := range l.base.Guide.Sessions {
		known = append(known, lang.Number(lang.English, float64(s.ID), 0))
	}
	l.oneOf(i.Place, "guide", lang.Number(lang.English, float64(id), 0), known...)
}

func (l *loader) answers(entries source.Entries) {
	for _, e := range entries {
		_, err := l.base.ReadAnswer(e.Key.Text, e.Value, e.Key.Place)
		_ = l.faults.Add(err)
	}
}

// itemRefs checks what an item names in the catalog.
func (l *loader) itemRefs(i *Item) {
	if i.Decision != "" {
		_ = l.faults.Add(l.base.CheckOption(i.Decision, i.Option, i.Place))
		for _, o := range i.Options {
			_ = l.faults.Add(l.base.CheckOption(i.Decision, o, i.Place))
		}
	}
	for _, d := range i.Decisions {
		_ = l.faults.Add(l.base.CheckOption(d, "", i.Place))
	}
	for _, s := range i.Services {
		l.service(i.Place, s)
	}
	for _, r := range i.Violates {
		if l.base.Review(r) == nil && !l.broken[r] {
			l.fail(i.Place, "catalog.unknown-id", "kind", fault.Word("kind.review"), "id", r,
				"near", fault.Nearest(r, sortedKeys(l.base.index.reviews)))
		}
	}
	for _, r := range i.Layers {
		if l.base.Responsibility(r) == nil && !l.broken[r] {
			l.fail(i.Place, "catalog.unknown-id", "kind", fault.Word("kind.responsibility"), "id", r,
				"near", fault.Nearest(r, sortedKeys(l.base.index.layers)))
		}
	}
	if i.Fact != "" && l.base.DerivedFact(i.Fact) == nil && !l.broken[i.Fact] {
		l.fail(i.Place, "answer.unknown-fact", "fact", i.Fact, "near", fault.Nearest(i.Fact, sortedKeys(l.base.index.derived)))
	}
}

// itemParts checks the parts that only some kinds have.
func (l *loader) itemParts(i *Item) {
	l.oneOfOrNone(i.Place, "which", string(i.Which), string(Best), string(Possible), string(Impossible))
	l.oneOfOrNone(i.Place, "of", string(i.Of), string(OfMonth), string(OfDecision), string(OfFact), string(OfLines), string(OfWritten))
	l.oneOfOrNone(i.Place, "only", string(i.Only), string(lang.English), string(lang.Spanish))
	if i.Tolerance < 0 || i.Tolerance > 50 {
		l.oneOf(i.Place, "tolerance", lang.Number(lang.English, i.Tolerance, 2), "0 … 50")
	}
	for _, c := range i.Combinations {
		l.pairs(c.Place, c.Choose)
	}
	for _, c := range i.Cases {
		l.answers(c.Answers)
		l.template(c.Place, c.Text, "")
	}
	for _, s := range i.Seeds {
		l.service(s.Place, s.Service)
		l.oneOfOrNone(s.Place, "move", s.Move, places[1:]...)
	}
	for _, line := range i.Lines {
		if !l.base.Prices.Has(line.Price) {
			l.fail(line.Place, "content.unknown-price", "price", line.Price, "near", fault.Nearest(line.Price, l.base.Prices.IDs()))
		}
	}
	l.itemBy(i)
}

// itemBy checks the property that a match or an order asks for.
func (l *loader) itemBy(i *Item) {
	switch {
	case i.Kind == MatchItem && len(i.Services) > 0:
		l.oneOf(i.Place, "by", i.By, MatchBy()...)
	case i.Kind == MatchItem && len(i.Layers) > 0:
		models := []string{}
		for _, m := range ServiceModels() {
			models = append(models, string(m))
		}
		l.oneOf(i.Place, "by", i.By, models...)
	case i.Kind == OrderItem && i.Decision != "":
		l.oneOf(i.Place, "by", i.By, OrderBy()...)
	case i.Kind == OrderItem && len(i.Services) > 0:
		for _, id := range i.Services {
			if s := l.base.Service(id); s != nil && !l.broken[id] {
				l.oneOf(i.Place, "by", i.By, sortedKeys(s.Limits)...)
			}
		}
	}
}

// oneOfOrNone is oneOf for a field that may be left out.
func (l *loader) oneOfOrNone(at fault.Place, field, value string, known ...string) {
	if value != "" {
		l.oneOf(at, field, value, known...)
	}
}
