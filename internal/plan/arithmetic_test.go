package plan_test

import (
	"math"
	"testing"

	"alarife/internal/plan"
	"alarife/internal/pricing"
)

// near fails where got is not want to a tenth of a cent.
func near(t *testing.T, what string, got, want float64) {
	t.Helper()
	if math.Abs(got-want) > 0.001 {
		t.Errorf("%s: got %.4f, want %.4f", what, got, want)
	}
}

// The arithmetic below is written out from the price tables: quantity × unit
// price × rate, in the Region of the scenario.
func TestEstimates_AgainstArithmeticByHand(t *testing.T) {
	m := runner()
	const month = 730.0
	for _, tt := range []struct {
		scenario, price string
		want            float64
	}{
		// eu-west-1. Two instances, for two zones: 60 × 0.02 s × 2 ÷ 4 slots = 0.6.
		{"recommendation", "sagemaker.hosting.ml-m5-xlarge", 2 * month * 0.257},
		// 60 requests a second, 24 × 365 ÷ 12 hours a month, in millions.
		{"recommendation", "api-gateway.rest.request-million", 60 * month * 3600 / 1e6 * 3.5},
		// 5,000 GB and twelve months of 800.
		{"recommendation", "s3.standard.gb-month", (5000 + 12*800 + 2) * 0.023},
		// Three shards for 1,500 records of a kilobyte a second with room for twice as many.
		{"recommendation", "kinesis.shard-hour", 3 * month * 0.017},
		{"recommendation", "kinesis.put-unit-million", 1500 * month * 3600 / 1e6 * 0.0165},
		{"recommendation", "waf.request-million", 60 * month * 3600 / 1e6 * 0.6},
		// eu-west-1. Three instances, for three zones.
		{"fraud-detection", "sagemaker.hosting.ml-m5-xlarge", 3 * month * 0.257},
		// 900 decisions a second, 50 ms at half a gigabyte.
		{"fraud-detection", "lambda.request-million", 900 * month * 3600 / 1e6 * 0.2},
		{"fraud-detection", "lambda.gb-second", 900 * month * 3600 * 0.05 * 0.5 * 0.0000166667},
		{"fraud-detection", "s3.standard.gb-month", (3000 + 12*2000) * 0.023},
		// Three endpoints in three zones.
		{"fraud-detection", "interface-endpoint.hour", 3 * 3 * month * 0.011},
		// us-east-1. Two instances; 30 in 100 On-Demand, the rest Spot at 63 in 100 off.
		{"sentiment-api", "ec2.on-demand.m5-large", 2 * month * 0.096 * (0.3 + 0.7*(1-0.63))},
		{"sentiment-api", "nlb.hour", month * 0.0225},
		// Two zones, an address each; 100 GB for each of two instances.
		{"sentiment-api", "public-ipv4.hour", 2 * month * 0.005},
		{"sentiment-api", "ebs.gp3.gb-month", 2 * 100 * 0.08},
	} {
		t.Run(tt.scenario+"/"+tt.price, func(t *testing.T) {
			r, _ := planned(t, m, tt.scenario)
			near(t, tt.price, priced(r.Estimate, tt.price), tt.want)
		})
	}
}

// priced sums the lines of one unit price.
func priced(e *pricing.Estimate, price string) (usd float64) {
	for _, l := range e.Lines {
		if l.Price == price {
			usd += l.USD
		}
	}
	return usd
}

// find returns a variant of a comparison's last period.
func find(t *testing.T, p *plan.Plan, comparison, variant string) plan.Variant {
	t.Helper()
	for _, c := range p.Comparisons {
		if c.ID != comparison {
			continue
		}
		for _, v := range c.Periods[len(c.Periods)-1].Variants {
			if v.ID == variant {
				return v
			}
		}
	}
	t.Fatalf("no %s of %s", variant, comparison)
	return plan.Variant{}
}

// archive is 1,000 GB in objects of one megabyte in us-east-1, read four times
// a month for two months and never in the 82 that follow.
func archive(t *testing.T) *plan.Plan {
	_, p := planned(t, runner(), "medical-imaging", "region", "us-east-1", "data_gb", "1000", "growth_gb_month", "0", "object_kb", "1024",
		"access_pattern", "frequent", "later_access", "never", "hot_days", "60", "retention_months", "84", "retrieval_s", "604800", "recreatable", "no")
	return p
}

func TestLifecycle_AgainstArithmeticByHand(t *testing.T) {
	p := archive(t)
	const (
		objects = 1000 * 1048576.0 / 1024 // of 1,024 KB
		put     = objects / 1000 * 0.005
		hotGets = objects * 2 * 4 / 1000 * 0.0004
		hot     = 1000 * 2 * 0.023
	)
	near(t, "everything in the first class", find(t, p, "lifecycle", "all-standard").USD, put+1000*84*0.023+hotGets)
	near(t, "to the infrequent class", find(t, p, "lifecycle", "to-ia").USD, put+hot+hotGets+1000*82*0.0125+objects/1000*0.01)
	near(t, "to the instant archive", find(t, p, "lifecycle", "to-glacier-instant").USD, put+hot+hotGets+1000*82*0.004+objects/1000*0.02)
	// 32 KB of index at the archive's price and 8 KB of name at the first class's, for each object.
	near(t, "to the flexible archive", find(t, p, "lifecycle", "to-glacier-flexible").USD,
		put+hot+hotGets+1000*82*0.0036+objects*32/1048576*82*0.0036+objects*8/1048576*82*0.023+objects/1000*0.03)
	near(t, "to the deep archive", find(t, p, "lifecycle", "to-glacier-deep").USD,
		put+hot+hotGets+1000*82*0.00099+objects*32/1048576*82*0.00099+objects*8/1048576*82*0.023+objects/1000*0.05)
	// One month frequent, two infrequent, the rest in the archive at hand.
	near(t, "left to itself", find(t, p, "lifecycle", "to-intelligent-tiering").USD,
		put+hot+hotGets+1000*(1*0.023+2*0.0125+79*0.004)+objects/1000*82*0.0025+objects/1000*0.01)
	deep := find(t, p, "lifecycle", "to-glacier-deep")
	near(t, "saved", deep.Saves, find(t, p, "lifecycle", "all-standard").USD-deep.USD)
}

func TestLifecycle_CountsLeastDaysAndLeastSize(t *testing.T) {
	// 32 KB objects for two months, one of them in use: billed as 128 KB, and
	// the deep archive for 180 days.
	_, p := planned(t, runner(), "medical-imaging", "region", "us-east-1", "data_gb", "100", "growth_gb_month", "0", "object_kb", "32",
		"access_pattern", "yearly", "later_access", "never", "hot_days", "30", "retention_months", "2", "retrieval_s", "604800")
	for _, l := range find(t, p, "lifecycle", "to-ia").Lines {
		if l.ID == "to-ia-storage" {
			near(t, "least size", l.USD, 100*128/32*1*0.0125)
		}
	}
	for _, l := range find(t, p, "lifecycle", "to-glacier-deep").Lines {
		if l.ID == "to-glacier-deep-storage" {
			near(t, "least days", l.USD, 100*6*0.00099)
		}
	}
}

func TestMachines_CheapestThatFit(t *testing.T) {
	_, p := planned(t, runner(), "sentiment-api", "vcpu", "8", "memory_gib", "32")
	if p.Machines == nil || len(p.Machines.Ranking) < 3 {
		t.Fatalf("got %+v", p.Machines)
	}
	// us-east-1, eight vCPU and 32 GiB: m5a.2xlarge at 0.344 before m6a.2xlarge
	// at 0.3456 and m5.2xlarge at 0.384.
	best := p.Machines.Ranking[0]
	if best.Type != "m5a.2xlarge" || best.Offer.USDHour != 0.344 || best.Offer.AsOf != "2026-07-20" {
		t.Errorf("got %s at %v of %s", best.Type, best.Offer.USDHour, best.Offer.AsOf)
	}
	one, three, spot := best.Ways()
	near(t, "reserved, one year", one, 0.344*best.Offer.Reserved1Ratio)
	if !(spot > 0 && spot < one && three < one && one < 0.344) {
		t.Errorf("%v reserved for one year, %v for three, %v Spot", one, three, spot)
	}
	for i, r := range p.Machines.Ranking {
		if r.VCPU < 8 || r.MemoryGiB < 32 || r.Arch != p.Machines.Arch {
			t.Errorf("%s does not fit", r.Type)
		}
		if i > 0 && r.Offer.USDHour < p.Machines.Ranking[i-1].Offer.USDHour {
			t.Errorf("%s is out of order", r.Type)
		}
	}
}

func TestOwnHardware_AgainstArithmeticByHand(t *testing.T) {
	// Sixteen vCPU for each of the machines, all of the time.
	_, p := planned(t, runner(), "sentiment-api", "vcpu", "16", "memory_gib", "64", "utilisation_percent", "100")
	best, n := p.Machines.Ranking[0], p.Machines.Count
	servers := math.Ceil(n*16/64) + 1
	want := servers*9000 + servers*0.6*730*60*0.2 + servers*60*60 + servers*3*60*45
	near(t, "own hardware for five years", find(t, p, "own-hardware", "own-hardware").USD, want)
	rent := n * 730 * 60 * best.Offer.USDHour
	near(t, "rented for five years", find(t, p, "own-hardware", "cloud").USD, rent)
	for _, c := range p.Comparisons {
		if b := c.BreakEven; b != nil {
			if b.Found != (want <= rent) {
				t.Errorf("break-even found %v, own %v, rented %v", b.Found, want, rent)
			}
			if b.Found {
				near(t, "break-even", b.Value, want/rent*100)
			}
		}
	}
}

func TestPricing_PaysWholeTermsAndTheRestAtTheLowerPrice(t *testing.T) {
	// us-east-1: two machines at 0.096 USD an hour come to 140.16 USD a month.
	const list = 2 * 730 * 0.096
	_, p := planned(t, runner(), "sentiment-api", "horizon_months", "30", "commitment", "one-year", "interruptible", "no", "traffic_pattern", "steady")
	if p.Pricing == nil {
		t.Fatal("no pricing")
	}
	near(t, "list price", p.Pricing.List, list)
	seen := map[string]plan.Way{}
	for _, w := range p.Pricing.Ways {
		seen[w.Option.ID] = w
	}
	near(t, "on demand", seen["on-demand"].USD, 30*list)
	plan1, ok := seen["savings-plan-1y"]
	if !ok {
		t.Fatalf("only %v", seen)
	}
	// 24 in 100 off: two years committed; a third at 0.76 × 12 = 9.12 months'
	// worth is dearer than the six months left at list price.
	near(t, "one year after another", plan1.USD, 24*0.76*list+6*list)
	if plan1.Committed != 24 || plan1.Rest != 6 {
		t.Errorf("%v months committed, %v at list price", plan1.Committed, plan1.Rest)
	}
	near(t, "saved", plan1.Saves, 30*list-plan1.USD)
}
