package paper

import (
	"alarife/internal/diagram"
	"alarife/internal/paint"
	"alarife/internal/typeface"
)

// Text sets a paragraph; an empty one sets nothing.
func (p *Paper) Text(s Style, text string) { p.set(s, 0, None, "", text, false) }

// Tied sets a paragraph that stays with what stands above it.
func (p *Paper) Tied(s Style, text string) { p.set(s, 0, None, "", text, true) }

// Under sets a remark below the text of an item, and stays with it.
func (p *Paper) Under(text string) {
	s := Small
	s.Before = 1
	p.lines(s, side+boxRoom+markRoom, text, true, nil)
}

// Item sets an entry of a list at a depth from 0: a box, a mark such as "A)"
// and the text beside them. It stays with what stands above it where tied.
func (p *Paper) Item(depth int, box Box, mark, text string, tied bool) {
	p.set(item, depth, box, mark, text, tied)
}

var item = Style{Size: Body.Size, Before: 4}

// Widths of what stands before a text.
const (
	indent    = 24.0
	boxSide   = 10.5
	boxRoom   = 20.0
	blankSide = 34.0
	blankRoom = 42.0
	markRoom  = 24.0
)

// set sets a paragraph with what stands before its first line.
func (p *Paper) set(s Style, depth int, box Box, mark, text string, tied bool) {
	x := side + float64(depth)*indent
	p.lines(s, x+before(s, box, mark), text, tied, func(page *paint.Page, base float64) { lead(page, s, box, mark, x, base) })
}

// before is the room that box and mark take.
func before(s Style, box Box, mark string) (room float64) {
	switch box {
	case Empty, Crossed:
		room = boxRoom
	case Blank:
		room = blankRoom
	}
	if mark != "" {
		room += max(markRoom, typeface.Of(false).Width(mark, s.Size)+6)
	}
	return room
}

// lead draws box and mark before a line.
func lead(page *paint.Page, s Style, box Box, mark string, x, base float64) {
	drawBox(page, box, x, base)
	if mark != "" {
		page.Texts = append(page.Texts, written(s, x+before(s, box, ""), base, mark))
	}
}

// lines breaks a paragraph into lines; each is a piece tied to the one before.
// lead, if not nil, draws what stands before the first.
func (p *Paper) lines(s Style, x float64, text string, tied bool, lead func(page *paint.Page, base float64)) {
	for i, line := range typeface.Of(s.Bold).Wrap(typeface.Clean(text), s.Size, short-side-x, 0) {
		one := piece{height: s.Size * leading, tied: tied || i > 0}
		if i == 0 {
			one.before = s.Before
		}
		one.draw = func(page *paint.Page, y float64) {
			base := y + s.Size*ascent
			if i == 0 && lead != nil {
				lead(page, base)
			}
			page.Texts = append(page.Texts, written(s, x, base, line))
		}
		p.add(one)
	}
}

// written is a line of text at a baseline.
func written(s Style, x, base float64, text string) diagram.Text {
	return diagram.Text{At: diagram.Point{X: x, Y: base}, Size: s.Size, Bold: s.Bold, Tone: s.Tone, String: text}
}

// drawBox draws a box whose lower edge stands on a baseline.
func drawBox(page *paint.Page, box Box, x, base float64) {
	switch box {
	case Empty, Crossed:
		r := diagram.Rect{Min: diagram.Point{X: x, Y: base - boxSide}, Max: diagram.Point{X: x + boxSide, Y: base}}
		page.Lines = append(page.Lines, paint.Line{Width: 0.9, Path: []diagram.Point{
			r.Min, {X: r.Max.X, Y: r.Min.Y}, r.Max, {X: r.Min.X, Y: r.Max.Y}, r.Min, {X: r.Max.X, Y: r.Min.Y},
		}})
		if box == Crossed {
			in := r.Grow(-2)
			page.Lines = append(page.Lines, rule(in.Min, in.Max, 1.6),
				rule(diagram.Point{X: in.Min.X, Y: in.Max.Y}, diagram.Point{X: in.Max.X, Y: in.Min.Y}, 1.6))
		}
	case Blank:
		page.Lines = append(page.Lines, rule(diagram.Point{X: x, Y: base + 2}, diagram.Point{X: x + blankSide, Y: base + 2}, 0.9))
	}
}

func rule(a, b diagram.Point, width float64) paint.Line {
	return paint.Line{Path: []diagram.Point{a, b}, Width: width}
}

// Lines sets lines to write on, a pen's height apart.
func (p *Paper) Lines(n int) {
	const apart = 30
	for range n {
		p.add(piece{height: apart, tied: true, draw: func(page *paint.Page, y float64) {
			page.Lines = append(page.Lines, paint.Line{
				Path: []diagram.Point{{X: side, Y: y + apart}, {X: short - side, Y: y + apart}}, Width: 0.6, Tone: diagram.Muted,
			})
		}})
	}
}

// Field is a word and the room beside it.
type Field struct {
	Label string
	Share float64 // of the line's width
	After string  // behind the room, such as a unit
}

// Fields sets fields to fill in on one line.
func (p *Paper) Fields(tied bool, fields ...Field) {
	s := Body
	p.add(piece{before: 16, height: s.Size * leading, tied: tied, draw: func(page *paint.Page, y float64) {
		x, base := side, y+s.Size*ascent
		for _, f := range fields {
			end := x + f.Share*width
			from, to := x, end-12
			if f.Label != "" {
				page.Texts = append(page.Texts, written(s, x, base, f.Label))
				from += typeface.Of(false).Width(f.Label, s.Size) + 6
			}
			if f.After != "" {
				to -= typeface.Of(false).Width(f.After, s.Size) + 6
				page.Texts = append(page.Texts, written(s, to+6, base, f.After))
			}
			page.Lines = append(page.Lines, rule(diagram.Point{X: from, Y: base + 2}, diagram.Point{X: to, Y: base + 2}, 0.9))
			x = end
		}
	}})
}
