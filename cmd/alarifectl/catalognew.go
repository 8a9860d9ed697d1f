package main

import (
	"io/fs"
	"maps"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"alarife/internal/export/report"
	"alarife/internal/export/skeleton"
	"alarife/internal/fault"
	"alarife/internal/file"
	"alarife/internal/knowledge"
)

// catalogNew writes the first files of a new thing.
func (a *app) catalogNew() *cobra.Command {
	var dir *string
	cmd := a.subcommand("catalog", "new", []string{"new-kind", "id"}, func(_ *cobra.Command, args []string) error {
		m, err := a.prepare()
		if err != nil {
			return err
		}
		layers, err := a.layers()
		if err != nil {
			return err
		}
		maker := &skeleton.Maker{
			Base: m.Base(), Messages: a.texts, Lang: a.lang,
			Read: func(path string) (string, []byte, error) { return topmost(layers, path) },
		}
		files, err := maker.Make(args[0], args[1], fault.Place{File: program})
		if err != nil {
			return err
		}
		if *dir == "-" {
			return a.emitAll(files)
		}
		return a.create(*dir, files)
	})
	dir = cmd.Flags().StringP("output", "o", ".", a.say("cli.flag.new-folder"))
	return cmd
}

// topmost reads a file from the last layer that has it.
func topmost(layers []knowledge.Layer, path string) (name string, data []byte, err error) {
	for _, l := range slices.Backward(layers) {
		if data, err = fs.ReadFile(l.FS, path); err == nil {
			return filepath.Join(l.Name, filepath.FromSlash(path)), data, nil
		}
	}
	return path, nil, err
}

// emitAll writes files to standard output.
func (a *app) emitAll(files map[string][]byte) error {
	for _, path := range slices.Sorted(maps.Keys(files)) {
		if err := a.emit(append([]byte("# "+path+"\n"), files[path]...)); err != nil {
			return err
		}
	}
	return nil
}

// create writes files below a folder and names them. None of them may exist.
func (a *app) create(dir string, files map[string][]byte) error {
	if err := createAll(dir, files); err != nil {
		return err
	}
	r := report.New()
	for _, path := range slices.Sorted(maps.Keys(files)) {
		r.Item(0, filepath.Join(dir, filepath.FromSlash(path)))
	}
	r.Line(a.say("cli.new", "folder", dir))
	return a.print(r.Text)
}

// createAll writes files below a folder. Where one of them exists nothing is
// written.
func createAll(dir string, files map[string][]byte) error {
	paths := slices.Sorted(maps.Keys(files))
	for _, path := range paths {
		if err := file.MustNotExist(filepath.Join(dir, filepath.FromSlash(path))); err != nil {
			return err
		}
	}
	for _, path := range paths {
		target := filepath.Join(dir, filepath.FromSlash(path))
		if err := file.MakeDir(filepath.Dir(target)); err != nil {
			return err
		}
		if err := file.Create(target, files[path]); err != nil {
			return err
		}
	}
	return nil
}
