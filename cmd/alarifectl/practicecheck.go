package main

import (
	"github.com/spf13/cobra"

	"alarife/internal/export/report"
	"alarife/internal/knowledge"
)

// practiceCheck derives the key of every item and tells those that have none.
func (a *app) practiceCheck() *cobra.Command {
	return a.subcommand("practice", "check", nil, func(_ *cobra.Command, _ []string) error {
		b, err := a.exercises()
		if err != nil {
			return err
		}
		all, faults := b.Check()
		if err := faults.Err(); err != nil {
			return err
		}
		r := report.New()
		kinds, sessions, unproven := map[knowledge.ItemKind]int{}, map[int]int{}, 0
		for _, c := range all {
			kinds[c.Item.Kind]++
			for _, g := range c.Item.Guide {
				sessions[g]++
			}
			if !c.Exercise.Proven {
				unproven++
			}
		}
		r.Line(a.say("cli.practice-checked", "count", len(all), "unproven", unproven))
		for _, k := range knowledge.ItemKinds() {
			r.Item(0, a.say("cli.practice-kind", "kind", a.say("practice.kind."+string(k)), "count", kinds[k]))
		}
		for _, s := range a.runner.Base().Guide.Sessions {
			r.Item(0, a.say("cli.practice-session", "session", s.ID, "title", s.Title, "count", sessions[s.ID]))
		}
		return a.print(r.Text)
	})
}
