package main

import (
	"errors"
	"io/fs"
	"os"

	"alarife/catalog"
	"alarife/internal/fault"
	"alarife/internal/file"
	"alarife/internal/knowledge"
)

type loaded struct {
	base *knowledge.Base
	err  error
}

// load reads the catalog, with a folder of the user's on top of the built-in
// one where it is named, while the window is being made.
func load(folder string) <-chan loaded {
	done := make(chan loaded, 1)
	go func() {
		layers, err := layers(folder)
		if err != nil {
			done <- loaded{err: err}
			return
		}
		base, err := knowledge.LoadLayers(layers...)
		done <- loaded{base, err}
	}()
	return done
}

func layers(folder string) ([]knowledge.Layer, error) {
	all := []knowledge.Layer{{FS: catalog.Files}}
	if folder == "" {
		return all, nil
	}
	at := fault.Place{File: folder}
	info, err := os.Stat(folder)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fault.New(at, "file.missing").Because(err)
	case err != nil:
		return nil, fault.New(at, "file.unreadable", "reason", file.Reason(err)).Because(err)
	case !info.IsDir():
		return nil, fault.New(at, "cli.not-a-folder")
	}
	return append(all, knowledge.Layer{Name: folder, FS: os.DirFS(folder)}), nil
}
