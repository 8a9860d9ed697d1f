package knowledge

import (
	"slices"

	"alarife/internal/rule"
	"alarife/internal/workload"
)

// scope is what the expressions of one option (or of none) may name.
type scope struct {
	*vocabulary
	own    string // service whose limits `limit.x` reads
	review ReviewScope
	locals map[string]bool // numbers of a comparison: its figures and the words of the engine
	reads  map[string]bool // keys read by anything: collects over all programs
	asking bool            // the expression says when a question is asked
}

// vocabulary is what all expressions share.
type vocabulary struct {
	base    *Base
	names   map[string]rule.Type
	list    []string
	options map[string][]string // decision → option ids; none: not known
	inVPC   map[string][]string // decision → ids of the options that stand in subnets
	traits  []string
	broken  map[string]bool // ids of what could not be read: of these nothing is refused
}

func newVocabulary(b *Base, broken map[string]bool) *vocabulary {
	v := &vocabulary{base: b, broken: broken, names: map[string]rule.Type{}, options: map[string][]string{}, inVPC: map[string][]string{}}
	for _, q := range b.Questions {
		if !broken[q.ID] {
			v.names[q.ID] = factType(q.Kind, q.Fact.Choices)
		}
	}
	for _, d := range b.Derived {
		if !broken[d.ID] {
			v.names[d.ID] = factType(d.Kind, choiceIDs(d.Choices))
		}
	}
	v.names[EraWord] = rule.Type{Kind: rule.Choice, Choices: []string{string(Today), string(Guide)}}
	for _, d := range b.Decisions {
		ids, inVPC := []string{}, []string{}
		for _, o := range d.Options {
			ids = append(ids, o.ID)
			if b.standsInVPC(o) {
				inVPC = append(inVPC, o.ID)
			}
		}
		if broken[d.ID] {
			ids = nil
		}
		v.options[d.ID], v.inVPC[d.ID] = ids, inVPC
	}
	v.list = sortedKeys(v.names)
	v.traits = b.allTraits()
	return v
}

// standsInVPC reports whether the option draws something that stands in a
// subnet whatever the workload: what says so, or machines of a zonal service.
func (b *Base) standsInVPC(o *Option) bool {
	return slices.ContainsFunc(o.Components, func(c *Component) bool {
		s := b.Service(c.Service)
		return c.At == "private-subnet" || s != nil && s.Scope == Zonal && c.At == ""
	})
}

func factType(k workload.Kind, choices []string) rule.Type {
	switch k {
	case workload.Number:
		return rule.Type{Kind: rule.Number}
	case workload.YesNo:
		return rule.Type{Kind: rule.Bool}
	case workload.Choice:
		return rule.Type{Kind: rule.Choice, Choices: choices}
	}
	return rule.Type{Kind: rule.Set, Choices: choices}
}

func choiceIDs(choices []ChoiceText) []string {
	ids := make([]string, len(choices))
	for i, c := range choices {
		ids[i] = c.ID
	}
	return ids
}

// allTraits lists every trait that some service or component can have.
func (b *Base) allTraits() []string {
	seen := map[string]bool{}
	for _, s := range b.Services {
		for _, t := range s.Traits {
			seen[t] = true
		}
	}
	b.eachContent(func(c *Content) {
		for _, component := range c.Components {
			for _, t := range component.Traits {
				seen[t.Is] = true
			}
		}
	})
	return sortedKeys(seen)
}

// eachContent visits the content of every option and slot.
func (b *Base) eachContent(visit func(*Content)) {
	for _, d := range b.Decisions {
		for _, o := range d.Options {
			visit(&o.Content)
		}
	}
	for _, bp := range b.Blueprints {
		for _, s := range bp.Slots {
			visit(&s.Content)
		}
	}
}

// words of review rules beside the facts, by scope.
var reviewWords = map[ReviewScope]map[string]rule.Type{
	OnComponent: {
		"place": {Kind: rule.Choice, Choices: []string{
			"outside", "on-premises", "device", "edge", "region",
			SecondRegion, "public-subnet", "private-subnet", "strip",
		}},
		"status": {Kind: rule.Choice, Choices: []string{
			string(Active), string(Closed), string(Sunset), string(Ended),
			string(Renamed), string(Superseded), string(Previous),
		}},
		"offered":     {Kind: rule.Bool},
		"unconfirmed": {Kind: rule.Bool},
		"copies":      {Kind: rule.Number},
	},
	OnArchitecture: {"month_usd": {Kind: rule.Number}},
	OnDecision: {
		"hole": {Kind: rule.Bool}, "pinned": {Kind: rule.Bool},
		"pin_ruled_out": {Kind: rule.Bool}, "close_call": {Kind: rule.Bool}, "drawn": {Kind: rule.Bool},
		"absent": {Kind: rule.Bool},
	},
}

func (s *scope) Name(id string) (rule.Type, bool) {
	t, ok := s.names[id]
	if s.locals[id] {
		return rule.Type{Kind: rule.Number}, true
	}
	if !ok {
		t, ok = reviewWords[s.review][id]
	}
	if ok {
		s.reads[id] = true
	}
	return t, ok
}

func (s *scope) Names() []string { return s.list }

func (s *scope) Limit(service, limit string) (key string, candidates []string, ok bool) {
	if service == "" {
		service = s.own
	}
	owner := s.base.Service(service)
	if s.broken[service] {
		return rule.LimitKey(service, limit), nil, true
	}
	if owner == nil {
		return "", nil, false
	}
	if _, ok := owner.Limits[limit]; !ok {
		return "", sortedKeys(owner.Limits), false
	}
	return rule.LimitKey(service, limit), nil, true
}

// traitCalls are the functions over traits, with the review scope that they
// need; "" is any review.
var traitCalls = map[string]ReviewScope{
	"is": OnComponent, "receives_from": OnComponent, "sends_to": OnComponent, "has_trait": "",
}

// serviceCalls are the functions over services.
var serviceCalls = map[string]ReviewScope{"here": OnComponent, "present": ""}

func (s *scope) Call(function, argument string) (rule.Call, bool) {
	if function == "chosen" || function == "in_vpc" {
		options, ok := s.options[argument]
		c := rule.Call{Key: rule.ChosenKey(argument), Type: rule.Type{Kind: rule.Choice, Choices: options}, OK: ok}
		if function == "in_vpc" {
			c.Among = s.inVPC[argument]
		}
		if !ok {
			c.Candidates = sortedKeys(s.options)
		}
		return c, true
	}
	c := rule.Call{Key: rule.CallKey(function, argument), Type: rule.Type{Kind: rule.Bool}}
	if need, ok := traitCalls[function]; ok && s.allows(need) {
		c.OK, c.Candidates = contains(s.traits, argument), s.traits
		return c, true
	}
	if need, ok := serviceCalls[function]; ok && s.allows(need) {
		if c.OK = s.base.Service(argument) != nil; !c.OK {
			c.Candidates = sortedKeys(s.base.index.services)
		}
		return c, true
	}
	if function == "told" && s.review != "" {
		if c.OK = s.base.Question(argument) != nil; !c.OK {
			c.Candidates = sortedKeys(s.base.index.questions)
		}
		return c, true
	}
	return rule.Call{}, false
}

func (s *scope) allows(need ReviewScope) bool {
	return s.review != "" && (need == "" || need == s.review)
}
