package architecture_test

import (
	"strings"
	"testing"

	"alarife/internal/advisor"
	"alarife/internal/architecture"
	"alarife/internal/fault"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/testkit"
	"alarife/internal/testkit/builtin"
	"alarife/internal/workload"
)

// build advises on the small catalog and assembles.
func build(t *testing.T, changes map[string]string, c advisor.Case, pairs ...string) (*advisor.Recommendation, *architecture.Architecture, advisor.Teller) {
	t.Helper()
	b, err := knowledge.Load(testkit.Catalog(changes))
	if err != nil {
		t.Fatal(err)
	}
	c.Workload = workload.Workload{}
	for i := 0; i < len(pairs); i += 2 {
		v, err := b.ParseAnswer(pairs[i], pairs[i+1], fault.Place{})
		if err != nil {
			t.Fatal(err)
		}
		c.Workload[pairs[i]] = v
	}
	r := advisor.New(b).Advise(c)
	return r, architecture.Assemble(r, builtin.Texts()), advisor.Teller{Messages: builtin.Texts(), Lang: lang.English}
}

func outline(a *architecture.Architecture) string {
	var b strings.Builder
	for _, x := range a.Boundaries {
		b.WriteString(x.ID + " in " + x.Parent + "\n")
	}
	for _, c := range a.Components {
		b.WriteString(c.ID + " at " + c.Boundary + " (" + c.Decision + ")\n")
	}
	for _, f := range a.Flows {
		b.WriteString(f.ID + "\n")
	}
	return b.String()
}

func TestAssemble_PlacesByScopeAndCopiesIntoZones(t *testing.T) {
	zones := map[string]string{
		"questions/availability_zones.yaml": `
id: availability_zones
section: all
kind: number
min: 1
max: 3
default: 2
text: {en: "Zones?", es: "¿Zonas?"}
short: {en: Zones, es: Zonas}
`,
		"facts/zones_read.yaml": "id: zones_read\nkind: number\nshort: {en: z, es: z}\nvalue: availability_zones\n",
		"reviews/naked.yaml": `
id: naked
scope: architecture
severity: low
criterion: security
title: {en: Naked, es: Desnudo}
when: zones_read < 2 and present("fast") and "soc" in compliance
because: {en: Open., es: Abierto.}
remedy: {en: Close it., es: Ciérrelo.}
source: https://example.org/r
`,
	}
	_, a, _ := build(t, zones, advisor.Case{})
	want := `cloud in 
region in cloud
vpc in region
zone-a in vpc
private-a in zone-a
zone-b in vpc
private-b in zone-b
people at  ()
worker-a at private-a (serve)
worker-b at private-b (serve)
store at region (keep)
people>worker-a
people>worker-b
worker-a>store
worker-b>store
`
	testkit.Equal(t, want, outline(a))
}

func TestAssemble_HoleStandsInItsSlot(t *testing.T) {
	_, a, _ := build(t, nil, advisor.Case{}, "region", "south", "hours", "730")
	c := a.Component("keep")
	if c == nil || !c.Hole || c.Slot != "keeping" {
		t.Fatalf("the hole is not in the picture:\n%s", outline(a))
	}
	if a.Flows[len(a.Flows)-1].To != "keep" {
		t.Error("the flow to the hole is lost")
	}
}

func TestAssemble_TraitsFollowTheirConditions(t *testing.T) {
	for answer, want := range map[string]bool{"yes": true, "no": false} {
		_, a, _ := build(t, nil, advisor.Case{}, "region", "south", "steady", answer)
		public := false
		for _, trait := range a.Component("endpoint").Traits {
			public = public || trait == "public"
		}
		if public != want {
			t.Errorf("steady=%s: public %v", answer, public)
		}
	}
}

func findings(r *advisor.Recommendation, a *architecture.Architecture, t advisor.Teller) string {
	var b strings.Builder
	for _, f := range architecture.Review(r, a) {
		b.WriteString(f.Rule.ID + ": " + f.Text(t) + " " + f.Remedy(t) + "\n")
	}
	return b.String()
}

func TestReview_TellsComponentsDecisionsAndTheWhole(t *testing.T) {
	r, a, teller := build(t, nil, advisor.Case{Pins: map[string]string{"keep": "old-store"}}, "region", "south", "compliance", "soc", "steady", "yes")
	want := "empty: Keeping: nothing. Change an answer.\n" +
		"closed: Old stands on Old. Take Fast.\n" +
		"naked: Open. Close it.\n"
	testkit.Equal(t, want, findings(r, a, teller))
}

func TestReview_ClosureLaterThanTheGuideIsNoFindingInItsEra(t *testing.T) {
	r, a, teller := build(t, nil, advisor.Case{Era: knowledge.Guide})
	if got := findings(r, a, teller); got != "" {
		t.Errorf("findings in the era of the guide:\n%s", got)
	}
}
