package main

import (
	"fmt"
	"io"
	"runtime"

	"github.com/spf13/cobra"

	"alarife/assets"
	"alarife/internal/version"
)

// version prints which Alarife this is and what it knows.
func (a *app) version() *cobra.Command {
	return a.command("version", nil, func(*cobra.Command, []string) error {
		m, err := a.prepare()
		if err != nil {
			return err
		}
		icons := "cli.icons-own"
		if assets.HasIcons() {
			icons = "cli.icons-set"
		}
		return a.print(func(w io.Writer) error {
			fmt.Fprintln(w, program, version.String())
			columns(w, [][2]string{
				{a.say("cli.catalog-digest"), m.Base().Digest},
				{a.say("cli.latest-price"), m.Base().Prices.Latest()},
				{a.say("cli.guide-until"), m.Base().Guide.Until},
				{a.say("cli.icons"), a.say(icons)},
				{a.say("cli.built"), runtime.Version() + " " + runtime.GOOS + "/" + runtime.GOARCH},
			})
			return nil
		})
	})
}
