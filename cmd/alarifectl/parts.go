package main

import (
	"github.com/spf13/cobra"

	"alarife/internal/export"
	"alarife/internal/export/report"
	runs "alarife/internal/run"
)

// part is a command that prints one part of a run.
type part struct {
	make  func(*runs.Runner, runs.Brief) *runs.Run
	words func(*export.Export) *report.Report
	value func(*export.Export) any
	rate  bool // takes --rate
}

// ask prints the unanswered questions that can still turn a decision.
func (a *app) ask() *cobra.Command {
	return a.part("ask", part{(*runs.Runner).Full, (*export.Export).AskReport, (*export.Export).AskResult, false})
}

// review prints the findings.
func (a *app) review() *cobra.Command {
	return a.part("review", part{(*runs.Runner).Quick, (*export.Export).ReviewReport, (*export.Export).ReviewResult, false})
}

// estimate prints the monthly cost.
func (a *app) estimate() *cobra.Command {
	return a.part("estimate", part{(*runs.Runner).Quick, (*export.Export).EstimateReport, (*export.Export).EstimateResult, true})
}

func (a *app) part(name string, p part) *cobra.Command {
	var c *changes
	var format *string
	var rate string
	cmd := a.command(name, []string{"file"}, func(_ *cobra.Command, args []string) error {
		if err := checkFormat(*format, asText, asJSON); err != nil {
			return err
		}
		converted, err := readRate(rate)
		if err != nil {
			return err
		}
		m, brief, err := a.brief(args[0], c)
		if err != nil {
			return err
		}
		e := a.of(p.make(m, brief))
		e.Rate = converted
		return a.show(*format, func() *report.Report { return p.words(e) }, func() any { return p.value(e) })
	})
	c, format = a.changes(cmd), a.formatFlag(cmd, asText, asJSON)
	if p.rate {
		cmd.Flags().StringVar(&rate, "rate", "", a.say("cli.flag.rate"))
	}
	return cmd
}
