package main

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"alarife/internal/export/report"
	"alarife/internal/fault"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/practice"
)

const mostGenerated = 100000 // in one call

// practiceGenerate makes exercises from a seed.
func (a *app) practiceGenerate() *cobra.Command {
	var seed uint64
	var count int
	var era, topic string
	var format *string
	cmd := a.subcommand("practice", "generate", nil, func(_ *cobra.Command, _ []string) error {
		if err := checkFormat(*format, asText, asJSON); err != nil {
			return err
		}
		if count < 1 || count > mostGenerated {
			return usage("cli.count", "value", count, "max", mostGenerated)
		}
		g, err := a.generator(era, topic)
		if err != nil {
			return err
		}
		made, err := g.Generate(seed, count)
		if errors.Is(err, practice.ErrBarren) {
			return usage("cli.barren", "count", count)
		}
		if err != nil {
			return err
		}
		return a.show(*format, func() *report.Report { return a.sheet(made) }, func() any { return a.sheetData(seed, made) })
	})
	cmd.Flags().Uint64Var(&seed, "seed", 1, a.say("cli.flag.seed"))
	cmd.Flags().IntVar(&count, "count", 10, a.say("cli.flag.count"))
	cmd.Flags().StringVar(&era, "era", string(knowledge.Guide), a.say("cli.flag.era"))
	cmd.Flags().StringVar(&topic, "topic", "", a.say("cli.flag.topic"))
	format = a.formatFlag(cmd, asText, asJSON)
	return cmd
}

// generator prepares a generator for an era and a topic, "" for all.
func (a *app) generator(era, topic string) (*practice.Generator, error) {
	if err := checkEra(era); err != nil {
		return nil, err
	}
	b, err := a.exercises()
	if err != nil {
		return nil, err
	}
	g := b.NewGenerator(knowledge.Era(era))
	if topic == "" {
		return g, nil
	}
	about := g.About(topic)
	if len(about.Topics()) == 0 {
		return nil, usage("cli.unknown-topic", "value", topic, "known", strings.Join(g.Topics(), ", "))
	}
	return about, nil
}

// checkEra says that a value is no era.
func checkEra(era string) error {
	if era != string(knowledge.Guide) && era != string(knowledge.Today) {
		return fault.New(fault.Place{File: "--era"}, "catalog.not-one-of", "field", "era", "value", era, "known", "guide, today")
	}
	return nil
}

// made is an exercise with its solution, as JSON.
type made struct {
	practice.Question
	Solution practice.Solution `json:"solution"`
}

// sheetData is a list of exercises as JSON.
func (a *app) sheetData(seed uint64, list []*practice.Exercise) any {
	items := []made{}
	for _, x := range list {
		items = append(items, made{x.Question(a.lang), x.Solution(a.lang, a.runner.Base())})
	}
	return struct {
		Alarife int       `json:"alarife"`
		Catalog string    `json:"catalog"`
		Seed    uint64    `json:"seed"`
		Lang    lang.Lang `json:"lang"`
		Items   []made    `json:"items"`
	}{1, a.runner.Base().Digest, seed, a.lang, items}
}

// sheet is a list of exercises as text: first what is asked, then the solution.
func (a *app) sheet(list []*practice.Exercise) *report.Report {
	r := report.New()
	for n, x := range list {
		q, s := x.Question(a.lang), x.Solution(a.lang, a.runner.Base())
		r.Heading(1, a.say("cli.exercise", "number", n+1, "title", q.Title))
		r.Line(q.Story)
		r.Line(q.Ask)
		letters := map[string]string{}
		for i, o := range q.Options {
			letters[o.ID] = string(rune('A' + i))
			r.Marked(0, letters[o.ID]+")", o.Text)
		}
		r.Heading(2, a.say("cli.solution"))
		for _, note := range s.Notes {
			mark := "✗"
			if note.Right {
				mark = "✓"
			}
			r.Marked(0, mark, letters[note.ID]+") "+strings.Join(note.Why, " "))
			if note.Would != "" {
				r.Item(1, note.Would)
			}
		}
		for _, text := range s.Because {
			r.Line(text)
		}
	}
	return r
}
