package main

import (
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"alarife/internal/design"
	"alarife/internal/fault"
	"alarife/internal/file"
	"alarife/internal/knowledge"
	runs "alarife/internal/run"
	"alarife/internal/source"
)

// changes are the flags that change what a design file says.
type changes struct {
	era                 string
	sets, pins, weights []string
}

// changes adds the flags to a command.
func (a *app) changes(cmd *cobra.Command) *changes {
	c := &changes{}
	f := cmd.Flags()
	f.StringVar(&c.era, "era", "", a.say("cli.flag.era"))
	f.StringArrayVar(&c.sets, "set", nil, a.say("cli.flag.set"))
	f.StringArrayVar(&c.pins, "pin", nil, a.say("cli.flag.pin"))
	f.StringArrayVar(&c.weights, "priority", nil, a.say("cli.flag.priority"))
	return c
}

// none reports whether no flag was given.
func (c *changes) none() bool { return c.era == "" && len(c.sets)+len(c.pins)+len(c.weights) == 0 }

// apply puts the flags into a design. All faults are told together.
func (c *changes) apply(d *design.Document, b *knowledge.Base) error {
	var faults fault.List
	if c.era != "" {
		era, err := design.ParseEra(c.era, fault.Place{File: "--era"})
		_ = faults.Add(err)
		d.Era = era
	}
	each(c.sets, "--set", &faults, func(fact, value string, at fault.Place) error {
		v, err := b.ParseAnswer(fact, value, at)
		d.Answers[fact] = v
		return err
	})
	each(c.pins, "--pin", &faults, func(decision, option string, at fault.Place) error {
		d.Pins[decision] = option
		return b.CheckOption(decision, option, at)
	})
	each(c.weights, "--priority", &faults, func(criterion, weight string, at fault.Place) error {
		entry := source.Entry{Key: source.Scalar{Text: criterion, Place: at}, Value: weight}
		if n, err := strconv.ParseFloat(strings.Replace(weight, ",", ".", 1), 64); err == nil {
			entry.Value = n
		}
		read, err := knowledge.ReadPriorities(source.Entries{entry})
		for criterion, n := range read {
			d.Priorities[criterion] = n
		}
		return err
	})
	return faults.Err()
}

// each takes values of the form name=value apart.
func each(values []string, flag string, faults *fault.List, take func(name, value string, at fault.Place) error) {
	for _, v := range values {
		at := fault.Place{File: flag + " " + v}
		name, value, ok := strings.Cut(v, "=")
		if !ok {
			*faults = append(*faults, fault.New(at, "cli.pair", "flag", flag))
			continue
		}
		_ = faults.Add(take(strings.TrimSpace(name), strings.TrimSpace(value), at))
	}
}

// open reads a design or scenario from a file, or from standard input for
// "-".
func (a *app) open(path string) (*runs.Runner, *design.Document, error) {
	m, err := a.prepare()
	if err != nil {
		return nil, nil, err
	}
	if path != "-" {
		d, err := design.Open(path, m.Base())
		return m, d, err
	}
	name := a.say("cli.word.input")
	data, err := file.ReadFrom(name, a.in, source.MaxBytes)
	if err != nil {
		return nil, nil, err
	}
	d, err := design.Parse(name, data, m.Base())
	return m, d, err
}

// brief opens a design and applies the flags.
func (a *app) brief(path string, c *changes) (*runs.Runner, runs.Brief, error) {
	m, d, err := a.open(path)
	if err != nil {
		return nil, runs.Brief{}, err
	}
	if err := c.apply(d, m.Base()); err != nil {
		return nil, runs.Brief{}, err
	}
	return m, briefOf(d), nil
}

func briefOf(d *design.Document) runs.Brief { return runs.Brief{Title: d.Title, Case: d.Case()} }
