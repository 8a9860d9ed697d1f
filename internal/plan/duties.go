package plan

import (
	"strings"
	"unicode"

	"alarife/internal/architecture"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
)

// Responsibility is who carries what of the architecture, component by
// component.
type Responsibility struct {
	Layers     []*knowledge.Responsibility
	Models     []ModelOf // models in use, from most to least of one's own
	Components []Duty    // in the order of the architecture
}

// ModelOf is a service model with the components under it.
type ModelOf struct {
	Model      knowledge.ServiceModel
	Components []*architecture.Component
}

// Duty is one component with its model and who carries what of it.
type Duty struct {
	Component *architecture.Component
	Model     knowledge.ServiceModel
	Layers    []Layer // those that the component has
}

// Layer is a layer of one component.
type Layer struct {
	*knowledge.Responsibility
	By string // provider, customer or shared
}

// Who returns who carries a layer under a model: provider, customer or shared.
func Who(layer *knowledge.Responsibility, m knowledge.ServiceModel) string {
	return layer.Who[string(m)]
}

// Of lists the layers that someone carries.
func (d Duty) Of(who string) []*knowledge.Responsibility {
	var out []*knowledge.Responsibility
	for _, l := range d.Layers {
		if l.By == who {
			out = append(out, l.Responsibility)
		}
	}
	return out
}

// Same reports whether two components ask the same of the same people.
func (d Duty) Same(e Duty) bool {
	if d.Model != e.Model || len(d.Layers) != len(e.Layers) {
		return false
	}
	for i := range d.Layers {
		if d.Layers[i] != e.Layers[i] {
			return false
		}
	}
	return true
}

// responsibility is nil where the catalog has no layers or the architecture no
// service.
func (m *maker) responsibility() *Responsibility {
	out := &Responsibility{Layers: m.rec.Base.Responsibilities}
	seen := map[string]bool{}
	byModel := map[knowledge.ServiceModel][]*architecture.Component{}
	for _, c := range m.arch.Components {
		s := m.rec.Base.Service(c.Service)
		if s == nil || s.Model == "" || seen[c.Origin] {
			continue
		}
		seen[c.Origin] = true
		duty := Duty{Component: c, Model: s.Model}
		for _, l := range out.Layers {
			if l.Concerns(s) {
				duty.Layers = append(duty.Layers, Layer{l, Who(l, s.Model)})
			}
		}
		out.Components = append(out.Components, duty)
		byModel[s.Model] = append(byModel[s.Model], c)
	}
	if len(out.Layers) == 0 || len(out.Components) == 0 {
		return nil
	}
	for _, model := range knowledge.ServiceModels() {
		if len(byModel[model]) > 0 {
			out.Models = append(out.Models, ModelOf{model, byModel[model]})
		}
	}
	return out
}

// Tag is one tag that all resources of the design carry.
type Tag struct {
	*knowledge.Tag
	Value string
}

// IaCDecision chooses the tool that a tag names.
const IaCDecision = "iac-tool"

// tags fills the values of the catalog's tags; there are none where no
// blueprint is possible.
func (m *maker) tags(title lang.Text) []Tag {
	if m.arch.Blueprint == "" {
		return nil
	}
	words := map[string]string{
		"title": slug(title.EN), "blueprint": m.arch.Blueprint, "region": m.rec.Region,
		"zones": strings.Join(m.zones(), ""), "iac": m.rec.Chose(IaCDecision),
	}
	var out []Tag
	for _, t := range m.rec.Base.Tags {
		if !m.holds(t.When) {
			continue
		}
		for _, v := range t.Values {
			if m.holds(v.When) {
				value := lang.Fill(v.Text, func(name string) (string, bool) { w, ok := words[name]; return w, ok })
				out = append(out, Tag{t, value})
				break
			}
		}
	}
	return out
}

// slugLength bounds what a title lends to a tag.
const slugLength = 64

// slug writes a title in small letters and digits joined by hyphens, as tags
// of every service take it.
func slug(title string) string {
	var b strings.Builder
	gap := false
	for _, r := range strings.ToLower(title) {
		switch {
		case r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			b.WriteRune(r)
			gap = false
		default:
			gap = true
		}
		if b.Len() >= slugLength {
			break
		}
	}
	if b.Len() == 0 {
		return "untitled"
	}
	return b.String()
}
