package diagram

import "math"

// Costs of a way, in tenths of a step.
const (
	costStep  = 10
	costTrunk = 3  // along a line of the same net, which copies share
	costNear  = 4  // beside an icon or a text
	costFence = 12 // along the border of a box
	costAlien = 24 // inside a box that holds neither end
	costLeave = 25 // outside the box that holds both ends
	costBend  = 60
	costCross = 110 // another flow at right angles
	costTouch = 400 // a bend where another flow runs
	costShare = 600 // along another flow
)

// dearest is more than any way costs.
const dearest = math.MaxInt32

// port is a place where a way may begin or end, and the heading there.
type port struct {
	v    int
	h    heading
	cost int32
	end  Point // where the line meets the component
}

// searcher finds cheapest ways on a grid, by A*: a state is a vertex and the
// heading in which it is reached. Its tables are kept between searches.
type searcher struct {
	g     *grid
	cells []cell // by state: four of each vertex
	stamp uint16 // of the search under way
	goal  []int8 // 1 + index of the port to reach, by vertex
	queue queue
	place []int32 // cost of a step outside all boxes, then in each

	most   int32 // what a way may cost
	ends   []port
	net    int32
	target span
}

// cell is how a state is reached.
type cell struct {
	cost  int32
	stamp uint16 // of the search that reached it last
	from  int8   // heading of the state before it, or -1 - index of the start
}

// reset makes the searcher fit its grid and a number of boxes.
func (s *searcher) reset(boxes int) {
	n := s.g.w * s.g.h
	s.cells, s.goal, s.place, s.stamp = cleared(s.cells, 4*n), cleared(s.goal, n), cleared(s.place, boxes+1), 0
	s.most = dearest
}

// find returns the vertices of the cheapest way from one of the starts to one
// of the ends, and which of them it joins; nil where there is none.
func (s *searcher) find(starts, ends []port, net int32) (way []int, start, end int) {
	if s.stamp++; s.stamp == 0 {
		clear(s.cells)
		s.stamp = 1
	}
	s.queue.reset()
	s.ends, s.net = ends, net
	s.aim()
	defer s.clear()
	for i, p := range starts {
		if s.g.enter[0][p.v] > 0 && s.reach(p.v, p.h, p.cost, -1-int8(i)) {
			s.queue.push(p.cost+s.guess(p.v, p.h), state(p.v, p.h))
		}
	}
	for s.queue.len > 0 {
		f, st := s.queue.pop()
		v, h := int(st>>2), heading(st&3)
		if f > s.most {
			break
		}
		if f > s.cells[st].cost+s.guess(v, h) {
			continue // found a cheaper way since
		}
		if v, h, ok := s.follow(v, h, s.cells[st].cost); ok {
			return s.trace(v, h)
		}
	}
	return nil, 0, 0
}

// state numbers a vertex reached in a heading.
func state(v int, h heading) int32 { return int32(v)<<2 | int32(h) }

// follow goes straight on from a state for as long as nothing cheaper waits,
// and notes the turns on the way. It reports whether that led to a goal.
func (s *searcher) follow(v int, h heading, c int32) (int, heading, bool) {
	for {
		if s.g.flags[v]&atGoal != 0 && s.ends[s.goal[v]-1].h != h.opposite() {
			return v, h, true
		}
		if s.g.worth(v, h, s) {
			s.turn(v, h, (h+1)&3, c)
			s.turn(v, h, (h+3)&3, c)
		}
		n := s.g.next(v, h)
		cost, ok := s.step(v, n, h, h)
		if c += cost; !ok || !s.reach(n, h, c, int8(h)) {
			return v, h, false
		}
		if f := c + s.guess(n, h); !s.queue.least(f) {
			s.queue.push(f, state(n, h))
			return v, h, false
		}
		v = n
	}
}

// worth reports whether a turn at a vertex can make a way cheaper.
func (g *grid) worth(v int, h heading, s *searcher) bool {
	across := int(h&1) ^ 1
	if g.tracks.good[g.tracks.run[across][v]] {
		return true
	}
	x, y := int32(g.x[v]), int32(g.y[v])
	if across == 1 {
		return x >= s.target.x0 && x <= s.target.x1
	}
	return y >= s.target.y0 && y <= s.target.y1
}

// turn notes a step to the side.
func (s *searcher) turn(v int, h, to heading, c int32) {
	n := s.g.next(v, to)
	cost, ok := s.step(v, n, h, to)
	if c += cost; ok && s.reach(n, to, c, int8(h)) {
		s.queue.push(c+s.guess(n, to), state(n, to))
	}
}

// step returns what going from v to n costs after arriving in one heading and
// leaving in another; it reports whether n is open.
func (s *searcher) step(v, n int, h, to heading) (cost int32, ok bool) {
	enter := s.g.enter[to&1][n]
	if enter == 0 {
		return 0, false
	}
	cost = int32(enter) + s.place[s.g.inBox[n]+1]
	if to != h {
		cost += costBend
	}
	if s.g.flags[v]|s.g.flags[n] != 0 {
		cost += s.meet(v, n, h, to)
	}
	return cost, true
}

// meet returns what a step costs beyond its own for the lines and goals that
// it meets.
func (s *searcher) meet(v, n int, h, to heading) (cost int32) {
	g := s.g
	if u := g.stretch(v, to); u.count > 0 {
		switch {
		case u.net != s.net:
			cost += costShare
		case g.near[n]:
			cost += costTrunk - costStep - costNear
		default:
			cost += costTrunk - costStep
		}
	}
	if to != h && g.busy(v, s.net) {
		cost += costTouch
	}
	if g.foreign(n, (to+1)&3, s.net) || g.foreign(n, (to+3)&3, s.net) {
		cost += costCross
	}
	if g.flags[n]&atGoal != 0 {
		p := &s.ends[s.goal[n]-1]
		cost += p.cost
		if to != p.h {
			cost += costBend
		}
	}
	return cost
}

// reach notes a way to a state where it is the cheapest so far.
func (s *searcher) reach(v int, h heading, cost int32, from int8) bool {
	c := &s.cells[state(v, h)]
	if c.stamp == s.stamp && c.cost <= cost {
		return false
	}
	*c = cell{cost, s.stamp, from}
	return true
}

func (s *searcher) trace(v int, h heading) (way []int, start, end int) {
	end = int(s.goal[v]) - 1
	for {
		way = append(way, v)
		from := s.cells[state(v, h)].from
		if from < 0 {
			start = int(-1 - from)
			break
		}
		v, h = v-s.g.delta[h], heading(from)
	}
	for i, j := 0, len(way)-1; i < j; i, j = i+1, j-1 {
		way[i], way[j] = way[j], way[i]
	}
	return way, start, end
}

// aim marks the goals and the rectangle of vertices around them.
func (s *searcher) aim() {
	for i, p := range s.ends {
		x, y := int32(s.g.x[p.v]), int32(s.g.y[p.v])
		if i == 0 {
			s.target = span{x, y, x, y}
		}
		s.target = span{min(s.target.x0, x), min(s.target.y0, y), max(s.target.x1, x), max(s.target.y1, y)}
		s.goal[p.v] = int8(i + 1)
		s.g.flags[p.v] |= atGoal
	}
}

func (s *searcher) clear() {
	for _, p := range s.ends {
		s.goal[p.v] = 0
		s.g.flags[p.v] &^= atGoal
	}
}

// span is the rectangle of vertices around the goals.
type span struct{ x0, y0, x1, y1 int32 }

// guess is the least that the rest of a way can cost: the distance, and the
// turns that the heading leaves to be made.
func (s *searcher) guess(v int, h heading) int32 {
	r := &s.target
	x, y := int32(s.g.x[v]), int32(s.g.y[v])
	left, right := max(x-r.x1, 0), max(r.x0-x, 0)
	up, down := max(y-r.y1, 0), max(r.y0-y, 0)
	c := (left + right + up + down) * costStep
	back, aside := [4]int32{left, up, right, down}[h], up+down
	if !h.level() {
		aside = left + right
	}
	switch {
	case back > 0:
		c += 2 * costBend
	case aside > 0:
		c += costBend
	}
	return c
}
