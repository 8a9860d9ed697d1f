package main

import (
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"alarife/internal/fault"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
)

// catalogShow prints the file of everything that has the id, or the rows of a
// price.
func (a *app) catalogShow() *cobra.Command {
	return a.subcommand("catalog", "show", []string{"id"}, func(_ *cobra.Command, args []string) error {
		m, err := a.prepare()
		if err != nil {
			return err
		}
		layers, err := a.layers()
		if err != nil {
			return err
		}
		id := args[0]
		var found, ids []string
		for _, k := range kinds {
			for _, row := range k.list(m.Base(), a.lang) {
				ids = append(ids, row[0])
				if row[0] == id {
					found = append(found, k.name)
				}
			}
		}
		if len(found) == 0 {
			return usage("cli.unknown-id", "id", id, "near", fault.Nearest(id, ids))
		}
		return a.print(func(w io.Writer) error { return showAll(w, m.Base(), layers, found, id) })
	})
}

func showAll(w io.Writer, b *knowledge.Base, layers []knowledge.Layer, kinds []string, id string) error {
	for i, kind := range kinds {
		if i > 0 {
			fmt.Fprintln(w)
		}
		if kind == "prices" {
			showPrice(w, b.Prices, id)
			continue
		}
		name, data, err := topmost(layers, kind+"/"+id+".yaml")
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "# %s\n", lang.Clean(name))
		for line := range strings.Lines(string(data)) {
			fmt.Fprintln(w, lang.Clean(strings.TrimRight(line, "\r\n")))
		}
	}
	return nil
}

// topmost reads a file from the last layer that has it.
func topmost(layers []knowledge.Layer, file string) (name string, data []byte, err error) {
	for i := len(layers) - 1; i >= 0; i-- {
		if data, err = fs.ReadFile(layers[i].FS, file); err == nil {
			return filepath.Join(layers[i].Name, filepath.FromSlash(file)), data, nil
		}
	}
	return file, nil, err
}

// showPrice prints a price in every Region as the tables have it.
func showPrice(w io.Writer, t *knowledge.PriceTable, id string) {
	fmt.Fprintln(w, "price,unit,region,usd,as_of,source")
	for _, region := range t.Regions(id) {
		p, _ := t.Find(id, region)
		fmt.Fprintf(w, "%s,%s,%s,%v,%s,%s\n", p.ID, lang.Clean(p.Unit), p.Region, p.USD, p.AsOf, lang.Clean(p.Source))
	}
}
