package diagram

// goals are where a search wants to arrive, and how far that is.
type goals struct {
	at    []int8      // 1 + index of the port, by vertex
	x, y  []distance  // by column and by row
	bends [4][9]int32 // the least for turns, by heading and sides
}

// distance is that of a line to the rectangle around all goals.
type distance struct {
	cost int32
	side int32
}

// The sides on which the goals lie of a column or row.
const (
	sideAhead int32 = iota // to the east, the south
	sideLevel              // in the same columns or rows as the goals
	sideBack
)

// reset makes the tables fit a grid.
func (t *goals) reset(g *grid) {
	t.at = cleared(t.at, g.w*g.h)
	t.x, t.y = cleared(t.x, g.w), cleared(t.y, g.h)
	for x := range sideBack + 1 {
		for y := range sideBack + 1 {
			for h := range heading(4) {
				t.bends[h][3*x+y] = leastBends(h, x, y)
			}
		}
	}
}

// leastBends is what turns cost at least where the goals lie on given sides.
func leastBends(h heading, x, y int32) int32 {
	along, across := x, y
	if !h.level() {
		along, across = y, x
	}
	behind := sideBack
	if h == west || h == north {
		behind = sideAhead
	}
	switch {
	case along == behind:
		return 2 * costBend
	case across != sideLevel:
		return costBend
	}
	return 0
}

// aim takes ports for goals.
func (t *goals) aim(g *grid, ends []port) {
	x0, y0, x1, y1 := g.w, g.h, 0, 0
	for i, p := range ends {
		x, y := int(g.x[p.v]), int(g.y[p.v])
		x0, y0, x1, y1 = min(x0, x), min(y0, y), max(x1, x), max(y1, y)
		t.at[p.v] = int8(i + 1)
		g.flags[p.v] |= atGoal
	}
	measure(t.x, x0, x1)
	measure(t.y, y0, y1)
}

// measure notes how far each line lies from those between low and high.
func measure(d []distance, low, high int) {
	for i := range d {
		switch {
		case i < low:
			d[i] = distance{int32(low-i) * costStep, sideAhead}
		case i > high:
			d[i] = distance{int32(i-high) * costStep, sideBack}
		default:
			d[i] = distance{0, sideLevel}
		}
	}
}

// clear forgets the goals.
func (t *goals) clear(g *grid, ends []port) {
	for _, p := range ends {
		t.at[p.v] = 0
		g.flags[p.v] &^= atGoal
	}
}

// guess is the least that the rest of a way can cost: the distance, and the
// turns that the heading leaves to be made.
func (t *goals) guess(g *grid, v int, h heading) int32 {
	x, y := t.x[g.x[v]], t.y[g.y[v]]
	return x.cost + y.cost + t.bends[h][3*x.side+y.side]
}
