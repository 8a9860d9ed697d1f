package diagram

import "math"

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
	e := Edge{ID: l.flows[0].ID, From: l.from.c.ID, To: l.to.c.ID, Path: l.path, Pieces: l.pieces, Dashed: l.dashed}
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
