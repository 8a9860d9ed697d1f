package main

import (
	"github.com/spf13/cobra"

	"alarife/internal/practice"
)

// practice is everything about exercises.
func (a *app) practice() *cobra.Command {
	cmd := a.command("practice", nil, func(cmd *cobra.Command, _ []string) error { return cmd.Help() })
	cmd.Args = func(cmd *cobra.Command, args []string) error { return a.unknownCommand(cmd, args) }
	cmd.AddCommand(
		a.practiceDrill(), a.practiceExam(), a.practiceReview(), a.practiceStats(), a.practiceHistory(),
		a.practiceGenerate(), a.practiceCheck(), a.practiceExport(), a.practiceImport(),
	)
	return cmd
}

// exercises returns the book of exercises of the catalog.
func (a *app) exercises() (*practice.Book, error) {
	m, err := a.prepare()
	if err != nil {
		return nil, err
	}
	return &practice.Book{Advisor: m.Advisor, Texts: m.Texts}, nil
}
