package diagram

// keepAtLeast is the share of an earlier picture's components that must be
// left for their places to be kept.
const keepAtLeast = 0.7

// keep takes the places of an earlier picture over: each component that was
// there stays, one that fills the slot of another takes its place, and what is
// new is fitted in where there is room. It reports whether everything found a
// place so and nothing overlaps; otherwise the plan is to be laid out anew.
// fresh is how many parts had to be fitted in.
func (p *plan) keep(prev *Scene) (fresh int, ok bool) {
	old := map[string]*Node{}
	for i := range prev.Nodes {
		if n := &prev.Nodes[i]; !n.Strip {
			old[n.ID] = n
		}
	}
	if len(p.nodes) == 0 || float64(len(p.nodes)) < keepAtLeast*float64(len(old)) {
		return 0, false
	}
	was, nodes := p.successors(old)
	if float64(len(nodes)) > (1-keepAtLeast)*float64(len(old)) || !p.keepBoxes(prev) {
		return 0, false
	}
	labels := p.keepLabels(prev, was)
	ok = p.fitIn(nodes, labels) && p.apart()
	return len(nodes) + len(labels), ok
}

// successors places each component and returns which one of the earlier
// picture it stands for, and those that stand for none.
func (p *plan) successors(old map[string]*Node) (was map[*planNode]string, fresh []*planNode) {
	was = map[*planNode]string{}
	free := map[string]*Node{}
	for id, n := range old {
		free[id] = n
	}
	for _, n := range p.nodes {
		if o := old[n.c.ID]; o != nil && n.stays(o) {
			was[n] = n.c.ID
			delete(free, n.c.ID)
		}
	}
	for _, n := range p.nodes {
		if was[n] == "" {
			was[n] = vacated(n, free)
			delete(free, was[n])
		}
		o := old[was[n]]
		if o == nil {
			fresh = append(fresh, n)
			continue
		}
		n.at = o.IconBox.Centre()
	}
	return was, fresh
}

// stays reports whether the component still stands in the box of an earlier one.
func (n *planNode) stays(o *Node) bool {
	return n.box == nil && o.Boundary == "" || n.box != nil && n.box.b.ID == o.Boundary
}

// vacated returns the id of the first component that left the same slot, zone
// and box, "" for none.
func vacated(n *planNode, free map[string]*Node) string {
	best := ""
	for id, o := range free {
		same := n.c.Slot != "" && o.Slot == n.c.Slot && o.Zone == n.c.Zone && n.stays(o)
		if same && (best == "" || id < best) {
			best = id
		}
	}
	return best
}

// keepBoxes takes the bounds of the earlier picture's boxes over.
func (p *plan) keepBoxes(prev *Scene) bool {
	for _, b := range p.boxes {
		found := false
		for _, o := range prev.Boxes {
			if o.ID == b.b.ID && (b.parent == nil || b.parent.b.ID == o.Parent) {
				b.bounds, found = o.Bounds, true
			}
		}
		if !found || b.bounds.W() < b.headW {
			return false
		}
	}
	return true
}

// keepLabels places the labels where the earlier picture had one on the same
// line, and returns the links whose label has no place yet.
func (p *plan) keepLabels(prev *Scene, was map[*planNode]string) (fresh []*link) {
	for _, l := range p.links {
		if !l.labelled() {
			continue
		}
		found := false
		for i := range prev.Edges {
			e := &prev.Edges[i]
			a, b := was[l.from], was[l.to]
			if a != "" && b != "" && !e.Box.Empty() && (e.From == a && e.To == b || e.From == b && e.To == a) {
				c := e.Box.Centre()
				l.at, found = Point{snap(c.X), snap(c.Y)}, true
			}
		}
		if !found {
			fresh = append(fresh, l)
		}
	}
	return fresh
}

// apart reports whether everything placed is clear of everything else.
func (p *plan) apart() bool {
	for _, n := range p.nodes {
		r := n.bounds().Grow(labelRoom)
		if !p.clear(r, n, nil) || !p.offBorders(r) || n.box != nil && !n.box.bounds.Holds(r) {
			return false
		}
	}
	for _, l := range p.links {
		if l.labelled() && !(p.clear(l.bounds().Grow(labelRoom), nil, l) && p.offBorders(l.bounds().Grow(labelRoom))) {
			return false
		}
	}
	return true
}

// offBorders reports whether a place lies on no box's edge and no title.
func (p *plan) offBorders(r Rect) bool {
	for _, b := range p.boxes {
		if b.header().Overlaps(r) || b.bounds.Overlaps(r) && !b.bounds.Holds(r) {
			return false
		}
	}
	return true
}
