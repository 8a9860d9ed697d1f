package main

import (
	"io"
	"strings"

	"github.com/spf13/cobra"

	"alarife/internal/export"
	"alarife/internal/fault"
)

// catalogSearch finds things by words.
func (a *app) catalogSearch() *cobra.Command {
	var format *string
	cmd := a.subcommand("catalog", "search", []string{"words"}, func(_ *cobra.Command, args []string) error {
		if err := checkFormat(*format, asText, asJSON); err != nil {
			return err
		}
		b, err := a.book()
		if err != nil {
			return err
		}
		text := strings.Join(args, " ")
		if *format == asJSON {
			return a.print(func(w io.Writer) error { return export.WriteJSON(w, b.FoundData(text), "  ") })
		}
		found, err := b.Found(text, fault.Place{File: program})
		if err != nil {
			return err
		}
		return a.print(found.Text)
	})
	cmd.Args = func(_ *cobra.Command, given []string) error {
		return a.count([]string{"words"}, given[:min(1, len(given))])
	}
	format = a.formatFlag(cmd, asText, asJSON)
	return cmd
}
