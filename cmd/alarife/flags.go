package main

import (
	"flag"
	"fmt"
	"io"
	"os"

	"alarife/internal/lang"
)

// flags are what the command line says.
type flags struct {
	version, help bool
	smoke         bool
	lang, catalog string
	file          string // "" for none
}

// read reads the command line; what is wrong with it is said.
func read(args []string, texts *lang.Messages) (flags, bool) {
	var f flags
	set := flag.NewFlagSet("alarife", flag.ContinueOnError)
	set.SetOutput(io.Discard)
	set.BoolVar(&f.help, "help", false, "")
	set.BoolVar(&f.help, "h", false, "")
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
