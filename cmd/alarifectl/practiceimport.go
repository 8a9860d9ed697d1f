package main

import (
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"alarife/internal/export/report"
	"alarife/internal/export/sheet"
	"alarife/internal/file"
	"alarife/internal/lang"
)

// importFlags are the flags of an import.
type importFlags struct {
	dir, format, with, topic, source string
	guide                            []int
	level                            int
}

const maxQuestions = 16 << 20 // bytes of a file of questions

// practiceImport makes items of the questions of a file.
func (a *app) practiceImport() *cobra.Command {
	i := &importFlags{}
	cmd := a.subcommand("practice", "import", []string{"file"}, func(_ *cobra.Command, args []string) error { return a.importSheet(args[0], i) })
	f := cmd.Flags()
	f.StringVarP(&i.dir, "output", "o", "", a.say("cli.flag.new-folder-required"))
	f.StringVar(&i.format, "format", "", a.say("cli.flag.sheet-format", "known", strings.Join(sheet.Readable(), "|")))
	f.StringVar(&i.with, "with", "", a.say("cli.flag.import-with"))
	f.IntSliceVar(&i.guide, "session", nil, a.say("cli.flag.import-session"))
	f.IntVar(&i.level, "level", 1, a.say("cli.flag.import-level"))
	f.StringVar(&i.topic, "topic", "", a.say("cli.flag.import-topic", "default", sheet.DefaultTopic))
	f.StringVar(&i.source, "source", "", a.say("cli.flag.import-source"))
	return cmd
}

func (a *app) importSheet(path string, i *importFlags) error {
	if i.dir == "" {
		return usage("cli.no-import-folder")
	}
	format, err := i.reads(path)
	if err != nil {
		return err
	}
	if err := checkLevel(i.level); err != nil {
		return err
	}
	m, err := a.prepare()
	if err != nil {
		return err
	}
	if err := checkSessions(m.Base(), i.guide); err != nil {
		return err
	}
	files, err := a.incoming(path, i.with)
	if err != nil {
		return err
	}
	importer := &sheet.Importer{Base: m.Base(), Texts: a.texts, Guide: i.guide, Level: i.level, Topic: i.topic, Source: i.source}
	made, losses, err := importer.Import(format, files...)
	if err != nil {
		return err
	}
	a.tellLosses(losses)
	if len(made) == 0 {
		return usage("cli.nothing-imported", "file", path)
	}
	return a.createItems(i.dir, made)
}

// reads is the format of the file: that of --format, else of its extension.
func (i *importFlags) reads(path string) (sheet.Format, error) {
	if i.format != "" {
		f, ok := sheet.Find(i.format)
		if !ok || !f.Reads() {
			return f, usage("cli.unknown-format", "value", i.format, "known", strings.Join(sheet.Readable(), ", "))
		}
		return f, nil
	}
	f, ok := sheet.Find(filepath.Ext(path))
	if !ok || !f.Reads() {
		readable := slices.DeleteFunc(sheet.Formats(), func(f sheet.Format) bool { return !f.Reads() })
		return f, usage("cli.unknown-extension", "file", path, "known", extensions(readable))
	}
	return f, nil
}

// incoming reads the file, which is in the reader's language, and the one with
// the same questions in the other language.
func (a *app) incoming(path, with string) ([]sheet.Incoming, error) {
	own, err := a.incomingFile(path, a.lang)
	if err != nil || with == "" {
		return []sheet.Incoming{own}, err
	}
	other := lang.Spanish
	if a.lang == lang.Spanish {
		other = lang.English
	}
	second, err := a.incomingFile(with, other)
	return []sheet.Incoming{own, second}, err
}

func (a *app) incomingFile(path string, l lang.Lang) (in sheet.Incoming, err error) {
	in = sheet.Incoming{Name: path, Lang: l}
	if path == "-" {
		in.Name = a.say("cli.word.input")
		in.Data, err = file.ReadFrom(in.Name, a.in, maxQuestions)
		return in, err
	}
	in.Data, err = file.Read(path, maxQuestions)
	return in, err
}

// createItems writes the items below a folder. None of them may exist.
func (a *app) createItems(dir string, made []*sheet.Imported) error {
	files := map[string][]byte{}
	for _, i := range made {
		files[i.Path] = i.YAML
	}
	if dir == "-" {
		return a.emitAll(files)
	}
	if err := createAll(dir, files); err != nil {
		return err
	}
	r := report.New()
	for _, i := range made {
		text := i.Path + " – " + a.say("practice.kind."+string(i.Kind)) + ", " + i.Title.In(a.lang)
		if i.Only != "" {
			text += " (" + a.say("cli.import-only."+string(i.Only)) + ")"
		}
		r.Item(0, text)
	}
	r.Line(a.say("cli.imported", "count", len(made)))
	return a.print(func(w io.Writer) error {
		if err := r.Text(w); err != nil {
			return err
		}
		_, err := io.WriteString(w, "  alarifectl practice drill --catalog "+quoted(dir)+"\n")
		return err
	})
}
