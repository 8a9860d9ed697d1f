package diagram

import "alarife/internal/diagram/graphviz"

// Gaps in pixels.
const (
	pitch     = 8.0  // distance between the lines that flows may run on
	boxMargin = 16.0 // between a boundary and what it holds
	nodeSep   = 20.0
	rankSep   = 22.0
	nodePad   = 6.0 // kept free around a component
	mostRoom  = 4.0 // times the gaps, where a line finds no way
)

// coordinates asks Graphviz for the layout. Where the zones come out in the
// wrong order it is turned over, with the titles kept on top; where that does
// not do either, they change places.
func (p *plan) coordinates() (*graphviz.Layout, error) {
	first, err := p.ask()
	if err != nil || p.zonesInOrder(first) {
		return first, err
	}
	var l *graphviz.Layout
	p.shape.Turned = !p.shape.Turned
	if p.shape.Direction == graphviz.TopToBottom {
		l = first.Mirror(true, false) // the titles are on top as it is
	} else if l, err = p.ask(); err != nil {
		return nil, err
	}
	if p.zonesInOrder(l) {
		return l, nil
	}
	p.shape.Turned = !p.shape.Turned
	return p.sortZones(first), nil
}

func (p *plan) ask() (*graphviz.Layout, error) {
	g := p.graph()
	level := g.Direction == graphviz.LeftToRight
	g.TitlesBelow = p.shape.Turned && level
	l, err := graphviz.Place(g)
	if err == nil && p.shape.Turned {
		l = l.Mirror(!level, level)
	}
	return l, err
}

// place takes over Graphviz's coordinates, rounded to the router's grid.
func (p *plan) place(l *graphviz.Layout, straight bool) {
	for i, n := range p.nodes {
		b := l.Nodes[nodeID(i)]
		n.at = Point{snap((b.MinX + b.MaxX) / 2), snap(b.MinY + nodePad + iconSize/2)}
	}
	for i, k := range p.links {
		if b, ok := l.Nodes[labelID(i)]; ok {
			k.at = Point{snap((b.MinX + b.MaxX) / 2), snap((b.MinY+b.MaxY)/2 - p.lift())}
		}
	}
	for i, b := range p.boxes {
		c := l.Clusters[boxID(i)]
		b.bounds = Rect{
			Point{snapBetween(c.MinX), snapBetween(c.MinY)},
			Point{snapBetween(c.MaxX + pitch/2), snapBetween(c.MaxY + pitch/2)},
		}
	}
	if straight {
		p.straighten()
	}
	p.shrink()
	p.alignBoxes()
}

// extent returns the room that everything placed takes.
func (p *plan) extent() Rect {
	var r Rect
	for _, b := range p.boxes {
		r = r.Union(b.bounds)
	}
	for _, n := range p.nodes {
		r = r.Union(n.bounds())
	}
	for _, l := range p.links {
		if l.labelled() {
			r = r.Union(l.bounds())
		}
		for _, pt := range l.path {
			r = r.Union(Rect{pt, pt}.Grow(pitch))
		}
	}
	return r
}

// shift moves everything placed.
func (p *plan) shift(dx, dy float64) {
	for _, b := range p.boxes {
		b.bounds = b.bounds.Move(dx, dy)
	}
	for _, n := range p.nodes {
		n.at = Point{n.at.X + dx, n.at.Y + dy}
	}
	for _, l := range p.links {
		l.at = Point{l.at.X + dx, l.at.Y + dy}
		for _, path := range append([][]Point{l.path}, l.pieces...) {
			for i := range path {
				path[i] = Point{path[i].X + dx, path[i].Y + dy}
			}
		}
	}
}
