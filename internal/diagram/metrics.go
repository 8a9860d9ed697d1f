package diagram

import "math"

// Metrics say how well a scene reads; lower is better but for Aspect.
type Metrics struct {
	Edges     int
	Crossings int     // of lines that share no end
	Bends     int     // turns of all lines
	Alien     int     // lines that run through a box of neither end
	Length    float64 // of all lines, pixels
	Aspect    float64 // width by height of the picture
	Faults    int     // violations of the hard gates
}

// Measure computes the metrics of a scene.
func Measure(s *Scene) Metrics {
	m := Metrics{Edges: len(s.Edges), Faults: len(Check(s))}
	if s.Picture.H() > 0 {
		m.Aspect = s.Picture.W() / s.Picture.H()
	}
	holders := s.holders()
	for i, e := range s.Edges {
		m.Bends += max(0, len(e.Path)-2)
		for j := 1; j < len(e.Path); j++ {
			m.Length += abs(e.Path[j].X-e.Path[j-1].X) + abs(e.Path[j].Y-e.Path[j-1].Y)
		}
		for _, b := range s.Boxes {
			if b.ID != "" && !holders[e.From][b.ID] && !holders[e.To][b.ID] && e.hits(b.Bounds) {
				m.Alien++
			}
		}
		for _, o := range s.Edges[i+1:] {
			if e.From != o.From && e.From != o.To && e.To != o.From && e.To != o.To {
				m.Crossings += crossings(e.Path, o.Path)
			}
		}
	}
	return m
}

// Score sums the metrics up; the lower of two layouts is the better one.
func (m Metrics) Score() float64 {
	score := 4*float64(m.Crossings) + 2*float64(m.Alien) + 0.3*float64(m.Bends) + m.Length/1000 + 20*float64(m.Faults)
	if m.Aspect > 0 {
		off := math.Log(m.Aspect / 1.6)
		score += 6 * off * off
	}
	return score
}

// good reports whether no other layout need be tried.
func (m Metrics) good() bool {
	return m.Faults == 0 && m.Alien == 0 && float64(m.Crossings) <= 0.15*float64(m.Edges) && m.Aspect >= 1 && m.Aspect <= 2.6
}

// holders lists, by component, the ids of the boxes around it.
func (s *Scene) holders() map[string]map[string]bool {
	parent := map[string]string{}
	for _, b := range s.Boxes {
		parent[b.ID] = b.Parent
	}
	out := map[string]map[string]bool{}
	for _, n := range s.Nodes {
		out[n.ID] = map[string]bool{}
		for id := n.Boundary; id != ""; id = parent[id] {
			out[n.ID][id] = true
		}
	}
	return out
}

// hits reports whether the line runs through r.
func (e *Edge) hits(r Rect) bool {
	for i := 1; i < len(e.Path); i++ {
		if r.hits(e.Path[i-1], e.Path[i]) {
			return true
		}
	}
	return false
}

// draws reports whether a part of the line that it draws itself runs through
// r.
func (e *Edge) draws(r Rect) bool {
	if e.Pieces == nil {
		return e.hits(r)
	}
	for _, piece := range e.Pieces {
		for i := 1; i < len(piece); i++ {
			if r.hits(piece[i-1], piece[i]) {
				return true
			}
		}
	}
	return false
}

// crossings counts where two lines cross at right angles.
func crossings(a, b []Point) int {
	n := 0
	for i := 1; i < len(a); i++ {
		for j := 1; j < len(b); j++ {
			if crosses(a[i-1], a[i], b[j-1], b[j]) || crosses(b[j-1], b[j], a[i-1], a[i]) {
				n++
			}
		}
	}
	return n
}

// crosses reports whether the level a–b crosses the upright c–d.
func crosses(a, b, c, d Point) bool {
	return a.Y == b.Y && c.X == d.X &&
		min(a.X, b.X) < c.X && c.X < max(a.X, b.X) && min(c.Y, d.Y) < a.Y && a.Y < max(c.Y, d.Y)
}
