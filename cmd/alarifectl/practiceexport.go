package main

import (
	"bytes"
	"errors"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"alarife/internal/export/report"
	"alarife/internal/export/sheet"
	"alarife/internal/file"
	"alarife/internal/knowledge"
	"alarife/internal/practice"
	"alarife/internal/practice/session"
)

// sheetFlags are the flags of a sheet of exercises.
type sheetFlags struct {
	*wanted
	output, format, title, part string
}

// practiceExport writes exercises to a file that teachers use elsewhere.
func (a *app) practiceExport() *cobra.Command {
	s := &sheetFlags{}
	cmd := a.subcommand("practice", "export", nil, func(*cobra.Command, []string) error { return a.exportSheet(s) })
	s.wanted = a.wanted(cmd, session.Authored, a.say("cli.flag.item-count-all", "default", session.DefaultCount))
	f := cmd.Flags()
	f.StringVarP(&s.output, "output", "o", "", a.say("cli.flag.output"))
	f.StringVar(&s.format, "format", "", a.say("cli.flag.sheet-format", "known", strings.Join(sheet.Names(), "|")))
	f.StringVar(&s.part, "part", "", a.say("cli.flag.sheet-part"))
	f.StringVar(&s.title, "title", "", a.say("cli.flag.sheet-title"))
	return cmd
}

func (a *app) exportSheet(s *sheetFlags) error {
	format, err := s.target()
	if err != nil {
		return err
	}
	if err := s.checkPart(format); err != nil {
		return err
	}
	base, err := a.catalogFor(s.wanted)
	if err != nil {
		return err
	}
	all, err := a.sheetExercises(s)
	if err != nil {
		return err
	}
	made := &sheet.Sheet{
		Title: s.title, Lang: a.lang, Exercises: all, Base: base, Texts: a.texts, Scene: sheet.Scenes(a.texts, a.lang),
		Part: sheetParts[s.part], Made: a.clock()(),
	}
	if s.title == "" {
		made.Title = a.say("cli.sheet-title")
	}
	var data bytes.Buffer
	losses, err := sheet.Write(&data, format, made)
	if err != nil {
		return err
	}
	if s.output == "-" {
		err = a.emit(data.Bytes())
	} else {
		err = file.Write(s.output, func(w io.Writer) error { _, err := w.Write(data.Bytes()); return err })
	}
	if err != nil {
		return err
	}
	a.tellLosses(losses)
	if s.output == "-" {
		return nil
	}
	return a.line("cli.sheet-written", "file", s.output, "count", len(all))
}

// sheetParts are the values of --part.
var sheetParts = map[string]sheet.Part{"": sheet.Both, "questions": sheet.Questions, "key": sheet.Key}

// checkPart says that there is no such part, or that the format has none.
func (s *sheetFlags) checkPart(f sheet.Format) error {
	if _, known := sheetParts[s.part]; !known {
		return usage("cli.unknown-sheet-part", "value", s.part)
	}
	if s.part == "" || f.Parted {
		return nil
	}
	var parted []string
	for _, p := range sheet.Formats() {
		if p.Parted {
			parted = append(parted, p.ID)
		}
	}
	return usage("cli.no-parts", "format", f.ID, "known", strings.Join(parted, ", "))
}

// target is the format of the file: that of --format, else of its extension.
func (s *sheetFlags) target() (sheet.Format, error) {
	known := strings.Join(sheet.Names(), ", ")
	switch {
	case s.output == "":
		return sheet.Format{}, usage("cli.no-sheet")
	case s.format != "":
		f, ok := sheet.Find(s.format)
		if !ok {
			return f, usage("cli.unknown-format", "value", s.format, "known", known)
		}
		return f, nil
	}
	f, ok := sheet.Find(filepath.Ext(s.output))
	if !ok {
		return f, usage("cli.unknown-extension", "file", s.output, "known", extensions(sheet.Formats()))
	}
	return f, nil
}

// extensions lists the extensions of formats.
func extensions(formats []sheet.Format) string {
	var out []string
	for _, f := range formats {
		if !slices.Contains(out, f.Extension) {
			out = append(out, f.Extension)
		}
	}
	return strings.Join(out, ", ")
}

// sheetExercises are those that the flags ask for: all items of the catalog
// that fit, or as many as --count says, chosen by the seed.
func (a *app) sheetExercises(s *sheetFlags) ([]*practice.Exercise, error) {
	b, err := a.exercises()
	if err != nil {
		return nil, err
	}
	if s.count == 0 && session.Source(s.source) == session.Authored {
		return a.allItems(b, s)
	}
	if s.count == 0 {
		s.count = session.DefaultCount
	}
	all, err := session.NewShelf(b).Compose(s.into(session.Plan{Kind: session.Drill}))
	if errors.Is(err, practice.ErrBarren) {
		return nil, usage("cli.no-exercise")
	}
	return all, err
}

// allItems derives every item of the catalog that fits, by id.
func (a *app) allItems(b *practice.Book, s *sheetFlags) ([]*practice.Exercise, error) {
	var all []*practice.Exercise
	for _, i := range a.runner.Base().Items {
		if !s.fits(i) {
			continue
		}
		x, err := b.Derive(i)
		if err != nil {
			return nil, err
		}
		all = append(all, x)
	}
	if len(all) == 0 {
		return nil, usage("cli.no-exercise")
	}
	return all, nil
}

// fits reports whether an item is one of those wanted.
func (w *wanted) fits(i *knowledge.Item) bool {
	return (len(w.guide) == 0 || slices.ContainsFunc(i.Guide, func(s int) bool { return slices.Contains(w.guide, s) })) &&
		(len(w.topics) == 0 || slices.Contains(w.topics, i.Topic)) &&
		(len(w.kinds) == 0 || slices.Contains(w.kinds, string(i.Kind))) &&
		(w.level == 0 || w.level == i.Level) &&
		(w.era == "" || w.era == string(i.InEra()))
}

// tellLosses tells on standard error what is not held, each once with the
// exercises that it is lost of. That it cannot be told is nobody's concern.
func (a *app) tellLosses(losses []sheet.Loss) {
	var texts []string
	of := map[string][]string{}
	for _, l := range losses {
		text := a.say("loss."+l.Key, l.Args...)
		if of[text] == nil {
			texts = append(texts, text)
		}
		of[text] = append(of[text], l.Of(a.texts, a.lang))
	}
	if len(texts) == 0 {
		return
	}
	r := report.New()
	r.Line(a.say("cli.lost"))
	for _, text := range texts {
		r.Item(0, text+": "+strings.Join(of[text], ", "))
	}
	_ = r.Text(a.err)
}
