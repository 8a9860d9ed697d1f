// Package paper sets texts, boxes to tick, lines to write on and pictures on
// numbered pages of A4. What belongs together stays on one page as far as it
// fits. It knows nothing of what is set.
package paper

import (
	"alarife/internal/diagram"
	"alarife/internal/paint"
)

// Sizes in pixels of 96 to the inch.
const (
	short, long = 793.7, 1122.5 // sides of A4
	side        = 72.0          // margin left and right
	top, bottom = 64.0, 84.0    // margins; the foot stands in the lower one
	width       = short - 2*side
	footRoom    = 44.0 // from the lower edge to the baseline of the foot
)

// Style is how a text is set.
type Style struct {
	Size   float64 // of the letters
	Before float64 // room above
	Bold   bool
	Tone   diagram.Tone
}

// The styles.
var (
	Title   = Style{Size: 22, Before: 0, Bold: true}
	Heading = Style{Size: 15, Before: 22, Bold: true}
	Body    = Style{Size: 13.3, Before: 7}
	Strong  = Style{Size: 13.3, Before: 7, Bold: true}
	Small   = Style{Size: 11, Before: 5, Tone: diagram.Muted}
)

// leading is the height of a line by the size of its letters, ascent that of
// the part above the baseline.
const (
	leading = 1.32
	ascent  = 0.92
)

// Box is what stands before a text to be ticked.
type Box int

// The boxes.
const (
	None    Box = iota
	Empty       // to tick
	Crossed     // ticked
	Blank       // a short line to write a letter or number on
)

// Paper is a document that is being set: text after text from the top.
type Paper struct {
	title, lang string
	foot        func(page, pages int) string
	groups      []*group
	broken      bool // the next group begins a page
}

// group is what should stand on one page.
type group struct {
	breaks bool // begins a page
	pieces []piece
	apart  []apart
}

// piece is a line or a picture, which is never divided.
type piece struct {
	before float64 // room above, none at the top of a page
	height float64
	tied   bool // belongs to the piece before
	draw   func(p *paint.Page, y float64)
}

// New begins a document with a title and the language of its texts. foot says
// what stands below each page.
func New(title, lang string, foot func(page, pages int) string) *Paper {
	return &Paper{title: title, lang: lang, foot: foot}
}

// Begin begins something that should stand on one page.
func (p *Paper) Begin() {
	p.groups = append(p.groups, &group{breaks: p.broken})
	p.broken = false
}

// Break puts what begins next on a new page.
func (p *Paper) Break() { p.broken = len(p.groups) > 0 }

// add puts a piece into the group that was begun last.
func (p *Paper) add(x piece) {
	if len(p.groups) == 0 {
		p.Begin()
	}
	g := p.groups[len(p.groups)-1]
	g.pieces = append(g.pieces, x)
}
