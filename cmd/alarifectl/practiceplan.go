package main

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"alarife/internal/knowledge"
	"alarife/internal/practice/session"
)

// wanted are the flags that say which exercises are meant.
type wanted struct {
	set      *pflag.FlagSet
	guide    []int
	topics   []string
	kinds    []string
	level    int
	count    int
	era      string
	seed     uint64
	source   string
	fallback session.Source // where --source is not given
}

// wanted adds the flags to a command.
func (a *app) wanted(cmd *cobra.Command, source session.Source, count string) *wanted {
	w := &wanted{set: cmd.Flags(), fallback: source}
	f := cmd.Flags()
	f.IntSliceVar(&w.guide, "session", nil, a.say("cli.flag.session"))
	f.StringSliceVar(&w.topics, "topic", nil, a.say("cli.flag.topics"))
	f.StringSliceVar(&w.kinds, "kind", nil, a.say("cli.flag.kinds", "known", strings.Join(itemKinds(), "|")))
	f.IntVar(&w.level, "level", 0, a.say("cli.flag.level"))
	f.StringVar(&w.era, "era", "", a.say("cli.flag.item-era"))
	f.StringVar(&w.source, "source", string(source), a.say("cli.flag.source", "default", source))
	a.counted(cmd, w, count)
	return w
}

// counted adds those flags that even a review has; count is the text of the
// one that says how many.
func (a *app) counted(cmd *cobra.Command, w *wanted, count string) {
	cmd.Flags().IntVar(&w.count, "count", 0, count)
	cmd.Flags().Uint64Var(&w.seed, "seed", 0, a.say("cli.flag.item-seed"))
}

func itemKinds() (names []string) {
	for _, k := range knowledge.ItemKinds() {
		names = append(names, string(k))
	}
	return names
}

var sources = []string{string(session.Authored), string(session.Generated), string(session.Mixed)}

// check says what is wrong with the flags, as far as that is known without
// the catalog.
func (w *wanted) check() error {
	for _, k := range w.kinds {
		if !slices.Contains(itemKinds(), k) {
			return usage("cli.unknown-item-kind", "value", k, "known", strings.Join(itemKinds(), ", "))
		}
	}
	if w.set.Changed("level") {
		if err := checkLevel(w.level); err != nil {
			return err
		}
	}
	switch {
	case w.set.Changed("count") && (w.count < 1 || w.count > session.MaxCount):
		return usage("cli.count", "value", w.count, "max", session.MaxCount)
	case w.source != "" && !slices.Contains(sources, w.source):
		return usage("cli.unknown-source", "value", w.source, "known", strings.Join(sources, ", "))
	case w.era != "":
		return checkEra(w.era)
	}
	return nil
}

// catalogFor loads the catalog, unless the flags are wrong.
func (a *app) catalogFor(w *wanted) (*knowledge.Base, error) {
	if err := w.check(); err != nil {
		return nil, err
	}
	m, err := a.prepare()
	if err != nil {
		return nil, err
	}
	return m.Base(), checkSessions(m.Base(), w.guide)
}

// checkSessions says that the study guide lacks a session.
func checkSessions(base *knowledge.Base, ids []int) error {
	var known []string
	for _, s := range base.Guide.Sessions {
		known = append(known, strconv.Itoa(s.ID))
	}
	for _, id := range ids {
		if !slices.Contains(known, strconv.Itoa(id)) {
			return usage("cli.unknown-session", "value", strconv.Itoa(id), "known", strings.Join(known, ", "))
		}
	}
	return nil
}

// checkLevel says that there is no such level.
func checkLevel(level int) error {
	if level < 1 || level > knowledge.MaxLevel {
		return usage("cli.level", "value", strconv.Itoa(level), "max", knowledge.MaxLevel)
	}
	return nil
}

// into puts the flags into a plan.
func (w *wanted) into(p session.Plan) session.Plan {
	if w.set.Changed("count") || p.Count == 0 {
		p.Count = w.count
	}
	p.Era, p.Seed = knowledge.Era(w.era), w.seed
	if !w.set.Changed("seed") {
		p.Seed = rand.Uint64N(1_000_000) // short enough to be typed
	}
	p.Guide, p.Topics, p.Level = w.guide, w.topics, w.level
	for _, k := range w.kinds {
		p.Items = append(p.Items, knowledge.ItemKind(k))
	}
	p.Source = w.fallback
	if w.source != "" {
		p.Source = session.Source(w.source)
	}
	return p
}

// limitFlag is a span of time: 30m, 1h30m, or 30 for minutes.
type limitFlag struct{ d *time.Duration }

const maxLimit = 24 * time.Hour

func (f limitFlag) String() string { return "" }
func (f limitFlag) Type() string   { return "time" }

func (f limitFlag) Set(text string) error {
	if n, err := strconv.Atoi(text); err == nil {
		text = strconv.Itoa(n) + "m"
	}
	d, err := time.ParseDuration(text)
	if err != nil {
		return err
	}
	if d < 0 || d > maxLimit {
		return strconv.ErrRange
	}
	*f.d = d
	return nil
}
