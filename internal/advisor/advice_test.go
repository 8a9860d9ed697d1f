package advisor_test

import (
	"math"
	"testing"

	"alarife/internal/advisor"
	"alarife/internal/fault"
	"alarife/internal/knowledge"
	"alarife/internal/testkit/builtin"
	"alarife/internal/workload"
)

// workloadOf parses answers.
func workloadOf(t *testing.T, b *knowledge.Base, answers map[string]string) workload.Workload {
	t.Helper()
	w := workload.Workload{}
	for id, text := range answers {
		v, err := b.ParseAnswer(id, text, fault.Place{})
		if err != nil {
			t.Fatal(err)
		}
		w[id] = v
	}
	return w
}

// What the options of advice cost, written out from the price tables: quantity
// × unit price in the Region of the case. A month has 730 hours.
func TestAdvice_CostsWhatArithmeticByHandSays(t *testing.T) {
	b := builtin.Base()
	a := advisor.New(b)
	const (
		month = 730.0
		pages = 0.1 * 3600 * (10 * month / 24) // a tenth of a request a second, ten hours a day
		m5    = 0.257                          // an hour of ml.m5.xlarge in eu-west-1
		half  = month / 2                      // twelve hours a day
	)
	for _, tt := range []struct {
		name, decision string
		answers        map[string]string
		era            knowledge.Era
		want           map[string]float64
	}{
		{"pages read", "ai-service-documents", map[string]string{
			"ai_task": "documents", "own_labels": "yes", "domain_specific": "yes", "region": "eu-west-1", "requests_per_second": "0.1", "active_hours_day": "10",
		}, knowledge.Today, map[string]float64{
			"textract": pages / 1000 * 10, "textract-adapters": pages / 1000 * 25, "data-automation": pages / 1000 * 10,
		}},
		// 250 characters are three units of a hundred, and 62.5 tokens beside 150 of instructions.
		{"texts judged", "ai-service-language", map[string]string{
			"ai_task": "sentiment", "region": "us-east-1", "requests_per_second": "0.1", "active_hours_day": "10", "text_characters": "250",
		}, knowledge.Today, map[string]float64{
			"comprehend":       pages * 3 / 1e6 * 100,
			"foundation-model": pages*(250.0/4+150)/1e6*0.33 + pages*20/1e6*2.75,
		}},
		// 600 × 0.02 s × 1.4 ÷ 4 slots = 4.2, hence five instances at the peak; with a fifth of headroom 3.6, hence four; two zones at night.
		{"an endpoint that follows its load", "endpoint-scaling", map[string]string{
			"use_case": "recommendation", "region": "eu-west-1", "requests_per_second": "600", "processing_s": "0.02", "traffic_pattern": "predictable",
			"active_hours_day": "12", "availability_zones": "2", "model_gb": "1", "needs_gpu": "no",
		}, knowledge.Today, map[string]float64{
			"fixed": 5 * month * m5, "target-tracking": (half*4 + half*2) * m5, "scheduled": (half*5 + half*2) * m5, "scale-to-zero": half * 4 * m5,
		}},
		// A week of a second fleet; of one more instance in each of two zones.
		{"a version tried", "release", map[string]string{
			"use_case": "recommendation", "region": "eu-west-1", "requests_per_second": "600", "processing_s": "0.02", "traffic_pattern": "predictable",
			"active_hours_day": "24", "availability_zones": "2", "model_gb": "1", "needs_gpu": "no",
		}, knowledge.Today, map[string]float64{
			"all-at-once": 5 * (month + 1) * m5, "shadow": 5 * (month + 168) * m5, "ab-variants": (5*month + 2*168) * m5,
		}},
		// A hundred hours of one A10G at 1.408; EC2 without the surcharge of a fifth, 7.8 in 100 more where AWS keeps the hosts, 63 in 100 off on Spot.
		{"GPUs for training", "gpu-placement", map[string]string{
			"use_case": "model-training", "region": "us-east-1", "trains_model": "yes", "training_accelerator": "gpu", "training_hours_month": "100",
			"training_memory_gb": "16", "training_interruptible": "yes", "needs_gpu": "no",
		}, knowledge.Today, map[string]float64{
			"sagemaker": 100 * 1.408, "ecs-ec2": 100 * 1.408 / 1.2, "ec2": 100 * 1.408 / 1.2, "ecs-managed-instances": 100 * 1.408 / 1.2 * 1.078,
			"batch": 100 * 1.408 / 1.2 * (1 - 0.63), "eks": 100*1.408/1.2 + month*0.1,
		}},
		// Half a terabyte: forty processors for half an hour, four to a machine.
		{"data prepared", "data-preparation", map[string]string{
			"use_case": "model-training", "region": "us-east-1", "trains_model": "yes", "prep_gb": "500",
		}, knowledge.Today, map[string]float64{
			"data-wrangler": 8*1.9 + 20*0.052624 + 20*4*0.0057785, "processing": 5 * 0.23, "glue": 5 * 0.44, "emr": 6 * (0.192 + 0.048),
		}},
		// 40 × 0.5 s × 1.4 ÷ 4 slots = 7 machines: m7g.large against m5.large.
		{"Arm and x86", "cpu-architecture", map[string]string{
			"use_case": "web-app", "region": "us-east-1", "requests_per_second": "40", "processing_s": "0.5", "traffic_pattern": "steady", "os_control": "yes",
			"availability_zones": "2", "model_gb": "1", "needs_gpu": "no", "active_hours_day": "24",
		}, knowledge.Today, map[string]float64{"graviton": 7 * month * 0.0816, "x86": 7 * month * 0.096}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := a.Quick(advisor.Case{Workload: workloadOf(t, b, tt.answers), Era: tt.era})
			s := r.Decision(tt.decision)
			if !s.Applies {
				t.Fatal("the decision does not apply")
			}
			got := map[string]*advisor.Judged{}
			for _, o := range s.Options {
				got[o.Option.ID] = o
			}
			for id, want := range tt.want {
				if o := got[id]; o == nil || !o.Priced || math.Abs(o.USD-want) > 0.001 {
					t.Errorf("%s: want %.4f, got %+v", id, want, o)
				}
			}
		})
	}
}

// Advice shows what its options cost and brings none of it into the month, but for what it draws itself.
func TestAdvice_IsInNoMonth(t *testing.T) {
	b := builtin.Base()
	a := advisor.New(b)
	shown := 0
	for _, s := range b.Scenarios {
		r := a.Quick(caseOf(t, b, s.ID))
		for _, l := range r.Lines {
			if d := r.Decision(l.Decision); d != nil && len(d.Decision.PricedBy) > 0 && l.Component == "" {
				t.Errorf("%s: %s brings %s into the month", s.ID, l.Decision, l.CostLine.Price)
			}
		}
		for _, d := range r.Decisions {
			if d.Chosen != nil && d.Chosen.Priced && len(d.Decision.PricedBy) > 0 {
				shown++
			}
		}
	}
	if shown == 0 {
		t.Error("no advice tells what it costs")
	}
}
