package export

import (
	"alarife/internal/plan"
)

// PlanResult is the plan as JSON: one part, or all for "". A part that does
// not apply is left out. schema/plan.schema.json tells its shape.
func (e *Export) PlanResult(part string) any {
	p := e.Run.Plan()
	wanted := func(id string) bool { return part == "" || part == id }
	out := planResult{Alarife: JSONVersion, Region: e.Run.Recommendation.Region, Currency: "USD", Conversion: e.conversion(0)}
	if wanted(partMachines) && p.Machines != nil {
		out.Machines = machinesResult(p.Machines)
	}
	for _, c := range p.Comparisons {
		if wanted(c.ID) {
			out.Comparisons = append(out.Comparisons, e.comparisonResult(c))
		}
	}
	if wanted(partPricing) && p.Pricing != nil {
		out.Pricing = pricingResult(p.Pricing)
	}
	if wanted(partDrivers) && p.Drivers != nil {
		out.Drivers = e.driversResult(p.Drivers)
	}
	if wanted(partNetwork) && p.Network != nil {
		out.Network = networkResult(p.Network)
	}
	if wanted(partResponsibility) && p.Responsibility != nil {
		for _, d := range p.Responsibility.Components {
			who := map[string]string{}
			for _, l := range d.Layers {
				who[l.ID] = l.By
			}
			out.Responsibility = append(out.Responsibility, dutyResult{d.Component.Origin, d.Component.Service, string(d.Model), who})
		}
	}
	if wanted(partTags) {
		for _, t := range p.Tags {
			out.Tags = append(out.Tags, tagResult{t.Key, t.Value, t.Cost, t.Because.In(e.Lang)})
		}
	}
	return out
}

type planResult struct {
	Alarife        int            `json:"alarife"`
	Region         string         `json:"region"`
	Currency       string         `json:"currency"`
	Conversion     *Conversion    `json:"conversion,omitempty"`
	Machines       *machinesOf    `json:"instances,omitempty"`
	Comparisons    []comparisonOf `json:"comparisons,omitempty"`
	Pricing        *pricingOf     `json:"pricing,omitempty"`
	Drivers        *driversOf     `json:"drivers,omitempty"`
	Network        *networkOf     `json:"network,omitempty"`
	Responsibility []dutyResult   `json:"responsibility,omitempty"`
	Tags           []tagResult    `json:"tags,omitempty"`
}

type machinesOf struct {
	Family  string             `json:"family"`
	Arch    string             `json:"arch"`
	Count   float64            `json:"count"`
	Split   float64            `json:"split"`
	Needs   map[string]float64 `json:"needs"`
	Fitting int                `json:"fitting"`
	Ranking []machineOf        `json:"ranking"`
}

type machineOf struct {
	Type           string  `json:"type"`
	VCPU           float64 `json:"vcpu"`
	MemoryGiB      float64 `json:"memory_gib"`
	Accelerator    string  `json:"accelerator,omitempty"`
	AcceleratorGiB float64 `json:"accelerator_memory_gib"`
	LocalGB        float64 `json:"local_gb"`
	NetworkGbps    float64 `json:"network_gbps"`
	NetworkBursts  bool    `json:"network_bursts"`
	USDHour        float64 `json:"usd_hour"`
	Reserved1      float64 `json:"reserved_1y_usd_hour,omitempty"`
	Reserved3      float64 `json:"reserved_3y_usd_hour,omitempty"`
	Spot           float64 `json:"spot_usd_hour,omitempty"`
	Interruption   string  `json:"interruption,omitempty"`
	AsOf           string  `json:"as_of"`
	RatioAsOf      string  `json:"ratio_as_of"`
	Source         string  `json:"source"`
}

func machinesResult(m *plan.Machines) *machinesOf {
	out := &machinesOf{Family: m.Family.ID, Arch: m.Arch, Count: m.Count, Split: m.Split, Needs: map[string]float64{}, Fitting: m.Fitting, Ranking: []machineOf{}}
	for _, n := range m.Needs {
		out.Needs[n.Of] = n.Value
	}
	for _, r := range m.Ranking {
		one, three, spot := r.Ways()
		out.Ranking = append(out.Ranking, machineOf{
			r.Type, r.VCPU, r.MemoryGiB, r.Accelerator, r.AcceleratorGiB, r.LocalGB, r.NetworkGbps, r.NetworkBursts,
			r.Offer.USDHour, round(one), round(three), round(spot), r.Offer.Interruption, r.Offer.AsOf, r.Offer.RatioAsOf, r.Offer.Source,
		})
	}
	return out
}

type comparisonOf struct {
	ID        string       `json:"id"`
	Title     string       `json:"title"`
	Baseline  string       `json:"baseline"`
	Periods   []periodOf   `json:"periods"`
	BreakEven *breakEvenOf `json:"break_even,omitempty"`
}

type periodOf struct {
	Months   float64            `json:"months"`
	Figures  map[string]float64 `json:"figures"`
	Variants []variantOf        `json:"variants"`
}

type variantOf struct {
	ID       string   `json:"id"`
	Title    string   `json:"title"`
	Chosen   bool     `json:"chosen"`
	RuledOut bool     `json:"ruled_out"`
	USD      float64  `json:"usd"`
	Saves    float64  `json:"saves_usd"`
	Lines    []lineOf `json:"lines"`
	Missing  []string `json:"missing,omitempty"`
}

type lineOf struct {
	ID       string  `json:"id"`
	Text     string  `json:"text"`
	Formula  string  `json:"formula"`
	Quantity float64 `json:"quantity"`
	Unit     string  `json:"unit"`
	UnitUSD  float64 `json:"unit_usd"`
	USD      float64 `json:"usd"`
	Price    string  `json:"price,omitempty"`
	AsOf     string  `json:"as_of,omitempty"`
	Source   string  `json:"source,omitempty"`
}

type breakEvenOf struct {
	Fact   string   `json:"fact"`
	Months float64  `json:"months"`
	Value  *float64 `json:"value"` // null where one way is cheaper throughout
	Always string   `json:"always,omitempty"`
}

func (e *Export) comparisonResult(c *plan.Comparison) comparisonOf {
	out := comparisonOf{ID: c.ID, Title: c.Title.In(e.Lang), Baseline: c.Baseline, Periods: []periodOf{}}
	for _, p := range c.Periods {
		period := periodOf{Months: p.Months, Figures: map[string]float64{}, Variants: []variantOf{}}
		for _, f := range p.Figures {
			period.Figures[f.ID] = round(f.Value)
		}
		for _, v := range p.Variants {
			variant := variantOf{ID: v.ID, Title: v.Title.In(e.Lang), Chosen: v.Chosen, RuledOut: v.RuledOut, USD: round(v.USD), Saves: round(v.Saves), Lines: []lineOf{}, Missing: v.Missing}
			for _, l := range v.Lines {
				variant.Lines = append(variant.Lines, lineOf{l.ID, l.Text.In(e.Lang), l.QuantityIs.Text, round(l.Quantity), l.UnitIs, l.UnitUSD, round(l.USD), l.Price, l.AsOf, l.Source})
			}
			period.Variants = append(period.Variants, variant)
		}
		out.Periods = append(out.Periods, period)
	}
	if b := c.BreakEven; b != nil {
		out.BreakEven = &breakEvenOf{Fact: b.Fact, Months: b.Months, Always: b.Always}
		if b.Found {
			v := round(b.Value)
			out.BreakEven.Value = &v
		}
	}
	return out
}
