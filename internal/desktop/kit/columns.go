package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

const (
	columnsHeight = 120
	columnMost    = 34 // width of a column
	columnAir     = 0.3
	dot           = 7 // diameter of a point of a course
)

// Columns is a chart over time: standing columns, or points joined by lines,
// with the value above and the label below.
type Columns struct {
	widget.BaseWidget
	points []Point
	most   float64
	course bool // points joined by lines
}

// NewColumns returns a chart of columns; most is the value of a full one, or
// less than the greatest.
func NewColumns(points []Point, most float64) *Columns { return newColumns(points, most, false) }

// NewCourse returns a chart of points joined by lines.
func NewCourse(points []Point, most float64) *Columns { return newColumns(points, most, true) }

func newColumns(points []Point, most float64, course bool) *Columns {
	c := &Columns{points: points, most: greatest(points, most), course: course}
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer builds the ground line and what each point is drawn with.
func (c *Columns) CreateRenderer() fyne.WidgetRenderer {
	r := &columnsRenderer{columns: c, ground: canvas.NewLine(nil)}
	r.objects = append(r.objects, r.ground)
	for i, p := range c.points {
		m := column{value: canvas.NewText(p.Text, nil), label: canvas.NewText(p.Label, nil)}
		m.value.Alignment, m.label.Alignment = fyne.TextAlignCenter, fyne.TextAlignCenter
		if c.course {
			m.dot = canvas.NewCircle(nil)
			if i > 0 {
				m.line = canvas.NewLine(nil)
				r.objects = append(r.objects, m.line)
			}
			r.objects = append(r.objects, m.dot)
		} else {
			m.bar = canvas.NewRectangle(nil)
			r.objects = append(r.objects, m.bar)
		}
		r.objects = append(r.objects, m.value, m.label)
		r.marks = append(r.marks, m)
	}
	r.Refresh()
	return r
}

// column is what one point is drawn with: a bar, or a dot and the line that
// leads to it.
type column struct {
	bar          *canvas.Rectangle
	dot          *canvas.Circle
	line         *canvas.Line
	value, label *canvas.Text
}

type columnsRenderer struct {
	columns *Columns
	ground  *canvas.Line
	marks   []column
	objects []fyne.CanvasObject
}

func (r *columnsRenderer) Layout(size fyne.Size) {
	if len(r.marks) == 0 {
		return
	}
	text := r.marks[0].label.MinSize().Height
	step := size.Width / float32(len(r.marks))
	top, base := text+2, size.Height-text-2
	r.ground.Position1, r.ground.Position2 = fyne.NewPos(0, base), fyne.NewPos(size.Width, base)
	labels := r.every(step, func(c column) *canvas.Text { return c.label })
	values := r.every(step, func(c column) *canvas.Text { return c.value })
	before := fyne.NewPos(-1, 0)
	for i, m := range r.marks {
		p := r.columns.points[i]
		middle := step * (float32(i) + 0.5)
		y := base - (base-top)*share(p.Value, r.columns.most)
		r.write(m.label, middle, base+2)
		r.write(m.value, middle, y-text-1-dot/2*float32(bit(r.columns.course)))
		m.label.Hidden, m.value.Hidden = r.skips(i, labels), p.None || r.skips(i, values)
		if m.bar != nil {
			w := min(columnMost, step*(1-columnAir))
			m.bar.Move(fyne.NewPos(middle-w/2, y))
			m.bar.Resize(fyne.NewSize(w, base-y))
			continue
		}
		m.dot.Hidden = p.None
		m.dot.Move(fyne.NewPos(middle-dot/2, y-dot/2))
		m.dot.Resize(fyne.NewSize(dot, dot))
		at := fyne.NewPos(middle, y)
		if m.line != nil {
			m.line.Hidden = p.None || before.X < 0
			m.line.Position1, m.line.Position2 = before, at
		}
		if !p.None {
			before = at
		}
	}
}

// write puts a text above or below its column.
func (r *columnsRenderer) write(t *canvas.Text, middle, y float32) {
	s := t.MinSize()
	t.Move(fyne.NewPos(middle-s.Width/2, y))
	t.Resize(s)
}

// every says that only every n-th text has room.
func (r *columnsRenderer) every(step float32, text func(column) *canvas.Text) int {
	widest := float32(1)
	for _, m := range r.marks {
		widest = max(widest, text(m).MinSize().Width+4)
	}
	return max(1, int(widest/step+0.99))
}

// skips reports whether a text is left out: a course is told from its end,
// columns from their beginning.
func (r *columnsRenderer) skips(i, every int) bool {
	if r.columns.course {
		i = len(r.marks) - 1 - i
	}
	return i%every != 0
}

func bit(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

func (r *columnsRenderer) MinSize() fyne.Size { return fyne.NewSize(160, columnsHeight) }

func (r *columnsRenderer) Refresh() {
	primary, muted := theme.Color(theme.ColorNamePrimary), theme.Color(theme.ColorNamePlaceHolder)
	r.ground.StrokeColor, r.ground.StrokeWidth = theme.Color(theme.ColorNameInputBorder), 1
	r.ground.Refresh()
	for _, m := range r.marks {
		m.value.Color, m.value.TextSize = theme.Color(theme.ColorNameForeground), theme.Size(SizeNote)
		m.label.Color, m.label.TextSize = muted, theme.Size(SizeNote)
		m.value.Refresh()
		m.label.Refresh()
		if m.bar != nil {
			m.bar.FillColor, m.bar.CornerRadius = primary, 2
			m.bar.Refresh()
			continue
		}
		m.dot.FillColor = primary
		m.dot.Refresh()
		if m.line != nil {
			m.line.StrokeColor, m.line.StrokeWidth = primary, 2
			m.line.Refresh()
		}
	}
}

func (r *columnsRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *columnsRenderer) Destroy()                     {}
