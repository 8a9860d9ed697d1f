package run

import (
	"strings"

	"alarife/internal/advisor"
	"alarife/internal/architecture"
	"alarife/internal/diagram"
	"alarife/internal/lang"
	"alarife/internal/pricing"
)

// Scene lays the architecture out. prev is the scene of an earlier state whose
// unchanged parts shall not jump, nil for none. It returns an error where the
// layout engine fails.
func (r *Run) Scene(l lang.Lang, prev *diagram.Scene) (*diagram.Scene, error) {
	return diagram.Layout(r.Architecture, r.Picture(l), prev)
}

// Picture says what stands around the architecture in a language.
func (r *Run) Picture(l lang.Lang) diagram.Options {
	t := r.Teller(l)
	o := diagram.Options{
		Lang: l, Title: lang.Clean(r.Title.In(l)), Region: r.RegionName(l),
		MonthlyCost: t.Say("picture.monthly", "usd", Round(l, r.Estimate.Monthly)), Texts: Captions(t.Say),
	}
	if r.Estimate.Latest != "" {
		o.Date = t.Say("picture.prices", "date", r.Estimate.Latest)
	}
	if n := r.Estimate.Unpriced(); n > 0 {
		o.Notes = append(o.Notes, t.Say("picture.missing", "n", n))
	}
	o.Notes = append(o.Notes, t.Say("picture.era", "era", t.Say("era."+string(r.Recommendation.Case.Era))))
	return o
}

// RegionName writes the Region with its code: "Europe (Ireland), eu-west-1".
func (r *Run) RegionName(l lang.Lang) string {
	region := r.Recommendation.Base.Region(r.Recommendation.Region)
	if region == nil {
		return r.Recommendation.Region
	}
	return region.Title.In(l) + ", " + region.ID
}

// Round writes an amount of USD for a glance: whole dollars from ten on.
func Round(l lang.Lang, usd float64) string {
	if usd >= 10 || usd <= -10 {
		return lang.Number(l, usd, 0) + " USD"
	}
	return lang.Money(l, usd)
}

// LeftOut names what is drawn and not in an estimate: "ECR (images); SNS (notices)".
func LeftOut(t advisor.Teller, e *pricing.Estimate) string {
	var parts []string
	for _, c := range e.LeftOut {
		parts = append(parts, t.Say("estimate.left-out-part", "component", c.Short, "role", c.Role))
	}
	return strings.Join(parts, "; ")
}

// Captions are the fixed texts of a picture, as say says them by their keys.
func Captions(say func(string, ...any) string) diagram.Texts {
	texts := diagram.Texts{
		Strip: say("picture.strip"), Steps: say("picture.steps"), Legend: say("picture.legend"), Step: say("picture.step"),
		Sync: say("picture.sync"), Async: say("picture.async"), Hole: say("picture.hole"), Kinds: map[string]string{},
	}
	for _, k := range []architecture.BoundaryKind{
		architecture.KindCloud, architecture.KindRegion, architecture.KindVPC, architecture.KindZone,
		architecture.KindPublicSubnet, architecture.KindPrivateSubnet, architecture.KindOnPremises, architecture.KindDevice,
	} {
		texts.Kinds[string(k)] = say("picture.kind." + string(k))
	}
	return texts
}
