package knowledge

import (
	"slices"
	"strings"

	"alarife/internal/fault"
	"alarife/internal/lang"
	"alarife/internal/rule"
)

// check makes a base that was read sound: facts, expressions, orders,
// references.
func (l *loader) check() {
	b := l.base
	if b.Decision(BlueprintDecision) == nil {
		l.fail(fault.Place{File: "decisions"}, "catalog.no-blueprint-decision")
	}
	if !dateForm.MatchString(b.Guide.Until) {
		l.fail(fault.Place{File: "guide.yaml"}, "catalog.no-guide")
	}
	l.buildFacts()
	c := &compiler{loader: l, words: newVocabulary(b, l.broken), reads: map[string]bool{}, known: map[sameWords]*rule.Program{}}
	c.all()
	l.orderDerived()
	l.orderDecisions()
	l.unread(c.reads)
	l.services()
	l.decisions()
	l.blueprints()
	l.reviewRules()
	l.scenarios()
	l.checkPlans()
	l.items()
	l.stories()
}

// unread refuses questions and derived facts that nothing reads.
func (l *loader) unread(reads map[string]bool) {
	for _, q := range l.base.Questions {
		if l.base.Section(q.Section) == nil {
			l.fail(q.Place, "catalog.unknown-id", "kind", fault.Word("kind.section"), "id", q.Section, "near", "")
		}
		if !reads[q.ID] && q.ID != RegionFact && q.ID != ComplianceFact {
			l.fail(q.Place, "question.unread", "id", q.ID)
		}
	}
	for _, d := range l.base.Derived {
		if !reads[d.ID] {
			l.fail(d.Place, "question.unread", "id", d.ID)
		}
	}
}

// service refuses an id that does not exist; "" is allowed.
func (l *loader) service(at fault.Place, id string) {
	if id != "" && l.base.Service(id) == nil {
		l.fail(at, "catalog.unknown-id", "kind", fault.Word("kind.service"), "id", id,
			"near", fault.Nearest(id, sortedKeys(l.base.index.services)))
	}
}

func (l *loader) oneOf(at fault.Place, field, value string, known ...string) {
	if !contains(known, value) {
		l.fail(at, "catalog.not-one-of", "field", field, "value", value, "known", strings.Join(known, ", "))
	}
}

func (l *loader) criterion(at fault.Place, c Criterion) {
	if !slices.Contains(Criteria(), c) {
		l.fail(at, "catalog.not-one-of", "field", "criterion", "value", string(c), "known", criteriaList())
	}
}

func (l *loader) date(at fault.Place, field, value string) {
	if !dateForm.MatchString(value) {
		l.fail(at, "catalog.date", "field", field, "value", value)
	}
}

// categories of services.
var categories = []string{
	"ai", "analytics", "application-integration", "compute", "containers", "database",
	"developer-tools", "edge", "general", "iot", "management", "migration", "network", "security", "serverless",
	"storage", "cost",
}

func (l *loader) services() {
	regions, programmes := sortedKeys(l.base.index.regions), []string{}
	if q := l.base.Question(ComplianceFact); q != nil {
		programmes = q.Fact.Choices
	}
	for _, s := range l.base.Services {
		l.oneOf(s.Place, "category", s.Category, categories...)
		l.oneOf(s.Place, "scope", string(s.Scope), string(Global), string(Regional), string(Zonal))
		l.date(s.Place, "as-of", s.AsOf)
		for _, name := range sortedKeys(s.Limits) {
			l.date(s.Limits[name].Place, "as-of", s.Limits[name].AsOf)
		}
		for _, r := range append(s.Regions.Absent, s.Regions.Only...) {
			if !strings.Contains(r, "-") {
				l.oneOf(s.Place, "regions", r, regions...)
			}
		}
		if len(s.Regions.Absent)+len(s.Regions.Only) > 0 {
			l.date(s.Place, "regions.as-of", s.Regions.AsOf)
		}
		for _, c := range s.Compliance {
			l.date(s.Place, "compliance.as-of", c.AsOf)
			for _, p := range slices.Concat(c.Programmes, c.Outside) {
				if l.broken[ComplianceFact] {
					break
				}
				l.oneOf(s.Place, "compliance", p, programmes...)
			}
		}
		if s.Free != nil {
			l.date(s.Free.Place, "free.as-of", s.Free.AsOf)
		}
		l.lifecycle(s)
	}
}

func (l *loader) lifecycle(s *Service) {
	c := s.Lifecycle
	if c.Status == "" {
		return
	}
	l.oneOf(s.Place, "lifecycle.status", string(c.Status), string(Active), string(Closed), string(Sunset),
		string(Ended), string(Renamed), string(Superseded), string(Previous))
	l.service(s.Place, c.Replacement)
	l.date(s.Place, "lifecycle.as-of", c.AsOf)
	for _, d := range []string{c.Since, c.Ends} {
		if d != "" {
			l.date(s.Place, "lifecycle", d)
		}
	}
}

func (l *loader) decisions() {
	for _, d := range l.base.Decisions {
		if len(d.Options) < 2 {
			l.fail(d.Place, "decision.options", "id", d.ID)
		}
		for _, id := range d.PricedBy {
			_ = l.faults.Add(l.base.CheckOption(id, "", d.Place))
		}
		seen := map[string]bool{}
		for _, o := range d.Options {
			if seen[o.ID] || !kebab.MatchString(o.ID) {
				l.fail(o.Place, "catalog.id-twice", "id", o.ID)
			}
			seen[o.ID] = true
			l.option(o)
		}
	}
}

func (l *loader) option(o *Option) {
	l.template(o.Place, o.Summary, o.Service)
	for _, s := range o.Services() {
		l.service(o.Place, s)
	}
	seen := map[string]bool{}
	for _, r := range append(append([]*Rule{}, o.RulesOut...), o.Evidence...) {
		if seen[r.ID] || !kebab.MatchString(r.ID) {
			l.fail(r.Place, "catalog.id-twice", "id", r.ID)
		}
		seen[r.ID] = true
		l.template(r.Place, r.Because, o.Service)
	}
	if o.Term < 0 || o.Term > 120 || o.Term > 0 && len(o.Rates) == 0 {
		l.fail(o.Place, "plan.term", "id", o.ID)
	}
	for _, r := range o.RulesOut {
		l.constraint(r)
	}
	for _, r := range o.Evidence {
		l.criterion(r.Place, r.Criterion)
		if r.Weight == 0 || r.Weight < -3 || r.Weight > 3 {
			l.fail(r.Place, "rule.weight", "id", r.ID)
		}
	}
	l.content(&o.Content)
	for _, x := range o.CostOf {
		if x.Component != "" && !o.has(x.Component) {
			ids := []string{}
			for _, c := range o.Components {
				ids = append(ids, c.ID)
			}
			l.fail(x.Place, "content.unknown-component", "id", x.Component, "known", strings.Join(ids, ", "))
		}
	}
}

// constraint refuses one that always holds, one that judges, and one that
// leans on a figure nobody read in its source.
func (l *loader) constraint(r *Rule) {
	switch {
	case r.When == nil && r.WhenIs.Text != "":
		return // told as a fault of its expression
	case r.When == nil:
		l.fail(r.Place, "rule.unreachable", "id", r.ID)
		return
	}
	if r.Criterion != "" || r.Weight != 0 {
		l.fail(r.Place, "rule.constraint-weight", "id", r.ID)
	}
	for _, key := range r.When.Reads {
		prefix, rest := rule.Split(key)
		service, name, _ := strings.Cut(rest, ".")
		if s := l.base.Service(service); prefix == "limit" && s != nil && !l.broken[service] && !s.Limits[name].Checked {
			l.fail(r.Place, "rule.unchecked-limit", "id", r.ID, "limit", rest)
		}
	}
}

// words that texts of review rules may name beside facts and limits.
var textWords = []string{"component", "service", "replacement", "since", "decision", "option"}

// template refuses a placeholder that means nothing.
func (l *loader) template(at fault.Place, t lang.Text, own string, words ...string) {
	for _, lg := range lang.All() {
		for _, name := range lang.Placeholders(t.In(lg)) {
			if strings.HasPrefix(name, "limit.") && l.broken[own] {
				continue
			}
			if _, ok := l.base.Meaning(name, own); !ok && !contains(words, name) {
				l.fail(at, "text.placeholder", "name", name)
			}
		}
	}
}

// Meaning resolves a placeholder of a text: the key of a fact or limit.
func (b *Base) Meaning(name, own string) (key string, ok bool) {
	if b.Question(name) != nil || b.DerivedFact(name) != nil {
		return name, true
	}
	service, limit, ok := strings.Cut(name, ".")
	if !ok {
		return "", false
	}
	if service == "limit" {
		service = own
	}
	s := b.Service(service)
	if s == nil {
		return "", false
	}
	_, ok = s.Limits[limit]
	return rule.LimitKey(service, limit), ok
}

func (l *loader) reviewRules() {
	severities := []string{}
	for _, s := range Severities() {
		severities = append(severities, string(s))
	}
	for _, r := range l.base.Reviews {
		l.oneOf(r.Place, "scope", string(r.Scope), string(OnComponent), string(OnArchitecture), string(OnDecision))
		l.oneOf(r.Place, "severity", string(r.Severity), severities...)
		l.criterion(r.Place, r.Criterion)
		l.template(r.Place, r.Because, "", textWords...)
		l.template(r.Place, r.Remedy, "", textWords...)
	}
}

func (l *loader) scenarios() {
	for _, s := range l.base.Scenarios {
		l.oneOf(s.Place, "era", string(s.Era), string(Today), string(Guide))
		for _, e := range s.Answers {
			_, err := l.base.ReadAnswer(e.Key.Text, e.Value, e.Key.Place)
			_ = l.faults.Add(err)
		}
		_, err := ReadPriorities(s.Priorities)
		_ = l.faults.Add(err)
		l.pairs(s.Place, s.Pins)
		for _, era := range sortedKeys(s.Expect) {
			l.oneOf(s.Place, "expect", era, string(Today), string(Guide))
			l.pairs(s.Place, s.Expect[era])
		}
	}
}

// pairs checks decision → option.
func (l *loader) pairs(at fault.Place, pairs map[string]string) {
	for _, decision := range sortedKeys(pairs) {
		_ = l.faults.Add(l.base.CheckOption(decision, pairs[decision], at))
	}
}

// CheckOption says in a fault at the place why the decision has no such
// option.
func (b *Base) CheckOption(decision, option string, at fault.Place) error {
	d := b.Decision(decision)
	if d == nil {
		return fault.New(at, "catalog.unknown-id", "kind", fault.Word("kind.decision"), "id", decision,
			"near", fault.Nearest(decision, sortedKeys(b.index.decisions)))
	}
	if option != "" && d.Option(option) == nil {
		ids := []string{}
		for _, o := range d.Options {
			ids = append(ids, o.ID)
		}
		return fault.New(at, "catalog.unknown-option", "decision", decision, "option", option, "known", strings.Join(ids, ", "))
	}
	return nil
}
