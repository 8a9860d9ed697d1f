package main

import (
	"bytes"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"alarife/internal/export"
	"alarife/internal/file"
	runs "alarife/internal/run"
)

// export writes files.
func (a *app) export() *cobra.Command {
	var (
		c       *changes
		output  string
		formats []string
		dpi     float64
	)
	cmd := a.command("export", []string{"file"}, func(_ *cobra.Command, args []string) error {
		if !(dpi >= export.MinDPI && dpi <= export.MaxDPI) {
			return usage("cli.dpi", "min", export.MinDPI, "max", export.MaxDPI)
		}
		targets, err := targetsOf(output, formats)
		if err != nil {
			return err
		}
		m, brief, err := a.brief(args[0], c)
		if err != nil {
			return err
		}
		e := a.of(makeFor(targets, m, brief))
		e.DPI = dpi
		return a.write(e, targets)
	})
	c = a.changes(cmd)
	f := cmd.Flags()
	f.StringVarP(&output, "output", "o", "", a.say("cli.flag.output"))
	f.StringArrayVar(&formats, "format", nil, a.say("cli.flag.export-format", "known", strings.Join(export.Names(), "|")))
	f.Float64Var(&dpi, "dpi", export.DefaultDPI, a.say("cli.flag.dpi", "default", export.DefaultDPI))
	return cmd
}

// target is one file that is to be written; "-" is standard output.
type target struct {
	path   string
	format export.Format
}

// targetsOf says what to write where: one format by the extension of the
// output or by its name, several each with its own extension.
func targetsOf(output string, formats []string) ([]target, error) {
	known := strings.Join(export.Names(), ", ")
	extension := filepath.Ext(output)
	switch {
	case output == "":
		return nil, usage("cli.no-output")
	case output == "-" && len(formats) != 1:
		return nil, usage("cli.one-format", "known", known)
	case len(formats) == 0:
		f, ok := export.Find(extension)
		if !ok {
			return nil, usage("cli.unknown-extension", "file", output, "known", known)
		}
		return []target{{output, f}}, nil
	}
	var out []target
	for _, name := range formats {
		f, ok := export.Find(name)
		if !ok {
			return nil, usage("cli.unknown-format", "value", name, "known", known)
		}
		path := output
		if len(formats) > 1 {
			if _, ok := export.Find(extension); ok {
				path = strings.TrimSuffix(output, extension)
			}
			path += f.Extension
		}
		out = append(out, target{path, f})
	}
	return out, nil
}

// makeFor makes a full run where a format tells all of it.
func makeFor(targets []target, m *runs.Runner, b runs.Brief) *runs.Run {
	for _, t := range targets {
		if t.format.Whole {
			return m.Full(b)
		}
	}
	return m.Quick(b)
}

// write makes all files before it writes the first.
func (a *app) write(e *export.Export, targets []target) error {
	made := make([]bytes.Buffer, len(targets))
	for i, t := range targets {
		if err := t.format.Write(e, &made[i]); err != nil {
			return err
		}
	}
	for i, t := range targets {
		if t.path == "-" {
			if err := a.emit(made[i].Bytes()); err != nil {
				return err
			}
			continue
		}
		if err := file.Write(t.path, func(w io.Writer) error { _, err := w.Write(made[i].Bytes()); return err }); err != nil {
			return err
		}
	}
	return nil
}
