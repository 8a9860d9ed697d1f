package main

import (
	"github.com/spf13/cobra"

	"alarife/internal/export"
)

// whatIf prints what differs where answers, pins or priorities are others.
func (a *app) whatIf() *cobra.Command {
	var c *changes
	var format *string
	cmd := a.command("what-if", []string{"file"}, func(_ *cobra.Command, args []string) error {
		if err := checkFormat(*format, asText, asJSON); err != nil {
			return err
		}
		if c.none() {
			return usage("cli.no-change")
		}
		m, d, err := a.open(args[0])
		if err != nil {
			return err
		}
		before := a.of(m.Quick(briefOf(d)))
		changed := d.Clone()
		if err := c.apply(changed, m.Base()); err != nil {
			return err
		}
		difference := export.Compare(before, a.of(m.Quick(briefOf(changed))))
		return a.show(*format, difference.Report, func() any { return difference })
	})
	c, format = a.changes(cmd), a.formatFlag(cmd, asText, asJSON)
	return cmd
}
