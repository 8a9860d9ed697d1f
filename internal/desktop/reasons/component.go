package reasons

import (
	"slices"

	"alarife/internal/architecture"
	"alarife/internal/desktop/kit"

	"fyne.io/fyne/v2"
)

// component tells of a component that no decision chose.
func (v *View) component(c *architecture.Component) fyne.CanvasObject {
	stack := kit.Tight(v.back(), kit.Title(v.tell.In(c.Name)), kit.Body(v.tell.In(c.Role)))
	if s := v.rec().Base.Service(c.Service); s != nil {
		kit.Append(stack, kit.Muted(v.tell.In(s.Summary)))
		if s.Docs != "" {
			kit.Append(stack, kit.Link(v.tell.Say("desktop.docs"), s.Docs))
		}
	}
	kit.Append(stack, kit.Note(v.tell.Say("desktop.fixed")))
	v.addComponentCosts(stack, c)
	first := true
	for _, f := range v.state.Run.Findings {
		if !slices.Contains(f.Components, c.Origin) {
			continue
		}
		if first {
			kit.Append(stack, kit.Strong(v.tell.Say("desktop.findings")))
			first = false
		}
		kit.Append(stack, v.finding(f))
	}
	return stack
}

func (v *View) addComponentCosts(stack *fyne.Container, c *architecture.Component) {
	e := v.state.Run.Estimate.For(c.Origin)
	service := v.rec().Base.Service(c.Service)
	switch {
	case len(e.Lines)+e.Unpriced() > 0:
		kit.Append(stack, kit.Strong(v.tell.Say("desktop.cost")), v.costs(e))
	case service != nil && service.Free != nil:
		kit.Append(stack, kit.Strong(v.tell.Say("desktop.cost")), kit.Body(v.tell.In(service.Free.Text)))
	}
}

// concerns reports whether a finding is about a component that a decision
// chose.
func (v *View) concerns(f *architecture.Finding, decision string) bool {
	for _, c := range v.state.Run.Architecture.Components {
		if c.Decision == decision && slices.Contains(f.Components, c.Origin) {
			return true
		}
	}
	return false
}
