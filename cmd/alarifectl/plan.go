package main

import (
	"strings"

	"github.com/spf13/cobra"

	"alarife/internal/export"
	"alarife/internal/export/report"
)

// plan prints what follows from a recommendation: machine, money over time,
// network, responsibilities, tags.
func (a *app) plan() *cobra.Command {
	var c *changes
	var format *string
	var part, rate string
	cmd := a.command("plan", []string{"file"}, func(_ *cobra.Command, args []string) error {
		if err := checkFormat(*format, asText, asJSON, asMarkdown); err != nil {
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
		if err := checkPart(part, export.PlanParts(m.Base())); err != nil {
			return err
		}
		e := a.of(m.Quick(brief))
		e.Rate = converted
		if *format == asMarkdown {
			return a.print(e.PlanReport(part).Markdown)
		}
		return a.show(*format, func() *report.Report { return e.PlanReport(part) }, func() any { return e.PlanResult(part) })
	})
	c, format = a.changes(cmd), a.formatFlag(cmd, asText, asJSON, asMarkdown)
	cmd.Flags().StringVar(&rate, "rate", "", a.say("cli.flag.rate"))
	cmd.Flags().StringVar(&part, "part", "", a.say("cli.flag.part"))
	return cmd
}

// checkPart says that a plan has no such part; "" is all of it.
func checkPart(part string, known []string) error {
	for _, k := range append(known, "") {
		if part == k {
			return nil
		}
	}
	return usage("cli.unknown-part", "value", part, "known", strings.Join(known, ", "))
}

// readRate reads the value of --rate; "" is none.
func readRate(value string) (*export.Rate, error) {
	if value == "" {
		return nil, nil
	}
	r, ok := export.ParseRate(value)
	if !ok {
		return nil, usage("cli.rate", "value", value, "min", export.MinRate, "max", export.MaxRate)
	}
	return &r, nil
}
