package diagram

import (
	"maps"
	"math"
	"sort"

	"alarife/internal/architecture"
	"alarife/internal/diagram/graphviz"
)

// zonesInOrder reports whether the copies of the first component that has some
// stand in the order of the zones.
func (p *plan) zonesInOrder(l *graphviz.Layout) bool {
	at := math.Inf(-1)
	for _, i := range p.copies() {
		b := l.Nodes[nodeID(i)]
		next := b.MinX
		if p.shape.Direction == graphviz.LeftToRight {
			next = b.MinY
		}
		if next <= at {
			return false
		}
		at = next
	}
	return true
}

// copies lists the first component that stands in several zones: its copies in
// the order of the zones.
func (p *plan) copies() []int {
	byOrigin := map[string][]int{}
	best := ""
	for i, n := range p.nodes {
		if n.c.Zone == "" {
			continue
		}
		byOrigin[n.c.Origin] = append(byOrigin[n.c.Origin], i)
		if len(byOrigin[n.c.Origin]) > len(byOrigin[best]) && len(byOrigin[n.c.Origin]) > 1 {
			best = n.c.Origin
		}
	}
	return byOrigin[best]
}

// sortZones puts the zones into their order, within the room that they take
// together; where something stands in the way the layout stays as it is.
func (p *plan) sortZones(l *graphviz.Layout) *graphviz.Layout {
	zones := p.zones()
	if len(zones) < 2 {
		return l
	}
	old := make([]graphviz.Box, len(zones))
	for i, z := range zones {
		old[i] = l.Clusters[boxID(z)]
	}
	rows := append([]graphviz.Box{}, old...)
	sort.Slice(rows, func(i, j int) bool { return p.start(rows[i]) < p.start(rows[j]) })
	out := &graphviz.Layout{Width: l.Width, Height: l.Height, Nodes: maps.Clone(l.Nodes), Clusters: maps.Clone(l.Clusters)}
	at := p.start(rows[0])
	for i, z := range zones {
		p.carry(out, p.boxes[z], at-p.start(old[i]))
		at += p.stop(old[i]) - p.start(old[i])
		if i+1 < len(rows) {
			gap := p.start(rows[i+1]) - p.stop(rows[i])
			if gap < 0 {
				return l // not one beside the other
			}
			at += gap
		}
	}
	if p.blocked(out, zones) {
		return l
	}
	return out
}

// zones lists the boxes of zones by their id.
func (p *plan) zones() []int {
	var out []int
	for i, b := range p.boxes {
		if b.b.Kind == architecture.KindZone {
			out = append(out, i)
		}
	}
	sort.Slice(out, func(i, j int) bool { return p.boxes[out[i]].b.ID < p.boxes[out[j]].b.ID })
	return out
}

// start and stop are the extent of a box across the flow.
func (p *plan) start(b graphviz.Box) float64 {
	if p.shape.Direction == graphviz.LeftToRight {
		return b.MinY
	}
	return b.MinX
}

func (p *plan) stop(b graphviz.Box) float64 {
	if p.shape.Direction == graphviz.LeftToRight {
		return b.MaxY
	}
	return b.MaxX
}

// carry moves a box and all that it holds across the flow.
func (p *plan) carry(l *graphviz.Layout, zone *planBox, by float64) {
	move := func(boxes map[string]graphviz.Box, id string) {
		b, ok := boxes[id]
		if !ok {
			return
		}
		if p.shape.Direction == graphviz.LeftToRight {
			b.MinY, b.MaxY = b.MinY+by, b.MaxY+by
		} else {
			b.MinX, b.MaxX = b.MinX+by, b.MaxX+by
		}
		boxes[id] = b
	}
	for i, b := range p.boxes {
		if b.within(zone) {
			move(l.Clusters, boxID(i))
		}
	}
	for i, n := range p.nodes {
		if n.box.within(zone) {
			move(l.Nodes, nodeID(i))
		}
	}
	for i, k := range p.links {
		if k.home.within(zone) {
			move(l.Nodes, labelID(i))
		}
	}
}

// blocked reports whether something that stands in no zone lies in one.
func (p *plan) blocked(l *graphviz.Layout, zones []int) bool {
	outside := func(home *planBox) bool {
		for _, z := range zones {
			if home.within(p.boxes[z]) {
				return false
			}
		}
		return true
	}
	hits := func(b graphviz.Box, there bool) bool {
		for _, z := range zones {
			c := l.Clusters[boxID(z)]
			if there && b.MinX < c.MaxX && c.MinX < b.MaxX && b.MinY < c.MaxY && c.MinY < b.MaxY {
				return true
			}
		}
		return false
	}
	for i, n := range p.nodes {
		if b, ok := l.Nodes[nodeID(i)]; outside(n.box) && hits(b, ok) {
			return true
		}
	}
	for i, k := range p.links {
		if b, ok := l.Nodes[labelID(i)]; outside(k.home) && hits(b, ok) {
			return true
		}
	}
	return false
}
