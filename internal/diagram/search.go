package diagram

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

// port is a place where a way may begin or end, and the heading there.
type port struct {
	v    int
	h    heading
	cost int32
	end  Point // where the line meets the component
}

// searcher finds cheapest ways on a grid. Its tables are kept between searches.
type searcher struct {
	g     *grid
	cost  []int32
	from  []int32
	stamp []int32
	round int32
	goal  []int32 // 1 + index of the port to reach, by vertex
	queue queue
	place []int32 // cost of a step outside all boxes, then in each
}

func newSearcher(g *grid, boxes int) *searcher {
	n := g.w * g.h
	return &searcher{
		g: g, cost: make([]int32, 4*n), from: make([]int32, 4*n), stamp: make([]int32, 4*n),
		goal: make([]int32, n), place: make([]int32, boxes+1),
	}
}

// find returns the vertices of the cheapest way from one of the starts to one
// of the ends, and which of them it joins; nil where there is none.
func (s *searcher) find(starts, ends []port, net int32) (way []int, start, end int) {
	s.round++
	s.queue.reset()
	target := s.aim(ends)
	defer s.clear(ends)
	for i, p := range starts {
		if s.g.blocked[p.v] == 0 {
			s.push(int32(p.v*4+int(p.h)), p.cost, -1-int32(i), target)
		}
	}
	for s.queue.len > 0 {
		it := s.queue.pop()
		v, h := int(it.state)/4, heading(it.state%4)
		c := s.cost[it.state]
		if it.f > c+s.guess(v, h, target) {
			continue // found a cheaper way since
		}
		if i := s.goal[v]; i > 0 && s.arrives(it.state, ends[i-1]) {
			return s.trace(it.state, int(i-1))
		}
		for turn := range heading(4) {
			if turn != h.opposite() {
				s.step(v, h, turn, c, it.state, ends, net, target)
			}
		}
	}
	return nil, 0, 0
}

// arrives reports whether a state at a goal may enter it: not from behind.
func (s *searcher) arrives(state int32, p port) bool {
	return heading(state%4) != p.h.opposite()
}

// step tries one move and records it where it is the cheapest so far.
func (s *searcher) step(v int, h, turn heading, c, state int32, ends []port, net int32, target *span) {
	n := s.g.next(v, turn)
	if s.g.blocked[n] > 0 {
		return
	}
	if u := s.g.stretch(v, turn); u.count > 0 && u.net == net {
		c += costTrunk
	} else if c += costStep; s.g.near[n] {
		c += costNear
	}
	if s.g.border[turn%2][n] {
		c += costFence
	}
	c += s.place[s.g.inBox[n]+1]
	if turn != h {
		c += costBend
		if s.busy(v, net) {
			c += costTouch
		}
	}
	if s.g.foreign(v, turn, net) {
		c += costShare
	}
	left, right := (turn+1)%4, (turn+3)%4
	if s.g.foreign(n, left, net) || s.g.foreign(n, right, net) {
		c += costCross
	}
	if i := s.goal[n]; i > 0 {
		p := ends[i-1]
		c += p.cost
		if turn != p.h {
			c += costBend
		}
	}
	s.push(int32(n*4+int(turn)), c, state, target)
}

// busy reports whether another net runs through a vertex.
func (s *searcher) busy(v int, net int32) bool {
	for h := range heading(4) {
		if s.g.foreign(v, h, net) {
			return true
		}
	}
	return false
}

func (s *searcher) trace(state int32, end int) ([]int, int, int) {
	var way []int
	for state >= 0 {
		way = append(way, int(state)/4)
		state = s.from[state]
	}
	for i, j := 0, len(way)-1; i < j; i, j = i+1, j-1 {
		way[i], way[j] = way[j], way[i]
	}
	return way, int(-1 - state), end
}

// aim marks the goals and returns the rectangle of vertices around them.
func (s *searcher) aim(ends []port) *span {
	var r span
	for i, p := range ends {
		x, y := int32(s.g.x[p.v]), int32(s.g.y[p.v])
		if i == 0 {
			r = span{x, y, x, y}
		}
		r = span{min(r.x0, x), min(r.y0, y), max(r.x1, x), max(r.y1, y)}
		s.goal[p.v] = int32(i + 1)
	}
	return &r
}

func (s *searcher) clear(ends []port) {
	for _, p := range ends {
		s.goal[p.v] = 0
	}
}

// guess is the least that the rest of a way can cost: the distance, and the
// turns that the heading leaves to be made.
func (s *searcher) guess(v int, h heading, r *span) int32 {
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

// span is the rectangle of vertices around the goals.
type span struct{ x0, y0, x1, y1 int32 }

func (s *searcher) push(state, cost, from int32, target *span) {
	if s.stamp[state] == s.round && s.cost[state] <= cost {
		return
	}
	s.stamp[state], s.cost[state], s.from[state] = s.round, cost, from
	s.queue.push(item{cost + s.guess(int(state)/4, heading(state%4), target), state})
}
