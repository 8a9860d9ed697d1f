package main

import (
	"strings"

	"github.com/spf13/cobra"

	"alarife/internal/export/page"
	"alarife/internal/export/report"
)

// catalogList prints the ids of one kind of thing with their titles.
func (a *app) catalogList() *cobra.Command {
	var format *string
	cmd := a.subcommand("catalog", "list", []string{"kind"}, func(_ *cobra.Command, args []string) error {
		if err := checkFormat(*format, asText, asJSON); err != nil {
			return err
		}
		for _, k := range page.Kinds() {
			if string(k) != args[0] {
				continue
			}
			b, err := a.book()
			if err != nil {
				return err
			}
			return a.show(*format, func() *report.Report { return b.List(k) }, func() any { return b.ListData(k) })
		}
		return usage("cli.unknown-kind", "kind", args[0], "known", strings.Join(kindNames(), ", "))
	})
	format = a.formatFlag(cmd, asText, asJSON)
	return cmd
}

func kindNames() []string {
	var names []string
	for _, k := range page.Kinds() {
		names = append(names, string(k))
	}
	return names
}
