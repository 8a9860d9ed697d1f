package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Point is one value of a chart.
type Point struct {
	Label string  // what it is of
	Value float64 // from 0; its unit is the same for all points of a chart
	Text  string  // the value, written
	None  bool    // nothing is known: no value is drawn
}

// Listed is the text that says what a chart shows: a line for each point.
func Listed(points []Point) *fyne.Container {
	list := Lines()
	for _, p := range points {
		Append(list, Note(p.Label+": "+p.Text))
	}
	return list
}

// greatest is the largest value, at least least.
func greatest(points []Point, least float64) float64 {
	for _, p := range points {
		least = max(least, p.Value)
	}
	return least
}

const (
	barRow   = 21   // height of a row
	barThick = 10   // of the bar itself
	barLabel = 0.58 // share of the width that labels have
)

// Bars is a chart of lying bars, each with its label before and its value
// behind it.
type Bars struct {
	widget.BaseWidget
	points []Point
	most   float64
}

// NewBars returns a chart; most is the value of a full bar, or less than the
// greatest.
func NewBars(points []Point, most float64) *Bars {
	b := &Bars{points: points, most: greatest(points, most)}
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer builds a label, a track, a bar and a value for each point.
func (b *Bars) CreateRenderer() fyne.WidgetRenderer {
	r := &barsRenderer{bars: b}
	for _, p := range b.points {
		label := Note(p.Label)
		label.Wrapping, label.Truncation = fyne.TextWrapOff, fyne.TextTruncateEllipsis
		value := Note(p.Text)
		value.Wrapping, value.Alignment = fyne.TextWrapOff, fyne.TextAlignTrailing
		row := barParts{label, canvas.NewRectangle(nil), canvas.NewRectangle(nil), value}
		r.rows = append(r.rows, row)
		r.objects = append(r.objects, row.label, row.track, row.bar, row.value)
	}
	r.Refresh()
	return r
}

// barParts is what one point is drawn with.
type barParts struct {
	label      *widget.Label
	track, bar *canvas.Rectangle
	value      *widget.Label
}

type barsRenderer struct {
	bars    *Bars
	rows    []barParts
	objects []fyne.CanvasObject
}

// valueWidth is that of the widest value.
func (r *barsRenderer) valueWidth() (w float32) {
	for _, row := range r.rows {
		w = max(w, row.value.MinSize().Width)
	}
	return w
}

func (r *barsRenderer) Layout(size fyne.Size) {
	value := r.valueWidth()
	label := size.Width * barLabel
	room := max(0, size.Width-label-value)
	for i, row := range r.rows {
		y, h := float32(i*barRow), row.label.MinSize().Height
		text := y + (barRow-h)/2
		row.label.Move(fyne.NewPos(0, text))
		row.label.Resize(fyne.NewSize(label, h))
		row.value.Move(fyne.NewPos(size.Width-value, text))
		row.value.Resize(fyne.NewSize(value, h))
		at := fyne.NewPos(label, y+(barRow-barThick)/2)
		row.track.Move(at)
		row.track.Resize(fyne.NewSize(room, barThick))
		row.bar.Move(at)
		p := r.bars.points[i]
		row.bar.Resize(fyne.NewSize(room*share(p.Value, r.bars.most), barThick))
		row.bar.Hidden = p.None || p.Value == 0
	}
}

// share is a part of a whole; 0 of nothing.
func share(v, most float64) float32 {
	if most <= 0 {
		return 0
	}
	return float32(min(1, max(0, v/most)))
}

func (r *barsRenderer) MinSize() fyne.Size {
	return fyne.NewSize(2*r.valueWidth()+120, float32(len(r.rows)*barRow))
}

func (r *barsRenderer) Refresh() {
	for _, row := range r.rows {
		row.track.FillColor, row.track.CornerRadius = theme.Color(theme.ColorNameSeparator), 3
		row.bar.FillColor, row.bar.CornerRadius = theme.Color(theme.ColorNamePrimary), 3
		for _, o := range []fyne.CanvasObject{row.label, row.track, row.bar, row.value} {
			o.Refresh()
		}
	}
}

func (r *barsRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *barsRenderer) Destroy()                     {}
