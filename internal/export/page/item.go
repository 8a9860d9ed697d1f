package page

import "alarife/internal/knowledge"

// item writes the page of an exercise: what it is about and what it is asked
// on, never its key.
func (w *writer) item(i *knowledge.Item) {
	w.Line(w.template(i.Story, ""))
	w.Line(w.template(i.Ask, ""))
	w.field("item-kind", w.Say("practice.kind."+string(i.Kind)))
	w.field("told-in", w.era(i.InEra()))
	if s := w.base.Scenario(i.Scenario); s != nil {
		w.field("kind.scenarios", w.link(Ref{Scenarios, s.ID}))
	}
	decisions := i.Decisions
	if i.Decision != "" {
		decisions = append([]string{i.Decision}, decisions...)
	}
	for _, d := range decisions {
		w.Item(0, w.link(Ref{Decisions, d}))
	}
	for _, source := range i.Sources {
		w.Item(0, source)
	}
}
