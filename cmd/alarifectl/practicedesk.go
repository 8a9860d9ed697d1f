package main

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"alarife/internal/export/sheet"
	"alarife/internal/fault"
	"alarife/internal/file"
	"alarife/internal/paint"
	"alarife/internal/practice"
	"alarife/internal/practice/history"
	"alarife/internal/practice/session"
)

func (a *app) historyFlag(cmd *cobra.Command, path *string) {
	cmd.Flags().StringVar(path, "history", "", a.say("cli.flag.history", "variable", history.Variable))
}

// desk opens the history, and makes one where there is none.
func (a *app) desk(path string) (*session.Desk, error) {
	b, err := a.exercises()
	if err != nil {
		return nil, err
	}
	if path == "" {
		if path, err = history.Place(); err != nil {
			return nil, err
		}
	}
	store, err := history.Open(path)
	if err != nil {
		return nil, err
	}
	return &session.Desk{Shelf: session.NewShelf(b), Store: store, Now: a.clock()}, nil
}

// lookedAt opens the history to be looked at. One that is not there yet is
// empty; one that was named has to be there.
func (a *app) lookedAt(path string) (*session.Desk, error) {
	named := path != ""
	if !named {
		var err error
		if path, err = history.Place(); err != nil {
			return nil, err
		}
	}
	if _, err := os.Stat(path); path != history.Memory && errors.Is(err, fs.ErrNotExist) {
		if named {
			return nil, fault.New(fault.Place{File: path}, "file.missing").Because(err)
		}
		path = history.Memory
	}
	return a.desk(path)
}

// clock tells the time in the person's zone.
func (a *app) clock() func() time.Time {
	if a.now != nil {
		return a.now
	}
	return time.Now
}

// pictures writes the picture of an exercise as SVG into a folder.
func (a *app) pictures(dir string) func(*practice.Exercise) (string, error) {
	scene, painter := sheet.Scenes(a.texts, a.lang), paint.New()
	return func(x *practice.Exercise) (string, error) {
		s, err := scene(x)
		if err != nil {
			return "", err
		}
		if err := file.MakeDir(dir); err != nil {
			return "", err
		}
		path := filepath.Join(dir, x.ID+".svg")
		return path, file.Write(path, func(w io.Writer) error { return painter.SVG(w, s, paint.Light()) })
	}
}
