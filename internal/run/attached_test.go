package run_test

import (
	"slices"
	"testing"

	"alarife/internal/architecture"
	"alarife/internal/knowledge"
	"alarife/internal/run"
)

// alone lists the components that stand in the picture without a flow.
func alone(a *architecture.Architecture) []string {
	attached := map[string]bool{}
	for _, f := range a.Flows {
		if a.Component(f.From).Place != architecture.Strip && a.Component(f.To).Place != architecture.Strip {
			attached[f.From], attached[f.To] = true, true
		}
	}
	var out []string
	for _, c := range a.Components {
		if c.Place != architecture.Strip && !attached[c.ID] {
			out = append(out, c.ID)
		}
	}
	return out
}

func TestArchitecture_EveryComponentOfEveryScenarioHasAFlow(t *testing.T) {
	m := runner(t)
	for _, s := range m.Base().Scenarios {
		for _, era := range []knowledge.Era{knowledge.Guide, knowledge.Today} {
			r := m.Quick(brief(t, m, s, era))
			if ids := alone(r.Architecture); len(ids) > 0 {
				t.Errorf("%s, %s: no flow at %v", s.ID, era, ids)
			}
		}
	}
}

func TestArchitecture_StepsOfEveryScenarioCountWithoutGaps(t *testing.T) {
	m := runner(t)
	for _, s := range m.Base().Scenarios {
		for _, era := range []knowledge.Era{knowledge.Guide, knowledge.Today} {
			told, last := map[int]bool{}, 0
			for _, f := range m.Quick(brief(t, m, s, era)).Architecture.Flows {
				told[f.Step] = true
				last = max(last, f.Step)
			}
			for n := 1; n <= last; n++ {
				if !told[n] {
					t.Errorf("%s, %s: step %d of %d is missing", s.ID, era, n, last)
				}
			}
		}
	}
}

// TestArchitecture_OptionsWithJoinsAttachWhereverTheyStand pins every option
// that says how it attaches, in three systems each.
func TestArchitecture_OptionsWithJoinsAttachWhereverTheyStand(t *testing.T) {
	m := runner(t)
	tried := map[*knowledge.Option]map[string]bool{}
	for _, s := range m.Base().Scenarios {
		b := brief(t, m, s, knowledge.Today)
		rec := m.Advisor.Quick(b.Case)
		for _, d := range rec.Decisions {
			if !d.Applies {
				continue
			}
			for _, o := range d.Decision.Options {
				if len(o.Joins) == 0 || len(tried[o]) == 3 || tried[o][rec.Blueprint.ID] {
					continue
				}
				if tried[o] == nil {
					tried[o] = map[string]bool{}
				}
				tried[o][rec.Blueprint.ID] = true
				c := b.Case
				c.Pins = map[string]string{d.Decision.ID: o.ID}
				a := m.Quick(run.Brief{Case: c}).Architecture
				for _, id := range alone(a) {
					if a.Component(id).Decision == d.Decision.ID {
						t.Errorf("%s/%s in %s: no flow at %s", d.Decision.ID, o.ID, s.ID, id)
					}
				}
			}
		}
	}
	if len(tried) < 20 {
		t.Errorf("only %d options say how they attach", len(tried))
	}
}

// TestArchitecture_ProgramsThatReachIntoSubnetsStandInOne holds what a VPC is:
// a function or container outside it does not reach the machines in it.
func TestArchitecture_ProgramsThatReachIntoSubnetsStandInOne(t *testing.T) {
	m := runner(t)
	for _, s := range m.Base().Scenarios {
		for _, era := range []knowledge.Era{knowledge.Guide, knowledge.Today} {
			a := m.Quick(brief(t, m, s, era)).Architecture
			for _, f := range a.Flows {
				from, to := a.Component(f.From), a.Component(f.To)
				for _, pair := range [][2]*architecture.Component{{from, to}, {to, from}} {
					if program, store := pair[0], pair[1]; shutOut(program, store) {
						t.Errorf("%s, %s: %s stands outside the VPC and uses %s in it", s.ID, era, program.ID, store.ID)
					}
				}
			}
		}
	}
}

func shutOut(program, store *architecture.Component) bool {
	return program.Place == architecture.InRegion && slices.Contains(program.Traits, "compute") &&
		store.Place == architecture.PrivateSubnet && (slices.Contains(store.Traits, "stores-data") || store.Category == "database")
}

// TestArchitecture_PathsOfTheVPCBeginInItAndLeadSomewhere looks at endpoints:
// what stands outside the VPC needs none, and a gateway is drawn for what is
// reached through it.
func TestArchitecture_PathsOfTheVPCBeginInItAndLeadSomewhere(t *testing.T) {
	m := runner(t)
	for _, s := range m.Base().Scenarios {
		for _, era := range []knowledge.Era{knowledge.Guide, knowledge.Today} {
			a := m.Quick(brief(t, m, s, era)).Architecture
			leads, used := map[string]bool{}, map[string]bool{}
			for _, f := range a.Flows {
				leads[f.From], used[f.To] = true, true
				from, to := a.Component(f.From), a.Component(f.To)
				if path(to) && from.Place == architecture.InRegion && !slices.Contains(from.Traits, "stores-data") {
					t.Errorf("%s, %s: %s stands outside the VPC and goes through %s", s.ID, era, from.ID, to.ID)
				}
			}
			for _, c := range a.Components {
				if slices.Contains(c.Traits, "gateway-endpoint") && !(leads[c.ID] && used[c.ID]) {
					t.Errorf("%s, %s: nothing is reached through %s", s.ID, era, c.ID)
				}
			}
		}
	}
}

// path reports whether a component is an endpoint of a VPC.
func path(c *architecture.Component) bool {
	return slices.Contains(c.Traits, "network-path") && (slices.Contains(c.Traits, "gateway-endpoint") || slices.Contains(c.Traits, "interface-endpoint"))
}

// TestArchitecture_ThoseOutsideHaveOneWayIn holds that nobody goes around a
// door at the edge, as a content network with a firewall is.
func TestArchitecture_ThoseOutsideHaveOneWayIn(t *testing.T) {
	m := runner(t)
	entry := func(c *architecture.Component) bool { return slices.Contains(c.Traits, "entry") }
	for _, s := range m.Base().Scenarios {
		for _, era := range []knowledge.Era{knowledge.Guide, knowledge.Today} {
			a := m.Quick(brief(t, m, s, era)).Architecture
			atEdge := map[string]bool{} // who comes in at the edge
			for _, f := range a.Flows {
				atEdge[f.From] = atEdge[f.From] || entry(a.Component(f.To)) && a.Component(f.To).Place == architecture.Edge
			}
			for _, f := range a.Flows {
				if to := a.Component(f.To); atEdge[f.From] && entry(to) && to.Place != architecture.Edge {
					t.Errorf("%s, %s: %s goes to %s around the edge", s.ID, era, f.From, f.To)
				}
			}
		}
	}
}

// TestReview_AsksForNoFirewallThatTheEntryCannotTake holds decision and review together.
func TestReview_AsksForNoFirewallThatTheEntryCannotTake(t *testing.T) {
	m := runner(t)
	for _, s := range m.Base().Scenarios {
		for _, era := range []knowledge.Era{knowledge.Guide, knowledge.Today} {
			for _, f := range m.Quick(brief(t, m, s, era)).Findings {
				if f.Rule.ID == "public-entry-without-waf" {
					t.Errorf("%s, %s: %v lack a firewall that the recommendation could have", s.ID, era, f.Components)
				}
			}
		}
	}
}

// TestArchitecture_EveryPictureHangsTogether looks for parts that nothing joins
// to the rest; machines that are only known to call out stand by themselves.
func TestArchitecture_EveryPictureHangsTogether(t *testing.T) {
	m := runner(t)
	for _, s := range m.Base().Scenarios {
		for _, era := range []knowledge.Era{knowledge.Guide, knowledge.Today} {
			a := m.Quick(brief(t, m, s, era)).Architecture
			near := map[string][]string{}
			for _, f := range a.Flows {
				if a.Component(f.From).Place != architecture.Strip && a.Component(f.To).Place != architecture.Strip {
					near[f.From], near[f.To] = append(near[f.From], f.To), append(near[f.To], f.From)
				}
			}
			reached := map[string]bool{}
			var walk func(id string)
			walk = func(id string) {
				if !reached[id] {
					reached[id] = true
					for _, next := range near[id] {
						walk(next)
					}
				}
			}
			for _, c := range a.Components {
				if c.Place == architecture.Strip || c.Decision == "private-egress" || reached[c.ID] {
					continue
				}
				if len(reached) > 0 {
					t.Errorf("%s, %s: nothing joins %s to the rest", s.ID, era, c.ID)
				}
				walk(c.ID)
			}
		}
	}
}
