package outline

import (
	"strings"

	"alarife/internal/advisor"
	"alarife/internal/architecture"
	"alarife/internal/design"
)

// changed lists what came and what went.
func (o *writer) changed() {
	if o.changes == nil {
		return
	}
	o.lines = append(o.lines, Line{Text: Summary(o.tell, o.changes), Heading: true})
	for _, c := range o.changes.New {
		o.lines = append(o.lines, Line{Text: o.tell.Say("desktop.changed.new", "what", name(o.tell, c)), Depth: 1, Component: c.ID, again: true})
	}
	for _, c := range o.changes.Gone {
		o.lines = append(o.lines, Line{Text: o.tell.Say("desktop.changed.gone", "what", name(o.tell, c)), Depth: 1})
	}
}

// Summary counts what a change did.
func Summary(tell advisor.Teller, c *design.Changes) string {
	if len(c.New)+len(c.Gone) == 0 {
		return tell.Say("desktop.changed.none", "stayed", c.Stayed)
	}
	return tell.Say("desktop.changed", "new", len(c.New), "gone", len(c.Gone), "stayed", c.Stayed)
}

// Told is one line about a change: how much came and went, and what; before
// the first change, that it will stand here. What went is named first: what
// came is seen in the picture.
func Told(tell advisor.Teller, c *design.Changes) string {
	if c == nil {
		return tell.Say("desktop.changed.yet")
	}
	var parts []string
	for _, part := range []struct {
		key  string
		list []*architecture.Component
	}{{"desktop.changed.gone", c.Gone}, {"desktop.changed.new", c.New}} {
		var names []string
		for _, x := range part.list {
			names = append(names, name(tell, x))
		}
		if len(names) > 0 {
			parts = append(parts, tell.Say(part.key, "what", strings.Join(names, ", ")))
		}
	}
	if len(parts) == 0 {
		return Summary(tell, c)
	}
	return tell.Say("desktop.changed.line", "summary", Summary(tell, c), "names", strings.Join(parts, " · "))
}
