package advisor_test

import (
	"testing"

	"alarife/assets"
	"alarife/catalog"
	"alarife/internal/advisor"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
)

// symbols are units that both languages write alike.
var symbols = map[string]bool{
	"": true, "%": true, "KB": true, "MB": true, "GB": true, "TB": true, "MB/s": true, "Mbit/s": true, "Gbit/s": true,
	"ms": true, "s": true, "min": true, "h": true, "USD": true, "px": true, "GiB": true, "W": true, "kWh": true, "vCPU": true,
}

func messages(t *testing.T) *lang.Messages {
	t.Helper()
	m, err := lang.LoadMessages(assets.Translations())
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestUnits_AllOfTheCatalogHaveWordsInBothLanguages(t *testing.T) {
	b, err := knowledge.Load(catalog.Files)
	if err != nil {
		t.Fatal(err)
	}
	m := messages(t)
	check := func(what, unit string) {
		if !symbols[unit] && !m.Has("unit."+unit) {
			t.Errorf("%s: the unit %q has no text unit.%s", what, unit, unit)
		}
	}
	for _, q := range b.Questions {
		check(q.ID, q.Unit)
	}
	for _, d := range b.Derived {
		check(d.ID, d.Unit)
	}
	for _, s := range b.Services {
		for name, l := range s.Limits {
			check(s.ID+"."+name, l.Unit)
		}
	}
	for _, id := range b.Prices.IDs() {
		for _, region := range b.Prices.Regions(id) {
			p, _ := b.Prices.Find(id, region)
			check(id, p.Unit)
		}
	}
}

func TestTeller_WritesUnitsInBothLanguages(t *testing.T) {
	m := messages(t)
	for _, tt := range []struct {
		l        lang.Lang
		v        float64
		decimals int
		unit     string
		want     string
	}{
		{lang.English, 3, 0, "days", "3\u00a0days"},
		{lang.English, 1, 0, "days", "1\u00a0day"},
		{lang.Spanish, 1, 0, "days", "1\u00a0día"},
		{lang.Spanish, 2.5, 1, "GB", "2,5\u00a0GB"},
		{lang.Spanish, 2.5, 1, "1000 requests", "2,5\u00a0× 1000 peticiones"},
		{lang.English, 1, 0, "1000 requests", "1\u00a0× 1,000 requests"},
		{lang.English, 99.9, 1, "%", "99.9%"},
		{lang.Spanish, 99.9, 1, "%", "99,9\u00a0%"},
		{lang.English, 7, 0, "", "7"},
	} {
		if got := (advisor.Teller{Messages: m, Lang: tt.l}).Quantity(tt.v, tt.decimals, tt.unit); got != tt.want {
			t.Errorf("%s %v %q: got %q, want %q", tt.l, tt.v, tt.unit, got, tt.want)
		}
	}
}
