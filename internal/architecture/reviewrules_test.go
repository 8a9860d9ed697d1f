package architecture_test

import (
	"slices"
	"testing"

	"alarife/internal/advisor"
	"alarife/internal/architecture"
	"alarife/internal/design"
	"alarife/internal/fault"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/testkit/builtin"
)

// attempt is one architecture that a review rule is tried on: a scenario with
// some answers and pins changed, and its picture bent by hand where the
// catalog itself would never draw it so.
type attempt struct {
	scenario string
	era      knowledge.Era // "" is Today
	answers  map[string]string
	pins     map[string]string
	bend     func(*architecture.Architecture)
}

type words = map[string]string

// unsaid takes an answer of the scenario away.
const unsaid = "(unsaid)"

// trials names for every review rule one attempt on which it must fire and
// one on which it must not.
var trials = map[string][2]attempt{
	"agent-touches-data":             {{scenario: "travel-agent-bookings", bend: joined("bedrock-agentcore", "dynamodb")}, {scenario: "travel-agent-bookings"}},
	"agent-without-approval":         {{scenario: "travel-agent-bookings", answers: words{"human_review": "no"}}, {scenario: "travel-agent-bookings"}},
	"agent-without-trace":            {{scenario: "travel-agent-bookings", answers: words{"audit": "no", "compliance": ""}}, {scenario: "travel-agent-bookings"}},
	"another-region-suits-better":    {{scenario: "airline-notices"}, {scenario: "recommendation"}},
	"audit-history-short":            {{scenario: "sentiment-api"}, {scenario: "medical-imaging"}},
	"audit-trail-required":           {{scenario: "medical-imaging", bend: without("cloudtrail")}, {scenario: "medical-imaging"}},
	"card-data-in-stream":            {{scenario: "fraud-detection"}, {scenario: "recommendation"}},
	"cluster-stands-idle":            {{scenario: "language-model-from-scratch", answers: words{"training_hours_month": "200"}}, {scenario: "language-model-from-scratch"}},
	"compute-in-public-subnet":       {{scenario: "sentiment-api", bend: moved("ec2", architecture.PublicSubnet)}, {scenario: "sentiment-api"}},
	"copies-cross-the-border":        {{scenario: "clinic-records-in-spain"}, {scenario: "recommendation"}},
	"data-in-one-zone":               {{scenario: "recommendation", answers: words{"recreatable": "yes"}, pins: words{"storage-class": "one-zone-ia"}}, {scenario: "recommendation"}},
	"data-in-public-subnet":          {{scenario: "fraud-detection", pins: words{"operational-store": "elasticache"}, bend: moved("elasticache", architecture.PublicSubnet)}, {scenario: "fraud-detection", pins: words{"operational-store": "elasticache"}}},
	"data-outside-the-border":        {{scenario: "recommendation", answers: words{"data_residency": "eu", "region": "us-east-1"}}, {scenario: "recommendation", answers: words{"data_residency": "eu"}}},
	"devices-without-identity":       {{scenario: "bottling-line", bend: without("iot-core")}, {scenario: "bottling-line"}},
	"diagnosis-without-expert":       {{scenario: "medical-imaging", answers: words{"human_review": "no"}}, {scenario: "medical-imaging"}},
	"elastic-ip-on-instance":         {{scenario: "sentiment-api", bend: addressOnMachine}, {scenario: "sentiment-api"}},
	"fields-taken-unread":            {{scenario: "invoices-of-a-small-firm"}, {scenario: "health-claims-review"}},
	"function-shut-in":               {{scenario: "fraud-detection", answers: words{"network_private": "no"}, pins: words{"operational-store": "aurora"}, bend: without("interface-endpoint")}, {scenario: "fraud-detection", pins: words{"operational-store": "aurora"}}},
	"generation-without-guardrails":  {{scenario: "hr-policy-chat", bend: without("bedrock-guardrails")}, {scenario: "hr-policy-chat"}},
	"gpu-quota":                      {{scenario: "medical-imaging"}, {scenario: "fraud-detection"}},
	"hipaa-addendum":                 {{scenario: "medical-imaging"}, {scenario: "fraud-detection"}},
	"hole":                           {{scenario: "fraud-detection", answers: words{"payload_mb": "2000"}}, {scenario: "fraud-detection"}},
	"idle-at-night":                  {{scenario: "medical-imaging"}, {scenario: "fraud-detection"}},
	"idle-between-bursts":            {{scenario: "medical-imaging", answers: words{"traffic_pattern": "intermittent"}, pins: words{"inference-mode": "real-time"}}, {scenario: "medical-imaging"}},
	"inference-leaves-the-eu":        {{scenario: "hr-policy-chat"}, {scenario: "travel-agent-bookings"}},
	"keys-of-ones-own":               {{scenario: "fraud-detection", answers: words{"own_keys": "no"}}, {scenario: "fraud-detection"}},
	"lake-without-catalogue":         {{scenario: "shop-clickstream-lake", bend: without("glue")}, {scenario: "shop-clickstream-lake"}},
	"lake-without-grants":            {{scenario: "insurer-archive-lake", bend: without("lake-formation")}, {scenario: "insurer-archive-lake"}},
	"lasting-keys":                   {{scenario: "recommendation", pins: words{"workload-identity": "access-keys"}}, {scenario: "recommendation"}},
	"memory-in-one-region":           {{scenario: "marketplace-two-continents", pins: words{"operational-store": "aurora-serverless"}}, {scenario: "marketplace-two-continents"}},
	"no-drift-watch":                 {{scenario: "recommendation", bend: without("mlflow")}, {scenario: "fraud-detection"}},
	"no-edge-layer":                  {{scenario: "campus-chat-live"}, {scenario: "fraud-detection"}},
	"no-monitoring":                  {{scenario: "social-sentiment", bend: without("cloudwatch")}, {scenario: "social-sentiment"}},
	"no-private-way-to-apis":         {{scenario: "fraud-detection", bend: without("interface-endpoint")}, {scenario: "fraud-detection"}},
	"not-in-region":                  {{scenario: "recommendation", answers: words{"region": "eu-south-2"}, pins: words{"managed-ai": "personalize"}}, {scenario: "recommendation"}},
	"one-filter-in-the-network":      {{scenario: "arena-match-making"}, {scenario: "arena-match-making", pins: words{"traffic-filter": "groups-and-acls"}}},
	"over-budget":                    {{scenario: "fraud-detection", answers: words{"budget_usd_month": "1000"}}, {scenario: "fraud-detection"}},
	"own-security-group":             {{scenario: "sentiment-api", bend: losing("ec2", "own-security-group")}, {scenario: "sentiment-api"}},
	"password-in-the-code":           {{scenario: "health-claims-review", pins: words{"iac-secrets": "parameter-store"}}, {scenario: "ticket-shop"}},
	"personal-data-outside-eu":       {{scenario: "recommendation", answers: words{"region": "us-east-1"}}, {scenario: "recommendation"}},
	"pictures-cross-the-line":        {{scenario: "bottling-line", answers: words{"works_offline": "no", "growth_gb_month": "5000"}, pins: words{"inference-mode": "real-time"}}, {scenario: "bottling-line"}},
	"pin-ruled-out":                  {{scenario: "recommendation", pins: words{"stream-ingestion": "firehose"}}, {scenario: "recommendation"}},
	"private-and-public":             {{scenario: "recommendation", answers: words{"network_private": "yes"}}, {scenario: "fraud-detection"}},
	"promise-over-one-zone":          {{scenario: "one-licensed-server"}, {scenario: "one-licensed-server", answers: words{"availability_zones": "2"}}},
	"public-entry-without-waf":       {{scenario: "ticket-shop", bend: without("waf")}, {scenario: "sentiment-api"}},
	"region-to-be-named":             {{scenario: "translation-model-on-trainium", answers: words{"region": unsaid}}, {scenario: "translation-model-on-trainium"}},
	"retrieval-without-identity":     {{scenario: "hr-policy-chat", bend: without("cognito")}, {scenario: "hr-policy-chat"}},
	"root-and-second-factor":         {{scenario: "fraud-detection", pins: words{"staff-access": "iam-users-mfa"}}, {scenario: "fraud-detection"}},
	"s3-without-gateway-endpoint":    {{scenario: "fraud-detection", bend: without("s3-gateway-endpoint")}, {scenario: "fraud-detection"}},
	"service-closed":                 {{scenario: "medical-imaging", pins: words{"human-review": "a2i"}}, {scenario: "medical-imaging", era: knowledge.Guide}},
	"service-renamed":                {{scenario: "recommendation"}, {scenario: "sentiment-api"}},
	"service-superseded":             {{scenario: "recommendation", bend: replaced("sagemaker-training", "sagemaker-experiments")}, {scenario: "recommendation"}},
	"single-serving-instance":        {{scenario: "recommendation", answers: words{"availability_zones": "1", "requests_per_second": "1"}}, {scenario: "recommendation"}},
	"single-zone":                    {{scenario: "sentiment-api", answers: words{"availability_zones": "1"}}, {scenario: "sentiment-api"}},
	"spot-under-state":               {{scenario: "fraud-detection", pins: words{"operational-store": "elasticache"}, bend: spot("elasticache")}, {scenario: "fraud-detection", pins: words{"operational-store": "elasticache"}}},
	"spot-without-base":              {{scenario: "sentiment-api", pins: words{"pricing-model": "spot"}}, {scenario: "sentiment-api"}},
	"spot-without-checkpoints":       {{scenario: "legal-model-adapter", answers: words{"training_checkpoints": "no"}, pins: words{"training-compute": "gpu-spot"}}, {scenario: "legal-model-adapter"}},
	"storage-through-nat":            {{scenario: "recommendation", answers: words{"outbound": "s3-dynamodb"}, pins: words{"private-egress": "nat-gateway"}}, {scenario: "recommendation", answers: words{"outbound": "s3-dynamodb"}}},
	"strangers-instruct-the-agent":   {{scenario: "travel-agent-bookings"}, {scenario: "helpdesk-agent-private"}},
	"stream-without-replay":          {{scenario: "recommendation", pins: words{"stream-ingestion": "firehose"}}, {scenario: "recommendation"}},
	"target-without-shield-advanced": {{scenario: "ticket-shop", answers: words{"ddos_target": "yes"}, pins: words{"ddos-protection": "shield-standard"}}, {scenario: "ticket-shop", answers: words{"ddos_target": "yes"}, pins: words{"ddos-protection": "shield-advanced"}}},
	"translation-in-one-region":      {{scenario: "marketplace-two-continents", bend: func(a *architecture.Architecture) { without("route53")(a); without("global-accelerator")(a) }}, {scenario: "marketplace-two-continents"}},
	"unencrypted-private-line":       {{scenario: "medical-imaging", pins: words{"site-link": "direct-connect"}}, {scenario: "medical-imaging", pins: words{"site-link": "site-to-site-vpn"}}},
	"vector-store-idle":              {{scenario: "hr-policy-chat", answers: words{"requests_per_second": "0.02"}, pins: words{"vector-store": "opensearch-serverless"}}, {scenario: "hr-policy-chat"}},
	"version-without-approval":       {{scenario: "fraud-detection"}, {scenario: "churn-every-night"}},
	"voices-are-personal-data":       {{scenario: "call-centre-quality"}, {scenario: "hr-policy-chat"}},
	"warehouse-left-running":         {{scenario: "bank-kafka-lakehouse", answers: words{"active_hours_day": "10"}}, {scenario: "bank-kafka-lakehouse"}},
	"unconfirmed":                    {{scenario: "fraud-detection"}, {scenario: "recommendation", answers: words{"compliance": ""}}},
}

func TestReview_EveryRuleFiresAndKeepsSilent(t *testing.T) {
	bench := newBench(t)
	for _, rule := range bench.base.Reviews {
		if rule.ID == "close-call" { // leans on weights alone: see below
			continue
		}
		t.Run(rule.ID, func(t *testing.T) {
			pair, ok := trials[rule.ID]
			if !ok {
				t.Fatal("no trial for this rule")
			}
			if got := bench.findings(t, pair[0]); !slices.Contains(got, rule.ID) {
				t.Errorf("does not fire on %v: %v", pair[0], got)
			}
			if got := bench.findings(t, pair[1]); slices.Contains(got, rule.ID) {
				t.Errorf("fires on %v", pair[1])
			}
		})
	}
}

func TestReview_CloseCallFollowsTheVerdict(t *testing.T) {
	bench := newBench(t)
	for _, s := range bench.base.Scenarios {
		r, _ := bench.draw(t, attempt{scenario: s.ID})
		near := slices.ContainsFunc(r.Decisions, func(d *advisor.Settled) bool { return d.Verdict == advisor.Close && r.Drawn(d.Decision) })
		if told := slices.Contains(bench.findings(t, attempt{scenario: s.ID}), "close-call"); told != near {
			t.Errorf("%s: close call %v, told %v", s.ID, near, told)
		}
	}
}

type bench struct {
	base    *knowledge.Base
	texts   *lang.Messages
	advisor *advisor.Advisor
}

func newBench(t *testing.T) *bench {
	t.Helper()
	return &bench{base: builtin.Base(), texts: builtin.Texts(), advisor: advisor.New(builtin.Base())}
}

func (b *bench) draw(t *testing.T, a attempt) (*advisor.Recommendation, *architecture.Architecture) {
	t.Helper()
	doc, err := design.FromScenario(b.base.Scenario(a.scenario), b.base)
	if err != nil {
		t.Fatal(err)
	}
	for fact, text := range a.answers {
		if text == unsaid {
			delete(doc.Answers, fact)
			continue
		}
		if doc.Answers[fact], err = b.base.ParseAnswer(fact, text, fault.Place{}); err != nil {
			t.Fatal(err)
		}
	}
	for decision, option := range a.pins {
		doc.Pins[decision] = option
	}
	doc.Era = knowledge.Today
	if a.era != "" {
		doc.Era = a.era
	}
	r := b.advisor.Quick(doc.Case())
	arch := architecture.Assemble(r, b.texts)
	if a.bend != nil {
		a.bend(arch)
	}
	return r, arch
}

func (b *bench) findings(t *testing.T, a attempt) []string {
	t.Helper()
	ids := []string{}
	for _, f := range architecture.Review(b.draw(t, a)) {
		ids = append(ids, f.Rule.ID)
	}
	return ids
}

func without(service string) func(*architecture.Architecture) {
	return func(a *architecture.Architecture) {
		a.Components = slices.DeleteFunc(a.Components, func(c *architecture.Component) bool { return c.Service == service })
	}
}

func each(a *architecture.Architecture, service string, change func(*architecture.Component)) {
	for _, c := range a.Components {
		if c.Service == service {
			change(c)
		}
	}
}

func moved(service string, to architecture.Place) func(*architecture.Architecture) {
	return func(a *architecture.Architecture) {
		each(a, service, func(c *architecture.Component) { c.Place = to })
	}
}

func replaced(service, by string) func(*architecture.Architecture) {
	return func(a *architecture.Architecture) {
		each(a, service, func(c *architecture.Component) { c.Service = by })
	}
}

func spot(service string) func(*architecture.Architecture) {
	return func(a *architecture.Architecture) {
		each(a, service, func(c *architecture.Component) { c.Traits = append(c.Traits, "spot") })
	}
}

func losing(service, trait string) func(*architecture.Architecture) {
	return func(a *architecture.Architecture) {
		each(a, service, func(c *architecture.Component) {
			c.Traits = slices.DeleteFunc(slices.Clone(c.Traits), func(t string) bool { return t == trait })
		})
	}
}

// addressOnMachine lets the fixed address lead straight to the machines.
func addressOnMachine(a *architecture.Architecture) {
	without("nlb")(a)
	from, to := "", ""
	each(a, "elastic-ip", func(c *architecture.Component) { from = c.ID })
	each(a, "ec2", func(c *architecture.Component) { to = c.ID })
	a.Flows = append(a.Flows, &architecture.Flow{ID: from + ">" + to, From: from, To: to})
}

// joined lets one service call another straight.
func joined(from, to string) func(*architecture.Architecture) {
	return func(a *architecture.Architecture) {
		ids := [2]string{}
		each(a, from, func(c *architecture.Component) { ids[0] = c.ID })
		each(a, to, func(c *architecture.Component) { ids[1] = c.ID })
		a.Flows = append(a.Flows, &architecture.Flow{ID: ids[0] + ">" + ids[1], From: ids[0], To: ids[1]})
	}
}
