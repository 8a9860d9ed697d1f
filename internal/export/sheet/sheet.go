// Package sheet writes exercises to files that teachers use elsewhere, one
// format a file, and reads questions back from some of them. What a format
// cannot hold is told as a Loss. It only writes to an io.Writer, and the same
// sheet gives the same bytes.
package sheet

import (
	"bytes"
	"io"
	"strings"
	"time"

	"alarife/internal/diagram"
	"alarife/internal/export/sheet/quiz"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/paint"
	"alarife/internal/practice"
)

// Sheet is a set of exercises in one language.
type Sheet struct {
	Title     string
	Lang      lang.Lang
	Exercises []*practice.Exercise
	Base      *knowledge.Base // names of the guide's sessions, kinds of facts
	Texts     *lang.Messages
	// Scene lays out the picture that an exercise shows; it is asked only for
	// one that has an architecture. A nil Scene draws none; Scenes is the usual
	// one.
	Scene func(*practice.Exercise) (*diagram.Scene, error)
	// Part is what is written by the formats that keep questions and key apart.
	Part Part
	// Made is the time of writing, which Anki's packages tell: a note that is
	// imported again replaces an older one. Zero is always the same day.
	Made time.Time
}

// Part is a part of a sheet that can be handed out on its own.
type Part int

// The parts: the questions and then the key, or one of them.
const (
	Both Part = iota
	Questions
	Key
)

// Format is one format of a file.
type Format struct {
	ID        string // as on the command line
	Extension string // with its dot
	Parted    bool   // keeps questions and key apart, so that either can be had alone

	write func(*writing) error
	read  func(file string, data []byte, words quiz.Words, lose quiz.Lose) ([]*quiz.Question, error) // nil: cannot be read
}

// Formats lists the formats in the order in which they are offered.
func Formats() []Format {
	return []Format{
		{"gift", ".gift", false, (*writing).gift, quiz.ReadGIFT},
		{"moodle-xml", ".xml", false, (*writing).moodle, quiz.ReadMoodle},
		{"csv", ".csv", false, (*writing).csv, quiz.ReadTable},
		{"qti", ".zip", false, (*writing).qti, nil},
		{"anki", ".apkg", false, (*writing).anki, nil},
		{"markdown", ".md", true, (*writing).markdown, nil},
		{"pdf", ".pdf", true, (*writing).pdf, nil},
	}
}

// Find returns the format of an id or of an extension, in any case; ok is
// false where there is none. Of formats with the same extension the first one
// is meant.
func Find(name string) (f Format, ok bool) {
	for _, f := range Formats() {
		if strings.EqualFold(f.ID, name) {
			return f, true
		}
	}
	for _, f := range Formats() {
		if strings.EqualFold(f.Extension, name) {
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

// Write writes a sheet. It returns what the format does not hold of it, in the
// order of the exercises. Nothing is written where the sheet cannot be made.
func Write(w io.Writer, f Format, s *Sheet) ([]Loss, error) {
	made := &writing{Sheet: s}
	if err := f.write(made); err != nil {
		return nil, err
	}
	_, err := w.Write(made.out.Bytes())
	return made.losses, err
}

// Loss is something of an exercise, or of a question read, that a format or an
// item does not hold. Key names the message "loss.<key>" of the translations.
type Loss struct {
	Exercise string // its id; of a question read, its place
	Title    string // of a question read; "" for none
	Key      string
	Args     []any
}

// Of names to a person what the loss is of.
func (l Loss) Of(m *lang.Messages, in lang.Lang) string {
	if l.Title == "" {
		return lang.Clean(l.Exercise)
	}
	return m.Say(in, "loss.question", "place", lang.Clean(l.Exercise), "title", lang.Clean(l.Title))
}

// Say tells the loss to a person.
func (l Loss) Say(m *lang.Messages, in lang.Lang) string {
	return m.Say(in, "loss.told", "exercise", l.Of(m, in), "loss", m.Say(in, "loss."+l.Key, l.Args...))
}

// writing is the making of one file.
type writing struct {
	*Sheet
	out     bytes.Buffer // of the file
	losses  []Loss
	painter *paint.Painter
	book    *practice.Book // names of topics
}

// lose notes that the format does not hold something of an exercise; the same
// is noted once.
func (w *writing) lose(x *practice.Exercise, key string, args ...any) { w.lost(x.ID, key, args...) }

// lost does so by the id of the exercise.
func (w *writing) lost(id, key string, args ...any) {
	for _, l := range w.losses {
		if l.Exercise == id && l.Key == key {
			return
		}
	}
	w.losses = append(w.losses, Loss{Exercise: id, Key: key, Args: args})
}
