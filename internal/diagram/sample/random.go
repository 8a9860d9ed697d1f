package sample

import (
	"fmt"
	"math/rand/v2"

	"alarife/internal/architecture"
	"alarife/internal/lang"
)

// Odd texts that a catalog or a user may bring.
var odd = []string{
	`"quotes" and \back\slash\`, "two\nlines\tand tab", "<script>alert(1)</script>", "${HOME} {{x}}", "العربية من اليمين", "emoji 🚀🔥 and 漢字",
	"Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", "", "&amp; &lt; %s %d", "a text that is a good deal longer than anything a picture should carry on one of its lines, but is not cut",
	"\x00\x01control\x7f", "\xff\xfe broken utf-8",
}

// Random returns an architecture of n components drawn by a seed: nested
// boxes, circles, doubled flows, odd texts.
func Random(seed uint64, n int) *architecture.Architecture {
	r := rand.New(rand.NewPCG(seed, 1))
	b := read("base")
	homes := []string{"-", "region", "region", "region", "strip"}
	if r.IntN(2) == 0 {
		homes = append(homes, "site")
	}
	if r.IntN(3) > 0 {
		for _, z := range []string{"a", "b", "c"}[:1+r.IntN(3)] {
			homes = append(homes, "public-"+z, "private-"+z)
		}
	}
	text := func(plain string) lang.Text {
		if r.IntN(6) == 0 {
			plain = odd[r.IntN(len(odd))]
		}
		return lang.Text{EN: plain, ES: plain}
	}
	for i := range n {
		b.part([]string{fmt.Sprintf("c%d", i), homes[r.IntN(len(homes))], "ai"}, text("A component of it"), text("does its part"))
		if r.IntN(12) == 0 {
			b.a.Components[i].Hole = true
		}
	}
	for i := range n + n/3 {
		from, to := r.IntN(n), r.IntN(n)
		if r.IntN(3) > 0 {
			to = min(n-1, from+1+r.IntN(3))
		}
		spec := []string{fmt.Sprintf("c%d", from), fmt.Sprintf("c%d", to), fmt.Sprint(r.IntN(2) * (i + 1))}
		if r.IntN(3) == 0 {
			spec = append(spec, "async")
		}
		b.flow(spec, text("some data"))
	}
	return b.a
}
