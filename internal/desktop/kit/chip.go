package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Chip is a short word on a coloured ground: a mark, never the only carrier of
// its meaning.
type Chip struct {
	widget.BaseWidget
	text   string
	colour fyne.ThemeColorName
}

// NewChip returns a chip whose ground is a colour of the theme.
func NewChip(text string, colour fyne.ThemeColorName) *Chip {
	c := &Chip{text: text, colour: colour}
	c.ExtendBaseWidget(c)
	return c
}

// Set changes text and colour.
func (c *Chip) Set(text string, colour fyne.ThemeColorName) {
	if c.text != text || c.colour != colour {
		c.text, c.colour = text, colour
		c.Refresh()
	}
}

// CreateRenderer builds ground and text.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	r := &chipRenderer{chip: c, back: canvas.NewRectangle(color.Transparent), text: canvas.NewText("", color.Black)}
	r.Refresh()
	return r
}

type chipRenderer struct {
	chip *Chip
	back *canvas.Rectangle
	text *canvas.Text
}

const chipPadX, chipPadY = 6, 1

func (r *chipRenderer) Layout(size fyne.Size) {
	m := r.MinSize()
	y := (size.Height - m.Height) / 2
	if size.Height > 2*m.Height { // beside a paragraph: at its first line
		y = theme.InnerPadding()
	}
	r.back.Move(fyne.NewPos(0, y))
	r.back.Resize(fyne.NewSize(size.Width, m.Height))
	r.text.Move(fyne.NewPos(0, y+chipPadY))
	r.text.Resize(fyne.NewSize(size.Width, m.Height-2*chipPadY))
}

func (r *chipRenderer) MinSize() fyne.Size {
	return r.text.MinSize().AddWidthHeight(2*chipPadX, 2*chipPadY)
}

func (r *chipRenderer) Refresh() {
	ground := color.NRGBAModel.Convert(theme.Color(r.chip.colour)).(color.NRGBA)
	r.text.Text, r.text.TextSize = r.chip.text, theme.Size(SizeNote)
	r.text.TextStyle.Bold, r.text.Alignment = true, fyne.TextAlignCenter
	r.text.Color = inkOn(ground)
	r.back.FillColor, r.back.CornerRadius = ground, 4
	r.back.Refresh()
	r.text.Refresh()
}

// inkOn returns black or white, whichever is read better on a ground.
func inkOn(c color.NRGBA) color.Color {
	if 299*int(c.R)+587*int(c.G)+114*int(c.B) > 140_000 {
		return color.NRGBA{0x14, 0x18, 0x1f, 0xff}
	}
	return color.White
}

func (r *chipRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.back, r.text} }
func (r *chipRenderer) Destroy()                     {}
