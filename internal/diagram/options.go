package diagram

import "alarife/internal/lang"

// Options say what stands around the architecture and in which language.
type Options struct {
	Lang        lang.Lang
	Title       string   // "" leaves the architecture's own title
	Region      string   // text for the title block: "Europe (Spain), eu-south-2"
	Date        string   // date of the prices, as written
	MonthlyCost string   // as written: "$ 1,890 a month"
	Notes       []string // further parts of the line below the title
	Texts       Texts
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
