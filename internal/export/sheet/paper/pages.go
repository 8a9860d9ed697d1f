package paper

import (
	"alarife/internal/diagram"
	"alarife/internal/paint"
	"alarife/internal/typeface"
)

// leaf is a page with what its foot needs.
type leaf struct {
	*paint.Page
	margin float64 // left and right of the foot
	base   float64 // its baseline
}

func newLeaf() *leaf {
	return &leaf{&paint.Page{Size: diagram.Point{X: short, Y: long}}, side, long - footRoom}
}

// Document puts everything on pages.
func (p *Paper) Document() *paint.Document {
	s := &setter{}
	for _, g := range p.groups {
		s.group(g)
	}
	s.close()
	if len(s.leaves) == 0 {
		s.leaves = append(s.leaves, newLeaf())
	}
	d := &paint.Document{Title: p.title, Lang: p.lang}
	for i, l := range s.leaves {
		l.number(p.title, p.foot(i+1, len(s.leaves)))
		d.Pages = append(d.Pages, l.Page)
	}
	return d
}

// number writes the foot of a page: the title on the left, its number on the
// right.
func (l *leaf) number(title, number string) {
	room := l.Size.X - 2*l.margin - typeface.Of(false).Width(number, Small.Size) - 24
	for _, line := range typeface.Of(false).Wrap(title, Small.Size, room, 1) {
		l.Texts = append(l.Texts, written(Small, l.margin, l.base, line))
	}
	right := written(Small, l.Size.X-l.margin, l.base, number)
	right.Align = diagram.Right
	l.Texts = append(l.Texts, right)
}

// setter fills page after page.
type setter struct {
	leaves []*leaf
	page   *leaf   // being filled, nil for none
	y      float64 // where the next piece goes
	after  []apart // pictures that follow the page
}

func (s *setter) open() {
	s.page, s.y = newLeaf(), top
}

// close ends the page, and the pictures that belong to it follow.
func (s *setter) close() {
	if s.page == nil {
		return
	}
	s.leaves = append(s.leaves, s.page)
	for _, a := range s.after {
		s.leaves = append(s.leaves, a.leaf())
	}
	s.page, s.after = nil, nil
}

// fits reports whether pieces find room on the page.
func (s *setter) fits(pieces []piece) bool {
	y := s.y
	for _, x := range pieces {
		if y > top {
			y += x.before
		}
		y += x.height
	}
	return y <= long-bottom
}

// group sets a group on this page, else on the next, else over several.
func (s *setter) group(g *group) {
	if s.page == nil || g.breaks || !s.fits(g.pieces) && s.crowded(g.pieces) {
		s.close()
		s.open()
	}
	s.after = append(s.after, g.apart...)
	for from := 0; from < len(g.pieces); {
		to := from + 1
		for to < len(g.pieces) && g.pieces[to].tied {
			to++
		}
		s.chunk(g.pieces[from:to])
		from = to
	}
}

// crowded reports whether a group is better begun on a new page: it fits there
// whole, or little of it would find room here.
func (s *setter) crowded(pieces []piece) bool {
	fresh := setter{y: top}
	return fresh.fits(pieces) || s.y > (top+long-bottom)/2
}

// chunk sets pieces that are tied, on the next page where they do not fit and
// piece by piece where they fill more than one.
func (s *setter) chunk(pieces []piece) {
	if !s.fits(pieces) && s.y > top {
		s.close()
		s.open()
	}
	for _, x := range pieces {
		if !s.fits([]piece{x}) && s.y > top {
			s.close()
			s.open()
		}
		if s.y > top {
			s.y += x.before
		}
		x.draw(s.page.Page, s.y)
		s.y += x.height
	}
}
