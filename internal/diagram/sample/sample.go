// Package sample reads hand-written architectures for the tests of layout and
// painting: the case studies, a large platform, and random ones.
//
// A line is a keyword with words, then texts behind semicolons, each in English
// and Spanish:
//
//	box ID KIND PARENT ; label
//	part ID BOX CATEGORY [ICON] ; name ; role      (BOX: -, strip or a box; CATEGORY: or actor:GLYPH)
//	flow FROM TO STEP [async] ; text
//	kind CATEGORY ICON ; name                      (what Large adds)
package sample

import (
	"embed"
	"fmt"
	"strings"

	"alarife/internal/architecture"
	"alarife/internal/diagram"
	"alarife/internal/lang"
)

//go:embed architectures captions.txt
var files embed.FS

// Names lists the case studies.
func Names() []string {
	return []string{"recommendation", "medical", "sentiment", "fraud", "exam"}
}

// Build returns an architecture by name; it panics where there is none.
func Build(name string) *architecture.Architecture {
	return read(name).a
}

// Large returns a platform of n components in two zones, with about as many
// flows.
func Large(n int) *architecture.Architecture {
	b := read("platform")
	last := "intake"
	for i := 0; len(b.a.Components) < n; i++ {
		k := b.kinds[i%len(b.kinds)]
		id := fmt.Sprintf("part-%d", i)
		c := &architecture.Component{
			ID: id, Origin: id, Service: id, Short: k.Short, Name: k.Short, Category: k.Category, Icon: k.Icon,
			Role: lang.Text{EN: fmt.Sprintf("part %d", i), ES: fmt.Sprintf("parte %d", i)}, Place: architecture.InRegion, Boundary: "region",
		}
		b.a.Components = append(b.a.Components, c)
		if i%8 == 0 {
			last = []string{"intake", "api-a", "api-b"}[(i/8)%3]
		}
		b.flow([]string{last, id, fmt.Sprint(6 + i)}, lang.Text{EN: fmt.Sprintf("data set %d", i), ES: fmt.Sprintf("conjunto de datos %d", i)})
		if i%8 == 5 {
			b.flow([]string{fmt.Sprintf("part-%d", i-3), id, "0", "async"}, lang.Text{EN: "features", ES: "atributos"})
		}
		last = id
	}
	return b.a
}

// Options are those of a usual picture in a language.
func Options(l lang.Lang) diagram.Options {
	c := map[string]string{}
	for _, line := range lines("captions.txt") {
		c[line.words[0]] = line.texts[0].In(l)
	}
	t := diagram.Texts{
		Strip: c["strip"], Steps: c["steps"], Legend: c["legend"], Step: c["step"], Sync: c["sync"], Async: c["async"], Hole: c["hole"],
		Kinds: map[string]string{},
	}
	for k, v := range c {
		if kind, ok := strings.CutPrefix(k, "kind-"); ok {
			t.Kinds[kind] = v
		}
	}
	return diagram.Options{Lang: l, Region: c["region"], Date: c["date"], MonthlyCost: c["cost"], Texts: t}
}
