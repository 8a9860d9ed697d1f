package main

import (
	"errors"
	"strings"

	"alarife/internal/lang"
)

// chooseLang finds the language before anything is said: --lang, else the
// first of LC_ALL, LC_MESSAGES and LANG that is set, else English. A --lang
// that is no language is told when the flags are read.
func chooseLang(args []string, env func(string) string) lang.Lang {
	chosen := lang.English
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if tag := env(name); tag != "" {
			if l, ok := lang.Parse(tag); ok {
				chosen = l
			}
			break
		}
	}
	for i, arg := range args {
		if arg == "--" {
			break
		}
		tag, is := strings.CutPrefix(arg, "--lang=")
		if arg == "--lang" && i+1 < len(args) {
			tag, is = args[i+1], true
		}
		if l, ok := lang.Parse(tag); is && ok {
			chosen = l
		}
	}
	return chosen
}

// langFlag is the value of --lang.
type langFlag struct{ a *app }

var errLang = errors.New("neither en nor es")

func (f langFlag) String() string { return "" }
func (f langFlag) Type() string   { return "lang" }

func (f langFlag) Set(tag string) error {
	l, ok := lang.Parse(tag)
	if !ok {
		return errLang
	}
	f.a.lang = l
	return nil
}
