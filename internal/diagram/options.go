package diagram

import (
	"math"

	"alarife/internal/lang"
)

// Options say what stands around the architecture and in which language.
type Options struct {
	Lang        lang.Lang
	Title       string   // "" leaves the architecture's own title
	Region      string   // text for the title block: "Europe (Spain), eu-south-2"
	Date        string   // date of the prices, as written
	MonthlyCost string   // as written: "$ 1,890 a month"
	Notes       []string // further parts of the line below the title
	Texts       Texts
	Pane        Point // size of the pane that the picture is to fill, in pixels; zero: a page on its side
}

// paned reports whether the size of a pane is known.
func (o Options) paned() bool { return o.Pane.X > 0 && o.Pane.Y > 0 }

// aspect is the width by height that a picture is to have.
func (o Options) aspect() float64 {
	if !o.paned() {
		return 1.6
	}
	return min(max(o.Pane.X/o.Pane.Y, 0.5), 3)
}

// shrunk is by how much a scene has to be made smaller to be seen whole in the
// pane, 1 or less where it need not.
func (o Options) shrunk(s *Scene) float64 { return max(s.Size.X/o.Pane.X, s.Size.Y/o.Pane.Y) }

// fits reports whether no other shape could be seen much larger.
func (o Options) fits(s *Scene) bool { return !o.paned() || o.shrunk(s) < 1.25 }

// score rates a scene, lower is better: in a pane it counts how small it gets,
// else how far it is from a page.
func (o Options) score(s *Scene, m Metrics) float64 {
	if !o.paned() {
		return m.Score()
	}
	m.Aspect = 0
	return m.Score() + 60*math.Log(max(1, o.shrunk(s)))
}

// Texts are the fixed texts of a picture, in the language of the options. A
// caption that is empty leaves its sample out of the legend.
type Texts struct {
	Strip  string            // heading of the strip beside the picture
	Steps  string            // heading of the list of steps
	Legend string            // heading of the legend
	Step   string            // caption: a numbered step of a flow
	Sync   string            // caption: a flow that waits for its answer
	Async  string            // caption: a flow that does not wait
	Hole   string            // caption: a part that no option can fill
	Kinds  map[string]string // captions by architecture.BoundaryKind
}
