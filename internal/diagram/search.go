package diagram

// Costs of a way, in tenths of a step.
const (
	costStep  = 10
	costNear  = 4 // beside an icon or a text
	costAlien = 5 // inside a box that holds neither end
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
	g       *grid
	cost    []int32
	from    []int32
	stamp   []int32
	round   int32
	goal    []int32 // 1 + index of the port to reach, by vertex
	heap    []item
	allowed []bool // by box
}

type item struct {
	f     int32
	state int32
}

func newSearcher(g *grid, boxes int) *searcher {
	n := g.w * g.h
	return &searcher{
		g: g, cost: make([]int32, 4*n), from: make([]int32, 4*n), stamp: make([]int32, 4*n),
		goal: make([]int32, n), allowed: make([]bool, boxes),
	}
}

// find returns the vertices of the cheapest way from one of the starts to one
// of the ends, and which of them it joins; nil where there is none.
func (s *searcher) find(starts, ends []port, net int32) (way []int, start, end int) {
	s.round++
	s.heap = s.heap[:0]
	target := s.aim(ends)
	defer s.clear(ends)
	for i, p := range starts {
		if !s.g.blocked[p.v] {
			s.push(int32(p.v*4+int(p.h)), p.cost, -1-int32(i), target)
		}
	}
	for len(s.heap) > 0 {
		it := s.pop()
		v, h := int(it.state)/4, heading(it.state%4)
		c := s.cost[it.state]
		if it.f > c+s.guess(v, target) {
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
func (s *searcher) step(v int, h, turn heading, c, state int32, ends []port, net int32, target Rect) {
	n, ok := s.g.next(v, turn)
	if !ok || s.g.blocked[n] {
		return
	}
	c += costStep
	if s.g.near[n] {
		c += costNear
	}
	if b := s.g.inBox[n]; b >= 0 && !s.allowed[b] {
		c += costAlien
	}
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
func (s *searcher) aim(ends []port) Rect {
	var r Rect
	for i, p := range ends {
		x, y := float64(p.v%s.g.w), float64(p.v/s.g.w)
		if i == 0 {
			r = Rect{Point{x, y}, Point{x, y}}
		}
		r.Min = Point{min(r.Min.X, x), min(r.Min.Y, y)}
		r.Max = Point{max(r.Max.X, x), max(r.Max.Y, y)}
		s.goal[p.v] = int32(i + 1)
	}
	return r
}

func (s *searcher) clear(ends []port) {
	for _, p := range ends {
		s.goal[p.v] = 0
	}
}

// guess is the least that the rest of a way can cost.
func (s *searcher) guess(v int, r Rect) int32 {
	x, y := float64(v%s.g.w), float64(v/s.g.w)
	d := max(r.Min.X-x, 0, x-r.Max.X) + max(r.Min.Y-y, 0, y-r.Max.Y)
	return int32(d) * costStep
}

func (s *searcher) push(state, cost, from int32, target Rect) {
	if s.stamp[state] == s.round && s.cost[state] <= cost {
		return
	}
	s.stamp[state], s.cost[state], s.from[state] = s.round, cost, from
	it := item{cost + s.guess(int(state)/4, target), state}
	s.heap = append(s.heap, it)
	i := len(s.heap) - 1
	for i > 0 {
		up := (i - 1) / 2
		if !less(it, s.heap[up]) {
			break
		}
		s.heap[i] = s.heap[up]
		i = up
	}
	s.heap[i] = it
}

func (s *searcher) pop() item {
	top := s.heap[0]
	last := s.heap[len(s.heap)-1]
	s.heap = s.heap[:len(s.heap)-1]
	n := len(s.heap)
	for i := 0; n > 0; {
		c := 2*i + 1
		if c+1 < n && less(s.heap[c+1], s.heap[c]) {
			c++
		}
		if c >= n || !less(s.heap[c], last) {
			s.heap[i] = last
			break
		}
		s.heap[i] = s.heap[c]
		i = c
	}
	return top
}

// less orders by cost, then by state, so that equal ways come out alike.
func less(a, b item) bool { return a.f < b.f || a.f == b.f && a.state < b.state }
