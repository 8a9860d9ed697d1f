// Command alarife is the desktop of Alarife: it reads its flags, loads the
// catalog and opens the window.
package main

import (
	"fmt"
	"os"
	"runtime"
	"runtime/debug"

	"alarife/assets"
	"alarife/internal/desktop"
	"alarife/internal/diagram"
	"alarife/internal/fault"
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
	case given.help:
		fmt.Println(texts.Say(spoken(given.lang), "desktop.usage"))
		return 0
	case given.version:
		fmt.Println("alarife", version.String())
		return 0
	case !hasScreen():
		fmt.Fprintln(os.Stderr, texts.Say(spoken(given.lang), "desktop.no-screen"))
		return exitInput
	}
	debug.SetGCPercent(hastyGC)
	loading := load(given.catalog)
	app.SetMetadata(fyne.AppMetadata{
		ID: appID, Name: "Alarife", Version: version.String(), Icon: icon(),
		Release: true, Migrations: map[string]bool{"fyneDo": true},
	})
	window := app.NewWithID(appID)
	readFonts()
	loaded := <-loading
	if loaded.err != nil {
		return complain(loaded.err, texts, spoken(given.lang))
	}
	return show(window, given, run.New(loaded.base, texts))
}

// readFonts has the toolkit find and read the fonts of the system, which it would
// do when the first text is measured, when nothing else can go on beside it.
func readFonts() {
	for _, bold := range []bool{false, true} {
		fyne.MeasureText("A", 14, fyne.TextStyle{Bold: bold})
	}
}

// hasScreen reports whether there is a screen, as far as the system tells.
func hasScreen() bool {
	switch runtime.GOOS {
	case "windows", "darwin":
		return true
	}
	return os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != ""
}

// show opens the window and returns when it is closed.
func show(a fyne.App, given flags, runner *run.Runner) int {
	l, _ := lang.Parse(given.lang)
	if given.lang == "" {
		l = "" // what was chosen last, else the system's
	}
	w := &watcher{app: a, given: given, texts: runner.Texts}
	d := desktop.New(desktop.Options{App: a, Runner: runner, Lang: l, OnPicture: func(*diagram.Scene) {
		fyne.Do(w.pictured) // after the frame that is being drawn
	}})
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
	d.Run()
	return code
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
