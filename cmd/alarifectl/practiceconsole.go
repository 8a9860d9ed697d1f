package main

import (
	"io"
	"os"
	"os/signal"
	"strings"

	"alarife/cmd/alarifectl/dialogue"
	"alarife/internal/practice/history"
	"alarife/internal/practice/session"
)

// console is the dialogue on the standard streams.
func (a *app) console(d *session.Desk) *dialogue.Console {
	return &dialogue.Console{
		Texts: a.texts, Lang: a.lang, In: a.in, Out: emitter{a}, Echo: !isTyped(a.in),
		Desk: d, Base: a.runner.Base(), Book: d.Shelf.Book(), Flags: a.again(d),
	}
}

// again are the flags that a further call needs to find the same things.
func (a *app) again(d *session.Desk) (flags string) {
	if usual, err := history.Place(); err != nil || d.Store.Path() != usual {
		flags += " --history " + quoted(d.Store.Path())
	}
	if a.catalog != "" {
		flags += " --catalog " + quoted(a.catalog)
	}
	return flags
}

// quoted puts a path between quotes where a shell would take it apart.
func quoted(path string) string {
	if strings.ContainsAny(path, " \t'\"\\$`;&|<>()*?[]!#~") {
		return "'" + strings.ReplaceAll(path, "'", `'\''`) + "'"
	}
	return path
}

// emitter writes to standard output, with faults for people.
type emitter struct{ a *app }

func (e emitter) Write(p []byte) (int, error) {
	if err := e.a.emit(p); err != nil {
		return 0, err
	}
	return len(p), nil
}

// isTyped reports whether a person types what is read.
func isTyped(in io.Reader) bool {
	f, is := in.(*os.File)
	if !is {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// interrupts closes stop at the first Ctrl-C; a second one ends the process.
func interrupts() (stop <-chan struct{}, quiet func()) {
	signals, stopped := make(chan os.Signal, 1), make(chan struct{})
	signal.Notify(signals, os.Interrupt)
	go func() {
		if _, got := <-signals; got {
			signal.Stop(signals)
			close(stopped)
		}
	}()
	return stopped, func() { signal.Stop(signals); close(signals) }
}
