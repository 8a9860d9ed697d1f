// Package page writes the catalog for people: one page a thing, in one shape,
// with everything that is known of the thing and what it has to do with
// others. The same pages are shown one by one and written as linked Markdown.
package page

import (
	"strconv"
	"strings"

	"alarife/internal/advisor"
	"alarife/internal/export/report"
	"alarife/internal/fault"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
)

// Book is a catalog as pages in one language. It is made once and safe for
// concurrent use.
type Book struct {
	advisor.Teller
	base   *knowledge.Base
	things map[Kind][]Thing
	known  map[Ref]Thing
	index  index
}

// New makes the pages of a catalog.
func New(b *knowledge.Base, m *lang.Messages, l lang.Lang) *Book {
	book := &Book{
		Teller: advisor.Teller{Messages: m, Lang: l}, base: b,
		things: map[Kind][]Thing{}, known: map[Ref]Thing{}, index: newIndex(b),
	}
	for _, k := range kinds {
		book.things[k.kind] = k.list(b)
		for _, t := range book.things[k.kind] {
			book.known[t.Ref] = t
		}
	}
	for _, s := range b.Guide.Sessions {
		t := Thing{Ref: sessionRef(s.ID), Title: s.Title}
		book.things[Sessions] = append(book.things[Sessions], t)
		book.known[t.Ref] = t
	}
	return book
}

// Things lists the things of a kind in the order of the catalog.
func (b *Book) Things(k Kind) []Thing { return b.things[k] }

// Find returns everything that has the id, in the order of the kinds; a fault
// at the place where there is nothing. An option is found by
// "decision/option", a session of the study guide by "guide-session-N".
func (b *Book) Find(id string, at fault.Place) ([]Ref, error) {
	if blueprint, is := strings.CutPrefix(id, knowledge.BlueprintDecision+"/"); is {
		id = blueprint
	}
	var found []Ref
	var ids []string
	for _, k := range Kinds() {
		if r := (Ref{k, id}); b.known[r].ID != "" {
			found = append(found, r)
		}
		for _, t := range b.things[k] {
			ids = append(ids, t.ID)
		}
	}
	if len(found) == 0 {
		return nil, fault.New(at, "page.unknown-id", "id", id, "near", fault.Nearest(id, ids))
	}
	return found, nil
}

// Page writes the page of a thing that the book has.
func (b *Book) Page(r Ref) *report.Report {
	w := &writer{Report: report.New(), Book: b, ref: r}
	w.head()
	switch r.Kind {
	case Questions:
		w.question(b.base.Question(r.ID))
	case Facts:
		w.derived(b.base.DerivedFact(r.ID))
	case Decisions:
		w.decision(b.base.Decision(r.ID))
	case Options:
		d, o := b.option(r)
		w.optionPage(d, o)
	case Services:
		w.service(b.base.Service(r.ID))
	case Blueprints:
		w.blueprint(b.base.Blueprint(r.ID))
	case Reviews:
		w.review(b.base.Review(r.ID))
	case Scenarios:
		w.scenario(b.base.Scenario(r.ID))
	case Items:
		w.item(b.base.Item(r.ID))
	case Regions:
		w.region(b.base.Region(r.ID))
	case Sections:
		w.section(b.base.Section(r.ID))
	case Prices:
		w.price(r.ID)
	case Comparisons:
		w.comparison(b.comparisonOf(r.ID))
	case Responsibilities:
		w.responsibility(b.responsibilityOf(r.ID))
	case Tags:
		w.tag(b.tagOf(r.ID))
	case Plans:
		w.planned(r.ID)
	case Instances:
		m, _ := b.base.Machines.Find(r.ID)
		w.machine(m)
	case Sessions:
		w.session(r)
	}
	w.Sources(2, w.say("sources"))
	return w.Report
}

// option returns the option of "decision/option" and its decision.
func (b *Book) option(r Ref) (*knowledge.Decision, *knowledge.Option) {
	decision, option, _ := strings.Cut(r.ID, "/")
	d := b.base.Decision(decision)
	if d == nil {
		return nil, nil
	}
	return d, d.Option(option)
}

// say returns one of the texts of pages.
func (b *Book) say(key string, args ...any) string { return b.Say("page."+key, args...) }

// title is what a thing is called.
func (b *Book) title(r Ref) string {
	if t, ok := b.known[r]; ok && !t.Title.Empty() {
		return b.In(t.Title)
	}
	return r.ID
}

const sessionPrefix = "guide-session-"

func sessionRef(n int) Ref { return Ref{Sessions, sessionPrefix + strconv.Itoa(n)} }
