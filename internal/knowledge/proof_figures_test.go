package knowledge_test

import (
	"reflect"
	"regexp"
	"strings"
	"testing"

	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/rule"
)

var (
	address    = regexp.MustCompile(`https://[a-z0-9.-]+\.[a-z]{2,}(/|$)`)
	repository = regexp.MustCompile(`[\w.-]+/[\w.-]+:[\w./-]+`)
	day        = regexp.MustCompile(`^20[12]\d-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$`)
)

// sourced tells of a figure whose source is no address and no file of a public
// repository, or whose date is none.
func sourced(t *testing.T, what, source, asOf string) {
	t.Helper()
	if !address.MatchString(source) && !repository.MatchString(source) {
		t.Errorf("%s: %q is no source", what, source)
	}
	if !day.MatchString(asOf) {
		t.Errorf("%s: %q is no date", what, asOf)
	}
}

func TestFigures_HaveASourceAndADate(t *testing.T) {
	b := builtIn(t)
	for _, s := range b.Services {
		sourced(t, s.ID, s.Source, s.AsOf)
		for name, l := range s.Limits {
			sourced(t, s.ID+"."+name, l.Source, l.AsOf)
		}
		if s.Free != nil {
			sourced(t, s.ID+" free", s.Free.Source, s.Free.AsOf)
		}
		if r := s.Regions; len(r.Absent)+len(r.Only) > 0 {
			sourced(t, s.ID+" Regions", r.Source, r.AsOf)
		}
		for _, c := range s.Compliance {
			sourced(t, s.ID+" compliance", c.Source, c.AsOf)
		}
		if l := s.Lifecycle; l.Status != "" {
			sourced(t, s.ID+" lifecycle", l.Source, l.AsOf)
		}
	}
	for _, r := range b.Regions {
		sourced(t, r.ID, r.Source, r.AsOf)
		for _, kind := range b.Machines.Offered(r.ID) {
			o, _ := b.Machines.Offer(kind, r.ID)
			sourced(t, kind+" in "+r.ID, o.Source, o.AsOf)
			m, _ := b.Machines.Find(kind)
			sourced(t, kind, m.Source, m.AsOf)
		}
	}
	for _, id := range b.Prices.IDs() {
		for _, region := range b.Prices.Regions(id) {
			p, _ := b.Prices.Find(id, region)
			sourced(t, id+" in "+region, p.Source, p.AsOf)
		}
	}
}

func TestSources_AreAddressesOrFilesOfRepositories(t *testing.T) {
	n := 0
	eachStruct(reflect.ValueOf(builtIn(t)).Elem(), "", func(at string, v reflect.Value) {
		var sources []string
		if one := v.FieldByName("Source"); one.IsValid() && one.Kind() == reflect.String && one.String() != "" {
			sources = append(sources, one.String())
		}
		if many, ok := v.FieldByName("Sources"), false; many.IsValid() {
			if sources, ok = many.Interface().([]string); !ok || len(sources) == 0 {
				t.Errorf("%s: no sources", at)
			}
		}
		for _, source := range sources {
			n++
			sourced(t, at, source, "2026-01")
		}
	})
	if n < 4000 {
		t.Errorf("only %d sources were looked at", n)
	}
}

// alone are the services that stand for their own page, and why.
var alone = map[string]string{
	"cdk":                 "a tool on the engineer's desk: iac-tool names it, no Region or programme is to be checked",
	"terraform":           "as the CDK",
	"opentofu":            "as the CDK",
	"sagemaker-autopilot": "superseded by SageMaker Canvas; courses still teach it",
	"healthimaging":       "a DICOM store beside the medical blueprint, which keeps images in S3 as the guide does",
	"iot-sitewise":        "where predictive maintenance may go on to; the guide does not teach it",
}

func TestServices_AreUsedOrSayWhyNot(t *testing.T) {
	b := builtIn(t)
	used := usedServices(b)
	for _, s := range b.Services {
		switch why := alone[s.ID]; {
		case !used[s.ID] && why == "":
			t.Errorf("%s is used by nothing", s.ID)
		case used[s.ID] && why != "":
			t.Errorf("%s is used and needs no excuse", s.ID)
		}
	}
	for id := range alone {
		if b.Service(id) == nil {
			t.Errorf("%s is no service", id)
		}
	}
}

// usedServices collects what options, blueprints, rules, reviews and the
// texts of decisions name.
func usedServices(b *knowledge.Base) map[string]bool {
	used := map[string]bool{}
	reads := func(p *rule.Program) {
		if p == nil {
			return
		}
		for _, key := range p.Reads {
			switch prefix, rest := rule.Split(key); prefix {
			case "here", "present":
				used[rest] = true
			case "limit":
				used[owner(rest)] = true
			}
		}
	}
	content := func(c knowledge.Content) {
		for _, x := range c.Components {
			used[x.Service] = true
		}
	}
	for _, d := range b.Decisions {
		for _, p := range d.Programs() {
			reads(p)
		}
		for _, o := range d.Options {
			for _, id := range o.Services() {
				used[id] = true
			}
			content(o.Content)
		}
	}
	for _, bp := range b.Blueprints {
		for _, s := range bp.Slots {
			content(s.Content)
		}
	}
	for _, r := range b.Reviews {
		reads(r.When)
	}
	for _, d := range b.Derived {
		reads(d.Value)
	}
	eachText(reflect.ValueOf(b.Decisions), "", func(_ string, x lang.Text) {
		for _, name := range lang.Placeholders(x.EN) {
			used[owner(name)] = true
		}
	})
	return used
}

// owner is the service of "service.limit".
func owner(limit string) string {
	service, _, _ := strings.Cut(limit, ".")
	return service
}

func TestGuide_EverySessionIsAnswered(t *testing.T) {
	b := builtIn(t)
	count := func(list [][]int) map[int]int {
		n := map[int]int{}
		for _, sessions := range list {
			for _, s := range sessions {
				n[s]++
			}
		}
		return n
	}
	decisions := count(each(b.Decisions, func(d *knowledge.Decision) []int { return d.Guide }))
	services := count(each(b.Services, func(s *knowledge.Service) []int { return s.Guide }))
	scenarios := count(each(b.Scenarios, func(s *knowledge.Scenario) []int { return s.Guide }))
	for _, s := range b.Guide.Sessions {
		if decisions[s.ID] < 1 || services[s.ID] < 1 || scenarios[s.ID] < 2 {
			t.Errorf("session %d: %d decisions, %d services, %d scenarios", s.ID, decisions[s.ID], services[s.ID], scenarios[s.ID])
		}
	}
}

func each[T any](list []*T, of func(*T) []int) [][]int {
	out := [][]int{}
	for _, x := range list {
		out = append(out, of(x))
	}
	return out
}
