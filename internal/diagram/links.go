package diagram

import (
	"alarife/internal/architecture"
	"alarife/internal/typeface"
)

// link is one line of the picture: all flows between two components.
type link struct {
	flows    []*architecture.Flow
	from, to *planNode
	both     bool   // flows run both ways
	back     bool   // runs against the order of the ranks
	folded   bool   // leads from one row of a folded picture to the next
	dashed   bool   // all flows are asynchronous
	group    string // copies in zones share it and may share a line
	rows     []row
	wide     float64 // of the label, 0 where there is none
	high     float64
	home     *planBox // where the label stands
	at       Point    // centre of the label
	path     []Point
	pieces   [][]Point // parts of the path to be drawn, nil: all of it
}

// row is one flow on a label: disc and text, or one of them.
type row struct {
	step  int
	text  string
	lines []string
}

// denseAbove is the number of texts on lines above which numbered texts move
// to a list beside the picture.
const denseAbove = 26

// addLinks merges the flows between the same two components and labels the
// first of each group of copies.
func (p *plan) addLinks(a *architecture.Architecture) []*link {
	nodes := map[string]*planNode{}
	for _, n := range p.nodes {
		nodes[n.c.ID] = n
	}
	flows := drawnFlows(a, nodes)
	var links []*link
	byEnds := map[[2]string]*link{}
	seen := map[string]bool{} // groups of texts already told
	texts := 0
	for _, f := range flows {
		from, to := nodes[f.From], nodes[f.To]
		l := byEnds[[2]string{f.From, f.To}]
		if l == nil {
			l = &link{from: from, to: to, dashed: true, home: common(from.box, to.box)}
			l.group = from.c.Origin + ">" + to.c.Origin
			byEnds[[2]string{f.From, f.To}] = l
			byEnds[[2]string{f.To, f.From}] = l
			links = append(links, l)
		}
		l.flows = append(l.flows, f)
		l.dashed = l.dashed && f.Async
		l.both = l.both || f.From != l.flows[0].From
		key := from.c.Origin + ">" + to.c.Origin + ">" + f.Text.EN
		if seen[key] {
			continue
		}
		seen[key] = true
		if text := typeface.Clean(f.Text.In(p.lang)); text != "" || f.Step > 0 {
			l.rows = append(l.rows, row{f.Step, text, fit(text, flowSize, flowWidths)})
			texts++
		}
	}
	p.dense = texts > denseAbove
	for _, l := range links {
		l.measure(p.dense)
	}
	return links
}

// drawnFlows leaves out what the picture does not show: flows of the strip,
// and those across zones where each zone has one of its own.
func drawnFlows(a *architecture.Architecture, nodes map[string]*planNode) []*architecture.Flow {
	type pair struct{ from, to, zone string }
	own := map[pair]bool{}
	for _, f := range a.Flows {
		from, to := nodes[f.From], nodes[f.To]
		if from != nil && to != nil && from.c.Zone != "" && from.c.Zone == to.c.Zone {
			own[pair{from.c.Origin, to.c.Origin, from.c.Zone}] = true
		}
	}
	var out []*architecture.Flow
	for _, f := range a.Flows {
		from, to := nodes[f.From], nodes[f.To]
		if from == nil || to == nil || from == to {
			continue
		}
		across := from.c.Zone != to.c.Zone && from.c.Zone != "" && to.c.Zone != ""
		if across && own[pair{from.c.Origin, to.c.Origin, from.c.Zone}] {
			continue
		}
		out = append(out, f)
	}
	return out
}

// measure sizes the label; a dense picture keeps the discs alone.
func (l *link) measure(dense bool) {
	for i := range l.rows {
		if dense && l.rows[i].step > 0 {
			l.rows[i].lines = nil
		}
	}
	if n := float64(len(l.rows)); n > 0 && l.onlyDiscs() {
		l.wide, l.high = n*(discSize+2)-2, discSize
		return
	}
	for i, r := range l.rows {
		w, h := r.size()
		if i > 0 {
			h += 2
		}
		l.wide, l.high = max(l.wide, w), l.high+h
	}
}

func (r row) size() (w, h float64) {
	w = typeface.Regular().Widest(r.lines, flowSize)
	h = float64(len(r.lines)) * lineHeight(flowSize)
	if r.step > 0 {
		if w > 0 {
			w += 4
		}
		w, h = w+discSize, max(h, discSize)
	}
	return w, h
}

// labelled reports whether the line carries a label.
func (l *link) labelled() bool { return l.wide > 0 }

// label sets the rows around the label's centre: discs alone side by side,
// others one below the other.
func (l *link) label() (texts []Text, discs []Disc) {
	r := l.bounds()
	if l.onlyDiscs() {
		for i, row := range l.rows {
			discs = append(discs, disc(row.step, Point{r.Min.X + discSize/2 + float64(i)*(discSize+2), l.at.Y}))
		}
		return nil, discs
	}
	y := r.Min.Y
	for _, row := range l.rows {
		w, h := row.size()
		x := l.at.X - w/2
		if row.step > 0 {
			discs = append(discs, disc(row.step, Point{x + discSize/2, y + h/2}))
			x += discSize + 4
		}
		top := y + (h-float64(len(row.lines))*lineHeight(flowSize))/2
		texts = append(texts, lines(row.lines, x, top, flowSize, Left, Ink)...)
		y += h + 2
	}
	return texts, discs
}

func (l *link) onlyDiscs() bool {
	for _, r := range l.rows {
		if len(r.lines) > 0 {
			return false
		}
	}
	return true
}

func (l *link) bounds() Rect {
	return box(l.at.X-l.wide/2, l.at.Y-l.high/2, l.wide, l.high)
}
