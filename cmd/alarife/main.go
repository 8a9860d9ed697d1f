// Command alarife is the desktop of Alarife: it reads its flags, loads the
// catalog and opens the window.
package main

import (
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"runtime/debug"
	"time"

	"alarife/assets"
	"alarife/catalog"
	"alarife/internal/desktop"
	"alarife/internal/diagram"
	"alarife/internal/fault"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/run"
	"alarife/internal/version"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
)

// Exit codes: the input is at fault, or the program is.
const (
	exitInput = 1
	exitBug   = 2
)

// appID is the name under which the system keeps settings and data.
const appID = "alarife.Alarife"

// flags are what the command line says.
type flags struct {
	version, smoke bool
	lang, catalog  string
	file           string // "" for none
}

func main() { os.Exit(start()) }

func start() int {
	texts, err := lang.LoadMessages(assets.Translations())
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return exitBug
	}
	given, ok := read(os.Args[1:], texts)
	switch {
	case !ok:
		return exitInput
	case given.version:
		fmt.Println("alarife", version.String())
		return 0
	}
	debug.SetGCPercent(hastyGC)
	loading := load(given.catalog)
	app.SetMetadata(fyne.AppMetadata{
		ID: appID, Name: "Alarife", Version: version.String(), Icon: icon(),
		Release: true, Migrations: map[string]bool{"fyneDo": true},
	})
	window := app.NewWithID(appID)
	loaded := <-loading
	if loaded.err != nil {
		return complain(loaded.err, texts, spoken(given.lang))
	}
	return show(window, given, run.New(loaded.base, texts))
}

// read reads the command line; what is wrong with it is said.
func read(args []string, texts *lang.Messages) (flags, bool) {
	var f flags
	set := flag.NewFlagSet("alarife", flag.ContinueOnError)
	set.SetOutput(io.Discard)
	set.BoolVar(&f.version, "version", false, "")
	set.BoolVar(&f.smoke, "smoke", false, "")
	set.StringVar(&f.lang, "lang", "", "")
	set.StringVar(&f.catalog, "catalog", "", "")
	err := set.Parse(args)
	f.file = set.Arg(0)
	l := spoken(f.lang)
	if f.lang != "" {
		if _, ok := lang.Parse(f.lang); !ok {
			fmt.Fprintln(os.Stderr, texts.Say(l, "desktop.usage.lang", "lang", f.lang))
			return f, false
		}
	}
	if err != nil || set.NArg() > 1 {
		fmt.Fprintln(os.Stderr, texts.Say(l, "desktop.usage"))
		return f, false
	}
	return f, true
}

// spoken is the language of messages on the terminal.
func spoken(flag string) lang.Lang {
	for _, tag := range []string{flag, os.Getenv("LC_ALL"), os.Getenv("LC_MESSAGES"), os.Getenv("LANG")} {
		if l, ok := lang.Parse(tag); ok {
			return l
		}
	}
	return lang.English
}

type loaded struct {
	base *knowledge.Base
	err  error
}

// load reads the catalog while the window is being made.
func load(folder string) <-chan loaded {
	done := make(chan loaded, 1)
	go func() {
		var files fs.FS = catalog.Files
		if folder != "" {
			files = os.DirFS(folder)
		}
		base, err := knowledge.Load(files)
		done <- loaded{base, err}
	}()
	return done
}

// show opens the window and returns when it is closed.
func show(a fyne.App, given flags, runner *run.Runner) int {
	l, _ := lang.Parse(given.lang)
	if given.lang == "" {
		l = "" // what was chosen last, else the system's
	}
	pictured := watch(a, given, runner.Texts)
	d := desktop.New(desktop.Options{App: a, Runner: runner, Lang: l, OnPicture: func(*diagram.Scene) { fyne.Do(pictured) }})
	if !given.smoke {
		a.Lifecycle().SetOnStarted(d.OfferLost)
	}
	code := 0
	if given.file == "" {
		d.OpenFirst()
	} else if err := d.OpenFile(given.file); err != nil {
		code = complain(err, runner.Texts, spoken(given.lang))
		if given.smoke {
			return code
		}
		d.OpenFirst()
	}
	d.Window().ShowAndRun()
	return code
}

// Memory: little is collected until the first picture is there, then more than
// usual, and what is free is given back when a picture has rested.
const (
	hastyGC   = 200
	thriftyGC = 40
	restGC    = 2 * time.Second
)

// watch returns what is to be called after a picture came onto the screen.
func watch(a fyne.App, given flags, texts *lang.Messages) func() {
	var timer *time.Timer
	return func() {
		if given.smoke {
			fmt.Println(texts.Say(spoken(given.lang), "desktop.smoke", "ms", int(time.Since(started()).Milliseconds())))
			a.Quit()
			return
		}
		if timer == nil {
			debug.SetGCPercent(thriftyGC)
			timer = time.AfterFunc(restGC, debug.FreeOSMemory)
		}
		timer.Reset(restGC)
	}
}

// complain says what went wrong on the terminal.
func complain(err error, texts *lang.Messages, l lang.Lang) int {
	if text, ok := fault.Say(err, texts, l); ok {
		fmt.Fprintln(os.Stderr, text)
		return exitInput
	}
	fmt.Fprintln(os.Stderr, err)
	return exitBug
}

// icon is that of the program.
func icon() fyne.Resource {
	return fyne.NewStaticResource("icon.png", assets.ProgramIcon())
}
