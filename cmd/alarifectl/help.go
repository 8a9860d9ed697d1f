package main

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"alarife/internal/export/report"
)

// helpCommand is "help COMMAND".
func (a *app) helpCommand() *cobra.Command {
	c := a.command("help", []string{"[command]"}, func(cmd *cobra.Command, args []string) error {
		about, rest, err := cmd.Root().Find(args)
		if err != nil || len(rest) > 0 {
			return a.unknownCommand(cmd.Root(), args)
		}
		a.help(about)
		return nil
	})
	c.Args = cobra.ArbitraryArgs
	return c
}

// help writes what a command does and takes. That it cannot be written is
// nobody's concern.
func (a *app) help(cmd *cobra.Command) {
	var b bytes.Buffer
	about := report.New()
	about.Line(cmd.Long)
	_ = about.Text(&b) // a buffer takes everything
	fmt.Fprintf(&b, "\n%s\n  %s\n", a.say("cli.usage"), a.useLine(cmd))
	if cmd.HasAvailableSubCommands() {
		fmt.Fprintf(&b, "\n%s\n", a.say("cli.commands"))
		var rows [][2]string
		for _, c := range cmd.Commands() {
			if c.IsAvailableCommand() || c.Name() == "help" {
				rows = append(rows, [2]string{c.Name(), c.Short})
			}
		}
		columns(&b, rows)
	}
	a.flags(&b, "cli.flags", cmd.LocalNonPersistentFlags())
	a.flags(&b, "cli.flags-everywhere", cmd.Root().PersistentFlags())
	if cmd.Example != "" {
		fmt.Fprintf(&b, "\n%s\n", a.say("cli.examples"))
		for line := range strings.Lines(cmd.Example) {
			fmt.Fprintf(&b, "  %s\n", strings.TrimSpace(line))
		}
	}
	_ = a.emit(b.Bytes())
}

func (a *app) useLine(cmd *cobra.Command) string {
	line := cmd.CommandPath()
	if _, args, ok := strings.Cut(cmd.Use, " "); ok {
		line += " " + args
	}
	if cmd.HasAvailableSubCommands() {
		line += " " + a.say("cli.word.command")
	}
	return line + " " + a.say("cli.word.flags")
}

func (a *app) flags(w io.Writer, title string, set *pflag.FlagSet) {
	var rows [][2]string
	set.VisitAll(func(f *pflag.Flag) {
		value, text := cutLast(f.Usage, "|")
		name := "    --" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", --" + f.Name
		}
		rows = append(rows, [2]string{strings.TrimRight(name+" "+value, " "), text})
	})
	if len(rows) > 0 {
		fmt.Fprintf(w, "\n%s\n", a.say(title))
		columns(w, rows)
	}
}

// columns writes two columns.
func columns(w io.Writer, rows [][2]string) {
	wide := 0
	for _, r := range rows {
		wide = max(wide, utf8.RuneCountInString(r[0]))
	}
	for _, r := range rows {
		fmt.Fprintf(w, "  %s%s  %s\n", r[0], strings.Repeat(" ", wide-utf8.RuneCountInString(r[0])), r[1])
	}
}

// cutLast cuts s around the last separator.
func cutLast(s, separator string) (before, after string) {
	i := strings.LastIndex(s, separator)
	if i < 0 {
		return "", s
	}
	return s[:i], s[i+len(separator):]
}
