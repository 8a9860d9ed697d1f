package pageview

import (
	"net/url"
	"strings"

	"alarife/internal/desktop/kit"
	"alarife/internal/export/report"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// content shows a report part by part.
func (v *View) content(r *report.Report) fyne.CanvasObject {
	stack := kit.Tight()
	for _, p := range r.Parts() {
		switch {
		case p.Heading > 0:
			kit.Append(stack, heading(p))
		case p.Rows != nil:
			kit.Append(stack, v.table(p))
		case p.Mark != "":
			mark := strings.Repeat("      ", p.Depth) + strings.Replace(p.Mark, "-", "•", 1)
			l := widget.NewLabel(mark)
			kit.Append(stack, container.NewBorder(nil, nil, l, nil, v.text(p.Text)))
		default:
			kit.Append(stack, v.text(p.Text))
		}
	}
	return stack
}

func heading(p report.Part) fyne.CanvasObject {
	var text strings.Builder
	for _, s := range p.Text {
		text.WriteString(s.Text)
	}
	if p.Heading == 1 {
		return kit.Title(text.String())
	}
	return kit.Strong(text.String())
}

// text is a paragraph whose links lead on.
func (v *View) text(spans []report.Span) *widget.RichText {
	var all []widget.RichTextSegment
	for _, s := range spans {
		style := widget.RichTextStyleInline
		if s.Code {
			style = widget.RichTextStyleEmphasis // letters of one width lose their underscores in a line
		}
		if s.Target == "" {
			all = append(all, &widget.TextSegment{Text: s.Text, Style: style})
			continue
		}
		link := &widget.HyperlinkSegment{Text: s.Text}
		if u, err := url.Parse(s.Target); err == nil && u.Host != "" {
			link.URL = u
		} else {
			link.OnTapped = func() { v.follow(s.Target) }
		}
		all = append(all, link)
	}
	t := widget.NewRichText(all...)
	t.Wrapping = fyne.TextWrapWord
	return t
}

// table sets cells into columns whose widths follow what they hold.
func (v *View) table(p report.Part) fyne.CanvasObject {
	g := &grid{}
	c := container.New(g)
	for i, row := range p.Rows {
		for k, cell := range row {
			if k == len(g.weights) {
				g.weights = append(g.weights, 0)
			}
			text := v.text(cell)
			length := 0
			for _, s := range text.Segments {
				length += len([]rune(s.Textual()))
				if plain, ok := s.(*widget.TextSegment); ok {
					plain.Style.TextStyle.Bold = i == 0
					if k >= p.Left {
						plain.Style.Alignment = fyne.TextAlignTrailing
					}
				}
			}
			g.weights[k] = max(g.weights[k], float32(min(length, longest)+2))
			kit.Append(c, text)
		}
	}
	return c
}

// longest is the number of letters from which on a cell breaks its lines.
const longest = 60

// grid is a layout of rows whose cells may break their lines.
type grid struct{ weights []float32 }

// letter is about how wide one is.
const letter = 7.5

// width is that of a column where all have so much room.
func (g *grid) width(k int, room float32) float32 {
	all := float32(0)
	for _, w := range g.weights {
		all += w
	}
	if all*letter < room {
		return g.weights[k] * letter
	}
	return room * g.weights[k] / all
}

func (g *grid) rows(objects []fyne.CanvasObject, visit func(row []fyne.CanvasObject, height float32)) {
	for n := len(g.weights); n > 0 && len(objects) >= n; objects = objects[n:] {
		height := float32(0)
		for _, o := range objects[:n] {
			height = max(height, o.MinSize().Height)
		}
		visit(objects[:n], height)
	}
}

func (g *grid) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for i, o := range objects { // so that each cell knows its lines
		o.Resize(fyne.NewSize(g.width(i%len(g.weights), size.Width), o.MinSize().Height))
	}
	y := float32(0)
	g.rows(objects, func(row []fyne.CanvasObject, height float32) {
		x := float32(0)
		for k, o := range row {
			w := g.width(k, size.Width)
			o.Move(fyne.NewPos(x, y))
			o.Resize(fyne.NewSize(w, height))
			x += w
		}
		y += height - theme.InnerPadding()
	})
}

func (g *grid) MinSize(objects []fyne.CanvasObject) fyne.Size {
	height := theme.InnerPadding()
	g.rows(objects, func(_ []fyne.CanvasObject, h float32) { height += h - theme.InnerPadding() })
	return fyne.NewSize(100, height)
}
