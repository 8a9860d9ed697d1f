package diagram

import (
	"math"
	"strings"

	"alarife/internal/architecture"
	"alarife/internal/lang"
	"alarife/internal/typeface"
)

// plan is an architecture made ready for layout: what is drawn, measured.
type plan struct {
	lang  lang.Lang
	shape Shape
	dense bool // numbered flows carry their disc alone; texts go to a list
	boxes []*planBox
	nodes []*planNode
	strip []*planNode
	links []*link
	stuck bool    // a link found no way
	room  float64 // by how much the gaps are widened
	high  float64 // height of every node, so that icons of a row are level
}

type planBox struct {
	b      *architecture.Boundary
	parent *planBox
	style  boxStyle
	label  []string
	headW  float64
	headH  float64
	bounds Rect
}

type planNode struct {
	c    *architecture.Component
	box  *planBox
	name []string
	role []string
	wide float64
	room Rect  // icon and text, around the icon's centre
	at   Point // centre of the icon
	rank int
}

// newPlan chooses what is drawn and measures it.
func newPlan(a *architecture.Architecture, l lang.Lang) *plan {
	p := &plan{lang: l, room: 1}
	boxes := p.addBoxes(a)
	for _, c := range a.Components {
		n := p.measure(c)
		if c.Place == architecture.Strip {
			p.strip = append(p.strip, n)
			continue
		}
		n.box = boxes[c.Boundary]
		p.nodes = append(p.nodes, n)
		p.high = max(p.high, n.height())
	}
	p.high = 2 * math.Ceil(p.high/2)
	p.links = p.addLinks(a)
	return p
}

// addBoxes takes the boundaries that hold a drawn component.
func (p *plan) addBoxes(a *architecture.Architecture) map[string]*planBox {
	used := map[string]bool{}
	for _, c := range a.Components {
		if c.Place == architecture.Strip {
			continue
		}
		for b := a.Boundary(c.Boundary); b != nil && !used[b.ID]; b = a.Boundary(b.Parent) {
			used[b.ID] = true
		}
	}
	boxes := map[string]*planBox{}
	for _, b := range a.Boundaries {
		if !used[b.ID] {
			continue
		}
		pb := &planBox{b: b, parent: boxes[b.Parent], style: styleOf(b.Kind)}
		pb.measure(b.Label.In(p.lang))
		boxes[b.ID] = pb
		p.boxes = append(p.boxes, pb)
	}
	return boxes
}

// measure sizes the header: an icon in the corner and the label beside it, or
// the label alone.
func (b *planBox) measure(label string) {
	b.label = typeface.Regular().Wrap(typeface.Clean(label), nameSize, 220, 2)
	w := typeface.Regular().Widest(b.label, nameSize)
	b.headW, b.headH = w+16, float64(len(b.label))*lineHeight(nameSize)+8
	if b.style.glyph != "" {
		b.headW, b.headH = groupIcon+8+w+8, groupIcon
	}
}

// within reports whether the box is o or lies in it; every box lies in nil.
func (b *planBox) within(o *planBox) bool {
	for ; b != nil; b = b.parent {
		if b == o {
			return true
		}
	}
	return o == nil
}

// common returns the innermost box that holds both.
func common(a, b *planBox) *planBox {
	for ; a != nil; a = a.parent {
		if b.within(a) {
			return a
		}
	}
	return nil
}

func (p *plan) measure(c *architecture.Component) *planNode {
	f := typeface.Regular()
	name := c.Short.In(p.lang)
	if name == "" {
		name = c.Name.In(p.lang)
	}
	n := &planNode{c: c}
	n.name = fit(typeface.Clean(name), nameSize, nameWidths)
	n.role = fit(typeface.Clean(c.Role.In(p.lang)), roleSize, nameWidths)
	n.wide = max(iconSize, f.Widest(n.name, nameSize), f.Widest(n.role, roleSize))
	n.room = n.node(false).Bounds
	return n
}

func (n *planNode) height() float64 {
	h := iconSize + 4
	h += float64(len(n.name)) * lineHeight(nameSize)
	return h + float64(len(n.role))*lineHeight(roleSize)
}

// node sets the component at the place of its icon's centre.
func (n *planNode) node(strip bool) Node {
	x, y := n.at.X, n.at.Y
	icon := box(x-iconSize/2, y-iconSize/2, iconSize, iconSize)
	top := icon.Max.Y + 4
	labels := lines(n.name, x, top, nameSize, Centre, n.tone())
	top += float64(len(n.name)) * lineHeight(nameSize)
	labels = append(labels, lines(n.role, x, top, roleSize, Centre, Muted)...)
	out := Node{
		ID: n.c.ID, Origin: n.c.Origin, Decision: n.c.Decision, Slot: n.c.Slot, Zone: n.c.Zone, Hole: n.c.Hole, Strip: strip,
		Icon: n.c.Icon, Glyph: glyph(n.c), IconBox: icon, Bounds: icon.Union(bounds(labels)), Labels: labels,
	}
	if n.box != nil {
		out.Boundary = n.box.b.ID
	}
	return out
}

// bounds returns the room that the component takes at its place.
func (n *planNode) bounds() Rect { return n.room.Move(n.at.X, n.at.Y) }

func (n *planNode) tone() Tone {
	if n.c.Hole {
		return Warn
	}
	return Ink
}

// glyph is the path of our own drawing for a component.
func glyph(c *architecture.Component) string {
	switch {
	case c.Hole:
		return "own/actor/hole"
	case c.Actor != "":
		return "own/actor/" + c.Actor
	}
	return "own/category/" + c.Category
}

// title names the component on one line.
func (n *planNode) title() string { return strings.Join(n.name, " ") }
