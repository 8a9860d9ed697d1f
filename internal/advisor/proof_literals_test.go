package advisor_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"alarife/internal/knowledge"
	"alarife/internal/rule"
)

// family is a kind of quantity and the size of a unit in it.
type family struct {
	of   string
	size float64
}

// families makes units comparable that measure the same; any other unit
// measures by itself.
var families = map[string]family{
	"ms": {"time", 0.001}, "s": {"time", 1}, "min": {"time", 60}, "h": {"time", 3600}, "days": {"time", 86400},
	"months": {"time", 730 * 3600}, "years": {"time", 12 * 730 * 3600},
	"KB": {"size", 1}, "MB": {"size", 1e3}, "GB": {"size", 1e6}, "TB": {"size", 1e9},
	"KB/s": {"flow", 1}, "MB/s": {"flow", 1e3}, "Mbit/s": {"flow", 1e3 / 8}, "Gbit/s": {"flow", 1e6 / 8},
}

func familyOf(unit string) family {
	if f, ok := families[unit]; ok {
		return f
	}
	return family{unit, 1}
}

// coincidences are the literals that equal a limit of a service at hand and
// mean something else.
var coincidences = map[string]string{
	"inference-mode/asynchronous/scales-to-zero":      "half a day of traffic, not the hours until archived objects are back",
	"stream-ingestion/firehose/delay-is-fine":         "what counts as soon, not the minute until an archived object is back",
	"training-compute/cpu-spot/starts-again":          "a run worth a checkpoint, not the longest wait of a built-in algorithm",
	"training-compute/gpu-spot/starts-again":          "as above",
	"training-compute/multi-gpu-spot/starts-again":    "as above",
	"training-compute/trainium-spot/starts-again":     "as above",
	"spot-checkpoints/start-again/short-run":          "as above",
	"spot-checkpoints/start-again/all-lost":           "as above",
	"recovery-strategy/warm-standby/still-a-gap":      "a minute until the service is back, not the idle time of a load balancer",
	"recovery-strategy/warm-standby/minutes":          "as above",
	"recovery-strategy/active-active/no-gap":          "as above",
	"recovery-strategy/active-active/no-gap-felt":     "as above",
	"recovery-strategy/active-active/more-than-asked": "as above",
}

func TestRules_HoldNoLiteralThatStandsInAServiceFile(t *testing.T) {
	a, _ := builtIn(t, "fraud-detection")
	b := a.Base()
	excused := map[string]bool{}
	for _, d := range b.Decisions {
		for _, o := range d.Options {
			for _, r := range append(append([]*knowledge.Rule{}, o.RulesOut...), o.Evidence...) {
				if r.When == nil {
					continue
				}
				for _, x := range r.When.Thresholds {
					limit := limitWithValue(b, servicesOf(o), x)
					id := d.ID + "/" + o.ID + "/" + r.ID
					switch {
					case limit == "":
					case coincidences[id] != "":
						excused[id] = true
					default:
						t.Errorf("%s: %s is compared with %v, which is %s", id, x.Fact, x.Value, limit)
					}
				}
			}
		}
	}
	for _, r := range b.Reviews {
		for _, x := range r.When.Thresholds {
			if limit := limitWithValue(b, namedBy(r.When), x); limit != "" {
				t.Errorf("review %s: %s is compared with %v, which is %s", r.ID, x.Fact, x.Value, limit)
			}
		}
	}
	for id := range coincidences {
		if !excused[id] {
			t.Errorf("%s needs no excuse", id)
		}
	}
}

// servicesOf lists the services that an option relies on or draws.
func servicesOf(o *knowledge.Option) []string {
	services := append([]string{}, o.Services()...)
	for _, c := range o.Components {
		services = append(services, c.Service)
	}
	return services
}

// namedBy lists the services that a review rule names.
func namedBy(p *rule.Program) []string {
	var services []string
	for _, key := range p.Reads {
		switch prefix, rest := rule.Split(key); prefix {
		case "here", "present":
			services = append(services, rest)
		case "limit":
			service, _, _ := strings.Cut(rest, ".")
			services = append(services, service)
		}
	}
	return services
}

// limitWithValue finds a limit of the services that measures the same
// as the fact and has the literal's value in some era. A bare count has no
// family: 1 and 2 are everywhere.
func limitWithValue(b *knowledge.Base, services []string, x rule.Threshold) string {
	unit := unitOf(b, x.Fact)
	if x.Limit != "" || unit == "" {
		return ""
	}
	have := familyOf(unit)
	for _, id := range services {
		s := b.Service(id)
		if s == nil {
			continue
		}
		for _, name := range slices.Sorted(maps.Keys(s.Limits)) {
			l := s.Limits[name]
			f := familyOf(l.Unit)
			for _, era := range []knowledge.Era{knowledge.Guide, knowledge.Today} {
				if f.of == have.of && l.In(era)*f.size == x.Value*have.size {
					return id + "." + name
				}
			}
		}
	}
	return ""
}

func unitOf(b *knowledge.Base, fact string) string {
	if q := b.Question(fact); q != nil {
		return q.Unit
	}
	if d := b.DerivedFact(fact); d != nil {
		return d.Unit
	}
	return ""
}
