package main

import (
	"io"
	"strings"

	"github.com/spf13/cobra"

	"alarife/internal/export"
	"alarife/internal/export/report"
	runs "alarife/internal/run"
)

// Formats of what commands print.
const (
	asText   = "text"
	asJSON   = "json"
	asNDJSON = "ndjson"
)

// formatFlag adds --format with the formats that the command knows.
func (a *app) formatFlag(cmd *cobra.Command, known ...string) *string {
	return cmd.Flags().String("format", known[0], a.say("cli.flag.format", "known", strings.Join(known, "|")))
}

// checkFormat says that a command does not know a format.
func checkFormat(format string, known ...string) error {
	for _, k := range known {
		if format == k {
			return nil
		}
	}
	return usage("cli.unknown-format", "value", format, "known", strings.Join(known, ", "))
}

// show prints a report as text or a value as JSON.
func (a *app) show(format string, words func() *report.Report, value func() any) error {
	return a.print(func(w io.Writer) error {
		if format == asJSON {
			return export.WriteJSON(w, value(), "  ")
		}
		return words().Text(w)
	})
}

// of makes an export of a run in the reader's language.
func (a *app) of(r *runs.Run) *export.Export { return &export.Export{Run: r, Lang: a.lang} }
