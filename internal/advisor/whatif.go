package advisor

import (
	"math"
	"sort"

	"alarife/internal/workload"
)

// Change is one answer that would turn a decision: from the present value to
// the nearest one at which another option is recommended.
type Change struct {
	Fact     string
	From, To workload.Value
	Becomes  string  // option then recommended, "" where none is possible
	distance float64 // to sort by: ratio of numbers, 1 for other kinds
}

// Ask is an unanswered question and the number of decisions that its answer
// can still turn.
type Ask struct {
	Fact  string
	Flips int
}

// explore fills what would change each decision and what to ask next. Every
// question that applies is tried, one answer at a time.
func (in *Inference) explore(r *Recommendation) {
	now := in.recommended(nil)
	changes := make([][]Change, len(now))
	for i := range in.plan.base.Questions {
		q := in.plan.base.Questions[i]
		if !in.asked(q) {
			continue
		}
		found := in.turns(&q.Fact, now)
		if _, answered := in.kase.Workload[q.ID]; !answered && len(found) > 0 {
			r.AskNext = append(r.AskNext, Ask{Fact: q.ID, Flips: len(found)})
		}
		for d, c := range found {
			changes[d] = append(changes[d], c)
		}
	}
	for d := range changes {
		sort.SliceStable(changes[d], func(a, b int) bool { return changes[d][a].distance < changes[d][b].distance })
		r.Decisions[d].Changes = changes[d]
	}
	sort.SliceStable(r.AskNext, func(a, b int) bool { return r.AskNext[a].Flips > r.AskNext[b].Flips })
}

// recommended appends the option that each decision recommends: −1 for none,
// −2 where it does not apply.
func (in *Inference) recommended(into []int) []int {
	into = into[:0]
	for i := range in.settled {
		s := &in.settled[i]
		if !s.applies {
			into = append(into, -2)
		} else {
			into = append(into, s.recommended)
		}
	}
	return into
}

// turns finds, for every decision that some value of the fact turns, the
// nearest such value; a decision that a value makes fall away does not count
// as turned. The state is left as it was.
func (in *Inference) turns(f *workload.Fact, now []int) map[int]Change {
	from, _ := in.kase.Workload.Get(f)
	found := map[int]Change{}
	defer in.takeBack(f)
	if f.Kind != workload.Number {
		for _, v := range f.Others(from) {
			in.Set(f, v)
			in.compare(f, from, v, now, func(d int, c Change) {
				c.distance = 1
				if _, ok := found[d]; !ok {
					found[d] = c
				}
			})
		}
		return found
	}
	grid := in.grid(f)
	for _, direction := range []int{-1, 1} {
		in.walk(f, from, grid, direction, now, found)
	}
	return found
}

// compare tells every decision whose recommendation differs from now.
func (in *Inference) compare(f *workload.Fact, from, to workload.Value, now []int, tell func(int, Change)) {
	for d := range now {
		if b, turned := in.turned(d, now); turned {
			tell(d, Change{Fact: f.ID, From: from, To: to, Becomes: b})
		}
	}
}

// turned reports whether decision d recommends another option than now, and
// which.
func (in *Inference) turned(d int, now []int) (becomes string, turned bool) {
	s := &in.settled[d]
	if !s.applies || now[d] == -2 || s.recommended == now[d] {
		return "", false
	}
	if s.recommended >= 0 {
		becomes = in.plan.decisions[d].options[s.recommended].ID
	}
	return becomes, true
}

// walk goes through the grid from the present value in one direction and
// narrows each turn down to one step of the fact.
func (in *Inference) walk(f *workload.Fact, from workload.Value, grid []float64, direction int, now []int, found map[int]Change) {
	same := from.Number
	seen := map[int]bool{}
	for i := range grid {
		g := grid[i]
		if direction < 0 {
			g = grid[len(grid)-1-i]
		}
		if (g-from.Number)*float64(direction) <= 0 {
			continue
		}
		in.Set(f, workload.Value{Number: g})
		for d := range now {
			if _, turned := in.turned(d, now); turned && !seen[d] {
				seen[d] = true
				c := in.narrow(f, from, same, g, d, now)
				if old, ok := found[d]; !ok || c.distance < old.distance {
					found[d] = c
				}
				in.Set(f, workload.Value{Number: g})
			}
		}
		same = g
	}
}

// narrow bisects between a value that leaves decision d as it is and one that
// turns it, in whole steps of the fact.
func (in *Inference) narrow(f *workload.Fact, from workload.Value, same, turns float64, d int, now []int) Change {
	step := f.Step()
	lo, hi := math.Round(same/step), math.Round(turns/step)
	for math.Abs(hi-lo) > 1 {
		mid := math.Trunc((lo + hi) / 2)
		in.Set(f, workload.Value{Number: f.Round(mid * step)})
		if _, turned := in.turned(d, now); turned {
			hi = mid
		} else {
			lo = mid
		}
	}
	to := workload.Value{Number: f.Round(hi * step)}
	in.Set(f, to)
	becomes, _ := in.turned(d, now)
	return Change{Fact: f.ID, From: from, To: to, Becomes: becomes, distance: ratio(from.Number, to.Number, step)}
}

// ratio is |ln(b ÷ a)|, with both moved off zero by one step.
func ratio(a, b, step float64) float64 {
	return math.Abs(math.Log((math.Abs(b) + step) / (math.Abs(a) + step)))
}

// samples is the number of values, evenly spread in their logarithm, that a
// number is tried at beside its thresholds.
const samples = 24

// grid lists values of a number at which a decision can turn: on both sides
// of every figure that it is compared with, the ends of its range, and a
// spread of samples for what depends on it more smoothly. Sorted, each once.
func (in *Inference) grid(f *workload.Fact) []float64 {
	set := map[float64]bool{f.Min: true, f.Max: true}
	add := func(v float64) {
		if v = f.Round(v); v >= f.Min && v <= f.Max {
			set[v] = true
		}
	}
	for _, t := range in.plan.turning[f.ID] {
		v := t.Value
		if t.Limit != "" {
			v, _ = in.machine.Env[t.Limit].(float64)
		}
		add(v - f.Step())
		add(v)
		add(v + f.Step())
	}
	low, high := max(f.Min, f.Step()), max(f.Max, f.Step())
	for i := range samples {
		add(low * math.Pow(high/low, float64(i)/(samples-1)))
	}
	grid := make([]float64, 0, len(set))
	for v := range set {
		grid = append(grid, v)
	}
	sort.Float64s(grid)
	return grid
}

// DependsOn lists the facts that a decision's own rules stand on, sorted.
func (a *Advisor) DependsOn(decision string) []string {
	for i := range a.plan.decisions {
		if d := &a.plan.decisions[i]; d.ID == decision {
			return d.leans()
		}
	}
	return nil
}
