package dialogue

import (
	"slices"
	"strconv"
	"strings"

	"alarife/internal/architecture"
	"alarife/internal/export/report"
)

// system writes the architecture of an exercise in words, as its picture shows
// it: boundaries with their components, each under the number by which it is
// marked, then the flows.
func (c *Console) system(r *report.Report, x *exercise) {
	s := &system{c: c, r: r, x: x, arch: x.Architecture}
	r.Line(c.say("system", "title", s.arch.Title))
	for _, l := range slices.Concat(s.components("", 0), s.boundaries("", 0), s.strip()) {
		r.Marked(l.depth, l.mark, l.text)
	}
	s.flows()
}

type system struct {
	c    *Console
	r    *report.Report
	x    *exercise
	arch *architecture.Architecture
}

// entry is one line of the list.
type entry struct {
	depth      int
	mark, text string
}

// boundaries lists those below another with all that stands in them. A zone
// that holds the same as the one before says so.
func (s *system) boundaries(parent string, depth int) (out []entry) {
	var before []entry
	for _, b := range s.arch.Boundaries {
		if b.Parent != parent {
			continue
		}
		label := b.Label.In(s.c.Lang)
		inside := slices.Concat(s.components(b.ID, depth+1), s.boundaries(b.ID, depth+1))
		if b.Kind == architecture.KindZone && before != nil && slices.Equal(inside, before) {
			out = append(out, entry{depth, "-", s.c.say("same-zone", "zone", label)})
			continue
		}
		out = append(append(out, entry{depth, "-", label}), inside...)
		before = inside
	}
	return out
}

// components lists those that stand in a boundary itself.
func (s *system) components(boundary string, depth int) (out []entry) {
	for _, k := range s.arch.Components {
		if k.Boundary == boundary && k.Place != architecture.Strip {
			out = append(out, s.component(k, depth))
		}
	}
	return out
}

// strip lists what stands beside the picture.
func (s *system) strip() (out []entry) {
	for _, k := range s.arch.Components {
		if k.Place == architecture.Strip {
			out = append(out, s.component(k, 1))
		}
	}
	if len(out) == 0 {
		return nil
	}
	return append([]entry{{0, "-", s.c.Texts.Say(s.c.Lang, "picture.strip")}}, out...)
}

// component is one with what it does and how it is set up.
func (s *system) component(k *architecture.Component, depth int) entry {
	text := s.x.q.Options[s.number(k)-1].Text
	var traits []string
	for _, t := range k.Traits {
		if key := "dialogue.trait." + t; s.c.Texts.Has(key) {
			traits = append(traits, s.c.Texts.Say(s.c.Lang, key))
		}
	}
	if len(traits) > 0 {
		text += " (" + strings.Join(traits, ", ") + ")"
	}
	return entry{depth, numberMark(s.number(k)), text}
}

// number is the place of a component in the list that is marked; copies in
// zones share it.
func (s *system) number(k *architecture.Component) int { return placeOf(s.x.q.Options, k.Origin) }

func (s *system) flows() {
	if len(s.arch.Flows) == 0 {
		return
	}
	s.r.Line(s.c.say("flows"))
	known := map[string]bool{}
	for _, f := range s.arch.Flows {
		from, to := s.arch.Component(f.From), s.arch.Component(f.To)
		text := s.end(from) + " → " + s.end(to)
		if words := f.Text.In(s.c.Lang); words != "" {
			text += ": " + words
		}
		mark := "-"
		if f.Step > 0 {
			mark = strconv.Itoa(f.Step) + "."
		}
		if !known[mark+text] {
			known[mark+text] = true
			s.r.Marked(0, mark, text)
		}
	}
}

// end names one end of a flow with its number.
func (s *system) end(k *architecture.Component) string {
	return k.Short.In(s.c.Lang) + " (" + strconv.Itoa(s.number(k)) + ")"
}
