package main

import (
	"strings"

	"github.com/spf13/cobra"

	"alarife/internal/export/report"
)

// catalogList prints the ids of one kind of thing with their titles.
func (a *app) catalogList() *cobra.Command {
	return a.subcommand("catalog", "list", []string{"kind"}, func(_ *cobra.Command, args []string) error {
		for _, k := range kinds {
			if k.name != args[0] {
				continue
			}
			m, err := a.prepare()
			if err != nil {
				return err
			}
			r := report.New()
			r.Table(2, append([][]string{{a.say("cli.id"), a.say("cli.title")}}, k.list(m.Base(), a.lang)...))
			return a.print(r.Text)
		}
		return usage("cli.unknown-kind", "kind", args[0], "known", strings.Join(kindNames(), ", "))
	})
}
