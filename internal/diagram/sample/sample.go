// Package sample builds architectures by hand for the tests of layout and
// painting: the five case studies and a large one.
package sample

import (
	"fmt"
	"strings"

	"alarife/internal/architecture"
	"alarife/internal/diagram"
	"alarife/internal/lang"
)

// Names lists the architectures in order.
func Names() []string {
	return []string{"recommendation", "medical", "sentiment", "fraud", "exam", "large"}
}

// Build returns an architecture by name, nil for an unknown one.
func Build(name string) *architecture.Architecture {
	switch name {
	case "recommendation":
		return recommendation()
	case "medical":
		return medical()
	case "sentiment":
		return sentiment()
	case "fraud":
		return fraud()
	case "exam":
		return exam()
	case "large":
		return Large(60)
	}
	return nil
}

// Options are those of a usual picture in a language.
func Options(l lang.Lang) diagram.Options {
	o := diagram.Options{
		Lang: l, Region: "Europe (Ireland), eu-west-1", Date: "Prices of 2026-10-01", MonthlyCost: "$ 1,890.10 a month",
		Texts: diagram.Texts{
			Strip: "Security and operations", Steps: "Steps", Legend: "Legend", Step: "order of travel", Sync: "waits for the answer", Async: "does not wait", Hole: "nothing fits",
			Kinds: map[string]string{"cloud": "AWS Cloud", "region": "Region", "vpc": "VPC", "zone": "Availability Zone", "public-subnet": "public subnet", "private-subnet": "private subnet", "on-premises": "own site", "device": "device"},
		},
	}
	if l == lang.Spanish {
		o.Region, o.Date, o.MonthlyCost = "Europa (Irlanda), eu-west-1", "Precios del 01/10/2026", "1890,10 USD al mes"
		o.Texts = diagram.Texts{
			Strip: "Seguridad y operaciones", Steps: "Pasos", Legend: "Leyenda", Step: "orden de recorrido", Sync: "espera la respuesta", Async: "no espera", Hole: "nada encaja",
			Kinds: map[string]string{"cloud": "Nube de AWS", "region": "Región", "vpc": "VPC", "zone": "Zona de disponibilidad", "public-subnet": "subred pública", "private-subnet": "subred privada", "on-premises": "sede propia", "device": "dispositivo"},
		}
	}
	return o
}

// maker builds an architecture step by step.
type maker struct {
	a *architecture.Architecture
	n map[string]int
}

func start(title, titulo string) *maker {
	m := &maker{a: &architecture.Architecture{Region: "eu-west-1", Title: lang.Text{EN: title, ES: titulo}}, n: map[string]int{}}
	m.box("cloud", "cloud", "", "AWS Cloud", "Nube de AWS")
	m.box("region", "region", "cloud", "Region eu-west-1", "Región eu-west-1")
	return m
}

func (m *maker) box(id, kind, parent, en, es string) {
	m.a.Boundaries = append(m.a.Boundaries, &architecture.Boundary{
		ID: id, Kind: architecture.BoundaryKind(kind), Parent: parent, Label: lang.Text{EN: en, ES: es},
	})
}

func both(s string) lang.Text {
	en, es, ok := strings.Cut(s, "|")
	if !ok {
		es = en
	}
	return lang.Text{EN: en, ES: es}
}

// part adds a component: "id box category icon", name and role as "en|es".
func (m *maker) part(spec, name, role string) {
	f := strings.Fields(spec)
	for len(f) < 4 {
		f = append(f, "")
	}
	c := &architecture.Component{ID: f[0], Origin: f[0], Service: f[0], Short: both(name), Name: both(name), Role: both(role), Category: f[2], Icon: f[3]}
	if a, ok := strings.CutPrefix(f[2], "actor:"); ok {
		c.Actor, c.Category, c.Service = a, "general", ""
	}
	switch f[1] {
	case "-":
		c.Place = architecture.Outside
	case "strip":
		c.Place = architecture.Strip
	default:
		c.Boundary, c.Place = f[1], architecture.InRegion
	}
	if b := m.a.Boundary(c.Boundary); b != nil && strings.Contains(string(b.Kind), "subnet") {
		c.Place, c.Zone = architecture.Place(b.Kind), c.Boundary[len(c.Boundary)-1:]
		c.Origin = strings.TrimSuffix(c.ID, "-"+c.Zone)
	}
	m.a.Components = append(m.a.Components, c)
}

// flow adds a flow: "from to step [async]", text as "en|es".
func (m *maker) flow(spec, text string) {
	f := strings.Fields(spec)
	var step int
	fmt.Sscan(f[2], &step)
	id := f[0] + ">" + f[1]
	if m.n[id]++; m.n[id] > 1 {
		id = fmt.Sprintf("%s#%d", id, m.n[id])
	}
	m.a.Flows = append(m.a.Flows, &architecture.Flow{ID: id, From: f[0], To: f[1], Step: step, Async: len(f) > 3, Text: both(text)})
}

const (
	svc = "architecture-service/"
	res = "resource/"
)

func strip(m *maker) {
	m.part("iam strip security "+svc+"AWSIdentityandAccessManagement", "IAM", "least privilege|privilegio mínimo")
	m.part("kms strip security "+svc+"AWSKeyManagementService", "AWS KMS", "keys|claves")
	m.part("trail strip management "+svc+"AWSCloudTrail", "AWS CloudTrail", "audit|auditoría")
	m.part("cw strip management "+svc+"AmazonCloudWatch", "Amazon CloudWatch", "metrics, logs, alarms|métricas, registros y alarmas")
}
