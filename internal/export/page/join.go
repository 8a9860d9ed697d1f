package page

import (
	"strings"

	"alarife/internal/knowledge"
)

// joins writes how components attach to what else stands there.
func (w *writer) joins(joins []*knowledge.Join) {
	for _, j := range joins {
		var mates []string
		for _, m := range j.With {
			mates = append(mates, w.Code(mate(m)))
		}
		key := "join-to"
		if j.From != "" {
			key = "join-from"
		}
		text := w.say(key, "own", w.Code(j.Own()), "mates", strings.Join(mates, w.say("join.or-else")), "text", j.Text)
		if j.WhenIs.Text != "" {
			text += " " + w.say("only-when", "when", w.condition(j.WhenIs.Text, ""))
		}
		w.Item(0, text)
	}
}

// mate writes a description of components as it stands in the catalog.
func mate(m *knowledge.Mate) string {
	var parts []string
	for _, f := range [][2]string{
		{"slot", m.Slot},
		{"decision", m.Decision},
		{"component", m.Component},
		{"service", m.Service},
		{"trait", m.Trait},
		{"lacks", m.Lacks},
		{"place", m.At},
		{"calls", m.Calls},
	} {
		if f[1] != "" {
			parts = append(parts, f[0]+": "+f[1])
		}
	}
	return strings.Join(parts, ", ")
}
