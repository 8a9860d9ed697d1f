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

func (h heading) opposite() heading { return h ^ 2 }
func (h heading) level() bool       { return h&1 == 0 }

// grid is the net of lines, pitch pixels apart, that flows run on. Vertices
// are numbered by row; the stretch to the right of a vertex and the one below
// it remember the net that uses them.
type grid struct {
	w, h    int
	origin  Point
	delta   [4]int     // from a vertex to the next, by heading
	x, y    []int16    // of each vertex
	blocked []uint8    // by how many things
	near    []bool     // beside something blocked
	border  [2][]bool  // beside a level, an upright border of a box
	enter   [2][]uint8 // what a level, an upright step to a vertex costs; 0: blocked
	inBox   []int16    // innermost box, -1 outside all
	across  [2][]use
	tracks  tracks
	flags   []uint8 // how many stretches at a vertex are in use, and atGoal
}

// atGoal marks, in the flags of a vertex, where a search wants to arrive.
const atGoal = 1 << 7

// use is who runs along a stretch: 0 nobody, and how many lines share it.
type use struct {
	net   int32
	count int32
}

// cover makes the grid cover r with free lines around it. It takes over the
// room of what it covered before.
func (g *grid) cover(r Rect) {
	const free = 5
	g.origin = Point{snap(r.Min.X) - free*pitch, snap(r.Min.Y) - free*pitch}
	g.w = int(math.Ceil((r.Max.X-g.origin.X)/pitch)) + free + 1
	g.h = int(math.Ceil((r.Max.Y-g.origin.Y)/pitch)) + free + 1
	n := g.w * g.h
	g.delta = [4]int{1, g.w, -1, -g.w}
	g.x, g.y = cleared(g.x, n), cleared(g.y, n)
	g.blocked, g.near, g.inBox, g.flags = cleared(g.blocked, n), cleared(g.near, n), cleared(g.inBox, n), cleared(g.flags, n)
	for axis := range 2 {
		g.border[axis], g.across[axis], g.enter[axis] = cleared(g.border[axis], n), cleared(g.across[axis], n), cleared(g.enter[axis], n)
	}
	for v := range n {
		x, y := v%g.w, v/g.w
		g.inBox[v], g.x[v], g.y[v] = -1, int16(x), int16(y)
		if x == 0 || y == 0 || x == g.w-1 || y == g.h-1 {
			g.blocked[v] = 1
		}
		g.price(v)
	}
}

// cleared returns a slice of n zero values, in the room of s where that does.
func cleared[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	s = s[:n]
	clear(s)
	return s
}

// price notes what steps to a vertex cost where nothing runs yet.
func (g *grid) price(v int) {
	for axis := range 2 {
		c := uint8(costStep)
		if g.near[v] {
			c += costNear
		}
		if g.border[axis][v] {
			c += costFence
		}
		if g.blocked[v] > 0 {
			c = 0
		}
		g.enter[axis][v] = c
	}
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
	g.each(r.Grow(pitch+0.5), func(v int) {
		g.near[v] = true
		g.price(v)
	})
}

// open takes a block back.
func (g *grid) open(r Rect) {
	g.each(r, func(v int) {
		g.blocked[v]--
		g.price(v)
	})
}

// fence makes flows unwilling to run along the border of r.
func (g *grid) fence(r Rect) {
	const d = pitch
	along := func(axis int, strip Rect) {
		g.each(strip, func(v int) {
			g.border[axis][v] = true
			g.price(v)
		})
	}
	for _, y := range []float64{r.Min.Y, r.Max.Y} {
		along(0, Rect{Point{r.Min.X - d, y - d}, Point{r.Max.X + d, y + d}})
	}
	for _, x := range []float64{r.Min.X, r.Max.X} {
		along(1, Rect{Point{x - d, r.Min.Y - d}, Point{x + d, r.Max.Y + d}})
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

// busy reports whether another net runs through a vertex.
func (g *grid) busy(v int, net int32) bool {
	if g.flags[v]&^atGoal == 0 {
		return false
	}
	for h := range heading(4) {
		if g.foreign(v, h, net) {
			return true
		}
	}
	return false
}

// mark takes (by = 1) or frees (by = -1) the steps of a way.
func (g *grid) mark(way []int, net int32, by int32) {
	for i := 1; i < len(way); i++ {
		u := g.stretch(way[i-1], g.towards(way[i-1], way[i]))
		if u.count == 0 {
			u.net = net
			axis := int(g.towards(way[i-1], way[i]) & 1)
			g.tracks.use(g, way[i-1], axis)
			g.tracks.use(g, way[i], axis)
			g.flags[way[i-1]]++
			g.flags[way[i]]++
		}
		if u.count += by; u.count == 0 {
			g.flags[way[i-1]]--
			g.flags[way[i]]--
		}
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
