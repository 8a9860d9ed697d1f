package page

import (
	"path"
	"strings"

	"alarife/internal/knowledge"
	"alarife/internal/lang"
)

// Kind is a kind of thing, in the plural as the folders of the catalog have
// it.
type Kind string

// The kinds of things.
const (
	Questions        Kind = "questions"
	Facts            Kind = "facts" // derived ones
	Decisions        Kind = "decisions"
	Options          Kind = "options" // but those of the blueprint decision, which are the blueprints
	Services         Kind = "services"
	Blueprints       Kind = "blueprints"
	Reviews          Kind = "reviews"
	Scenarios        Kind = "scenarios"
	Items            Kind = "items" // of practice
	Regions          Kind = "regions"
	Sections         Kind = "sections"
	Comparisons      Kind = "comparisons"      // of the money of several ways
	Responsibilities Kind = "responsibilities" // layers of the shared responsibility
	Tags             Kind = "tags"             // of resources
	Plans            Kind = "plans"            // what plans are made from
	Instances        Kind = "instances"        // types of machine
	Prices           Kind = "prices"
	Sessions         Kind = "sessions" // of the study guide
)

// Ref names one thing.
type Ref struct {
	Kind Kind   `json:"kind"`
	ID   string `json:"id"`
}

// File is the file of the thing's page below the folder of the pages.
func (r Ref) File() string { return path.Join(string(r.Kind), r.ID+".md") }

// to is the relative path from the page of r to the page of other.
func (r Ref) to(other string) string {
	return strings.Repeat("../", strings.Count(r.File(), "/")) + other
}

// Thing is one entry of a list.
type Thing struct {
	Ref
	Title lang.Text // what it is called; empty for a price
	About lang.Text // what it is about in a sentence or more, may be empty
	Guide []int     // sessions of the study guide that treat it
}

// listing lists the things of one kind.
type listing struct {
	kind Kind
	list func(*knowledge.Base) []Thing
}

var kinds = []listing{
	listed(Questions, func(b *knowledge.Base) []*knowledge.Question { return b.Questions }, func(x *knowledge.Question) (string, Thing) {
		return x.ID, Thing{Title: x.Short, About: x.Text, Guide: x.Guide}
	}),
	listed(Facts, func(b *knowledge.Base) []*knowledge.Derived { return b.Derived }, func(x *knowledge.Derived) (string, Thing) {
		return x.ID, Thing{Title: x.Short}
	}),
	listed(Decisions, func(b *knowledge.Base) []*knowledge.Decision { return b.Decisions }, func(x *knowledge.Decision) (string, Thing) {
		return x.ID, Thing{Title: x.Title, About: x.Asks, Guide: x.Guide}
	}),
	{Options, options},
	listed(Services, func(b *knowledge.Base) []*knowledge.Service { return b.Services }, func(x *knowledge.Service) (string, Thing) {
		return x.ID, Thing{Title: lang.Text{EN: x.Name, ES: x.Name}, About: x.Summary, Guide: x.Guide}
	}),
	listed(Blueprints, func(b *knowledge.Base) []*knowledge.Blueprint { return b.Blueprints }, func(x *knowledge.Blueprint) (string, Thing) {
		return x.ID, Thing{Title: x.Title, About: x.Summary, Guide: x.Guide}
	}),
	listed(Reviews, func(b *knowledge.Base) []*knowledge.Review { return b.Reviews }, func(x *knowledge.Review) (string, Thing) {
		return x.ID, Thing{Title: x.Title, About: x.Because, Guide: x.Guide}
	}),
	listed(Scenarios, func(b *knowledge.Base) []*knowledge.Scenario { return b.Scenarios }, func(x *knowledge.Scenario) (string, Thing) {
		return x.ID, Thing{Title: x.Title, About: x.Story, Guide: x.Guide}
	}),
	listed(Items, func(b *knowledge.Base) []*knowledge.Item { return b.Items }, func(x *knowledge.Item) (string, Thing) {
		return x.ID, Thing{Title: x.Title, About: x.Story, Guide: x.Guide}
	}),
	listed(Regions, func(b *knowledge.Base) []*knowledge.Region { return b.Regions }, func(x *knowledge.Region) (string, Thing) {
		return x.ID, Thing{Title: x.Title}
	}),
	listed(Sections, func(b *knowledge.Base) []*knowledge.Section { return b.Sections }, func(x *knowledge.Section) (string, Thing) {
		return x.ID, Thing{Title: x.Title}
	}),
	listed(Comparisons, func(b *knowledge.Base) []*knowledge.Comparison { return b.Comparisons }, func(x *knowledge.Comparison) (string, Thing) {
		return x.ID, Thing{Title: x.Title, About: x.Summary, Guide: x.Guide}
	}),
	listed(Responsibilities, func(b *knowledge.Base) []*knowledge.Responsibility { return b.Responsibilities }, func(x *knowledge.Responsibility) (string, Thing) {
		return x.ID, Thing{Title: x.Title, About: x.Text}
	}),
	listed(Tags, func(b *knowledge.Base) []*knowledge.Tag { return b.Tags }, func(x *knowledge.Tag) (string, Thing) {
		return x.ID, Thing{Title: lang.Text{EN: x.Key, ES: x.Key}, About: x.Because}
	}),
	{Plans, plans},
	{Instances, instances},
	listed(Prices, func(b *knowledge.Base) []string { return b.Prices.IDs() }, func(id string) (string, Thing) { return id, Thing{} }),
}

func listed[T any](kind Kind, all func(*knowledge.Base) []T, entry func(T) (id string, t Thing)) listing {
	return listing{kind, func(b *knowledge.Base) []Thing {
		var things []Thing
		for _, x := range all(b) {
			id, t := entry(x)
			t.Ref = Ref{kind, id}
			things = append(things, t)
		}
		return things
	}}
}

// options lists the options of all decisions but the blueprints.
func options(b *knowledge.Base) []Thing {
	var things []Thing
	for _, d := range b.Decisions {
		for _, o := range d.Options {
			if d.ID != knowledge.BlueprintDecision {
				things = append(things, Thing{Ref: optionRef(d, o), Title: o.Title, About: o.Summary, Guide: d.Guide})
			}
		}
	}
	return things
}

// optionRef names an option: a blueprint by its own page.
func optionRef(d *knowledge.Decision, o *knowledge.Option) Ref {
	if d.ID == knowledge.BlueprintDecision {
		return Ref{Blueprints, o.ID}
	}
	return Ref{Options, d.ID + "/" + o.ID}
}

// Kinds lists the kinds in the order in which they are told.
func Kinds() []Kind {
	var all []Kind
	for _, k := range kinds {
		all = append(all, k.kind)
	}
	return append(all, Sessions)
}
