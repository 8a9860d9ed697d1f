package knowledge

import (
	"net/netip"
	"strconv"
	"strings"

	"alarife/internal/fault"
	"alarife/internal/lang"
	"alarife/internal/rule"
)

// plans compiles the expressions of sizing, comparisons, network and tags.
func (c *compiler) plans() {
	b := c.base
	if z := b.Sizing; z != nil {
		z.CountOf, z.ArmIf = c.program(z.Count, rule.Number, c.scope("")), c.condition(z.Arm, c.scope(""))
		for _, n := range z.Needs {
			n.Value = c.program(n.ValueIs, rule.Number, c.scope(""))
		}
	}
	for _, x := range b.Comparisons {
		c.comparison(x)
	}
	if b.Layout != nil {
		for _, r := range b.Layout.Rules {
			r.When = c.condition(r.WhenIs, c.scope(""))
		}
	}
	for _, t := range b.Tags {
		t.When = c.condition(t.WhenIs, c.scope(""))
		for _, v := range t.Values {
			v.When = c.condition(v.WhenIs, c.scope(""))
		}
	}
}

// comparison compiles in the order of the file, so that an expression knows
// the figures before it alone.
func (c *compiler) comparison(x *Comparison) {
	x.Applies = c.condition(x.AppliesIf, c.scope(""))
	for _, m := range x.Months {
		x.Periods = append(x.Periods, c.program(m, rule.Number, c.scope("")))
	}
	s := c.scope("")
	s.locals = map[string]bool{}
	for _, w := range MachineWords() {
		s.locals[w] = w == "months" || x.Machine
	}
	for _, f := range x.Figures {
		f.Value = c.program(f.ValueIs, rule.Number, s)
		if _, taken := c.words.names[f.ID]; taken || s.locals[f.ID] || !snake.MatchString(f.ID) {
			c.fail(f.Place, "catalog.id-twice", "id", f.ID)
		}
		s.locals[f.ID] = true
	}
	for _, v := range x.Variants {
		v.When = c.condition(v.WhenIs, s)
	}
	for _, l := range x.Lines {
		l.When = c.condition(l.WhenIs, s)
		l.Quantity = c.program(l.QuantityIs, rule.Number, s)
		l.USD = c.program(l.USDIs, rule.Number, s)
	}
}

func (l *loader) checkPlans() {
	l.machines()
	if l.base.Sizing != nil {
		l.sizing(l.base.Sizing)
	}
	for _, x := range l.base.Comparisons {
		l.comparison(x)
	}
	if l.base.Layout != nil {
		l.layout(l.base.Layout)
	}
	models := []string{}
	for _, m := range ServiceModels() {
		models = append(models, string(m))
	}
	traits := l.base.allTraits()
	for _, r := range l.base.Responsibilities {
		for _, t := range r.Traits {
			l.oneOf(r.Place, "traits", t, traits...)
		}
		for _, x := range r.Categories {
			l.oneOf(r.Place, "categories", x, categories...)
		}
		for _, m := range models {
			l.oneOf(r.Place, "who."+m, r.Who[m], "provider", "customer", "shared")
		}
		for _, m := range sortedKeys(r.Who) {
			l.oneOf(r.Place, "who", m, models...)
		}
	}
	for _, s := range l.base.Services {
		if s.Model != "" || len(l.base.Responsibilities) > 0 {
			l.oneOf(s.Place, "model", string(s.Model), models...)
		}
		if s.Port != nil && (*s.Port < 1 || *s.Port > 65535) {
			l.fail(s.Place, "plan.port", "value", *s.Port)
		}
	}
	for _, t := range l.base.Tags {
		l.tag(t)
	}
}

// machines refuses offers of types and Regions that are not there.
func (l *loader) machines() {
	t := l.base.Machines
	for _, region := range sortedKeys(t.offers) {
		for _, kind := range t.Offered(region) {
			if _, ok := t.Find(kind); !ok || l.base.Region(region) == nil {
				l.fail(fault.Place{File: "instances"}, "machine.unknown", "type", kind, "region", region)
			}
		}
	}
}

func (l *loader) sizing(z *Sizing) {
	_ = l.faults.Add(l.base.CheckOption(z.Decision, "", z.Place))
	known := l.base.Machines.families()
	for _, f := range z.Families {
		_ = l.faults.Add(l.base.CheckOption(z.Decision, f.Option, z.Place))
		for _, family := range f.Families {
			if !known[family] {
				l.oneOf(z.Place, "families", family, sortedKeys(known)...)
			}
		}
	}
	for _, n := range z.Needs {
		l.oneOf(n.Place, "of", n.Of, Figures()...)
	}
	if z.Shown < 1 || z.Shown > 50 {
		l.fail(z.Place, "plan.shown", "value", z.Shown)
	}
}

func (l *loader) comparison(x *Comparison) {
	variants := []string{}
	for _, v := range x.Variants {
		variants = append(variants, v.ID)
		if v.Title.Empty() {
			_ = l.faults.Add(l.base.CheckOption(x.Decision, v.ID, v.Place))
		}
	}
	l.oneOf(x.Place, "baseline", x.Baseline, variants...)
	for _, line := range x.Lines {
		for _, v := range line.In {
			l.oneOf(line.Place, "in", v, variants...)
		}
		switch {
		case (line.Price == "") == (line.USD == nil):
			l.fail(line.Place, "plan.price", "id", line.ID)
		case line.Price != "" && !l.base.Prices.Has(line.Price):
			l.fail(line.Place, "content.unknown-price", "price", line.Price, "near", fault.Nearest(line.Price, l.base.Prices.IDs()))
		}
	}
	if e := x.BreakEven; e != nil {
		l.oneOf(e.Place, "of", e.Of, variants...)
		l.oneOf(e.Place, "with", e.With, variants...)
		if q := l.base.Question(e.Fact); q == nil || q.Min == nil {
			l.fail(e.Place, "catalog.unknown-id", "kind", fault.Word("kind.question"), "id", e.Fact, "near", "")
		}
	}
}

func (l *loader) layout(x *Layout) {
	vpc, err := netip.ParsePrefix(x.VPC)
	if err != nil || !vpc.Addr().Is4() || vpc != vpc.Masked() {
		l.fail(x.Place, "plan.cidr", "value", x.VPC)
		return
	}
	for _, s := range x.Subnets {
		l.oneOf(s.Place, "kind", s.Kind, "public-subnet", "private-subnet")
		first, err := netip.ParseAddr(s.First)
		if err != nil || s.Bits < vpc.Bits() || s.Bits > 28 || netip.PrefixFrom(first, s.Bits).Masked().Addr() != first || !vpc.Contains(first) {
			l.fail(s.Place, "plan.cidr", "value", s.First+"/"+strconv.Itoa(s.Bits))
		}
	}
	for _, r := range x.Rules {
		l.oneOf(r.Place, "subnet", r.Subnet, "public-subnet", "private-subnet")
		l.oneOf(r.Place, "direction", r.Direction, "in", "out")
		l.oneOf(r.Place, "action", r.Action, "allow", "deny")
		if _, err := netip.ParsePrefix(r.Peer); err != nil && r.Peer != "vpc" {
			l.fail(r.Place, "plan.cidr", "value", r.Peer)
		}
		if !portsFit(r.Ports) {
			l.fail(r.Place, "plan.port", "value", r.Ports)
		}
	}
}

// portsFit reports whether ports are "all", one port, or a range.
func portsFit(ports string) bool {
	if ports == "all" {
		return true
	}
	from, to, isRange := strings.Cut(ports, "-")
	if !isRange {
		to = from
	}
	a, err := strconv.Atoi(from)
	b, err2 := strconv.Atoi(to)
	return err == nil && err2 == nil && a >= 1 && a <= b && b <= 65535
}

// Bounds of tags, as the provider sets them.
const (
	maxTagKey   = 128
	maxTagValue = 256
)

func (l *loader) tag(t *Tag) {
	if len(t.Key) > maxTagKey || strings.HasPrefix(strings.ToLower(t.Key), "aws:") {
		l.fail(t.Place, "plan.tag", "value", t.Key)
	}
	for _, v := range t.Values {
		for _, w := range lang.Placeholders(v.Text) {
			if !contains(TagWords(), w) {
				l.fail(v.Place, "text.placeholder", "name", w)
			}
		}
		if len(v.Text) > maxTagValue {
			l.fail(v.Place, "plan.tag", "value", v.Text)
		}
	}
}

// optional reads a file of the top folder that a catalog may lack.
func optional[T any](l *loader, name string) *T {
	p, ok := l.single[name]
	if !ok {
		return nil
	}
	var x T
	if !l.take(l.parse(p, &x)) {
		return nil
	}
	return &x
}
