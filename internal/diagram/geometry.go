package diagram

import "math"

// Point is a position in the scene: x to the right, y down, in pixels at 96 dpi.
type Point struct{ X, Y float64 }

// Rect is an upright rectangle from Min (top left) to Max (bottom right).
type Rect struct{ Min, Max Point }

// W returns the width.
func (r Rect) W() float64 { return r.Max.X - r.Min.X }

// H returns the height.
func (r Rect) H() float64 { return r.Max.Y - r.Min.Y }

// Empty reports whether the rectangle holds no point.
func (r Rect) Empty() bool { return r.Max.X <= r.Min.X || r.Max.Y <= r.Min.Y }

// Centre returns the middle.
func (r Rect) Centre() Point { return Point{(r.Min.X + r.Max.X) / 2, (r.Min.Y + r.Max.Y) / 2} }

// Contains reports whether a point lies inside or on the edge.
func (r Rect) Contains(p Point) bool {
	return p.X >= r.Min.X && p.X <= r.Max.X && p.Y >= r.Min.Y && p.Y <= r.Max.Y
}

// Holds reports whether another rectangle lies inside, up to half a pixel.
func (r Rect) Holds(o Rect) bool {
	const e = 0.5
	return o.Min.X >= r.Min.X-e && o.Min.Y >= r.Min.Y-e && o.Max.X <= r.Max.X+e && o.Max.Y <= r.Max.Y+e
}

// Overlaps reports whether two rectangles share more than an edge.
func (r Rect) Overlaps(o Rect) bool {
	const e = 0.01
	return r.Min.X < o.Max.X-e && o.Min.X < r.Max.X-e && r.Min.Y < o.Max.Y-e && o.Min.Y < r.Max.Y-e
}

// Grow returns the rectangle moved outward by d on every side.
func (r Rect) Grow(d float64) Rect {
	return Rect{Point{r.Min.X - d, r.Min.Y - d}, Point{r.Max.X + d, r.Max.Y + d}}
}

// Move returns the rectangle shifted by (dx, dy).
func (r Rect) Move(dx, dy float64) Rect {
	return Rect{Point{r.Min.X + dx, r.Min.Y + dy}, Point{r.Max.X + dx, r.Max.Y + dy}}
}

// Union returns the smallest rectangle around both; an empty one counts not.
func (r Rect) Union(o Rect) Rect {
	if r.Empty() {
		return o
	}
	if o.Empty() {
		return r
	}
	return Rect{
		Point{math.Min(r.Min.X, o.Min.X), math.Min(r.Min.Y, o.Min.Y)},
		Point{math.Max(r.Max.X, o.Max.X), math.Max(r.Max.Y, o.Max.Y)},
	}
}

// hits reports whether the upright or level segment a–b runs through r.
func (r Rect) hits(a, b Point) bool {
	seg := Rect{Point{math.Min(a.X, b.X), math.Min(a.Y, b.Y)}, Point{math.Max(a.X, b.X), math.Max(a.Y, b.Y)}}
	return seg.Min.X < r.Max.X && seg.Max.X > r.Min.X && seg.Min.Y < r.Max.Y && seg.Max.Y > r.Min.Y
}

func box(x, y, w, h float64) Rect { return Rect{Point{x, y}, Point{x + w, y + h}} }

func abs(v float64) float64 { return math.Abs(v) }

// snap rounds to the router's grid.
func snap(v float64) float64 { return math.Round(v/pitch) * pitch }

// snapUp rounds up to the router's grid.
func snapUp(v float64) float64 { return math.Ceil(v/pitch) * pitch }

// snapBetween rounds to the middle between two lines of the router's grid, so
// that no flow runs along a boundary.
func snapBetween(v float64) float64 { return math.Floor(v/pitch)*pitch + pitch/2 }
