package main

import (
	"github.com/spf13/cobra"

	"alarife/internal/export/report"
	"alarife/internal/fault"
)

// explain prints one decision in full.
func (a *app) explain() *cobra.Command {
	var c *changes
	var format *string
	cmd := a.command("explain", []string{"file", "decision"}, func(_ *cobra.Command, args []string) error {
		if err := checkFormat(*format, asText, asJSON); err != nil {
			return err
		}
		m, brief, err := a.brief(args[0], c)
		if err != nil {
			return err
		}
		id := args[1]
		if err := m.Base().CheckOption(id, "", fault.Place{File: program}); err != nil {
			return err
		}
		e := a.of(m.Full(brief))
		return a.show(*format,
			func() *report.Report { return e.Explain(id, m.Advisor.DependsOn(id)) },
			func() any { return e.DecisionResult(id) })
	})
	c, format = a.changes(cmd), a.formatFlag(cmd, asText, asJSON)
	return cmd
}
