package main

import (
	"github.com/spf13/cobra"

	"alarife/internal/export/report"
	"alarife/internal/fault"
)

// catalogDiff puts two services or options beside each other.
func (a *app) catalogDiff() *cobra.Command {
	var format *string
	cmd := a.subcommand("catalog", "diff", []string{"id", "id"}, func(_ *cobra.Command, args []string) error {
		if err := checkFormat(*format, asText, asJSON); err != nil {
			return err
		}
		b, err := a.book()
		if err != nil {
			return err
		}
		rows, err := b.Compare(args[0], args[1], fault.Place{File: program})
		if err != nil {
			return err
		}
		return a.show(*format,
			func() *report.Report { return b.Compared(args[0], args[1], rows) },
			func() any { return b.CompareData(args[0], args[1], rows) })
	})
	format = a.formatFlag(cmd, asText, asJSON)
	return cmd
}
