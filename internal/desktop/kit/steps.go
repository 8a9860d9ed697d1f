package kit

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Step is one of a row of steps.
type Step struct {
	Done    bool
	Flagged bool
}

const (
	stepSize = 24
	stepGap  = 3
)

// Steps is a row of numbered cells, one of them the present one; pressing one
// goes there. What it says by colour it also says by sign: a dot for a flag, a
// line under what is done.
type Steps struct {
	widget.BaseWidget
	// OnStep is told the step that was pressed.
	OnStep func(i int)

	steps []Step
	at    int
}

var _ desktop.Cursorable = (*Steps)(nil)

// NewSteps returns a row.
func NewSteps(steps []Step, at int) *Steps {
	s := &Steps{steps: steps, at: at}
	s.ExtendBaseWidget(s)
	return s
}

// Put changes what the cells say; their number stays.
func (s *Steps) Put(steps []Step, at int) {
	s.at = at
	copy(s.steps, steps)
	s.Refresh()
}

// columns is how many cells stand beside each other.
func (s *Steps) columns(width float32) int {
	return max(1, int((width+stepGap)/(stepSize+stepGap)))
}

// Tapped goes to the step under the cursor.
func (s *Steps) Tapped(e *fyne.PointEvent) {
	n := s.columns(s.Size().Width)
	column, row := int(e.Position.X/(stepSize+stepGap)), int(e.Position.Y/(stepSize+stepGap))
	if i := row*n + column; column < n && i < len(s.steps) && s.OnStep != nil {
		s.OnStep(i)
	}
}

// Cursor is the pointing hand.
func (s *Steps) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer builds a cell for each step.
func (s *Steps) CreateRenderer() fyne.WidgetRenderer {
	r := &stepsRenderer{steps: s}
	for i := range s.steps {
		c := stepCell{
			canvas.NewRectangle(color.Transparent), canvas.NewText(strconv.Itoa(i+1), nil),
			canvas.NewRectangle(nil), canvas.NewCircle(nil),
		}
		c.number.Alignment = fyne.TextAlignCenter
		r.cells = append(r.cells, c)
		r.objects = append(r.objects, c.ground, c.done, c.number, c.flag)
	}
	r.Refresh()
	return r
}

type stepCell struct {
	ground *canvas.Rectangle
	number *canvas.Text
	done   *canvas.Rectangle
	flag   *canvas.Circle
}

type stepsRenderer struct {
	steps   *Steps
	cells   []stepCell
	objects []fyne.CanvasObject
}

func (r *stepsRenderer) Layout(size fyne.Size) {
	n := r.steps.columns(size.Width)
	for i, c := range r.cells {
		at := fyne.NewPos(float32(i%n)*(stepSize+stepGap), float32(i/n)*(stepSize+stepGap))
		cell := fyne.NewSize(stepSize, stepSize)
		c.ground.Move(at)
		c.ground.Resize(cell)
		c.number.Move(at)
		c.number.Resize(cell)
		c.done.Move(at.AddXY(4, stepSize-5))
		c.done.Resize(fyne.NewSize(stepSize-8, 2))
		c.flag.Move(at.AddXY(stepSize-8, 1))
		c.flag.Resize(fyne.NewSize(7, 7))
	}
}

func (r *stepsRenderer) MinSize() fyne.Size {
	n := len(r.cells)
	columns := min(n, r.steps.columns(max(r.steps.Size().Width, 300)))
	if columns == 0 {
		return fyne.Size{}
	}
	rows := (n + columns - 1) / columns
	wide := float32(min(columns, 11))
	return fyne.NewSize(wide*(stepSize+stepGap)-stepGap, float32(rows)*(stepSize+stepGap)-stepGap)
}

func (r *stepsRenderer) Refresh() {
	for i, c := range r.cells {
		s := r.steps.steps[i]
		c.ground.FillColor, c.ground.StrokeColor = theme.Color(theme.ColorNameInputBackground), theme.Color(theme.ColorNameInputBorder)
		c.ground.StrokeWidth, c.ground.CornerRadius = 1, 4
		c.number.Color, c.number.TextSize = theme.Color(theme.ColorNameForeground), theme.Size(SizeNote)
		if s.Done {
			c.ground.FillColor = theme.Color(theme.ColorNameButton)
		}
		if c.number.TextStyle.Bold = i == r.steps.at; c.number.TextStyle.Bold {
			c.ground.FillColor, c.number.Color = theme.Color(theme.ColorNamePrimary), theme.Color(theme.ColorNameForegroundOnPrimary)
		}
		c.done.FillColor, c.done.Hidden = c.number.Color, !s.Done
		c.flag.FillColor, c.flag.Hidden = theme.Color(theme.ColorNameWarning), !s.Flagged
		for _, o := range []fyne.CanvasObject{c.ground, c.number, c.done, c.flag} {
			o.Refresh()
		}
	}
}

func (r *stepsRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *stepsRenderer) Destroy()                     {}
