package page

import (
	"strings"

	"alarife/internal/knowledge"
	"alarife/internal/lang"
)

// Ids of the pages of what plans are made from.
const (
	planMachines = "machines"
	planNetwork  = "network"
)

// plans lists the files that plans are made from.
func plans(b *knowledge.Base) []Thing {
	var out []Thing
	if b.Sizing != nil {
		out = append(out, Thing{Ref: Ref{Plans, planMachines}, Title: b.Sizing.Title, About: b.Sizing.Note})
	}
	if b.Layout != nil {
		out = append(out, Thing{Ref: Ref{Plans, planNetwork}, Title: b.Layout.Title})
	}
	return out
}

// instances lists the machines of the tables.
func instances(b *knowledge.Base) []Thing {
	var out []Thing
	for _, kind := range b.Machines.Types() {
		m, _ := b.Machines.Find(kind)
		out = append(out, Thing{Ref: Ref{Instances, kind}, About: lang.Text{EN: inShort(m, lang.English), ES: inShort(m, lang.Spanish)}})
	}
	return out
}

// inShort tells a machine on one line, in figures alone.
func inShort(m knowledge.Machine, l lang.Lang) string {
	n := func(v float64) string { return lang.Number(l, v, 2) }
	parts := []string{n(m.VCPU) + " vCPU", n(m.MemoryGiB) + " GiB"}
	if m.Accelerators > 0 {
		parts = append(parts, n(m.Accelerators)+" × "+m.Accelerator)
	}
	return strings.Join(append(parts, m.Arch, m.Processor), " · ")
}

// planned writes one of the files that plans are made from.
func (w *writer) planned(id string) {
	if id == planMachines {
		w.sizing(w.base.Sizing)
		return
	}
	w.layout(w.base.Layout)
}

// sizing writes how the machine of a workload is found.
func (w *writer) sizing(z *knowledge.Sizing) {
	w.Line(w.In(z.Note))
	w.field("decision", w.link(Ref{Decisions, z.Decision}))
	w.field("how-many", w.number(z.Count.Text, ""))
	w.field("arm-where", w.condition(z.Arm.Text, ""))
	w.field("shown", lang.Number(w.Lang, float64(z.Shown), 0))
	w.Heading(2, w.say("minimums"))
	for _, n := range z.Needs {
		text := w.say("need", "name", n.Text, "value", w.number(n.ValueIs.Text, ""), "unit", w.Unit(n.Unit))
		w.Item(0, strings.TrimSpace(text))
	}
	w.Heading(2, w.say("families"))
	for _, f := range z.Families {
		w.Item(0, w.say("field", "name", w.link(Ref{Options, z.Decision + "/" + f.Option}), "value", w.codes(f.Families)))
	}
	w.list(w.say("reads"), w.readBy(programs(z)))
}

// layout writes how a network is cut and filtered.
func (w *writer) layout(n *knowledge.Layout) {
	w.field("vpc", w.Code(n.VPC))
	w.field("reserved-addresses", lang.Number(w.Lang, float64(n.Reserved), 0))
	w.field("default-port", lang.Number(w.Lang, float64(n.DefaultPort), 0))
	rows := [][]string{{w.plan("subnet"), w.plan("cidr"), w.plan("because")}}
	for _, s := range n.Subnets {
		rows = append(rows, []string{w.plan(s.Kind), w.say("first-block", "first", s.First, "bits", s.Bits), w.In(s.Text)})
	}
	w.Table(2, rows)
	w.Heading(2, w.say("acl"))
	rows = [][]string{{w.plan("subnet"), w.plan("direction"), w.plan("number"), w.plan("action"), w.plan("protocol"), w.plan("ports"), w.plan("peer"), w.say("applies-when"), w.plan("because")}}
	for _, r := range n.Rules {
		rows = append(rows, []string{
			w.plan(r.Subnet), w.plan(r.Direction), lang.Number(w.Lang, float64(r.Number), 0), w.plan("action." + r.Action), w.orAll(r.Protocol), w.orAll(r.Ports), w.orAll(r.Peer),
			w.condition(r.WhenIs.Text, ""), w.In(r.Because),
		})
	}
	w.Table(2, rows)
	for _, s := range n.Sources {
		w.Item(0, w.say("field", "name", w.say("source"), "value", w.Cite(s)))
	}
}

// plan returns one of the words of plans.
func (w *writer) plan(key string) string { return w.Say("report.plan." + key) }

// orAll names what a rule of a network leaves open, and the network itself.
func (w *writer) orAll(text string) string {
	switch text {
	case "all":
		return w.plan("all")
	case "vpc":
		return w.Say("boundary.vpc")
	}
	return text
}

// machine writes a type of machine with what it costs where.
func (w *writer) machine(m knowledge.Machine) {
	figure := func(key string, v float64, unit string) {
		if v > 0 {
			w.field(key, w.Quantity(v, 2, unit))
		}
	}
	w.field("family", w.familyOf(m.Type))
	w.field("architecture", m.Arch)
	w.field("processor", m.Processor)
	w.field("generation", w.say("generation."+m.Generation))
	figure("vcpu", m.VCPU, "")
	figure("memory", m.MemoryGiB, "GiB")
	if m.Accelerators > 0 {
		w.field("accelerator", w.say("accelerator-of", "n", m.Accelerators, "model", m.Accelerator, "memory", w.Quantity(m.AcceleratorGiB, 1, "GiB")))
	}
	if m.LocalGB > 0 {
		w.field("local-disk", strings.TrimSpace(w.Quantity(m.LocalGB, 0, "GB")+" "+m.LocalKind))
	}
	if m.NetworkGbps > 0 {
		key := "network-lasting"
		if m.NetworkBursts {
			key = "network-bursts"
		}
		w.field(key, w.Quantity(m.NetworkGbps, 3, "Gbit/s"))
	}
	figure("disk-rate", m.DiskMbps, "Mbit/s")
	w.field("stated", w.cited(w.say("of", "date", m.AsOf), m.Source))
	w.offers(m.Type)
}

// familyOf names the option whose families the type belongs to.
func (w *writer) familyOf(kind string) string {
	family := knowledge.Family(kind)
	if z := w.base.Sizing; z != nil {
		for _, f := range z.Families {
			for _, x := range f.Families {
				if x == family {
					return w.Code(family) + " – " + w.link(Ref{Options, z.Decision + "/" + f.Option})
				}
			}
		}
	}
	return w.Code(family)
}

// offers writes what a type costs in every Region that offers it.
func (w *writer) offers(kind string) {
	rows := [][]string{{
		w.say("kind.regions"), w.plan("hour"), w.plan("reserved-1"), w.plan("reserved-3"), w.plan("spot"), w.say("interruptions"),
		w.say("as-of"), w.say("ratios-of"), w.say("source"),
	}}
	money := func(v float64) string {
		if v == 0 {
			return "–"
		}
		return lang.Number(w.Lang, v, 4)
	}
	for _, region := range w.base.Regions {
		o, ok := w.base.Machines.Offer(kind, region.ID)
		if !ok {
			continue
		}
		rows = append(rows, []string{
			w.link(Ref{Regions, region.ID}), money(o.USDHour), money(o.USDHour * o.Reserved1Ratio), money(o.USDHour * o.Reserved3Ratio),
			money(o.USDHour * o.SpotRatio), o.Interruption, o.AsOf, o.RatioAsOf, w.Cite(o.Source),
		})
	}
	if len(rows) > 1 {
		w.Heading(2, w.say("price"))
		w.Table(2, rows)
	}
}

// machineData is a type of machine as JSON, under the names of the tables.
func (b *Book) machineData(kind string) any {
	m, _ := b.base.Machines.Find(kind)
	offers := map[string]any{}
	for _, region := range b.base.Regions {
		if o, ok := b.base.Machines.Offer(kind, region.ID); ok {
			offers[region.ID] = map[string]any{
				"usd_hour": o.USDHour, "as_of": o.AsOf, "source": o.Source, "ri_1y_ratio": o.Reserved1Ratio, "ri_3y_ratio": o.Reserved3Ratio,
				"convertible_1y_ratio": o.ConvertedRatio, "spot_ratio": o.SpotRatio, "interruption": o.Interruption, "ratio_as_of": o.RatioAsOf,
			}
		}
	}
	return map[string]any{
		"type": m.Type, "generation": m.Generation, "arch": m.Arch, "processor": m.Processor, "vcpu": m.VCPU, "memory_gib": m.MemoryGiB,
		"accelerators": m.Accelerators, "accelerator": m.Accelerator, "accelerator_memory_gib": m.AcceleratorGiB, "local_gb": m.LocalGB,
		"local_kind": m.LocalKind, "network_gbps": m.NetworkGbps, "network_bursts": m.NetworkBursts, "disk_mbps": m.DiskMbps,
		"as_of": m.AsOf, "source": m.Source, "offers": offers,
	}
}
