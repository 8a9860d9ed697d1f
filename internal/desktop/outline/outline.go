// Package outline shows the architecture as a list that equals the picture:
// boundaries with their components, then the flows. It is walked by keyboard.
package outline

import (
	"strconv"
	"strings"

	"alarife/internal/advisor"
	"alarife/internal/architecture"
	"alarife/internal/design"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// View is the list. It belongs to the main goroutine.
type View struct {
	// OnSelect is told the id of a component that was selected.
	OnSelect func(id string)

	tell  advisor.Teller
	lines []Line
	list  *widget.List
	quiet bool // while a selection is shown
}

// Line is one line of the outline.
type Line struct {
	Text      string
	Depth     int    // boundaries around it
	Heading   bool   // a boundary, or the head of a part
	Component string // id of the component, that a flow leaves; "" for a heading
	again     bool   // the component has a line of its own elsewhere
}

// New returns an empty outline.
func New(tell advisor.Teller) *View {
	v := &View{tell: tell}
	v.list = widget.NewList(
		func() int { return len(v.lines) },
		func() fyne.CanvasObject {
			l := widget.NewLabel("")
			l.Truncation = fyne.TextTruncateEllipsis
			return l
		},
		v.row,
	)
	v.list.HideSeparators = true
	v.list.OnSelected = func(i widget.ListItemID) {
		if id := v.lines[i].Component; id != "" && v.OnSelect != nil && !v.quiet {
			v.OnSelect(id)
		}
	}
	return v
}

// Object is what to put into the window.
func (v *View) Object() fyne.CanvasObject { return v.list }

func (v *View) row(i widget.ListItemID, o fyne.CanvasObject) {
	label, line := o.(*widget.Label), v.lines[i]
	label.TextStyle.Bold = line.Heading
	label.SetText(strings.Repeat("      ", line.Depth) + line.Text)
}

// Show shows an architecture and what its latest change brought, nil for none.
func (v *View) Show(a *architecture.Architecture, c *design.Changes) {
	v.lines = Lines(v.tell, a, c)
	v.list.UnselectAll()
	v.list.Refresh()
}

// Select marks a component without telling OnSelect; "" marks none.
func (v *View) Select(id string) {
	v.quiet = true
	defer func() { v.quiet = false }()
	for i, l := range v.lines {
		if id != "" && l.Component == id && !l.again {
			v.list.Select(i)
			return
		}
	}
	v.list.UnselectAll()
}

// Focus returns what takes the keyboard.
func (v *View) Focus() fyne.Focusable { return v.list }

// Lines is the outline of an architecture: what changed last, then all that
// its picture shows.
func Lines(tell advisor.Teller, a *architecture.Architecture, c *design.Changes) []Line {
	o := &writer{tell: tell, arch: a, names: map[string]string{}, changes: c}
	for _, c := range a.Components {
		o.names[c.ID] = name(tell, c)
	}
	o.changed()
	o.components("", 0)
	o.boundaries("", 0)
	o.flows()
	return o.lines
}

type writer struct {
	tell  advisor.Teller
	arch  *architecture.Architecture
	names map[string]string
	lines []Line

	changes *design.Changes
}

// name is the short name of a component with its zone.
func name(tell advisor.Teller, c *architecture.Component) string {
	text := tell.In(c.Short)
	if c.Zone != "" {
		text += " (" + c.Zone + ")"
	}
	return text
}

func (o *writer) boundaries(parent string, depth int) {
	for _, b := range o.arch.Boundaries {
		if b.Parent == parent {
			o.lines = append(o.lines, Line{Text: o.tell.In(b.Label), Depth: depth, Heading: true})
			o.components(b.ID, depth+1)
			o.boundaries(b.ID, depth+1)
		}
	}
}

func (o *writer) components(boundary string, depth int) {
	for _, c := range o.arch.Components {
		if c.Boundary != boundary {
			continue
		}
		text := o.names[c.ID]
		if role := o.tell.In(c.Role); role != "" {
			text += " – " + role
		}
		if o.changes.IsNew(c.ID) {
			text = "+ " + o.tell.Say("desktop.changed.mark", "what", text)
		}
		o.lines = append(o.lines, Line{Text: text, Depth: depth, Component: c.ID})
	}
}

func (o *writer) flows() {
	if len(o.arch.Flows) > 0 {
		o.lines = append(o.lines, Line{Text: o.tell.Say("desktop.flows"), Heading: true})
	}
	for _, f := range o.arch.Flows {
		text := o.names[f.From] + " → " + o.names[f.To]
		if words := o.tell.In(f.Text); words != "" {
			text += ": " + words
		}
		if f.Step > 0 {
			text = strconv.Itoa(f.Step) + ". " + text
		}
		o.lines = append(o.lines, Line{Text: text, Depth: 1, Component: f.From, again: true})
	}
}
