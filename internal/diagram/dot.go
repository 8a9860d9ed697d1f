package diagram

import (
	"fmt"
	"io"
	"strings"

	"alarife/internal/architecture"
	"alarife/internal/diagram/graphviz"
	"alarife/internal/lang"
)

// WriteDOT writes an architecture as a graph in the DOT language, for other
// programs to lay out: names and roles as labels, boundaries as clusters, all
// flows, and a cluster with the given heading for what stands beside the
// picture. It returns the error of the writer.
func WriteDOT(w io.Writer, a *architecture.Architecture, l lang.Lang, stripHeading string) error {
	g := &graphviz.Graph{Direction: graphviz.LeftToRight, NodeSep: 36, RankSep: 65, Title: a.Title.In(l)}
	clusters := map[string]*graphviz.Cluster{}
	for _, b := range a.Boundaries {
		c := &graphviz.Cluster{
			ID: b.ID, Label: b.Label.In(l), Margin: boxMargin,
			Dashed: b.Kind == architecture.KindRegion || b.Kind == architecture.KindZone,
		}
		clusters[b.ID] = c
		if parent := clusters[b.Parent]; parent != nil {
			parent.Clusters = append(parent.Clusters, c)
		} else {
			g.Clusters = append(g.Clusters, c)
		}
	}
	strip := &graphviz.Cluster{ID: "beside the picture", Label: stripHeading, Margin: boxMargin, Dashed: true}
	for _, c := range a.Components {
		n := &graphviz.Node{ID: c.ID, Label: dotLabel(c, l)}
		switch home := clusters[c.Boundary]; {
		case c.Place == architecture.Strip:
			strip.Nodes = append(strip.Nodes, n)
		case home != nil:
			home.Nodes = append(home.Nodes, n)
		default:
			g.Nodes = append(g.Nodes, n)
		}
	}
	if len(strip.Nodes) > 0 {
		g.Clusters = append(g.Clusters, strip)
	}
	for _, f := range a.Flows {
		label := f.Text.In(l)
		if f.Step > 0 {
			label = strings.TrimSpace(fmt.Sprintf("%d %s", f.Step, label))
		}
		g.Edges = append(g.Edges, &graphviz.Edge{From: f.From, To: f.To, Label: label, Dashed: f.Async})
	}
	return graphviz.WriteDOT(w, g)
}

// dotLabel is the name and, below it, the role.
func dotLabel(c *architecture.Component, l lang.Lang) string {
	name := c.Short.In(l)
	if name == "" {
		name = c.Name.In(l)
	}
	if role := c.Role.In(l); role != "" {
		return name + "\n" + role
	}
	return name
}
