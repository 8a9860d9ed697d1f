package sample

import (
	"fmt"
	"math/rand/v2"

	"alarife/internal/architecture"
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
	m := start("Random", "Azar")
	homes := []string{"-", "region", "region", "region", "strip"}
	if r.IntN(2) == 0 {
		m.box("site", "on-premises", "", "Site", "Sede")
		homes = append(homes, "site")
	}
	if r.IntN(3) > 0 {
		m.box("vpc", "vpc", "region", "VPC", "VPC")
		for _, z := range []string{"a", "b", "c"}[:1+r.IntN(3)] {
			m.box("zone-"+z, "zone", "vpc", "Availability Zone "+z, "Zona de disponibilidad "+z)
			m.box("public-"+z, "public-subnet", "zone-"+z, "Public subnet", "Subred pública")
			m.box("private-"+z, "private-subnet", "zone-"+z, "Private subnet", "Subred privada")
			homes = append(homes, "public-"+z, "private-"+z)
		}
	}
	text := func(plain string) string {
		if r.IntN(6) == 0 {
			return odd[r.IntN(len(odd))]
		}
		return plain
	}
	for i := range n {
		m.part(fmt.Sprintf("c%d %s ai", i, homes[r.IntN(len(homes))]), text("Amazon Component"), text("does its part"))
		if r.IntN(12) == 0 {
			m.a.Components[i].Hole = true
		}
	}
	for i := range n + n/3 {
		from, to := r.IntN(n), r.IntN(n)
		if r.IntN(3) > 0 {
			to = min(n-1, from+1+r.IntN(3))
		}
		spec := fmt.Sprintf("c%d c%d %d", from, to, r.IntN(2)*(i+1))
		if r.IntN(3) == 0 {
			spec += " async"
		}
		m.flow(spec, text("some data"))
	}
	return m.a
}
