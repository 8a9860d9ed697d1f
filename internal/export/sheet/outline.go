package sheet

import (
	"slices"
	"strings"

	"alarife/internal/architecture"
	"alarife/internal/practice"
)

// outline tells the picture of an exercise in lines, for whoever does not see
// it: what stands where, then what flows from where to where. Copies in zones
// are told once. It is empty where there is no picture.
func (w *writing) outline(x *practice.Exercise) (lines []string) {
	if x.Architecture == nil {
		return nil
	}
	names := w.names(x.Architecture)
	byPlace := map[string][]string{}
	var places []string
	for _, c := range x.Architecture.Components {
		name, place := names[c.ID], w.place(x.Architecture, c)
		if !slices.Contains(places, place) {
			places = append(places, place)
		}
		if !slices.Contains(byPlace[place], name) {
			byPlace[place] = append(byPlace[place], name)
		}
	}
	for _, p := range places {
		lines = append(lines, w.Say("handout.place", "place", p, "components", strings.Join(byPlace[p], ", ")))
	}
	for _, f := range x.Architecture.Flows {
		line := w.Say("handout.flow", "from", names[f.From], "to", names[f.To], "text", f.Text.In(w.Lang))
		if line = strings.TrimSuffix(line, ": "); !slices.Contains(lines, line) {
			lines = append(lines, line)
		}
	}
	return lines
}

// names are the names of components by their ids; the role tells those apart
// that would have the same one.
func (w *writing) names(a *architecture.Architecture) map[string]string {
	bearers := map[string]string{} // a component of each short name
	shared := map[string]bool{}
	for _, c := range a.Components {
		short := c.Short.In(w.Lang)
		if other, taken := bearers[short]; taken && other != c.Origin {
			shared[short] = true
		}
		bearers[short] = c.Origin
	}
	names := map[string]string{}
	for _, c := range a.Components {
		names[c.ID] = c.Short.In(w.Lang)
		if shared[names[c.ID]] && !c.Role.Empty() {
			names[c.ID] += " (" + c.Role.In(w.Lang) + ")"
		}
	}
	return names
}

// place is where a component stands, in words.
func (w *writing) place(a *architecture.Architecture, c *architecture.Component) string {
	if c.Place == architecture.Strip {
		return w.Say("picture.strip")
	}
	if b := a.Boundary(c.Boundary); b != nil {
		return w.Say("picture.kind." + string(b.Kind))
	}
	return w.Say("handout.outside")
}
