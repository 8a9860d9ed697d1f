package architecture_test

import (
	"testing"

	"alarife/internal/advisor"
	"alarife/internal/architecture"
	"alarife/internal/knowledge"
	"alarife/internal/testkit"
)

// beside is an option that no slot holds: a guard of all that computes, and a
// helper that only stands where nothing in the Region does.
const beside = `
id: guard
title: {en: Guard, es: Guardia}
asks: {en: "Who guards?", es: "¿Quién vigila?"}
everywhere: true
options:
  - id: near
    title: {en: Near, es: Cerca}
    summary: {en: Near., es: Cerca.}
    components:
      - {id: guard, service: old, role: {en: guards, es: vigila}, place: second-region}
      - {id: helper, actor: server, name: {en: Helper, es: Ayudante}, role: {en: helps, es: ayuda}, place: region, unless: [{trait: compute, place: region}]}
    flows:
      - {from: helper, to: guard, text: {en: helps, es: ayuda}}
    joins:
      - {to: guard, with: [{service: slow, lacks: compute}, {decision: serve}], all: true, text: {en: copies, es: copias}, style: async}
      - {from: guard, with: [{calls: keep}], text: {en: never drawn, es: nunca}, when: hours > 900}
  - id: away
    title: {en: Away, es: Lejos}
    summary: {en: Away., es: Lejos.}
    rules-out: [{id: far, when: hours > 0, because: {en: Far., es: Lejos.}, source: https://example.org/g}]
`

func TestAssemble_AttachesWhatNoSlotHolds(t *testing.T) {
	_, a, _ := build(t, map[string]string{"decisions/guard.yaml": beside}, advisor.Case{}, "region", "south")
	want := `cloud in 
region in cloud
second-region in cloud
people at  ()
endpoint at region (serve)
store at region (keep)
guard at second-region (guard)
people>endpoint
endpoint>store
endpoint>guard
`
	testkit.Equal(t, want, outline(a))
	if b := a.Boundary("second-region"); b == nil || b.Kind != architecture.KindRegion || b.Label.ES != "Segunda Región" {
		t.Errorf("got %+v", b)
	}
}

func TestAssemble_AJoinGivesWayToTheBlueprint(t *testing.T) {
	drawn := `
id: only
title: {en: Only, es: Único}
summary: {en: The one., es: El único.}
decisions: [serve, keep, pay, guard]
slots:
  - id: people
    components: [{id: people, actor: users, name: {en: People, es: Personas}, role: {en: ask, es: piden}}]
  - {id: serving, decisions: [serve]}
  - {id: keeping, decisions: [keep]}
  - {id: guarding, decisions: [guard]}
flows:
  - {from: people, to: guarding, text: {en: call, es: llamada}}
`
	_, a, _ := build(t, map[string]string{"decisions/guard.yaml": beside, "blueprints/only.yaml": drawn}, advisor.Case{}, "region", "south")
	if len(a.Flows) != 1 || a.Flows[0].ID != "people>guard" {
		t.Errorf("got\n%s", outline(a))
	}
}

func TestAssemble_AHelperStandsWhereNothingElseDoes(t *testing.T) {
	_, a, _ := build(t, map[string]string{"decisions/guard.yaml": beside}, advisor.Case{Pins: map[string]string{"serve": "later"}, Era: knowledge.Guide})
	if a.Component("helper") == nil {
		t.Errorf("the helper is missing:\n%s", outline(a))
	}
}
