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
