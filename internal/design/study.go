package design

import (
	"alarife/internal/diagram"
	"alarife/internal/lang"
	"alarife/internal/run"
)

// Study is all that a document comes to, with its picture. It is not changed
// once made.
type Study struct {
	*run.Run
	Document *Document
	Lang     lang.Lang      // of the scene's texts
	Scene    *diagram.Scene // nil where Err is set
	Err      error          // why there is no scene
	Explored bool           // what would change it, what to ask next, alternatives and eras are filled
}

// Maker makes studies. Its methods are called from one background goroutine
// and must not change what they are given.
type Maker interface {
	// Make makes what a picture needs, as fast as it can. before is the study
	// of an earlier state, so that what stayed does not jump; it may be nil.
	// pane is the size in pixels that the picture is to fill, zero for none.
	Make(d *Document, l lang.Lang, before *Study, pane diagram.Point) *Study
	// Explore returns the same study with the rest filled in.
	Explore(s *Study) *Study
}

// NewMaker makes studies of runs.
func NewMaker(m *run.Runner) Maker { return maker{m} }

type maker struct{ runs *run.Runner }

func (m maker) Make(d *Document, l lang.Lang, before *Study, pane diagram.Point) *Study {
	s := &Study{Run: m.runs.Quick(brief(d)), Document: d, Lang: l}
	var old *diagram.Scene
	if before != nil {
		old = before.Scene
	}
	o := s.Run.Picture(l)
	o.Pane = pane
	s.Scene, s.Err = diagram.Layout(s.Run.Architecture, o, old)
	return s
}

func (m maker) Explore(s *Study) *Study {
	out := *s
	out.Run, out.Explored = m.runs.Full(brief(s.Document)), true
	return &out
}

func brief(d *Document) run.Brief { return run.Brief{Title: d.Title, Case: d.Case()} }
