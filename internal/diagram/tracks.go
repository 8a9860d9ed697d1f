package diagram

// tracks are the lines of a grid worth turning onto. A line may be moved
// sideways until something beside it changes, at no loss: so a way need turn
// only where the stretch that it turns onto has something beside it along its
// run, which is as far as it goes without meeting anything blocked.
type tracks struct {
	run  [2][]int32 // of each vertex, level and upright; 0 where it is blocked
	good []bool     // by run
}

// survey finds the runs of a grid and what lies beside them.
func (t *tracks) survey(g *grid) {
	n := g.w * g.h
	t.good = append(t.good[:0], true)
	for axis := range 2 {
		t.run[axis] = cleared(t.run[axis], n)
	}
	for v := range n {
		if g.blocked[v] > 0 {
			continue
		}
		for axis, back := range [2]int{1, g.w} {
			if t.run[axis][v] = t.run[axis][v-back]; t.run[axis][v] == 0 {
				t.run[axis][v] = int32(len(t.good))
				t.good = append(t.good, false)
			}
		}
	}
	for v := range n {
		if g.blocked[v] == 0 {
			t.look(g, v)
		}
	}
}

// look marks the runs through a vertex where a step beside it costs more.
func (t *tracks) look(g *grid, v int) {
	for axis, side := range [2]int{g.w, 1} {
		run := t.run[axis][v]
		if t.good[run] {
			continue
		}
		own := g.enter[axis][v]
		a, b := g.enter[axis][v-side]-1, g.enter[axis][v+side]-1
		t.good[run] = max(a, b) >= own && min(a, b) >= own-1
	}
}

// use marks the runs along a stretch and beside it.
func (t *tracks) use(g *grid, v int, axis int) {
	side := [2]int{g.w, 1}[axis]
	for _, o := range [3]int{v - side, v, v + side} {
		t.good[t.run[axis][o]] = true
	}
}
