package currency_test

import (
	"testing"

	"alarife/internal/advisor"
	"alarife/internal/desktop/currency"
	"alarife/internal/export"
	"alarife/internal/lang"
	"alarife/internal/testkit/builtin"
)

func TestParse_KeepsTheBoundsOfTheCommandLine(t *testing.T) {
	for _, tt := range []struct {
		code, rate string
		want       float64 // 0 for none
	}{
		{"EUR", "0.92", 0.92},
		{" eur ", "0,92", 0.92},
		{"JPY", "1e6", 1e6},
		{"BTC", "0.000001", 1e-6},
		{"EUR", "0", 0},
		{"EUR", "-1", 0},
		{"EUR", "1e7", 0},
		{"EUR", "1e-7", 0},
		{"EUR", "NaN", 0},
		{"EUR", "Inf", 0},
		{"EU", "1", 0},
		{"EURO", "1", 0},
		{"E1R", "1", 0},
		{"", "1", 0},
		{"EUR", "", 0},
		{"EUR=1", "2", 0},
		{"€€€", "1", 0},
	} {
		r, ok := currency.Parse(tt.code, tt.rate)
		if ok != (tt.want != 0) || ok && r.PerUSD != tt.want {
			t.Errorf("%q %q: %v, %v", tt.code, tt.rate, r, ok)
		}
		if ok && *currency.Read(currency.Format(r)) != *r {
			t.Errorf("%v does not read back", r)
		}
	}
	if currency.Read("") != nil || currency.Read("nonsense") != nil || currency.Format(nil) != "" {
		t.Error("no rate is read as one")
	}
}

func TestMoney_SaysWhoseRateItIs(t *testing.T) {
	for l, want := range map[lang.Lang][2]string{
		lang.English: {"2,000 USD (1,840\u00a0EUR at your rate)", "2,000 USD"},
		lang.Spanish: {"2.000 USD (1.840\u00a0EUR a su cambio)", "2.000 USD"},
	} {
		m := currency.Money{Tell: advisor.Teller{Messages: builtin.Texts(), Lang: l}, Rate: &export.Rate{Currency: "EUR", PerUSD: 0.92}}
		if got := m.Round(2000); got != want[0] {
			t.Errorf("%q, want %q", got, want[0])
		}
		if m.Rate = nil; m.Round(2000) != want[1] || m.Line() != "" || m.Converted(1) != "" {
			t.Errorf("without a rate: %q", m.Round(2000))
		}
	}
}
