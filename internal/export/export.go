// Package export writes a run to files, one format a file: the recommendation
// as JSON, Markdown and text, the architecture as DOT, the picture as SVG, PNG
// and PDF. It only writes to an io.Writer.
package export

import (
	"io"
	"strings"

	"alarife/internal/diagram"
	"alarife/internal/lang"
	"alarife/internal/paint"
	"alarife/internal/run"
)

// Resolutions of a PNG in dots per inch.
const (
	DefaultDPI = 144.0
	MinDPI     = 24.0
	MaxDPI     = 600.0
)

// Export is what is written, in one language.
type Export struct {
	Run  *run.Run
	Lang lang.Lang
	DPI  float64 // of a PNG; 0 is DefaultDPI
	Rate *Rate   // to show amounts in another currency as well; nil: none

	scene   *diagram.Scene
	painter *paint.Painter
}

// Format is one format of a file.
type Format struct {
	ID        string // as on the command line
	Extension string // with its dot
	Whole     bool   // tells all of a run: what would change it, alternatives …
	Write     func(*Export, io.Writer) error
}

// Formats lists the formats in the order in which they are offered.
func Formats() []Format {
	return []Format{
		{"svg", ".svg", false, (*Export).SVG},
		{"png", ".png", false, (*Export).PNG},
		{"pdf", ".pdf", false, (*Export).PDF},
		{"dot", ".dot", false, (*Export).DOT},
		{"json", ".json", true, (*Export).JSON},
		{"md", ".md", true, (*Export).Markdown},
		{"txt", ".txt", true, (*Export).Text},
	}
}

// Find returns the format of an id or of an extension, in any case; ok is
// false where there is none.
func Find(name string) (f Format, ok bool) {
	for _, f := range Formats() {
		if strings.EqualFold(f.ID, name) || strings.EqualFold(f.Extension, name) {
			return f, true
		}
	}
	return Format{}, false
}

// Names lists the ids of the formats.
func Names() []string {
	var ids []string
	for _, f := range Formats() {
		ids = append(ids, f.ID)
	}
	return ids
}

// picture lays the scene out once for all formats that draw it.
func (e *Export) picture() (*diagram.Scene, *paint.Painter, error) {
	if e.scene == nil {
		s, err := e.Run.Scene(e.Lang, nil)
		if err != nil {
			return nil, nil, err
		}
		e.scene, e.painter = s, paint.New()
	}
	return e.scene, e.painter, nil
}
