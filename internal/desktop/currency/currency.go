// Package currency writes sums of money as the window shows them: in US
// dollars, and beside them in the currency for which the user gave a rate.
package currency

import (
	"strconv"
	"strings"

	"alarife/internal/advisor"
	"alarife/internal/export"
	"alarife/internal/lang"
	"alarife/internal/run"
)

// Money writes sums.
type Money struct {
	Tell advisor.Teller
	Rate *export.Rate // the user's; nil shows US dollars alone
}

// Round writes a sum of USD for a glance, with its worth at the user's rate,
// which it says: "1,890 USD (1,739 EUR at your rate)".
func (m Money) Round(usd float64) string { return m.With(run.Round(m.Tell.Lang, usd), usd) }

// With adds the worth of a sum to its text.
func (m Money) With(text string, usd float64) string {
	if m.Rate == nil {
		return text
	}
	return m.Tell.Say("desktop.currency.beside", "usd", text, "amount", m.Converted(usd))
}

// Converted writes a sum of USD in the user's currency: "1,739 EUR"; "" where
// there is no rate.
func (m Money) Converted(usd float64) string {
	if m.Rate == nil {
		return ""
	}
	decimals, v := 2, usd*m.Rate.PerUSD
	if v >= 10 || v <= -10 {
		decimals = 0
	}
	return lang.Number(m.Tell.Lang, v, decimals) + "\u00a0" + m.Rate.Currency
}

// Line says whose rate it is; "" where there is none.
func (m Money) Line() string {
	if m.Rate == nil {
		return ""
	}
	return m.Tell.Say("desktop.currency.line", "currency", m.Rate.Currency, "rate", lang.Number(m.Tell.Lang, m.Rate.PerUSD, 6))
}

// Parse reads what a person gave: a code of three letters and how many of it
// one USD is worth. It takes what the command line takes, in any case.
func Parse(code, rate string) (*export.Rate, bool) {
	r, ok := export.ParseRate(strings.ToUpper(strings.TrimSpace(code)) + "=" + strings.TrimSpace(rate))
	if !ok {
		return nil, false
	}
	return &r, true
}

// Format writes a rate so that Read reads it; nil is "".
func Format(r *export.Rate) string {
	if r == nil {
		return ""
	}
	return r.Currency + "=" + Plain(r)
}

// Plain writes the number of a rate as it is typed.
func Plain(r *export.Rate) string { return strconv.FormatFloat(r.PerUSD, 'f', -1, 64) }

// Read reads what Format wrote; nil for anything else.
func Read(text string) *export.Rate {
	code, rate, _ := strings.Cut(text, "=")
	r, _ := Parse(code, rate)
	return r
}
