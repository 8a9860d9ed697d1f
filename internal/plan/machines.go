package plan

import (
	"math"
	"sort"

	"alarife/internal/knowledge"
)

// Machines is the ranking of the cheapest machines that fit.
type Machines struct {
	Family  *knowledge.Option // chosen family
	Region  string
	Count   float64 // machines that the workload takes
	Arch    string
	Needs   []NeedOf
	Fitting int      // types that fit
	Split   float64  // machines that share the accelerator memory asked for, 1 where one holds it
	Ranking []Ranked // the cheapest of them, cheapest first
}

// NeedOf is a need with its value in the case.
type NeedOf struct {
	*knowledge.Need
	Value float64
}

// Ranked is a machine that fits with its price in the Region.
type Ranked struct {
	knowledge.Machine
	Offer knowledge.Offer
}

// Ways of paying for a machine, as ratios to its On-Demand price; 0 where the
// tables have none.
func (r Ranked) Ways() (reserved1, reserved3, spot float64) {
	o := r.Offer
	return o.USDHour * o.Reserved1Ratio, o.USDHour * o.Reserved3Ratio, o.USDHour * o.SpotRatio
}

// machines searches the table; nil where the decision on the family does not
// apply.
func (m *maker) machines() *Machines {
	z := m.rec.Base.Sizing
	if z == nil {
		return nil
	}
	family := m.chosen(z.Decision)
	if family == nil {
		return nil
	}
	out := &Machines{Family: family, Region: m.rec.Region, Count: math.Max(1, m.number(z.CountOf)), Arch: "x86_64"}
	if m.holds(z.ArmIf) {
		out.Arch = "arm64"
	}
	for _, n := range z.Needs {
		out.Needs = append(out.Needs, NeedOf{n, m.number(n.Value)})
	}
	families := map[string]bool{}
	for _, f := range z.Families {
		for _, name := range f.Families {
			families[name] = families[name] || f.Option == family.ID
		}
	}
	out.split(m.rec.Base.Machines, families)
	fitting := fit(m.rec.Base.Machines, out, families)
	out.Fitting = len(fitting)
	out.Ranking = fitting[:min(len(fitting), z.Shown)]
	return out
}

// shared is the need that several machines can meet together.
const shared = "accelerator_memory_gib"

// split spreads accelerator memory that no machine of the families holds over
// as many of the largest as it takes.
func (w *Machines) split(t *knowledge.MachineTable, families map[string]bool) {
	w.Split = 1
	most := 0.0
	for _, kind := range t.Offered(w.Region) {
		if m, ok := t.Find(kind); ok && families[knowledge.Family(kind)] {
			most = math.Max(most, m.Figure(shared))
		}
	}
	for i, n := range w.Needs {
		if n.Of == shared && most > 0 && n.Value > most {
			w.Split = math.Ceil(n.Value / most)
			w.Needs[i].Value = math.Ceil(n.Value / w.Split)
			w.Count *= w.Split
		}
	}
}

// fit lists the machines of the families that meet all needs, cheapest first;
// equal prices by type.
func fit(t *knowledge.MachineTable, want *Machines, families map[string]bool) []Ranked {
	archs := map[string]bool{}
	var out []Ranked
	for _, kind := range t.Offered(want.Region) {
		m, ok := t.Find(kind)
		if ok && families[knowledge.Family(kind)] && m.Generation == "current" && meets(m, want.Needs) {
			offer, _ := t.Offer(kind, want.Region)
			out = append(out, Ranked{m, offer})
			archs[m.Arch] = true
		}
	}
	if !archs[want.Arch] && len(archs) == 1 { // a family that exists in one architecture alone
		for arch := range archs {
			want.Arch = arch
		}
	}
	kept := out[:0]
	for _, r := range out {
		if r.Arch == want.Arch {
			kept = append(kept, r)
		}
	}
	sort.SliceStable(kept, func(i, j int) bool {
		a, b := kept[i], kept[j]
		if a.Offer.USDHour != b.Offer.USDHour {
			return a.Offer.USDHour < b.Offer.USDHour
		}
		return a.Type < b.Type
	})
	return kept
}

func meets(m knowledge.Machine, needs []NeedOf) bool {
	for _, n := range needs {
		if m.Figure(n.Of) < n.Value {
			return false
		}
	}
	return true
}
