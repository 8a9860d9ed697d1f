package sample

import (
	"fmt"
	"strconv"
	"strings"

	"alarife/internal/architecture"
	"alarife/internal/lang"
)

// builder takes an architecture from its lines.
type builder struct {
	a     *architecture.Architecture
	kinds []*architecture.Component
	flows map[string]int
}

type entry struct {
	words []string
	texts []lang.Text
}

func lines(name string) []entry {
	data, err := files.ReadFile(name)
	if err != nil {
		panic(err)
	}
	var out []entry
	for line := range strings.Lines(string(data)) {
		parts := strings.Split(strings.TrimSuffix(line, "\n"), " ;")
		e := entry{words: strings.Fields(parts[0])}
		for _, p := range parts[1:] {
			en, es, ok := strings.Cut(strings.TrimSpace(p), " | ")
			if !ok {
				es = en
			}
			e.texts = append(e.texts, lang.Text{EN: en, ES: es})
		}
		out = append(out, e)
	}
	return out
}

func read(name string) *builder {
	b := &builder{a: &architecture.Architecture{Region: "eu-west-1"}, flows: map[string]int{}}
	for _, e := range lines("architectures/" + name + ".txt") {
		w := e.words[1:]
		switch e.words[0] {
		case "title":
			b.a.Title = e.texts[0]
		case "box":
			b.box(w, e.texts[0])
		case "part":
			b.part(w, e.texts[0], e.texts[1])
		case "flow":
			b.flow(w, e.texts[0])
		case "kind":
			b.kinds = append(b.kinds, &architecture.Component{Category: w[0], Icon: w[1], Short: e.texts[0]})
		}
	}
	return b
}

func (b *builder) box(w []string, label lang.Text) {
	box := &architecture.Boundary{ID: w[0], Kind: architecture.BoundaryKind(w[1]), Label: label}
	if w[2] != "-" {
		box.Parent = w[2]
	}
	b.a.Boundaries = append(b.a.Boundaries, box)
}

func (b *builder) part(w []string, name, role lang.Text) {
	c := &architecture.Component{ID: w[0], Origin: w[0], Service: w[0], Short: name, Name: name, Role: role, Category: w[2]}
	if actor, ok := strings.CutPrefix(w[2], "actor:"); ok {
		c.Actor, c.Category, c.Service = actor, "general", ""
	}
	if len(w) > 3 {
		c.Icon = w[3]
	}
	switch w[1] {
	case "-":
		c.Place = architecture.Outside
	case "strip":
		c.Place = architecture.Strip
	default:
		c.Boundary, c.Place = w[1], architecture.InRegion
	}
	if box := b.a.Boundary(c.Boundary); box != nil && strings.HasSuffix(string(box.Kind), "-subnet") {
		c.Place, c.Zone = architecture.Place(box.Kind), c.Boundary[len(c.Boundary)-1:]
		c.Origin = strings.TrimSuffix(c.ID, "-"+c.Zone)
	} else if box != nil && box.Kind == architecture.KindOnPremises {
		c.Place = architecture.OnPremises
	}
	b.a.Components = append(b.a.Components, c)
}

func (b *builder) flow(w []string, text lang.Text) {
	step, err := strconv.Atoi(w[2])
	if err != nil {
		panic(err)
	}
	id := w[0] + ">" + w[1]
	if b.flows[id]++; b.flows[id] > 1 {
		id = fmt.Sprintf("%s#%d", id, b.flows[id])
	}
	b.a.Flows = append(b.a.Flows, &architecture.Flow{ID: id, From: w[0], To: w[1], Step: step, Async: len(w) > 3, Text: text})
}
