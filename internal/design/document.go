// Package design is the user's document: its format, reading and writing, and
// the workspace that keeps it with undo, autosave and change events. It knows
// no window.
package design

import (
	"io"
	"strings"
	"unicode/utf8"

	"alarife/internal/advisor"
	"alarife/internal/fault"
	"alarife/internal/file"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/source"
	"alarife/internal/workload"
)

// FormatVersion is the version of the document's format that this program
// writes; it reads it and nothing newer.
const FormatVersion = 1

// Bounds of a document's texts, in runes.
const (
	MaxTitle = 200
	MaxNotes = 20_000
)

// Document is a design: what a person answered, wishes and chose.
type Document struct {
	Title      lang.Text // the same in both languages for a person's own design
	Notes      string
	Era        knowledge.Era
	Answers    workload.Workload
	Priorities map[knowledge.Criterion]float64
	Pins       map[string]string
}

// New returns an empty design of today.
func New() *Document {
	return &Document{
		Era: knowledge.Today, Answers: workload.Workload{},
		Priorities: map[knowledge.Criterion]float64{}, Pins: map[string]string{},
	}
}

// Case returns what the advisor is asked.
func (d *Document) Case() advisor.Case {
	return advisor.Case{Workload: d.Answers, Priorities: d.Priorities, Pins: d.Pins, Era: d.Era}
}

// Clone returns a copy that shares nothing with d.
func (d *Document) Clone() *Document {
	out := *d
	out.Answers = workload.Workload{}
	for k, v := range d.Answers {
		out.Answers[k] = v
	}
	out.Priorities = map[knowledge.Criterion]float64{}
	for k, v := range d.Priorities {
		out.Priorities[k] = v
	}
	out.Pins = map[string]string{}
	for k, v := range d.Pins {
		out.Pins[k] = v
	}
	return &out
}

// Open reads a design or a scenario from a file, or from standard input for
// "-".
func Open(path string, b *knowledge.Base) (*Document, error) {
	data, err := file.Read(path, source.MaxBytes)
	if err != nil {
		return nil, err
	}
	return Parse(path, data, b)
}

// Parse reads a design or a scenario; name stands for the file in faults.
func Parse(name string, data []byte, b *knowledge.Base) (*Document, error) {
	d, _, err := parse(name, data, b)
	return d, err
}

// parse does the same and tells whether it was a scenario.
func parse(name string, data []byte, b *knowledge.Base) (d *Document, scenario bool, err error) {
	y, err := source.Parse(name, data)
	if err != nil {
		return nil, false, err
	}
	if !y.Has("alarife") && y.Has("story") {
		s := &knowledge.Scenario{}
		if err := y.Decode(s); err != nil {
			return nil, true, err
		}
		d, err = FromScenario(s, b)
		return d, true, err
	}
	d, err = fromFile(y, b)
	return d, false, err
}

// written is the document as it stands in a file.
type written struct {
	Alarife    int            `yaml:"alarife,required"`
	Title      string         `yaml:"title"`
	Notes      string         `yaml:"notes"`
	Era        string         `yaml:"era"`
	Priorities source.Entries `yaml:"priorities"`
	Answers    source.Entries `yaml:"answers"`
	Pins       source.Entries `yaml:"pins"`
	Place      fault.Place    `yaml:",place"`
}

func fromFile(y *source.Document, b *knowledge.Base) (*Document, error) {
	var w written
	if err := y.Decode(&w); err != nil {
		return nil, err
	}
	if w.Alarife != FormatVersion {
		return nil, fault.New(w.Place, "design.version", "version", w.Alarife, "known", FormatVersion)
	}
	var faults fault.List
	d := New()
	d.Title, d.Notes = lang.Text{EN: w.Title, ES: w.Title}, w.Notes
	_ = faults.Add(checkTitle(w.Title, w.Place))
	if utf8.RuneCountInString(w.Notes) > MaxNotes {
		faults = append(faults, fault.New(w.Place, "design.notes", "max", MaxNotes))
	}
	if w.Era != "" {
		era, err := ParseEra(w.Era, w.Place)
		_ = faults.Add(err)
		d.Era = era
	}
	for _, e := range w.Pins {
		option, _ := e.Value.(string)
		_ = faults.Add(b.CheckOption(e.Key.Text, option, e.Key.Place))
		d.Pins[e.Key.Text] = option
	}
	return d, d.fill(w.Answers, w.Priorities, b, faults)
}

// checkTitle refuses a title that is too long or has more than one line.
func checkTitle(title string, at fault.Place) error {
	if utf8.RuneCountInString(title) > MaxTitle || strings.ContainsAny(title, "\r\n") {
		return fault.New(at, "design.title", "max", MaxTitle)
	}
	return nil
}

// ParseEra reads the name of an era.
func ParseEra(text string, at fault.Place) (knowledge.Era, error) {
	switch era := knowledge.Era(text); era {
	case knowledge.Today, knowledge.Guide:
		return era, nil
	}
	return knowledge.Today, fault.New(at, "design.era", "era", text)
}

// fill reads answers and priorities and returns all faults so far.
func (d *Document) fill(answers, priorities source.Entries, b *knowledge.Base, faults fault.List) error {
	for _, e := range answers {
		v, err := b.ReadAnswer(e.Key.Text, e.Value, e.Key.Place)
		_ = faults.Add(err)
		d.Answers[e.Key.Text] = v
	}
	weights, err := knowledge.ReadPriorities(priorities)
	_ = faults.Add(err)
	d.Priorities = weights
	return faults.Err()
}

// FromScenario makes the design that a scenario tells.
func FromScenario(s *knowledge.Scenario, b *knowledge.Base) (*Document, error) {
	d := New()
	d.Title, d.Notes, d.Era = s.Title, "", s.Era
	for decision, option := range s.Pins {
		if err := b.CheckOption(decision, option, s.Place); err != nil {
			return nil, err
		}
		d.Pins[decision] = option
	}
	return d, d.fill(s.Answers, s.Priorities, b, nil)
}

// Write writes the design as YAML; it reads back to the same design.
func (d *Document) Write(w io.Writer, l lang.Lang, b *knowledge.Base) error {
	out := struct {
		Alarife    int                `yaml:"alarife"`
		Title      string             `yaml:"title"`
		Notes      string             `yaml:"notes,omitempty"`
		Era        string             `yaml:"era"`
		Priorities map[string]float64 `yaml:"priorities,omitempty"`
		Answers    map[string]any     `yaml:"answers"`
		Pins       map[string]string  `yaml:"pins"`
	}{
		Alarife: FormatVersion, Title: d.Title.In(l), Notes: d.Notes, Era: string(d.Era),
		Priorities: map[string]float64{}, Answers: map[string]any{}, Pins: d.Pins,
	}
	for c, p := range d.Priorities {
		out.Priorities[string(c)] = p
	}
	for id, v := range d.Answers {
		if q := b.Question(id); q != nil {
			out.Answers[id] = q.Fact.Plain(v)
		}
	}
	data, err := source.Encode(out)
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}

// Save writes the design to a file, whole or not at all.
func (d *Document) Save(path string, l lang.Lang, b *knowledge.Base) error {
	return file.Write(path, func(w io.Writer) error { return d.Write(w, l, b) })
}
