package main

import (
	"github.com/spf13/cobra"
)

// catalogCommand looks at the catalog.
func (a *app) catalogCommand() *cobra.Command {
	cmd := a.command("catalog", nil, func(cmd *cobra.Command, _ []string) error { return cmd.Help() })
	cmd.Args = func(cmd *cobra.Command, args []string) error { return a.unknownCommand(cmd, args) }
	cmd.AddCommand(a.catalogCheck(), a.catalogDiff(), a.catalogDocs(), a.catalogList(), a.catalogNew(), a.catalogSearch(), a.catalogShow())
	return cmd
}
