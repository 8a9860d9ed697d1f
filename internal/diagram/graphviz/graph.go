// Package graphviz writes graphs in the DOT language and asks Graphviz for
// their coordinates. It measures nothing: whoever wants a layout gives every
// node its size. It is the only importer of go-graphviz.
package graphviz

// Direction is the way the ranks of a graph run.
type Direction string

// The directions.
const (
	LeftToRight Direction = "LR"
	TopToBottom Direction = "TB"
)

// Graph is a directed graph with nested clusters. Declaration order matters:
// the same graph in the same order gives the same layout.
type Graph struct {
	Direction   Direction
	NodeSep     float64 // least gap between nodes of a rank, pixels
	RankSep     float64 // least gap between ranks, pixels
	Draft       bool    // coordinates only: edges are not routed
	TitlesBelow bool    // room for titles of clusters below what they hold
	Title       string  // written as a label where not empty
	Clusters    []*Cluster
	Nodes       []*Node // outside all clusters
	Edges       []*Edge
	SameRank    [][]string // ids of nodes that stand in one rank
}

// Cluster is a box around nodes and further clusters.
type Cluster struct {
	ID       string
	Label    string  // text of the box; ignored where Width is set
	Width    float64 // room kept for a title, pixels
	Height   float64
	Margin   float64 // between the box and what it holds, pixels
	Colour   string  // of the border, "" for the default
	Dashed   bool
	Clusters []*Cluster
	Nodes    []*Node
}

// Node is a box of fixed size, or of Graphviz's own size where Width is 0.
type Node struct {
	ID            string
	Label         string
	Width, Height float64 // pixels
	Colour        string
}

// Edge is a directed connection.
type Edge struct {
	From, To string
	Label    string
	Weight   int // 0 counts as 1
	Dashed   bool
	Both     bool // arrowheads at both ends
	Length   int  // least number of ranks between the ends, 0 counts as 1
	Loose    bool // without a say in the ranks
	Hidden   bool // orders ranks and is not drawn
}
