package desktop

import (
	"testing"

	"alarife/internal/export"
	"alarife/internal/lang"
)

func TestDesktop_ShowsSumsAtTheUsersRate(t *testing.T) {
	for _, l := range lang.All() {
		d, o := desk(t, l)
		d.open["cost"] = true
		if d.money().Rate != nil || contains(d.shownTexts(), "EUR") {
			t.Fatalf("%s: a rate holds before one is given", l)
		}
		d.setRate(&export.Rate{Currency: "EUR", PerUSD: 0.5})
		want := d.money().Round(d.workspace.Study().Estimate.Monthly)
		if !contains([]string{d.status.cost.Text}, want) || !contains(d.shownTexts(), "0"+map[lang.Lang]string{lang.English: ".", lang.Spanish: ","}[l]+"5 EUR") {
			t.Errorf("%s: %q does not say %q", l, d.status.cost.Text, want)
		}
		d.openDecision("inference-mode")
		if !contains(d.shownTexts(), "EUR") {
			t.Errorf("%s: options are not priced in the user's currency", l)
		}
		for _, s := range d.base.Scenarios {
			d.openCase(s)
			d.settled(t, o)
			if size := d.window.Content().MinSize(); size.Width > 1280 {
				t.Errorf("%s, %s: the window needs %v", l, s.ID, size)
			}
		}
		d.setRate(nil)
		if contains(d.shownTexts(), "EUR") {
			t.Errorf("%s: the rate is still in use", l)
		}
	}
}

func TestDesktop_AsksForARateUntilItIsOne(t *testing.T) {
	d, _ := desk(t, lang.English)
	d.askRateAgain("EUR", "0", false)
	d.over.take()
	if !d.covered() || d.money().Rate != nil {
		t.Fatal("a rate of nothing is taken")
	}
	d.over.leave()
	d.askRateAgain("eur", "0.92", false)
	d.over.take()
	if r := d.money().Rate; d.covered() || r == nil || *r != (export.Rate{Currency: "EUR", PerUSD: 0.92}) {
		t.Errorf("the rate is %v", r)
	}
}
