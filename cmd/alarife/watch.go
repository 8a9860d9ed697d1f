package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"time"

	"alarife/internal/lang"

	"fyne.io/fyne/v2"
)

// Memory: more is collected than usual, a little less so until the first picture
// is there, so that what lives long does not lie scattered; what is free is given
// back when a picture has rested.
const (
	hastyGC   = 50
	thriftyGC = 40
	restGC    = 2 * time.Second
)

// giveBack collects twice, for a pool keeps what it holds over one collection.
func giveBack() {
	runtime.GC()
	debug.FreeOSMemory()
}

// watcher acts when a picture came onto the screen.
type watcher struct {
	app   fyne.App
	given flags
	texts *lang.Messages
	timer *time.Timer
	done  bool // in a smoke test
}

// pictured is called after every new picture, on the main goroutine.
func (w *watcher) pictured() {
	switch {
	case w.done:
	case w.given.smoke:
		w.done = true
		ms := int(time.Since(started()).Milliseconds())
		fmt.Println(w.texts.Say(spoken(w.given.lang), "desktop.smoke", "ms", ms))
		w.app.Quit()
	case w.timer == nil:
		debug.SetGCPercent(thriftyGC)
		w.timer = time.AfterFunc(restGC, giveBack)
	default:
		w.timer.Reset(restGC)
	}
}
