package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"alarife/assets"
	"alarife/catalog"
	"alarife/internal/fault"
	"alarife/internal/file"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
	runs "alarife/internal/run"
	"alarife/internal/version"
)

// Exit codes.
const (
	done    = 0
	atFault = 1 // the input is
	bug     = 2
)

// streams are the three standard streams, and the clock.
type streams struct {
	in       io.Reader
	out, err io.Writer
	now      func() time.Time // nil: that of the machine
}

// app is one call of the program.
type app struct {
	streams
	texts   *lang.Messages
	lang    lang.Lang
	catalog string // folder laid over the built-in catalog, "" for none
	runner  *runs.Runner
}

// run runs one command line and returns the exit code.
func run(args []string, env func(string) string, s streams) (code int) {
	a := &app{streams: s, lang: chooseLang(args, env)}
	defer func() {
		if r := recover(); r != nil {
			code = a.fail(fmt.Errorf("%v", r))
		}
	}()
	texts, err := lang.LoadMessages(assets.Translations())
	if err != nil {
		fmt.Fprintln(a.err, "alarifectl:", err)
		return bug
	}
	a.texts = texts
	root := a.root()
	root.SetArgs(args)
	if err := root.Execute(); err != nil {
		return a.fail(err)
	}
	return done
}

// say returns one of the program's texts in the reader's language.
func (a *app) say(key string, args ...any) string { return a.texts.Say(a.lang, key, args...) }

// fail tells an error and returns its exit code.
func (a *app) fail(err error) int {
	if errors.Is(err, syscall.EPIPE) {
		return done // the reader has seen enough
	}
	if text, ok := fault.Say(err, a.texts, a.lang); ok {
		fmt.Fprintln(a.err, text)
		return atFault
	}
	fmt.Fprintln(a.err, a.say("cli.bug", "version", version.String(), "error", lang.Clean(err.Error())))
	return bug
}

// print writes what a command has to say to standard output, whole or not at
// all.
func (a *app) print(write func(io.Writer) error) error {
	var buf bytes.Buffer
	if err := write(&buf); err != nil {
		return err
	}
	return a.emit(buf.Bytes())
}

// emit writes to standard output.
func (a *app) emit(data []byte) error {
	_, err := a.out.Write(data)
	if err == nil || errors.Is(err, syscall.EPIPE) {
		return err
	}
	at := fault.Place{File: a.say("cli.word.output")}
	return fault.New(at, "file.unwritable", "reason", file.Reason(err)).Because(err)
}

// prepare loads the catalog, once.
func (a *app) prepare() (*runs.Runner, error) {
	if a.runner != nil {
		return a.runner, nil
	}
	base, err := a.load()
	if err != nil {
		return nil, err
	}
	a.runner = runs.New(base, a.texts)
	return a.runner, nil
}

// builtIn loads and checks the built-in catalog. The tests, which run the program
// a thousand times in one process, have it do so once.
var builtIn = func() (*knowledge.Base, error) { return knowledge.Load(catalog.Files) }

// load loads and checks the catalog: the built-in one, with the folder of
// --catalog laid over it.
func (a *app) load() (*knowledge.Base, error) {
	layers, err := a.layers()
	if err != nil {
		return nil, err
	}
	if len(layers) == 1 {
		return builtIn()
	}
	return knowledge.CheckLayers(a.icons, layers...)
}

// icons tells the icons that services of the upper folder name and the set
// lacks; where the set was not fetched nothing can be told.
func (a *app) icons(base *knowledge.Base) fault.List {
	var faults fault.List
	for _, s := range base.Services {
		own := strings.HasPrefix(s.Place.File, filepath.Clean(a.catalog)+string(filepath.Separator))
		if _, ok := assets.Icon(s.Icon); own && s.Icon != "" && !ok && assets.HasIcons() {
			faults = append(faults, fault.New(s.Place, "catalog.unknown-icon", "icon", s.Icon))
		}
	}
	return faults
}

// layers are the folders of the catalog, the lowest first.
func (a *app) layers() ([]knowledge.Layer, error) {
	layers := []knowledge.Layer{{FS: catalog.Files}}
	if a.catalog == "" {
		return layers, nil
	}
	at := fault.Place{File: a.catalog}
	info, err := os.Stat(a.catalog)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fault.New(at, "file.missing").Because(err)
	case err != nil:
		return nil, fault.New(at, "file.unreadable", "reason", file.Reason(err)).Because(err)
	case !info.IsDir():
		return nil, fault.New(at, "cli.not-a-folder")
	}
	return append(layers, knowledge.Layer{Name: a.catalog, FS: os.DirFS(a.catalog)}), nil
}
