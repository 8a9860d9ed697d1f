package testkit

import "testing/fstest"

// Catalog returns a small catalog of invented services, sound as it stands,
// for tests of the engine. changes replaces or adds files by path; an empty
// text removes one.
func Catalog(changes map[string]string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for path, text := range small {
		fsys[path] = &fstest.MapFile{Data: []byte(text)}
	}
	for path, text := range changes {
		if text == "" {
			delete(fsys, path)
			continue
		}
		fsys[path] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

// small is a system with one blueprint, three services (one of them closed),
// and three decisions: how to serve, where to keep, and how to pay.
var small = map[string]string{
	"guide.yaml": `
title: {en: Guide, es: Guía}
until: 2025-06-30
sessions: [{id: 9, title: {en: Serving, es: Servicio}}]
`,
	"sections/all.yaml": `
id: all
title: {en: All, es: Todo}
order: 1
`,
	"regions/north.yaml": `
id: north
name: North
title: {en: North, es: Norte}
geography: eu
source: https://example.org/regions
as-of: 2026-01
`,
	"regions/south.yaml": `
id: south
name: South
title: {en: South, es: Sur}
geography: eu
source: https://example.org/regions
as-of: 2026-01
`,
	"questions/region.yaml": `
id: region
section: all
kind: choice
default: north
text: {en: "Which Region?", es: "¿Qué Región?"}
short: {en: Region, es: Región}
`,
	"questions/compliance.yaml": `
id: compliance
section: all
kind: choices
default: []
text: {en: "Which programmes?", es: "¿Qué programas?"}
short: {en: Compliance, es: Cumplimiento}
choices:
  - {id: hipaa, text: {en: HIPAA, es: HIPAA}}
  - {id: soc, text: {en: SOC, es: SOC}}
`,
	"questions/latency_ms.yaml": `
id: latency_ms
section: all
kind: number
unit: ms
min: 1
max: 100000
default: 500
text: {en: "How fast?", es: "¿Con qué rapidez?"}
short: {en: Latency, es: Latencia}
`,
	"questions/payload_mb.yaml": `
id: payload_mb
section: all
kind: number
unit: MB
min: 0
max: 5000
decimals: 2
default: 1
text: {en: "How large?", es: "¿De qué tamaño?"}
short: {en: Payload, es: Carga}
`,
	"questions/hours.yaml": `
id: hours
section: all
kind: number
unit: h
min: 0
max: 730
default: 100
text: {en: "How long?", es: "¿Cuánto tiempo?"}
short: {en: Hours, es: Horas}
`,
	"questions/steady.yaml": `
id: steady
section: all
kind: yes-no
default: false
applies: hours > 10
text: {en: "Is it steady?", es: "¿Es constante?"}
short: {en: Steady, es: Constante}
`,
	"facts/seconds.yaml": `
id: seconds
kind: number
unit: s
short: {en: Seconds, es: Segundos}
value: latency_ms / 1000
`,
	"services/fast.yaml": `
id: fast
name: Fast
short: Fast
category: ai
scope: regional
summary: {en: Answers at once., es: Responde al momento.}
limits:
  payload_mb: {value: 25, guide: 6, unit: MB, text: {en: request, es: petición}, source: https://example.org/fast, as-of: 2026-01, checked: true}
  guess_s: {value: 3, unit: s, text: {en: a guess, es: una suposición}, source: https://example.org/fast, as-of: 2026-01}
compliance:
  - {programmes: [hipaa, soc], source: https://example.org/fast, as-of: 2026-01, checked: true}
traits: [compute]
docs: https://example.org/fast
source: https://example.org/fast
as-of: 2026-01
`,
	"services/slow.yaml": `
id: slow
name: Slow
short: Slow
category: ai
scope: zonal
summary: {en: Answers later., es: Responde más tarde.}
regions: {absent: [south], source: https://example.org/slow, as-of: 2026-01, checked: true}
compliance:
  - {programmes: [soc], outside: [hipaa], source: https://example.org/slow, as-of: 2026-01, checked: true}
traits: [compute, stores-data]
docs: https://example.org/slow
source: https://example.org/slow
as-of: 2026-01
`,
	"services/old.yaml": `
id: old
name: Old
short: Old
category: storage
scope: regional
summary: {en: Was there., es: Estuvo ahí.}
compliance:
  - {programmes: [hipaa, soc], source: https://example.org/old, as-of: 2026-01, checked: true}
lifecycle: {status: closed, since: 2026-07-30, replacement: fast, source: https://example.org/old, as-of: 2026-01, checked: true}
docs: https://example.org/old
source: https://example.org/old
as-of: 2026-01
`,
	"decisions/blueprint.yaml": `
id: blueprint
title: {en: System, es: Sistema}
asks: {en: "Which system?", es: "¿Qué sistema?"}
`,
	"blueprints/only.yaml": `
id: only
title: {en: Only, es: Único}
summary: {en: The one., es: El único.}
decisions: [serve, keep, pay]
slots:
  - id: people
    components: [{id: people, actor: users, name: {en: People, es: Personas}, role: {en: ask, es: piden}}]
  - {id: serving, decisions: [serve]}
  - {id: keeping, decisions: [keep]}
flows:
  - {from: people, to: serving, text: {en: request, es: petición}, step: 1}
  - {from: serving, to: keeping, text: {en: result, es: resultado}, step: 2, style: async}
`,
	"blueprints/never.yaml": `
id: never
title: {en: Never, es: Nunca}
summary: {en: Another., es: Otro.}
rules-out: [{id: not-this, when: latency_ms > 0, because: {en: Never., es: Nunca.}, source: https://example.org/b}]
decisions: []
slots:
  - id: people
    components: [{id: people, actor: users, name: {en: People, es: Personas}, role: {en: ask, es: piden}}]
`,
	"decisions/serve.yaml": `
id: serve
title: {en: Serving, es: Servicio}
asks: {en: "How to serve?", es: "¿Cómo se sirve?"}
options:
  - id: now
    title: {en: At once, es: Al momento}
    summary: {en: At once., es: Al momento.}
    service: fast
    rules-out:
      - {id: too-large, when: payload_mb > limit.payload_mb, because: {en: "{payload_mb} is over {limit.payload_mb}.", es: "{payload_mb} supera {limit.payload_mb}."}, source: https://example.org/fast}
    evidence:
      - {id: quick, when: seconds < 2, criterion: performance, weight: 2, because: {en: Quick., es: Rápido.}, source: https://example.org/fast}
    components: [{id: endpoint, service: fast, role: {en: answers, es: responde}, traits: [{is: public, when: steady}]}]
    cost:
      - {id: hours, component: endpoint, text: {en: Hours, es: Horas}, quantity: hours, price: fast.hour, class: machine}
  - id: later
    title: {en: Later, es: Más tarde}
    summary: {en: Later., es: Más tarde.}
    service: slow
    evidence:
      - {id: patient, when: latency_ms >= 60000, criterion: performance, weight: 3, because: {en: Time enough., es: Tiempo de sobra.}, source: https://example.org/slow}
      - {id: calm, when: steady, criterion: operations, weight: -1, because: {en: Idle queue., es: Cola ociosa.}, source: https://example.org/slow}
    components: [{id: worker, service: slow, role: {en: works, es: trabaja}}]
    cost:
      - {id: hours, component: worker, text: {en: Hours, es: Horas}, quantity: hours, price: slow.hour, class: machine}
`,
	"decisions/keep.yaml": `
id: keep
title: {en: Keeping, es: Guardado}
asks: {en: "Where to keep?", es: "¿Dónde se guarda?"}
options:
  - id: old-store
    title: {en: Old store, es: Almacén antiguo}
    summary: {en: Old., es: Antiguo.}
    service: old
    evidence:
      - {id: known, criterion: operations, weight: 3, because: {en: Known., es: Conocido.}, source: https://example.org/old}
    components: [{id: store, service: old, role: {en: keeps, es: guarda}}]
  - id: new-store
    title: {en: New store, es: Almacén nuevo}
    summary: {en: New., es: Nuevo.}
    service: fast
    rules-out:
      - {id: not-with-now, when: chosen("serve") == "now" and hours > 700, because: {en: Busy., es: Ocupado.}, source: https://example.org/fast}
    components: [{id: store, service: fast, role: {en: keeps, es: guarda}}]
`,
	"decisions/pay.yaml": `
id: pay
title: {en: Paying, es: Pago}
asks: {en: "How to pay?", es: "¿Cómo se paga?"}
options:
  - id: list-price
    title: {en: List price, es: Precio de lista}
    summary: {en: List., es: Lista.}
  - id: promised
    title: {en: Promised, es: Comprometido}
    summary: {en: Promised., es: Comprometido.}
    rules-out: [{id: not-steady, when: not steady, because: {en: Not steady., es: No es constante.}, source: https://example.org/pay}]
    rates: [{class: machine, factor: "0.5", text: {en: half price, es: mitad de precio}}]
`,
	"reviews/closed.yaml": `
id: closed
scope: component
severity: high
criterion: operations
title: {en: Closed, es: Cerrado}
when: status == "closed" or not offered
because: {en: "{component} stands on {service}.", es: "{component} se apoya en {service}."}
remedy: {en: "Take {replacement}.", es: "Tome {replacement}."}
source: https://example.org/r
`,
	"reviews/empty.yaml": `
id: empty
scope: decision
severity: critical
criterion: reliability
title: {en: Hole, es: Hueco}
when: hole or pin_ruled_out
because: {en: "{decision}: nothing.", es: "{decision}: nada."}
remedy: {en: Change an answer., es: Cambie una respuesta.}
source: https://example.org/r
`,
	"reviews/naked.yaml": `
id: naked
scope: architecture
severity: low
criterion: security
title: {en: Naked, es: Desnudo}
when: present("fast") and has_trait("public") and "soc" in compliance
because: {en: Open., es: Abierto.}
remedy: {en: Close it., es: Ciérrelo.}
source: https://example.org/r
`,
	"prices/all.csv": `price,unit,region,usd,as_of,source
fast.hour,hour,north,1.00,2026-01,https://example.org/p
fast.hour,hour,south,2.00,2026-01,https://example.org/p
slow.hour,hour,north,0.10,2026-02,https://example.org/p
`,
}
