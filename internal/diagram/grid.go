package diagram

import "math"

// direction of travel on the grid.
type heading int8

const (
	east heading = iota
	south
	west
	north
)

func (h heading) opposite() heading { return (h + 2) % 4 }
func (h heading) level() bool       { return h == east || h == west }

// grid is the net of lines, pitch pixels apart, that flows run on. Vertices
// are numbered by row; the stretch to the right of a vertex and the one below
// it remember the net that uses them.
type grid struct {
	w, h    int
	origin  Point
	delta   [4]int    // from a vertex to the next, by heading
	x, y    []int16   // of each vertex
	blocked []uint8   // by how many things
	near    []bool    // beside something blocked
	border  [2][]bool // beside a level, an upright border of a box
	inBox   []int16   // innermost box, -1 outside all
	across  [2][]use
}

// use is who runs along a stretch: 0 nobody, and how many lines share it.
type use struct {
	net   int32
	count int32
}

// newGrid covers r with free lines around it.
func newGrid(r Rect) *grid {
	const free = 5
	g := &grid{origin: Point{snap(r.Min.X) - free*pitch, snap(r.Min.Y) - free*pitch}}
	g.w = int(math.Ceil((r.Max.X-g.origin.X)/pitch)) + free + 1
	g.h = int(math.Ceil((r.Max.Y-g.origin.Y)/pitch)) + free + 1
	n := g.w * g.h
	g.blocked, g.near, g.inBox = make([]uint8, n), make([]bool, n), make([]int16, n)
	g.border = [2][]bool{make([]bool, n), make([]bool, n)}
	g.across = [2][]use{make([]use, n), make([]use, n)}
	g.delta = [4]int{1, g.w, -1, -g.w}
	g.x, g.y = make([]int16, n), make([]int16, n)
	for i := range g.inBox {
		x, y := i%g.w, i/g.w
		g.inBox[i], g.x[i], g.y[i] = -1, int16(x), int16(y)
		if x == 0 || y == 0 || x == g.w-1 || y == g.h-1 {
			g.blocked[i] = 1
		}
	}
	return g
}

// vertex returns the vertex nearest to a point.
func (g *grid) vertex(p Point) int {
	x := int(math.Round((p.X - g.origin.X) / pitch))
	y := int(math.Round((p.Y - g.origin.Y) / pitch))
	return min(max(y, 1), g.h-2)*g.w + min(max(x, 1), g.w-2)
}

// point returns where a vertex lies.
func (g *grid) point(v int) Point {
	return Point{g.origin.X + float64(v%g.w)*pitch, g.origin.Y + float64(v/g.w)*pitch}
}

// each calls f for every vertex strictly inside r, the outermost left out.
func (g *grid) each(r Rect, f func(v int)) {
	const e = 0.01
	x0 := max(1, int(math.Ceil((r.Min.X-g.origin.X)/pitch+e)))
	x1 := min(g.w-2, int(math.Floor((r.Max.X-g.origin.X)/pitch-e)))
	y0 := max(1, int(math.Ceil((r.Min.Y-g.origin.Y)/pitch+e)))
	y1 := min(g.h-2, int(math.Floor((r.Max.Y-g.origin.Y)/pitch-e)))
	for y := y0; y <= y1; y++ {
		for x := x0; x <= x1; x++ {
			f(y*g.w + x)
		}
	}
}

// block keeps flows out of r, and unwilling to run close by.
func (g *grid) block(r Rect) {
	g.each(r, func(v int) { g.blocked[v]++ })
	g.each(r.Grow(pitch+0.5), func(v int) { g.near[v] = true })
}

// open takes a block back.
func (g *grid) open(r Rect) {
	g.each(r, func(v int) { g.blocked[v]-- })
}

// fence makes flows unwilling to run along the border of r.
func (g *grid) fence(r Rect) {
	const d = pitch
	level := func(y float64) Rect { return Rect{Point{r.Min.X - d, y - d}, Point{r.Max.X + d, y + d}} }
	upright := func(x float64) Rect { return Rect{Point{x - d, r.Min.Y - d}, Point{x + d, r.Max.Y + d}} }
	for _, b := range []Rect{level(r.Min.Y), level(r.Max.Y)} {
		g.each(b, func(v int) { g.border[0][v] = true })
	}
	for _, b := range []Rect{upright(r.Min.X), upright(r.Max.X)} {
		g.each(b, func(v int) { g.border[1][v] = true })
	}
}

// next returns the vertex one step on. The outermost vertices are blocked, so
// that no way leads off the grid.
func (g *grid) next(v int, h heading) int { return v + g.delta[h] }

// stretch returns the use of the step from v in a direction.
func (g *grid) stretch(v int, h heading) *use {
	switch h {
	case east:
		return &g.across[0][v]
	case west:
		return &g.across[0][v-1]
	case south:
		return &g.across[1][v]
	}
	return &g.across[1][v-g.w]
}

// foreign reports whether another net uses the step from v in a direction.
func (g *grid) foreign(v int, h heading, net int32) bool {
	u := g.stretch(v, h)
	return u.count > 0 && u.net != net
}

// mark takes (by = 1) or frees (by = -1) the steps of a way.
func (g *grid) mark(way []int, net int32, by int32) {
	for i := 1; i < len(way); i++ {
		u := g.stretch(way[i-1], g.towards(way[i-1], way[i]))
		if u.count == 0 {
			u.net = net
		}
		u.count += by
	}
}

func (g *grid) towards(a, b int) heading {
	switch b - a {
	case 1:
		return east
	case -1:
		return west
	case g.w:
		return south
	}
	return north
}
