package design

import (
	"maps"
	"time"

	"alarife/internal/diagram"
	"alarife/internal/fault"
	"alarife/internal/file"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/source"
	"alarife/internal/workload"
)

// Workspace keeps the document that a person works on: undo and redo,
// autosave, and its study, made in the background after every change. All
// methods and callbacks belong to one goroutine, that of its owner.
type Workspace struct {
	// OnDocument is told that the document or its file changed.
	OnDocument func()
	// OnStudy is told that a newer study of the present document is there:
	// first without, then with what is explored.
	OnStudy func()
	// Pane tells the size in pixels that a new picture is to fill; nil or zero
	// for none.
	Pane func() diagram.Point

	base    *knowledge.Base
	do      func(func())
	lang    lang.Lang
	doc     *Document // never changed, only replaced
	saved   *Document // as in the file
	path    string
	history history
	study   *Study
	changes *Changes
	started bool   // another document, not studied yet
	number  uint64 // of the latest job
	jobs    recompute
	keeper  *keeper
}

// NewWorkspace returns a workspace with an empty design. do runs a function on
// the owner's goroutine, soon; folder is where unsaved work is kept, "" keeps
// none. Nothing is computed before the first document is set.
func NewWorkspace(b *knowledge.Base, m Maker, l lang.Lang, folder string, do func(func())) *Workspace {
	w := &Workspace{base: b, do: do, lang: l, doc: New(), keeper: newKeeper(folder)}
	w.saved = w.doc
	w.jobs.maker = m
	w.jobs.deliver = func(number uint64, o *Study) { do(func() { w.arrive(number, o) }) }
	return w
}

// Base returns the knowledge base.
func (w *Workspace) Base() *knowledge.Base { return w.base }

// Document returns the present document; it must not be changed.
func (w *Workspace) Document() *Document { return w.doc }

// Study returns the latest study, nil before the first. While a newer one
// is being made it is that of an earlier document.
func (w *Workspace) Study() *Study { return w.study }

// Changes tells what the latest change of answers, pins or priorities brought
// into the architecture of the study and took from it; nil before the first.
func (w *Workspace) Changes() *Changes { return w.changes }

// Path returns the file of the document, "" for none.
func (w *Workspace) Path() string { return w.path }

// Unsaved reports whether the document differs from its file.
func (w *Workspace) Unsaved() bool { return w.doc != w.saved }

// CanUndo and CanRedo report whether there is a step to go.
func (w *Workspace) CanUndo() bool { return len(w.history.past) > 0 }

// CanRedo reports whether a step was undone.
func (w *Workspace) CanRedo() bool { return len(w.history.future) > 0 }

// SetLang makes the study in another language.
func (w *Workspace) SetLang(l lang.Lang) {
	w.lang = l
	w.recompute(true)
}

// Start puts another document in place of the present one, with its file or
// "" for none; what was done before cannot be undone.
func (w *Workspace) Start(d *Document, path string) {
	w.doc, w.saved, w.path, w.history = d, d, path, history{}
	w.started = true
	w.keeper.forget()
	w.recompute(true)
	w.told()
}

// Open reads a design or scenario from a file and starts with it. A scenario
// is only a beginning: its file will not be written over. The error is a
// fault; the present document then stays.
func (w *Workspace) Open(path string) error {
	data, err := file.Read(path, source.MaxBytes)
	if err != nil {
		return err
	}
	d, scenario, err := parse(path, data, w.base)
	if err != nil {
		return err
	}
	if scenario || path == "-" {
		path = ""
	}
	w.Start(d, path)
	return nil
}

// Save writes the document to a file, which becomes its own. The error is a
// fault; nothing is then changed.
func (w *Workspace) Save(path string) error {
	if err := w.doc.Save(path, w.lang, w.base); err != nil {
		return err
	}
	w.saved, w.path = w.doc, path
	w.history.subject = "" // what comes next is a step of its own
	w.keeper.forget()
	w.told()
	return nil
}

// Answer sets the value of a fact.
func (w *Workspace) Answer(fact string, v workload.Value) {
	q := w.base.Question(fact)
	if old, ok := w.doc.Answers[fact]; q == nil || ok && q.Fact.Equal(old, v) {
		return
	}
	w.change("answer:"+fact, func(d *Document) { d.Answers[fact] = v })
}

// Clear takes an answer back, so that its default is assumed.
func (w *Workspace) Clear(fact string) {
	if _, ok := w.doc.Answers[fact]; ok {
		w.change("", func(d *Document) { delete(d.Answers, fact) })
	}
}

// Pin chooses an option over what is recommended.
func (w *Workspace) Pin(decision, option string) {
	if w.doc.Pins[decision] != option {
		w.change("", func(d *Document) { d.Pins[decision] = option })
	}
}

// Unpin goes back to what is recommended.
func (w *Workspace) Unpin(decision string) {
	if _, ok := w.doc.Pins[decision]; ok {
		w.change("", func(d *Document) { delete(d.Pins, decision) })
	}
}

// Prefer sets the weight of a criterion, 0 to knowledge.MaxPriority.
func (w *Workspace) Prefer(c knowledge.Criterion, weight float64) {
	if old, ok := w.doc.Priorities[c]; !ok || old != weight {
		w.change("priority:"+string(c), func(d *Document) { d.Priorities[c] = weight })
	}
}

// PreferAll replaces all weights of criteria.
func (w *Workspace) PreferAll(weights map[knowledge.Criterion]float64) {
	if !maps.Equal(w.doc.Priorities, weights) {
		w.change("", func(d *Document) { d.Priorities = maps.Clone(weights) })
	}
}

// SetEra changes whose knowledge holds.
func (w *Workspace) SetEra(e knowledge.Era) {
	if w.doc.Era != e {
		w.change("", func(d *Document) { d.Era = e })
	}
}

// SetTitle renames the design, in both languages alike. A title that does not
// fit MaxTitle is refused with a fault.
func (w *Workspace) SetTitle(title string) error {
	if title == w.doc.Title.In(w.lang) {
		return nil
	}
	if err := checkTitle(title, fault.Place{}); err != nil {
		return err
	}
	w.change("title", func(d *Document) { d.Title = lang.Text{EN: title, ES: title} })
	return nil
}

// Undo goes one step back, Redo one forward; without a step they do nothing.
func (w *Workspace) Undo() { w.replace(w.history.undo(w.doc)) }

// Redo goes forward to what was undone last.
func (w *Workspace) Redo() { w.replace(w.history.redo(w.doc)) }

// change replaces the document by a changed copy.
func (w *Workspace) change(subject string, edit func(*Document)) {
	d := w.doc.Clone()
	edit(d)
	w.history.record(w.doc, subject, time.Now())
	w.replace(d)
}

func (w *Workspace) replace(d *Document) {
	if d == nil {
		return
	}
	w.doc = d
	if w.Unsaved() {
		w.keep()
	} else {
		w.keeper.forget()
	}
	w.recompute(false)
	w.told()
}

func (w *Workspace) told() {
	if w.OnDocument != nil {
		w.OnDocument()
	}
}

// recompute asks for the study of the present document.
func (w *Workspace) recompute(fresh bool) {
	w.number++
	j := &job{number: w.number, document: w.doc, lang: w.lang, fresh: fresh}
	if w.Pane != nil {
		j.pane = w.Pane()
	}
	w.jobs.submit(j)
}

// arrive takes a study in, and drops it where a later one is on its way.
func (w *Workspace) arrive(number uint64, o *Study) {
	if number != w.number {
		return
	}
	w.compare(w.study, o)
	w.study = o
	if w.OnStudy != nil {
		w.OnStudy()
	}
}

// Close ends the work: studies on their way are dropped, and what was kept
// against a crash is forgotten. It waits for what is being written.
func (w *Workspace) Close() {
	w.number++
	w.keeper.forget()
	w.jobs.idle.Wait()
}

// Recover starts with unsaved work that an earlier run left behind.
func (w *Workspace) Recover(l Lost) error {
	data, err := file.Read(l.file, source.MaxBytes)
	if err != nil {
		return err
	}
	d, err := Parse(l.file, data, w.base)
	if err != nil {
		return err
	}
	w.Start(d, l.Path)
	w.saved = nil // it differs from its file
	w.keep()
	l.Discard()
	w.told()
	return nil
}
