package architecture

import (
	"slices"
	"sort"
	"strings"

	"alarife/internal/advisor"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/rule"
)

// Finding is what one review rule says about an architecture.
type Finding struct {
	Rule       *knowledge.Review
	Components []string // origins of the components concerned, in the picture's order
	Service    string   // service concerned, where the rule is about one
	Decision   string   // decision concerned, where the rule is about one

	rec  *advisor.Recommendation
	arch *Architecture
}

// Review tries every review rule of the knowledge base on an architecture.
// Findings come worst first, then in the order of the rules.
func Review(r *advisor.Recommendation, a *Architecture) []*Finding {
	v := &review{rec: r, arch: a, env: map[string]any{}}
	for k, x := range r.Env() {
		v.env[k] = x
	}
	month := 0.0
	for _, l := range r.Lines {
		month += l.USD()
	}
	v.env["month_usd"] = month
	v.machine = rule.NewMachine(v.env)
	for _, rule := range r.Base.Reviews {
		switch rule.Scope {
		case knowledge.OnComponent:
			v.components(rule)
		case knowledge.OnDecision:
			v.decisions(rule)
		default:
			v.load(rule, nil)
			if v.holds(rule) {
				v.found = append(v.found, &Finding{Rule: rule, rec: r, arch: a})
			}
		}
	}
	rank := map[knowledge.Severity]int{}
	for i, s := range knowledge.Severities() {
		rank[s] = i
	}
	sort.SliceStable(v.found, func(i, j int) bool { return rank[v.found[i].Rule.Severity] < rank[v.found[j].Rule.Severity] })
	return v.found
}

type review struct {
	rec     *advisor.Recommendation
	arch    *Architecture
	env     map[string]any
	machine *rule.Machine
	found   []*Finding
}

func (v *review) holds(r *knowledge.Review) bool {
	ok, err := v.machine.Bool(r.When)
	return ok && err == nil
}

// components tries a rule on every component, copies in zones taken as one;
// components of one service share a finding.
func (v *review) components(r *knowledge.Review) {
	byService := map[string]*Finding{}
	seen := map[string]bool{}
	for _, c := range v.arch.Components {
		if seen[c.Origin] {
			continue
		}
		seen[c.Origin] = true
		v.load(r, c)
		if !v.holds(r) {
			continue
		}
		f := byService[c.Service]
		if f == nil {
			f = &Finding{Rule: r, Service: c.Service, rec: v.rec, arch: v.arch}
			byService[c.Service] = f
			v.found = append(v.found, f)
		}
		f.Components = append(f.Components, c.Origin)
	}
}

func (v *review) decisions(r *knowledge.Review) {
	for _, s := range v.rec.Decisions {
		if !s.Applies {
			continue
		}
		v.load(r, nil)
		v.env["hole"] = s.Verdict == advisor.Hole
		v.env["close_call"] = s.Verdict == advisor.Close
		v.env["drawn"] = v.rec.Drawn(s.Decision)
		v.env["pinned"] = s.Pinned != nil
		v.env["pin_ruled_out"] = s.Pinned != nil && !s.Pinned.Possible
		v.env["absent"] = s.Chosen != nil && slices.ContainsFunc(s.Chosen.Option.Services(), func(id string) bool {
			x := v.rec.Base.Service(id)
			return x != nil && x.Missing(v.rec.Region)
		})
		if v.holds(r) {
			f := &Finding{Rule: r, Decision: s.Decision.ID, rec: v.rec, arch: v.arch}
			for _, c := range v.arch.Components {
				if c.Decision == f.Decision && !contains(f.Components, c.Origin) {
					f.Components = append(f.Components, c.Origin)
				}
			}
			v.found = append(v.found, f)
		}
	}
}

// load puts the words that a rule reads into the environment, for component c
// where it is about one.
func (v *review) load(r *knowledge.Review, c *Component) {
	for _, key := range r.When.Reads {
		prefix, arg := rule.Split(key)
		switch prefix {
		case "has_trait":
			v.env[key] = v.any(func(x *Component) bool { return contains(x.Traits, arg) })
		case "told":
			_, v.env[key] = v.rec.Case.Workload[arg]
		case "present":
			v.env[key] = v.any(func(x *Component) bool { return x.Service == arg })
		case "is":
			v.env[key] = contains(c.Traits, arg)
		case "here":
			v.env[key] = c.Service == arg
		case "receives_from":
			v.env[key] = v.neighbour(arg, func(f *Flow) (string, bool) { return f.From, v.origin(f.To) == c.Origin })
		case "sends_to":
			v.env[key] = v.neighbour(arg, func(f *Flow) (string, bool) { return f.To, v.origin(f.From) == c.Origin })
		}
	}
	if c != nil {
		v.describe(c)
	}
}

func (v *review) describe(c *Component) {
	v.env["place"], v.env["status"], v.env["offered"], v.env["unconfirmed"] = string(c.Place), string(knowledge.Active), true, false
	copies := 0
	for _, x := range v.arch.Components {
		if x.Origin == c.Origin {
			copies++
		}
	}
	v.env["copies"] = float64(copies)
	if s := v.rec.Base.Service(c.Service); s != nil {
		v.env["status"] = string(s.Status(v.rec.Case.Era, v.rec.Base.Guide.Until))
		v.env["offered"] = !s.Missing(v.rec.Region)
		v.env["unconfirmed"] = s.Unconfirmed(v.rec.Region, v.programmes())
	}
}

// programmes lists the compliance programmes that the workload asks for.
func (v *review) programmes() []string {
	q := v.rec.Base.Question(knowledge.ComplianceFact)
	if q == nil {
		return nil
	}
	value, _ := v.rec.Value(q)
	return value.Set
}

func (v *review) any(is func(*Component) bool) bool {
	for _, c := range v.arch.Components {
		if is(c) {
			return true
		}
	}
	return false
}

func (v *review) origin(id string) string {
	if c := v.arch.Component(id); c != nil {
		return c.Origin
	}
	return ""
}

// neighbour reports whether a component at the other end of a flow has the
// trait.
func (v *review) neighbour(trait string, other func(*Flow) (id string, mine bool)) bool {
	for _, f := range v.arch.Flows {
		if id, mine := other(f); mine {
			if c := v.arch.Component(id); c != nil && contains(c.Traits, trait) {
				return true
			}
		}
	}
	return false
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// Text says what was found, Remedy what to do, in the teller's language.
func (f *Finding) Text(t advisor.Teller) string { return f.say(t, f.Rule.Because) }

// Remedy says what to do about the finding.
func (f *Finding) Remedy(t advisor.Teller) string { return f.say(t, f.Rule.Remedy) }

func (f *Finding) say(t advisor.Teller, text lang.Text) string {
	words := map[string]string{"component": f.names(t)}
	if s := f.rec.Base.Service(f.Service); s != nil {
		words["service"] = s.Name
		words["since"] = s.Lifecycle.Begin()
		words["replacement"] = t.Say("lifecycle.none")
		if to := f.rec.Base.Service(s.Lifecycle.Replacement); to != nil {
			words["replacement"] = to.Name
		}
	}
	if d := f.rec.Decision(f.Decision); d != nil {
		words["decision"] = t.In(d.Decision.Title)
		words["option"] = t.Say("value.none")
		if d.Chosen != nil {
			words["option"] = t.In(d.Chosen.Option.Title)
		}
	}
	return t.Fill(f.rec, text, f.Service, words)
}

func (f *Finding) names(t advisor.Teller) string {
	var names []string
	for _, id := range f.Components {
		for _, c := range f.arch.Components {
			if c.Origin == id {
				names = append(names, t.In(c.Short))
				break
			}
		}
	}
	return strings.Join(names, ", ")
}
