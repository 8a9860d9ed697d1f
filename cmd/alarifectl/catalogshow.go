package main

import (
	"io"

	"github.com/spf13/cobra"

	"alarife/internal/export"
	"alarife/internal/export/page"
	"alarife/internal/fault"
)

// asMarkdown is the format of linked pages and of plans.
const asMarkdown = "md"

// book loads the catalog as pages in the reader's language.
func (a *app) book() (*page.Book, error) {
	m, err := a.prepare()
	if err != nil {
		return nil, err
	}
	return page.New(m.Base(), a.texts, a.lang), nil
}

// catalogShow prints the page of everything that has the id.
func (a *app) catalogShow() *cobra.Command {
	var format *string
	cmd := a.subcommand("catalog", "show", []string{"id"}, func(_ *cobra.Command, args []string) error {
		if err := checkFormat(*format, asText, asJSON, asMarkdown); err != nil {
			return err
		}
		b, err := a.book()
		if err != nil {
			return err
		}
		found, err := b.Find(args[0], fault.Place{File: program})
		if err != nil {
			return err
		}
		return a.print(func(w io.Writer) error { return showPages(w, b, found, *format) })
	})
	format = a.formatFlag(cmd, asText, asJSON, asMarkdown)
	return cmd
}

func showPages(w io.Writer, b *page.Book, found []page.Ref, format string) error {
	if format == asJSON {
		return export.WriteJSON(w, b.Data(found), "  ")
	}
	for i, r := range found {
		if i > 0 {
			if _, err := io.WriteString(w, "\n"); err != nil {
				return err
			}
		}
		write := b.Page(r).Text
		if format == asMarkdown {
			write = b.Page(r).Markdown
		}
		if err := write(w); err != nil {
			return err
		}
	}
	return nil
}
