package paper

import (
	"alarife/internal/diagram"
	"alarife/internal/paint"
	"alarife/internal/typeface"
)

// Document puts everything on pages.
func (p *Paper) Document() *paint.Document {
	s := &setter{}
	for _, g := range p.groups {
		s.group(g)
	}
	s.close()
	if len(s.pages) == 0 {
		s.pages = append(s.pages, newPage())
	}
	for i, page := range s.pages {
		p.number(page, i+1, len(s.pages))
	}
	return &paint.Document{Title: p.title, Lang: p.lang, Pages: s.pages}
}

func newPage() *paint.Page { return &paint.Page{Size: diagram.Point{X: short, Y: long}} }

// number writes the foot of a page: the title on the left, its number on the
// right.
func (p *Paper) number(page *paint.Page, n, of int) {
	margin, base := side, foot
	if page.Size.X != short {
		margin, base = edge, page.Size.Y-edge/2-4
	}
	number := p.foot(n, of)
	room := page.Size.X - 2*margin - typeface.Of(false).Width(number, Small.Size) - 24
	left := written(Small, margin, base, "")
	if lines := typeface.Of(false).Wrap(p.title, Small.Size, room, 1); len(lines) > 0 {
		left.String = lines[0]
	}
	right := written(Small, page.Size.X-margin, base, number)
	right.Align = diagram.Right
	page.Texts = append(page.Texts, left, right)
}

// setter fills page after page.
type setter struct {
	pages []*paint.Page
	page  *paint.Page // being filled, nil for none
	y     float64     // where the next piece goes
	after []apart     // pictures that follow the page
}

func (s *setter) open() {
	s.page, s.y = newPage(), top
}

// close ends the page, and the pictures that belong to it follow.
func (s *setter) close() {
	if s.page == nil {
		return
	}
	s.pages = append(s.pages, s.page)
	for _, a := range s.after {
		s.pages = append(s.pages, a.page())
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
		x.draw(s.page, s.y)
		s.y += x.height
	}
}
