package export

import "alarife/internal/architecture"

// Component is one block of the architecture.
type Component struct {
	ID       string             `json:"id"`
	Service  *string            `json:"service"` // null for an actor or a hole
	Name     string             `json:"name"`
	Role     string             `json:"role"`
	Boundary *string            `json:"boundary"`
	Place    architecture.Place `json:"place"`
	Decision *string            `json:"decision"`
	Option   *string            `json:"option"`
	Hole     bool               `json:"hole"`
}

// Flow is a connection between two components.
type Flow struct {
	From  string `json:"from"`
	To    string `json:"to"`
	Text  string `json:"text"`
	Step  int    `json:"step"` // 0 where unnumbered
	Async bool   `json:"async"`
}

func (e *Export) components() []Component {
	out := []Component{}
	for _, c := range e.Run.Architecture.Components {
		out = append(out, Component{
			ID: c.ID, Service: name(c.Service), Name: c.Name.In(e.Lang), Role: c.Role.In(e.Lang), Boundary: name(c.Boundary),
			Place: c.Place, Decision: name(c.Decision), Option: name(c.Option), Hole: c.Hole,
		})
	}
	return out
}

func (e *Export) flows() []Flow {
	out := []Flow{}
	for _, f := range e.Run.Architecture.Flows {
		out = append(out, Flow{From: f.From, To: f.To, Text: f.Text.In(e.Lang), Step: f.Step, Async: f.Async})
	}
	return out
}
