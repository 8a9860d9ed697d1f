package main

import (
	"github.com/spf13/cobra"
)

// advise prints the whole recommendation.
func (a *app) advise() *cobra.Command {
	var c *changes
	var format *string
	cmd := a.command("advise", []string{"file"}, func(_ *cobra.Command, args []string) error {
		if err := checkFormat(*format, asText, asJSON, asNDJSON); err != nil {
			return err
		}
		if *format == asNDJSON {
			return a.adviseLines(args[0], c)
		}
		m, brief, err := a.brief(args[0], c)
		if err != nil {
			return err
		}
		e := a.of(m.Full(brief))
		if *format == asJSON {
			return a.print(e.JSON)
		}
		return a.print(e.Text)
	})
	c, format = a.changes(cmd), a.formatFlag(cmd, asText, asJSON, asNDJSON)
	return cmd
}
