package diagram

import (
	"sort"
	"sync"
)

const (
	tipGap    = 3.0 // between an arrow's tip and the icon
	headLong  = 8.0 // of an arrowhead
	headWide  = 4.5 // half of it
	labelRoom = 4.0 // kept free around a label
	rerouting = 1   // rounds in which flows make way for one another
)

// router draws the lines of a plan on a grid, around everything placed.
type router struct {
	p     *plan
	g     *grid
	s     *searcher
	nets  map[string]int32
	boxes map[*planBox]int
	legs  map[*link][]leg
	label map[*link]labelState
	lost  map[*link]bool // links that found no way

	copies map[string][]*link // links of copies in zones, by group
}

// board is the room of one router, kept for the next.
type board struct {
	grid     grid
	searcher searcher
}

var boards = sync.Pool{New: func() any { return &board{} }}

// route gives every link its path.
func (p *plan) route() {
	b := boards.Get().(*board)
	defer boards.Put(b)
	b.grid.cover(p.extent())
	b.searcher.g = &b.grid
	b.searcher.reset(len(p.boxes))
	r := &router{p: p, g: &b.grid, s: &b.searcher, nets: map[string]int32{}, boxes: map[*planBox]int{}, legs: map[*link][]leg{}, label: map[*link]labelState{}, lost: map[*link]bool{}, copies: map[string][]*link{}}
	r.obstruct()
	r.g.tracks.survey(r.g)
	for _, l := range p.links {
		l.path, l.pieces = nil, nil
		r.copies[l.group] = append(r.copies[l.group], l)
	}
	order := r.order()
	for _, l := range order {
		r.draw(l)
	}
	for range rerouting {
		for _, l := range order {
			if r.label[l] == fixed && len(l.path) > 5 {
				r.label[l] = placed // other labels have moved since
				r.redraw(l)
			} else if r.disturbed(l) {
				r.redraw(l)
			}
		}
	}
	r.share()
	p.stuck = false
	for _, l := range p.links {
		p.stuck = p.stuck || r.lost[l]
	}
}

// order lists the links by their span, of copies those with a label first, so
// that the others can follow them.
func (r *router) order() []*link {
	out := append([]*link(nil), r.p.links...)
	sort.SliceStable(out, func(i, j int) bool { return out[i].span() < out[j].span() })
	sorted := map[string][]*link{}
	for _, l := range out {
		sorted[l.group] = append(sorted[l.group], l)
	}
	for _, group := range sorted {
		sort.SliceStable(group, func(i, j int) bool { return group[i].labelled() && !group[j].labelled() })
	}
	for i, l := range out {
		out[i], sorted[l.group] = sorted[l.group][0], sorted[l.group][1:]
	}
	return out
}

// leg is one part of a path: over the grid, from one point to another.
type leg struct {
	from Point
	way  []int
	to   Point
}

// span is the distance between the ends, as lines run.
func (l *link) span() float64 {
	return abs(l.from.at.X-l.to.at.X) + abs(l.from.at.Y-l.to.at.Y)
}

// obstruct blocks icons, texts and headers, and notes the box of each vertex.
func (r *router) obstruct() {
	for i, b := range r.p.boxes {
		r.boxes[b] = i
		r.g.each(b.bounds, func(v int) { r.g.inBox[v] = int16(i) })
		r.g.block(b.header().Grow(2))
		r.g.fence(b.bounds)
	}
	for _, n := range r.p.nodes {
		node := n.node(false)
		r.g.block(node.IconBox.Grow(12))
		r.g.block(bounds(node.Labels).Grow(1)) // nor beside a short line of them
		for _, t := range node.Labels {
			r.g.block(t.Bounds.Grow(7))
		}
	}
	for _, l := range r.p.links {
		if l.labelled() {
			r.g.block(l.bounds().Grow(labelRoom))
		}
	}
}

// draw gives a link its path: through its label where one is placed, or, where
// that makes a detour, straight to the end with the label moved onto the way.
func (r *router) draw(l *link) {
	r.allow(l)
	defer r.passable(l)()
	if !l.labelled() {
		r.direct(l)
		return
	}
	if r.label[l] == onWay && r.relabel(l) {
		return
	}
	in, out := r.through(l)
	a := r.leg(l, r.ports(l.from, r.net(l), false), []port{in})
	b := r.leg(l, []port{out}, r.ports(l.to, r.net(l), true))
	r.lost[l] = !a || !b
	if (len(l.path) > 5 || l.folded || r.lost[l]) && r.label[l] == placed {
		r.label[l] = fixed
		if r.relabel(l) {
			r.label[l] = onWay
		}
	}
}

// redraw looks for a better way of a link. One whose label stands on its way
// keeps the old way where the label finds no place on another.
func (r *router) redraw(l *link) {
	path, legs := l.path, r.legs[l]
	r.erase(l)
	if r.label[l] != onWay {
		r.draw(l)
		return
	}
	r.allow(l)
	defer r.passable(l)()
	if r.relabel(l) {
		return
	}
	l.path, r.legs[l], r.lost[l] = path, legs, false
	r.take(l)
}

// take marks the way of a link as used.
func (r *router) take(l *link) {
	for _, part := range r.legs[l] {
		r.g.mark(part.way, r.net(l), 1)
	}
}

// direct gives a link the way past no label; it reports whether there is one.
func (r *router) direct(l *link) bool {
	ok := r.leg(l, r.ports(l.from, r.net(l), false), r.ports(l.to, r.net(l), true))
	r.lost[l] = !ok
	return ok
}

// leg finds one part of a path; without a way it runs straight, and
// the link is lost.
func (r *router) leg(l *link, starts, ends []port) bool {
	net := r.net(l)
	way, a, b := r.s.find(starts, ends, net)
	l.path = append(l.path, starts[a].end)
	if way != nil {
		r.g.mark(way, net, 1)
		r.legs[l] = append(r.legs[l], leg{starts[a].end, way, ends[b].end})
		for _, v := range way {
			l.path = append(l.path, r.g.point(v))
		}
	}
	l.path = append(l.path, ends[b].end)
	l.path = corners(l.path)
	return way != nil
}

func (r *router) erase(l *link) {
	for _, part := range r.legs[l] {
		r.g.mark(part.way, r.net(l), -1)
	}
	r.legs[l], l.path = nil, nil
}

// disturbed reports whether a link crosses or touches another net.
func (r *router) disturbed(l *link) bool {
	net := r.net(l)
	for _, part := range r.legs[l] {
		for _, v := range part.way {
			if r.g.busy(v, net) {
				return true
			}
		}
	}
	return false
}

func (r *router) net(l *link) int32 {
	n, ok := r.nets[l.group]
	if !ok {
		n = int32(len(r.nets) + 1)
		r.nets[l.group] = n
	}
	return n
}

// allow sets what a step costs by the box that it lies in: nothing between the
// ends and the box that holds both.
func (r *router) allow(l *link) {
	shared := common(l.from.box, l.to.box)
	for i := range r.s.place {
		r.s.place[i] = costAlien
	}
	r.s.place[0] = 0
	for b := shared; b != nil; b = b.parent {
		r.s.place[r.boxes[b]+1] = costLeave
		r.s.place[0] = costLeave
	}
	for _, n := range []*planNode{l.from, l.to} {
		for b := n.box; b != nil; b = b.parent {
			r.s.place[r.boxes[b]+1] = 0
			if b == shared {
				break
			}
		}
	}
}
