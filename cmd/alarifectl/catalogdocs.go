package main

import (
	"github.com/spf13/cobra"

	"alarife/internal/export/page"
	"alarife/internal/export/report"
	"alarife/internal/file"
)

// catalogDocs writes the whole catalog as linked Markdown.
func (a *app) catalogDocs() *cobra.Command {
	var dir *string
	cmd := a.subcommand("catalog", "docs", nil, func(_ *cobra.Command, _ []string) error {
		if *dir == "" {
			return usage("cli.no-folder")
		}
		b, err := a.book()
		if err != nil {
			return err
		}
		files, err := b.Docs()
		if err != nil {
			return err
		}
		written, removed, err := file.Folder(*dir, page.Marker, files)
		if err != nil {
			return err
		}
		r := report.New()
		r.Line(a.say("cli.docs", "folder", *dir, "pages", len(files), "written", written, "removed", removed))
		return a.print(r.Text)
	})
	dir = cmd.Flags().StringP("output", "o", "", a.say("cli.flag.folder"))
	return cmd
}
