package plan_test

import (
	"math"
	"slices"
	"testing"

	"alarife/internal/advisor"
	"alarife/internal/architecture"
	"alarife/internal/plan"
	"alarife/internal/run"
)

// everywhere tries a property on every bundled scenario.
func everywhere(t *testing.T, try func(t *testing.T, r *run.Run, p *plan.Plan), changes ...string) {
	t.Helper()
	m := runner()
	for _, s := range m.Base().Scenarios {
		t.Run(s.ID, func(t *testing.T) {
			r, p := planned(t, m, s.ID, changes...)
			try(t, r, p)
		})
	}
}

func TestNetwork_NoBlocksOverlapAndNoneLeavesTheNetwork(t *testing.T) {
	for _, zones := range []string{"1", "2", "3"} {
		everywhere(t, func(t *testing.T, _ *run.Run, p *plan.Plan) {
			if p.Network == nil {
				return
			}
			for i, s := range p.Network.Subnets {
				if !p.Network.VPC.Contains(s.CIDR.Addr()) || s.CIDR.Bits() <= p.Network.VPC.Bits() || s.Usable != 1<<(32-s.CIDR.Bits())-5 {
					t.Errorf("%s: %s with %d addresses", s.ID, s.CIDR, s.Usable)
				}
				for _, other := range p.Network.Subnets[:i] {
					if s.CIDR.Overlaps(other.CIDR) {
						t.Errorf("%s %s overlaps %s %s", s.ID, s.CIDR, other.ID, other.CIDR)
					}
				}
			}
		}, "availability_zones", zones)
	}
}

func TestNetwork_EveryFlowInsidePassesAndEveryRuleHasItsFlow(t *testing.T) {
	everywhere(t, func(t *testing.T, r *run.Run, p *plan.Plan) {
		if p.Network == nil {
			return
		}
		groups := map[string]*plan.SecurityGroup{}
		for i := range p.Network.Groups {
			groups[p.Network.Groups[i].ID] = &p.Network.Groups[i]
		}
		used := map[string]int{}
		for _, f := range r.Architecture.Flows {
			a, b := r.Architecture.Component(f.From), r.Architecture.Component(f.To)
			from, to := groups["sg-"+a.Origin], groups["sg-"+b.Origin]
			if from == nil || to == nil {
				continue
			}
			port := portOf(r, b)
			ahead := from.Allows(false, plan.Peer{Kind: plan.PeerGroup, Group: to.ID}, port) && to.Allows(true, plan.Peer{Kind: plan.PeerGroup, Group: from.ID}, port)
			back := portOf(r, a)
			answer := to.Allows(false, plan.Peer{Kind: plan.PeerGroup, Group: from.ID}, back) && from.Allows(true, plan.Peer{Kind: plan.PeerGroup, Group: to.ID}, back)
			if !ahead && !answer {
				t.Errorf("flow %s does not pass", f.ID)
			}
			used[from.ID+">"+to.ID] = port
		}
		fleets(r, func(from, to *architecture.Component) { used["sg-"+from.Origin+">sg-"+to.Origin] = portOf(r, to) })
		for _, g := range p.Network.Groups {
			for _, rule := range g.Rules {
				if rule.Peer.Kind != plan.PeerGroup {
					continue
				}
				way := g.ID + ">" + rule.Peer.Group
				if rule.Inbound {
					way = rule.Peer.Group + ">" + g.ID
				}
				if used[way] != rule.Port {
					t.Errorf("%s opens port %d without a flow %s", g.ID, rule.Port, way)
				}
			}
		}
	})
}

// fleets visits who reaches whom through what only runs it: a → fleet → b, and
// what the members reach for it: fleet → b and fleet → c is b → c.
func fleets(r *run.Run, visit func(from, to *architecture.Component)) {
	a := r.Architecture
	for _, f := range a.Flows {
		for _, g := range a.Flows {
			x := a.Component(f.To)
			if f.To == g.From && slices.Contains(x.Traits, "fleet") {
				visit(a.Component(f.From), a.Component(g.To))
			}
			if f.From == g.From && slices.Contains(a.Component(f.From).Traits, "fleet") {
				visit(a.Component(f.To), a.Component(g.To))
			}
		}
	}
}

// portOf is the port that the catalog gives a component.
func portOf(r *run.Run, c *architecture.Component) int {
	b := r.Recommendation.Base
	if s := b.Service(c.Service); s != nil && s.Port != nil {
		return *s.Port
	}
	return b.Layout.DefaultPort
}

func TestMoney_SavingsAreNeverNegativeAndSumsHold(t *testing.T) {
	m := runner()
	everywhere(t, func(t *testing.T, r *run.Run, p *plan.Plan) {
		if p.Drivers != nil {
			savings(t, m, r, p.Drivers)
		}
		for _, c := range p.Comparisons {
			for _, period := range c.Periods {
				for _, v := range period.Variants {
					sum := 0.0
					for _, l := range v.Lines {
						if l.Quantity < 0 || l.UnitUSD < 0 {
							t.Errorf("%s %s %s: %v × %v", c.ID, v.ID, l.ID, l.Quantity, l.UnitUSD)
						}
						sum += l.Quantity * l.UnitUSD
					}
					if math.Abs(sum-v.USD) > 1e-6*(1+sum) {
						t.Errorf("%s %s: lines come to %v, told %v", c.ID, v.ID, sum, v.USD)
					}
				}
			}
		}
		if p.Pricing != nil {
			for i, w := range p.Pricing.Ways {
				if w.Committed+w.Rest < p.Pricing.Months || i > 0 && w.USD < p.Pricing.Ways[i-1].USD && w.RuledOut == p.Pricing.Ways[i-1].RuledOut {
					t.Errorf("%s: %v + %v months for %v, %v USD", w.Option.ID, w.Committed, w.Rest, p.Pricing.Months, w.USD)
				}
			}
		}
	})
}

// savings checks each saving by pinning it.
func savings(t *testing.T, m *run.Runner, r *run.Run, d *plan.Drivers) {
	t.Helper()
	for i, s := range d.Savings {
		if s.USD <= 0 || i > 0 && s.USD > d.Savings[i-1].USD || !s.To.Possible {
			t.Errorf("%s → %s saves %v", s.Decision.ID, s.To.Option.ID, s.USD)
		}
		c := r.Recommendation.Case
		c.Pins = map[string]string{s.Decision.ID: s.To.Option.ID}
		for k, v := range r.Recommendation.Case.Pins {
			if k != s.Decision.ID {
				c.Pins[k] = v
			}
		}
		there := m.Quick(run.Brief{Title: r.Title, Case: c})
		if math.Abs(r.Estimate.Monthly-there.Estimate.Monthly-s.USD) > 1e-6 {
			t.Errorf("%s → %s saves %v, told %v", s.Decision.ID, s.To.Option.ID, r.Estimate.Monthly-there.Estimate.Monthly, s.USD)
		}
	}
	for _, l := range d.Lines {
		if l.Share < 0 || l.Share > 1 {
			t.Errorf("%s has a share of %v", l.Price, l.Share)
		}
	}
}

func TestResponsibility_NamesEveryServiceAndLayer(t *testing.T) {
	everywhere(t, func(t *testing.T, r *run.Run, p *plan.Plan) {
		services := map[string]bool{}
		for _, c := range r.Architecture.Components {
			if c.Service != "" {
				services[c.Origin] = true
			}
		}
		for _, d := range p.Responsibility.Components {
			delete(services, d.Component.Origin)
			if n := len(d.Of("customer")) + len(d.Of("shared")) + len(d.Of("provider")); n != len(d.Layers) || n == 0 {
				t.Errorf("%s: %d of %d layers have somebody", d.Component.ID, n, len(d.Layers))
			}
		}
		if len(services) > 0 {
			t.Errorf("nothing said of %v", services)
		}
	})
}

func TestTags_FitTheBounds(t *testing.T) {
	everywhere(t, func(t *testing.T, _ *run.Run, p *plan.Plan) {
		seen := map[string]bool{}
		for _, tag := range p.Tags {
			if seen[tag.Key] || tag.Value == "" || len(tag.Value) > 256 || tag.Value != ascii(tag.Value) {
				t.Errorf("%s=%q", tag.Key, tag.Value)
			}
			seen[tag.Key] = true
		}
		if len(p.Tags) == 0 || len(p.Tags) > 50 {
			t.Errorf("%d tags", len(p.Tags))
		}
	})
}

// ascii keeps what every service takes in a tag.
func ascii(s string) string {
	var out []rune
	for _, r := range s {
		if r < 128 && r != '{' && r != '}' {
			out = append(out, r)
		}
	}
	return string(out)
}

func TestOf_IsTheSameEveryTime(t *testing.T) {
	m := runner()
	r, first := planned(t, m, "fraud-detection")
	second := plan.Of(advisor.New(m.Base()), r.Recommendation, r.Architecture, r.Title)
	if len(first.Network.Groups) != len(second.Network.Groups) || first.Drivers.Monthly != second.Drivers.Monthly {
		t.Error("two plans of one recommendation differ")
	}
}
