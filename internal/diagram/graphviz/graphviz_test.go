package graphviz

import (
	"fmt"
	"testing"
)

func TestTmp(t *testing.T) {
	g := &Graph{Direction: LeftToRight, NodeSep: 16, RankSep: 40, Draft: true}
	c := &Cluster{ID: "c", Width: 200, Height: 40, Margin: 16}
	for i := 0; i < 3; i++ {
		c.Nodes = append(c.Nodes, &Node{ID: fmt.Sprintf("n%d", i), Width: 100, Height: 100})
	}
	g.Clusters = append(g.Clusters, c)
	g.Nodes = append(g.Nodes, &Node{ID: "u", Width: 100, Height: 100})
	g.Edges = []*Edge{{From: "u", To: "n0"}, {From: "n0", To: "n1"}, {From: "n0", To: "n2"}, {From: "u", To: "n2"}}
	l, err := Place(g)
	fmt.Printf("%+v %v\n", l, err)
}
