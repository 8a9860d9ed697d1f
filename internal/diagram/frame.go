package diagram

import (
	"math"
	"sort"
	"strings"

	"alarife/internal/architecture"
	"alarife/internal/typeface"
)

const (
	margin    = 24.0 // around the whole
	gap       = 20.0 // between the picture and what stands around it
	leastWide = 420.0
	cellWide  = 132.0 // least, of the strip
	stepWide  = 250.0 // of a column of steps
)

// frame sets what stands around the architecture.
type frame struct {
	s    *Scene
	p    *plan
	o    Options
	used Rect // so far
}

func (f *frame) text(ts ...Text) {
	f.s.Texts = append(f.s.Texts, ts...)
	f.used = f.used.Union(bounds(ts))
}

// title sets the title and, below it, Region, date and cost.
func (f *frame) title() {
	f.used = Rect{Max: Point{margin, margin}}
	wide := max(leastWide, f.p.extent().W())
	y := margin
	for _, l := range typeface.Bold().Wrap(typeface.Clean(f.s.Title), titleSize, wide, 3) {
		f.text(line(l, margin, y, titleSize, Left, true, Ink))
		y += lineHeight(titleSize)
	}
	var parts []string
	for _, part := range append([]string{f.o.Region, f.o.Date, f.o.MonthlyCost}, f.o.Notes...) {
		if part = typeface.Clean(part); part != "" {
			parts = append(parts, part)
		}
	}
	below := typeface.Regular().Wrap(strings.Join(parts, "  ·  "), nameSize, wide, 4)
	f.text(lines(below, margin, y+4, nameSize, Left, Muted)...)
}

// picture moves the architecture below the title; where it was drawn before,
// what stayed keeps its place as far as the margins allow.
func (f *frame) picture(prev *Scene) {
	e := f.p.extent()
	least := Point{margin, snap(f.used.Max.Y) + gap}
	dx, dy := snapUp(least.X-e.Min.X), snapUp(least.Y-e.Min.Y)
	if prev != nil {
		if mx, my, ok := f.p.drift(prev); ok {
			dx, dy = min(max(dx, snap(mx)), dx+6*pitch), min(max(dy, snap(my)), dy+6*pitch)
		}
	}
	f.p.shift(dx, dy)
	f.s.Picture = e.Move(dx, dy)
	f.used = f.used.Union(f.s.Picture)
}

// tall reports whether there is more room beside the picture than below it.
func (f *frame) tall() bool { return f.s.Picture.W() < 0.81*f.o.aspect()*f.s.Picture.H() }

// strip sets the components that stand beside the picture into a frame.
func (f *frame) strip() {
	n := len(f.p.strip)
	if n == 0 {
		return
	}
	head := line(typeface.Clean(f.o.Texts.Strip), 0, 0, nameSize, Left, false, Ink)
	high, wide := 0.0, cellWide
	for _, c := range f.p.strip {
		high, wide = max(high, c.height()), max(wide, c.wide+16)
	}
	high += 16
	top := lineHeight(nameSize) + 16
	cols := max(1, min(n, int((f.s.Picture.W()-16)/wide)))
	x, y := f.s.Picture.Min.X, f.s.Picture.Max.Y+gap
	if f.tall() {
		rows := max(1, min(n, int((f.s.Picture.H()-top)/high)))
		cols = (n + rows - 1) / rows
		x, y = f.s.Picture.Max.X+gap, f.s.Picture.Min.Y
	}
	rows := (n + cols - 1) / cols
	w := max(float64(cols)*wide+16, head.Bounds.W()+24)
	if !f.tall() {
		w = max(w, f.s.Picture.W())
	}
	b := box(x, y, w, top+float64(rows)*high)
	head = line(head.String, x+12, y+10, nameSize, Left, false, Ink)
	f.s.Boxes = append(f.s.Boxes, Box{Kind: "frame", Bounds: b, Header: head.Bounds, Label: []Text{head}})
	cell := (w - 16) / float64(cols)
	for i, c := range f.p.strip {
		c.at = Point{
			math.Round(x + 8 + (float64(i%cols)+0.5)*cell),
			math.Round(y + top + float64(i/cols)*high + iconSize/2),
		}
		f.s.Nodes = append(f.s.Nodes, c.node(true))
	}
	f.used = f.used.Union(b)
}

// steps lists the texts of numbered flows where the lines carry discs alone.
func (f *frame) steps() {
	if !f.p.dense {
		return
	}
	type entry struct {
		n  int
		ls []string
	}
	var all []entry
	for _, l := range f.p.links {
		for _, r := range l.rows {
			if r.step > 0 && r.text != "" {
				text := r.text + " (" + l.from.title() + " → " + l.to.title() + ")"
				all = append(all, entry{r.step, typeface.Regular().Wrap(text, flowSize, stepWide-discSize-16, 4)})
			}
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].n < all[j].n })
	x, y, bottom := f.s.Picture.Min.X, f.used.Max.Y+gap, math.Inf(1)
	cols := max(1, int(f.used.W()/stepWide))
	if f.tall() {
		x, y, bottom = f.used.Max.X+gap, f.s.Picture.Min.Y, f.s.Picture.Max.Y
	} else if len(all) > 0 {
		total := 0.0
		for _, e := range all {
			total += float64(len(e.ls))*lineHeight(flowSize) + 10
		}
		bottom = y + 30 + total/float64(cols) + 20
	}
	f.text(line(typeface.Clean(f.o.Texts.Steps), x, y, nameSize, Left, true, Ink))
	first := y + lineHeight(nameSize) + 8
	y = first
	for _, e := range all {
		h := max(discSize, float64(len(e.ls))*lineHeight(flowSize))
		if y > first && y+h > bottom {
			x, y = x+stepWide, first
		}
		d := disc(e.n, Point{x + discSize/2, y + discSize/2})
		f.s.Marks = append(f.s.Marks, Mark{Kind: "step", At: d.Bounds(), Disc: &d})
		f.text(lines(e.ls, x+discSize+8, y+2, flowSize, Left, Ink)...)
		y += h + 10
	}
}

// legend explains what occurs in the picture.
func (f *frame) legend() {
	const sampleW, high = 28.0, 22.0
	x, y := margin, f.used.Max.Y+gap
	right := max(f.used.Max.X, margin+leastWide)
	if t := typeface.Clean(f.o.Texts.Legend); t != "" {
		head := line(t, x, y+4, flowSize, Left, true, Ink)
		f.text(head)
		x = head.Bounds.Max.X + 18
	}
	for _, e := range f.legendEntries() {
		w := sampleW + 6 + typeface.Regular().Width(e.caption, flowSize)
		if x+w > right && x > margin {
			x, y = margin, y+high
		}
		m := Mark{Kind: e.kind, At: box(x, y+2, sampleW, high-4)}
		if e.kind == "step" {
			d := disc(1, m.At.Centre())
			m.Disc = &d
		}
		f.s.Marks = append(f.s.Marks, m)
		f.text(line(e.caption, x+sampleW+6, y+4, flowSize, Left, false, Muted))
		x += w + 18
	}
}

type legendEntry struct{ kind, caption string }

func (f *frame) legendEntries() []legendEntry {
	var step, sync, async, hole bool
	for _, l := range f.p.links {
		sync, async = sync || !l.dashed, async || l.dashed
		for _, r := range l.rows {
			step = step || r.step > 0
		}
	}
	for _, n := range f.p.nodes {
		hole = hole || n.c.Hole
	}
	var out []legendEntry
	add := func(ok bool, kind, caption string) {
		if caption = typeface.Clean(caption); ok && caption != "" {
			out = append(out, legendEntry{kind, caption})
		}
	}
	t := f.o.Texts
	add(step, "step", t.Step)
	add(sync, "sync", t.Sync)
	add(async, "async", t.Async)
	add(hole, "hole", t.Hole)
	seen := map[architecture.BoundaryKind]bool{}
	for _, b := range f.p.boxes {
		add(!seen[b.b.Kind], string(b.b.Kind), t.Kinds[string(b.b.Kind)])
		seen[b.b.Kind] = true
	}
	return out
}
