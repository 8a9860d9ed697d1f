package diagram

import (
	"math"
	"sort"

	"alarife/internal/diagram/graphviz"
)

const (
	tipGap    = 3.0 // between an arrow's tip and the icon
	headLong  = 8.0 // of an arrowhead
	headWide  = 4.5 // half of it
	labelRoom = 4.0 // kept free around a label
	rerouting = 2   // rounds in which flows make way for one another
)

// router draws the lines of a plan on a grid, around everything placed.
type router struct {
	p     *plan
	g     *grid
	s     *searcher
	nets  map[string]int32
	boxes map[*planBox]int
	ways  map[*link][][]int
	label map[*link]labelState
}

// labelState says how a label came to its place.
type labelState int

const (
	placed labelState = iota // by Graphviz
	fixed                    // the same, and no better place was found
	onWay                    // moved onto the direct way
)

// route gives every link its path.
func (p *plan) route() {
	r := &router{p: p, g: newGrid(p.extent()), nets: map[string]int32{}, boxes: map[*planBox]int{}, ways: map[*link][][]int{}, label: map[*link]labelState{}}
	r.s = newSearcher(r.g, len(p.boxes))
	r.obstruct()
	order := append([]*link(nil), p.links...)
	sort.SliceStable(order, func(i, j int) bool { return order[i].span() < order[j].span() })
	for _, l := range order {
		r.draw(l)
	}
	for range rerouting {
		for _, l := range order {
			if r.disturbed(l) {
				r.erase(l)
				r.draw(l)
			}
		}
	}
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
	if !l.labelled() {
		r.direct(l)
		return
	}
	if r.label[l] == onWay && r.relabel(l) {
		return
	}
	in, out := r.through(l)
	r.leg(l, r.ports(l.from, l.at, false), []port{in})
	r.leg(l, []port{out}, r.ports(l.to, l.at, true))
	if (len(l.path) > 5 || l.folded) && r.label[l] == placed {
		r.label[l] = fixed
		if r.relabel(l) {
			r.label[l] = onWay
		}
	}
}

func (r *router) direct(l *link) {
	r.leg(l, r.ports(l.from, l.to.at, false), r.ports(l.to, l.from.at, true))
}

// relabel tries the direct way and keeps it where the label finds room on it
// and the way is the shorter one; it reports whether it did.
func (r *router) relabel(l *link) bool {
	path, ways, at, old := l.path, r.ways[l], l.at, effort(l.path)
	r.erase(l)
	r.g.open(l.bounds().Grow(labelRoom))
	r.direct(l)
	if (path == nil || effort(l.path) < old) && r.spot(l) {
		r.g.block(l.bounds().Grow(labelRoom))
		return true
	}
	r.erase(l)
	l.path, l.at, r.ways[l] = path, at, ways
	r.g.block(l.bounds().Grow(labelRoom))
	for _, w := range ways {
		r.g.mark(w, r.net(l), 1)
	}
	return false
}

// effort is what following a path costs the eye: its length and its turns.
func effort(path []Point) float64 {
	sum := 6 * pitch * float64(len(path))
	for i := 1; i < len(path); i++ {
		sum += abs(path[i].X-path[i-1].X) + abs(path[i].Y-path[i-1].Y)
	}
	return sum
}

// spot moves the label onto the path of its link, to the middle of the longest
// stretch that has room.
func (r *router) spot(l *link) bool {
	best, at := 0.0, l.at
	for i := 1; i < len(l.path); i++ {
		a, b := l.path[i-1], l.path[i]
		need := l.wide
		if a.X == b.X {
			need = l.high
		}
		length := abs(a.X-b.X) + abs(a.Y-b.Y)
		if length < need+4*pitch || length <= best {
			continue
		}
		steps := int((length - need - 3*pitch) / (2 * pitch))
		for k := range 2*steps + 1 {
			off := float64((k+1)/2) * pitch * float64(1-2*(k%2))
			l.at = Point{(a.X + b.X) / 2, (a.Y + b.Y) / 2}
			if a.X == b.X {
				l.at.Y = snap(l.at.Y + off)
			} else {
				l.at.X = snap(l.at.X + off)
			}
			if r.open(l) {
				best, at = length, l.at
				break
			}
		}
	}
	l.at = at
	return best > 0
}

// open reports whether the label's place is free of everything but its own
// line.
func (r *router) open(l *link) bool {
	room := l.bounds().Grow(labelRoom)
	free := true
	net := r.net(l)
	r.g.each(room, func(v int) {
		free = free && r.g.blocked[v] == 0 && !r.s.busy(v, net)
	})
	for _, b := range r.p.boxes {
		free = free && (b.bounds.Holds(room) || !b.bounds.Overlaps(room))
	}
	return free
}

// leg finds one part of a path; without a way it runs straight, which the
// checks then tell.
func (r *router) leg(l *link, starts, ends []port) {
	net := r.net(l)
	way, a, b := r.s.find(starts, ends, net)
	l.path = append(l.path, starts[a].end)
	if way != nil {
		r.g.mark(way, net, 1)
		r.ways[l] = append(r.ways[l], way)
		for _, v := range way {
			l.path = append(l.path, r.g.point(v))
		}
	}
	l.path = append(l.path, ends[b].end)
	l.path = corners(l.path)
}

func (r *router) erase(l *link) {
	for _, w := range r.ways[l] {
		r.g.mark(w, r.net(l), -1)
	}
	r.ways[l], l.path = nil, nil
}

// disturbed reports whether a link crosses or touches another net.
func (r *router) disturbed(l *link) bool {
	net := r.net(l)
	for _, way := range r.ways[l] {
		for _, v := range way {
			if r.s.busy(v, net) {
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

// ports lists where a line may meet a component: on every side, the middle
// first, and the sides along the flow before the others. Ends have headings
// that enter, starts headings that leave.
func (r *router) ports(n *planNode, towards Point, enter bool) []port {
	const reach = iconSize/2 + 2*pitch
	node := n.node(false)
	bottom := r.g.origin.Y + math.Ceil((node.Bounds.Max.Y+10-r.g.origin.Y)/pitch)*pitch
	var out []port
	for i, off := range []float64{0, -2 * pitch, 2 * pitch, -pitch, pitch} {
		c := []int32{0, 32, 32, 28, 28}[i]
		for h := range heading(4) {
			p := port{h: h, cost: c}
			at := n.at
			switch h {
			case east, west:
				sign := float64(1 - int(h))
				at = Point{n.at.X + sign*reach, n.at.Y + off}
				p.end = Point{n.at.X + sign*(iconSize/2+tipGap), at.Y}
			case south:
				at = Point{n.at.X + off, bottom}
				p.end = Point{at.X, node.Bounds.Max.Y + 1}
			case north:
				at = Point{n.at.X + off, n.at.Y - reach}
				p.end = Point{at.X, n.at.Y - iconSize/2 - tipGap}
			}
			if h.level() != (r.p.shape.Direction == graphviz.LeftToRight) {
				p.cost += 30
			}
			p.v = r.g.vertex(at)
			if used := r.taken(p); used {
				p.cost += 250
			}
			if enter {
				p.h = h.opposite()
			}
			out = append(out, p)
		}
	}
	return out
}

// taken reports whether a line already meets the component there.
func (r *router) taken(p port) bool {
	for h := range heading(4) {
		if h != p.h.opposite() && r.g.stretch(p.v, h).count > 0 {
			return true
		}
	}
	return false
}

// through returns where the path of a link enters and leaves its label: along
// the flow, or against it where the label's ends lie so.
func (r *router) through(l *link) (in, out port) {
	b := l.bounds()
	down := func(v, o float64) float64 { return o + math.Floor((v-4-o)/pitch)*pitch }
	up := func(v, o float64) float64 { return o + math.Ceil((v+4-o)/pitch)*pitch }
	if r.p.shape.Direction == graphviz.LeftToRight {
		a, z := Point{down(b.Min.X, r.g.origin.X), l.at.Y}, Point{up(b.Max.X, r.g.origin.X), l.at.Y}
		in, out = port{v: r.g.vertex(a), h: east, end: a}, port{v: r.g.vertex(z), h: east, end: z}
		if l.from.at.X > l.at.X {
			in, out = port{v: out.v, h: west, end: z}, port{v: in.v, h: west, end: a}
		}
		return in, out
	}
	a, z := Point{l.at.X, down(b.Min.Y, r.g.origin.Y)}, Point{l.at.X, up(b.Max.Y, r.g.origin.Y)}
	in, out = port{v: r.g.vertex(a), h: south, end: a}, port{v: r.g.vertex(z), h: south, end: z}
	if l.from.at.Y > l.at.Y {
		in, out = port{v: out.v, h: north, end: z}, port{v: in.v, h: north, end: a}
	}
	return in, out
}

// corners drops points that lie on a straight line between their neighbours.
func corners(path []Point) []Point {
	var out []Point
	for _, p := range path {
		n := len(out)
		if n > 0 && out[n-1] == p {
			continue
		}
		if n > 1 && (out[n-2].X == out[n-1].X && out[n-1].X == p.X || out[n-2].Y == out[n-1].Y && out[n-1].Y == p.Y) {
			out[n-1] = p
			continue
		}
		out = append(out, p)
	}
	return out
}

// head returns the arrowhead at b of a line that comes from a.
func head(a, b Point) [3]Point {
	d := math.Hypot(b.X-a.X, b.Y-a.Y)
	if d == 0 {
		d = 1
	}
	ux, uy := (b.X-a.X)/d, (b.Y-a.Y)/d
	back := Point{b.X - ux*headLong, b.Y - uy*headLong}
	return [3]Point{{back.X + uy*headWide, back.Y - ux*headWide}, b, {back.X - uy*headWide, back.Y + ux*headWide}}
}

// edge sets the link as it will be painted.
func (l *link) edge() Edge {
	e := Edge{ID: l.flows[0].ID, From: l.from.c.ID, To: l.to.c.ID, Path: l.path, Dashed: l.dashed}
	for _, f := range l.flows {
		e.Flows = append(e.Flows, f.ID)
	}
	if n := len(l.path); n > 1 {
		e.Heads = append(e.Heads, head(l.path[n-2], l.path[n-1]))
		if l.both {
			e.Heads = append(e.Heads, head(l.path[1], l.path[0]))
		}
	}
	if l.labelled() {
		e.Label, e.Discs = l.label()
		e.Box = l.bounds()
	}
	return e
}
