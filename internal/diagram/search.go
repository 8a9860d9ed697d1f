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
	queue queue
	place []int32 // cost of a step outside all boxes, then in each

	most  int32 // what a way may cost
	ends  []port
	net   int32
	goals goals
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
	s.cells, s.place, s.stamp = cleared(s.cells, 4*n), cleared(s.place, boxes+1), 0
	s.goals.reset(s.g)
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
	s.goals.aim(s.g, ends)
	defer s.goals.clear(s.g, ends)
	for i, p := range starts {
		if s.g.enter[0][p.v] > 0 && s.reach(p.v, p.h, p.cost, -1-int8(i)) {
			s.queue.push(p.cost+s.goals.guess(s.g, p.v, p.h), state(p.v, p.h))
		}
	}
	for s.queue.len > 0 {
		f, st := s.queue.pop()
		v, h := int(st>>2), heading(st&3)
		if f > s.most {
			break
		}
		if f > s.cells[st].cost+s.goals.guess(s.g, v, h) {
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
		if s.g.flags[v]&atGoal != 0 && s.ends[s.goals.at[v]-1].h != h.opposite() {
			return v, h, true
		}
		if s.worth(v, h) {
			s.turn(v, h, (h+1)&3, c)
			s.turn(v, h, (h+3)&3, c)
		}
		n := s.g.next(v, h)
		cost, ok := s.step(v, n, h, h)
		if c += cost; !ok || !s.reach(n, h, c, int8(h)) {
			return v, h, false
		}
		if f := c + s.goals.guess(s.g, n, h); !s.queue.least(f) {
			s.queue.push(f, state(n, h))
			return v, h, false
		}
		v = n
	}
}

// worth reports whether a turn at a vertex can make a way cheaper.
func (s *searcher) worth(v int, h heading) bool {
	t := &s.g.tracks
	if h.level() {
		return t.good[t.run[1][v]] || s.goals.x[s.g.x[v]].side == sideLevel
	}
	return t.good[t.run[0][v]] || s.goals.y[s.g.y[v]].side == sideLevel
}

// turn notes a step to the side.
func (s *searcher) turn(v int, h, to heading, c int32) {
	n := s.g.next(v, to)
	cost, ok := s.step(v, n, h, to)
	if c += cost; ok && s.reach(n, to, c, int8(h)) {
		s.queue.push(c+s.goals.guess(s.g, n, to), state(n, to))
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
		p := &s.ends[s.goals.at[n]-1]
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
	end = int(s.goals.at[v]) - 1
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
