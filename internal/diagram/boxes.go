package diagram

import (
	"math"

	"alarife/internal/architecture"
)

// shrink draws the boxes close around what they hold.
func (p *plan) shrink() {
	for i := len(p.boxes) - 1; i >= 0; i-- {
		b := p.boxes[i]
		r := p.contents(b)
		if r.Empty() {
			continue
		}
		r = r.Grow(boxMargin)
		r.Min.Y -= b.headH
		old := b.bounds
		r = Rect{
			Point{max(old.Min.X, snapBetween(r.Min.X)), max(old.Min.Y, snapBetween(r.Min.Y))},
			Point{min(old.Max.X, snapBetween(r.Max.X+pitch)), min(old.Max.Y, snapBetween(r.Max.Y+pitch))},
		}
		if least := b.headW + boxMargin; r.W() < least {
			r.Min.X, r.Max.X = old.Min.X, old.Max.X
		}
		b.bounds = r
	}
}

// contents is the room that everything in a box takes.
func (p *plan) contents(b *planBox) Rect {
	var r Rect
	for _, o := range p.boxes {
		if o.parent == b {
			r = r.Union(o.bounds)
		}
	}
	for _, n := range p.nodes {
		if n.box == b {
			r = r.Union(n.bounds())
		}
	}
	for _, l := range p.links {
		if l.home == b && l.labelled() {
			r = r.Union(l.bounds())
		}
	}
	return r
}

// alignBoxes gives zones, and the subnets of one kind, the same extent where
// there is room.
func (p *plan) alignBoxes() {
	kinds := []architecture.BoundaryKind{
		architecture.KindZone, architecture.KindPublicSubnet, architecture.KindPrivateSubnet,
	}
	for _, k := range kinds {
		var group []*planBox
		for _, b := range p.boxes {
			if b.b.Kind == k {
				group = append(group, b)
			}
		}
		if len(group) > 1 {
			p.align(group)
		}
	}
}

func (p *plan) align(group []*planBox) {
	x0, x1 := math.Inf(1), math.Inf(-1)
	y0, y1 := math.Inf(1), math.Inf(-1)
	for _, b := range group {
		x0, x1 = min(x0, b.bounds.Min.X), max(x1, b.bounds.Max.X)
		y0, y1 = min(y0, b.bounds.Min.Y), max(y1, b.bounds.Max.Y)
	}
	wide := func(r Rect) Rect { return Rect{Point{x0, r.Min.Y}, Point{x1, r.Max.Y}} }
	tall := func(r Rect) Rect { return Rect{Point{r.Min.X, y0}, Point{r.Max.X, y1}} }
	for _, stretch := range []func(Rect) Rect{wide, tall} {
		if p.roomFor(group, stretch) {
			for _, b := range group {
				b.bounds = stretch(b.bounds)
			}
			return
		}
	}
}

// roomFor reports whether the boxes can be stretched without meeting others.
func (p *plan) roomFor(group []*planBox, stretch func(Rect) Rect) bool {
	for _, b := range group {
		r := stretch(b.bounds)
		if b.parent != nil && !b.parent.bounds.Grow(-pitch).Holds(r) {
			return false
		}
		for _, o := range p.boxes {
			other := o.bounds
			for _, g := range group {
				if g == o {
					other = stretch(other)
				}
			}
			if !o.within(b) && !b.within(o) && r.Grow(pitch/2).Overlaps(other.Grow(pitch/2)) {
				return false
			}
		}
		for _, n := range p.nodes {
			if !n.box.within(b) && r.Overlaps(n.bounds()) {
				return false
			}
		}
		for _, l := range p.links {
			if l.labelled() && !l.home.within(b) && r.Grow(pitch/2).Overlaps(l.bounds()) {
				return false
			}
		}
	}
	return true
}

// header returns the strip of a box that icon and label take.
func (b *planBox) header() Rect {
	r := b.bounds
	if b.style.glyph == "" {
		x := r.Centre().X - b.headW/2
		return box(x, r.Min.Y, b.headW, b.headH)
	}
	return box(r.Min.X, r.Min.Y, b.headW, b.headH)
}

// scene sets the box as it will be painted.
func (b *planBox) scene() Box {
	out := Box{ID: b.b.ID, Kind: string(b.b.Kind), Bounds: b.bounds, Header: b.header(), Icon: b.style.icon, Glyph: b.style.glyph}
	if b.parent != nil {
		out.Parent = b.parent.b.ID
	}
	h := out.Header
	textH := float64(len(b.label)) * lineHeight(nameSize)
	top := h.Min.Y + (h.H()-textH)/2
	if b.style.glyph == "" {
		out.Label = lines(b.label, h.Centre().X, top, nameSize, Centre, Ink)
		return out
	}
	out.IconBox = box(h.Min.X, h.Min.Y, groupIcon, groupIcon)
	out.Label = lines(b.label, h.Min.X+groupIcon+8, top, nameSize, Left, Ink)
	return out
}
