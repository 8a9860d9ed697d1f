package main

import (
	"github.com/spf13/cobra"

	"alarife/internal/export/page"
	"alarife/internal/export/report"
	"alarife/internal/fault"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
)

// catalogCheck checks a catalog and prints every fault, or what it holds.
func (a *app) catalogCheck() *cobra.Command {
	return a.subcommand("catalog", "check", []string{"[folder]"}, func(_ *cobra.Command, args []string) error {
		if len(args) == 1 {
			a.catalog = args[0]
		}
		b, err := a.load()
		if err != nil {
			return counted(err)
		}
		return a.print(a.contents(b).Text)
	})
}

// counted adds how many faults there are to a list of several.
func counted(err error) error {
	var list fault.List
	if list.Add(err) != nil || len(list) < 2 {
		return err
	}
	return append(list, fault.New(fault.Place{}, "cli.faults", "n", len(list)))
}

// contents counts what a catalog holds.
func (a *app) contents(b *knowledge.Base) *report.Report {
	r := report.New()
	r.Line(a.say("cli.sound", "digest", b.Digest))
	book := page.New(b, a.texts, a.lang)
	rows := [][]string{{a.say("cli.kind"), a.say("cli.number")}}
	for _, k := range page.Kinds() {
		rows = append(rows, []string{a.say("page.kind-many." + string(k)), lang.Number(a.lang, float64(len(book.Things(k))), 0)})
	}
	r.Table(1, rows)
	return r
}
