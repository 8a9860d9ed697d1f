package main

import (
	"alarife/internal/knowledge"
	"alarife/internal/lang"
)

// kind is one folder of the catalog.
type kind struct {
	name string
	list func(*knowledge.Base, lang.Lang) [][]string // id and title
}

var kinds = []kind{
	listed("questions", func(b *knowledge.Base) []*knowledge.Question { return b.Questions }, func(q *knowledge.Question) (string, lang.Text) { return q.ID, q.Text }),
	listed("facts", func(b *knowledge.Base) []*knowledge.Derived { return b.Derived }, func(d *knowledge.Derived) (string, lang.Text) { return d.ID, d.Short }),
	listed("decisions", func(b *knowledge.Base) []*knowledge.Decision { return b.Decisions }, func(d *knowledge.Decision) (string, lang.Text) { return d.ID, d.Title }),
	listed("services", func(b *knowledge.Base) []*knowledge.Service { return b.Services }, func(s *knowledge.Service) (string, lang.Text) { return s.ID, both(s.Name) }),
	listed("blueprints", func(b *knowledge.Base) []*knowledge.Blueprint { return b.Blueprints }, func(x *knowledge.Blueprint) (string, lang.Text) { return x.ID, x.Title }),
	listed("reviews", func(b *knowledge.Base) []*knowledge.Review { return b.Reviews }, func(r *knowledge.Review) (string, lang.Text) { return r.ID, r.Title }),
	listed("scenarios", func(b *knowledge.Base) []*knowledge.Scenario { return b.Scenarios }, func(s *knowledge.Scenario) (string, lang.Text) { return s.ID, s.Title }),
	listed("regions", func(b *knowledge.Base) []*knowledge.Region { return b.Regions }, func(r *knowledge.Region) (string, lang.Text) { return r.ID, r.Title }),
	listed("sections", func(b *knowledge.Base) []*knowledge.Section { return b.Sections }, func(s *knowledge.Section) (string, lang.Text) { return s.ID, s.Title }),
	listed("prices", func(b *knowledge.Base) []string { return b.Prices.IDs() }, func(id string) (string, lang.Text) { return id, lang.Text{} }),
}

func both(s string) lang.Text { return lang.Text{EN: s, ES: s} }

func listed[T any](name string, all func(*knowledge.Base) []T, row func(T) (id string, title lang.Text)) kind {
	return kind{name, func(b *knowledge.Base, l lang.Lang) [][]string {
		var rows [][]string
		for _, x := range all(b) {
			id, title := row(x)
			rows = append(rows, []string{id, title.In(l)})
		}
		return rows
	}}
}

func kindNames() []string {
	names := make([]string, len(kinds))
	for i, k := range kinds {
		names[i] = k.name
	}
	return names
}
