package export

import (
	"io"
	"strconv"

	"alarife/internal/architecture"
	"alarife/internal/diagram/graphviz"
	"alarife/internal/lang"
)

// DOT writes the architecture as a graph in the DOT language, with boundaries
// as clusters.
func (e *Export) DOT(w io.Writer) error {
	a := e.Run.Architecture
	g := &graphviz.Graph{Direction: graphviz.LeftToRight, NodeSep: 24, RankSep: 48, Title: e.text(e.Run.Title)}
	boxes := e.clusters(g)
	for _, c := range a.Components {
		n := &graphviz.Node{ID: c.ID, Label: e.label(c)}
		if box := boxes[c.Boundary]; box != nil {
			box.Nodes = append(box.Nodes, n)
		} else {
			g.Nodes = append(g.Nodes, n)
		}
	}
	for _, f := range a.Flows {
		label := e.text(f.Text)
		if f.Step > 0 {
			label = strconv.Itoa(f.Step) + ". " + label
		}
		g.Edges = append(g.Edges, &graphviz.Edge{From: f.From, To: f.To, Label: label, Dashed: f.Async})
	}
	return graphviz.WriteDOT(w, g)
}

// clusters makes the boxes of the boundaries, nested, and returns them by id.
func (e *Export) clusters(g *graphviz.Graph) map[string]*graphviz.Cluster {
	boxes := map[string]*graphviz.Cluster{}
	for _, b := range e.Run.Architecture.Boundaries {
		c := &graphviz.Cluster{ID: b.ID, Label: e.text(b.Label), Margin: 16, Dashed: b.Kind == architecture.KindZone || b.Kind == architecture.KindRegion}
		boxes[b.ID] = c
		if parent := boxes[b.Parent]; parent != nil {
			parent.Clusters = append(parent.Clusters, c)
		} else {
			g.Clusters = append(g.Clusters, c)
		}
	}
	return boxes
}

// text is a text on one line.
func (e *Export) text(t lang.Text) string { return lang.Clean(t.In(e.Lang)) }

func (e *Export) label(c *architecture.Component) string {
	name, role := e.text(c.Short), e.text(c.Role)
	if name == "" {
		name = e.text(c.Name)
	}
	if role == "" {
		return name
	}
	return name + "\n" + role
}
