package design

import (
	"reflect"

	"alarife/internal/architecture"
)

// Changes is what came into an architecture and went from it when its document
// changed, in the order of the architecture.
type Changes struct {
	New, Gone []*architecture.Component
	Stayed    int
}

// Compare tells two architectures apart. A component stayed where the same
// service stands in the same place.
func Compare(before, after *architecture.Architecture) *Changes {
	c := &Changes{New: missingIn(before, after), Gone: missingIn(after, before)}
	c.Stayed = len(after.Components) - len(c.New)
	return c
}

// IsNew reports whether a component came with the latest change; none did
// where c is nil.
func (c *Changes) IsNew(id string) bool {
	if c != nil {
		for _, n := range c.New {
			if n.ID == id {
				return true
			}
		}
	}
	return false
}

// identity is what makes a component the same one across two architectures; its
// id is not, for it names a zone only where there are several.
func identity(c *architecture.Component) [4]string {
	return [4]string{c.Origin, c.Zone, c.Service, c.Actor}
}

// missingIn lists the components of one architecture that another lacks.
func missingIn(other, all *architecture.Architecture) []*architecture.Component {
	there := map[[4]string]bool{}
	for _, c := range other.Components {
		there[identity(c)] = true
	}
	var list []*architecture.Component
	for _, c := range all.Components {
		if !there[identity(c)] {
			list = append(list, c)
		}
	}
	return list
}

// compare tells what a newer study changed. What is asked alike, in another
// language or under another title, is no change and keeps the marks of the one
// before; another document has none.
func (w *Workspace) compare(before, after *Study) {
	switch {
	case before == nil || before.Run == nil || after.Run == nil || w.started:
		w.changes = nil
	case before.Document == after.Document || reflect.DeepEqual(before.Document.Case(), after.Document.Case()):
	default:
		w.changes = Compare(before.Architecture, after.Architecture)
	}
	w.started = false
}
