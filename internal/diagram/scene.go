// Package diagram turns an architecture into a scene: measured labels, icons,
// boxes and lines in one coordinate space, ready to be painted. It neither
// paints nor knows the formats of files.
package diagram

import "alarife/internal/diagram/graphviz"

// Shape is how a picture is laid out, which a later layout can keep.
type Shape struct {
	Direction graphviz.Direction // in which the flow runs
	Fold      int                // rank at which it is broken into rows, 0: nowhere
	Turned    bool               // turned over across the flow, to bring zones into order
}

// Scene is a finished picture without pixels. Elements are painted in the
// order boxes, edges, nodes, texts, marks. All ids are those of the
// architecture.
type Scene struct {
	Size    Point // width and height
	Title   string
	Lang    string // BCP 47 tag of the texts
	Shape   Shape
	Picture Rect  // the architecture alone: no title, strip, legend
	Boxes   []Box // parents before their children
	Nodes   []Node
	Edges   []Edge
	Texts   []Text // title block, headings, captions: texts of no element
	Marks   []Mark // samples in the legend, discs in the list of steps
}

// Box is a boundary, or a plain frame (strip, list of steps).
type Box struct {
	ID      string // boundary id, "" for a frame
	Parent  string // id of the enclosing box that is drawn, "" at the top
	Kind    string // architecture.BoundaryKind, or "frame"
	Bounds  Rect
	Icon    string // path of the group icon, "" for none
	Glyph   string // path of our own glyph, where the icon is missing
	IconBox Rect
	Header  Rect // strip that icon and label take
	Label   []Text
}

// Node is a component: icon, name and role.
type Node struct {
	ID       string // component id
	Origin   string // component id before copying into zones
	Decision string
	Slot     string // the blueprint's slot
	Zone     string // of a copy in a subnet, else ""
	Boundary string // id of the innermost box, "" outside all
	Bounds   Rect   // all of it: icon and labels
	IconBox  Rect
	Icon     string // path of the icon, "" for none
	Glyph    string // path of our own glyph, where the icon is missing
	Labels   []Text // lines, top to bottom
	Hole     bool   // stands for a decision that no option can settle
	Strip    bool   // stands beside the picture
}

// Edge is one line of the picture: a flow, or several between the same ends.
type Edge struct {
	ID     string   // id of the first flow
	Flows  []string // ids of all flows that the line stands for
	From   string   // component ids, in the direction of the first flow
	To     string
	Path   []Point    // corners, from start to end; all turns are right angles
	Pieces [][]Point  // parts to draw, where another line draws the rest; nil: all
	Heads  [][3]Point // arrowheads: left, tip, right
	Dashed bool
	Label  []Text // lines, drawn over a break in the line
	Discs  []Disc
	Box    Rect // room of label and discs; empty where there is neither
}

// Disc is a numbered step of a flow.
type Disc struct {
	At     Point // centre
	Number int
	Text   Text // the digits
}

// Text is one line at a baseline position.
type Text struct {
	At     Point // baseline; left edge, centre or right edge by Align
	Align  Align
	Size   float64 // pixels
	Bold   bool
	Tone   Tone
	String string
	Bounds Rect
}

// Align says which point of a line At is.
type Align int

// The alignments of a line.
const (
	Left Align = iota
	Centre
	Right
)

// Tone is the ink of a text or mark; the painter's palette gives it a colour.
type Tone int

// The tones.
const (
	Ink      Tone = iota // main text
	Muted                // roles, notes
	Warn                 // holes, missing things
	Inverted             // digits on a disc
)

// Mark is a small sample in the legend.
type Mark struct {
	Kind string // "step", "sync", "async", or a BoundaryKind
	At   Rect
	Disc *Disc // for "step"
}

// Node returns the node with the component id, nil where there is none.
func (s *Scene) Node(id string) *Node {
	for i := range s.Nodes {
		if s.Nodes[i].ID == id {
			return &s.Nodes[i]
		}
	}
	return nil
}

// NodeAt returns the node under a point, nil where there is none.
func (s *Scene) NodeAt(p Point) *Node {
	for i := range s.Nodes {
		if s.Nodes[i].Bounds.Contains(p) {
			return &s.Nodes[i]
		}
	}
	return nil
}

// Neighbour returns the node nearest to another in a direction (dx, dy), which
// has one of the two at 0; nil where there is none that way.
func (s *Scene) Neighbour(id string, dx, dy float64) *Node {
	from := s.Node(id)
	if from == nil {
		return nil
	}
	var best *Node
	least := 0.0
	a := from.IconBox.Centre()
	for i := range s.Nodes {
		b := s.Nodes[i].IconBox.Centre()
		along := (b.X-a.X)*dx + (b.Y-a.Y)*dy
		across := abs((b.X-a.X)*dy) + abs((b.Y-a.Y)*dx)
		if s.Nodes[i].ID == id || along <= 0 || across > 2*along {
			continue
		}
		if d := along + 2*across; best == nil || d < least {
			best, least = &s.Nodes[i], d
		}
	}
	return best
}
