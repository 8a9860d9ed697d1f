package export

import (
	"fmt"
	"strconv"
	"strings"

	"alarife/internal/lang"
)

// Rate converts amounts of USD for display. It is the user's: Alarife knows no
// rates.
type Rate struct {
	Currency string  // three capital letters
	PerUSD   float64 // units of it for one USD
}

// Bounds of a rate.
const (
	MinRate = 1e-6
	MaxRate = 1e6
)

// ParseRate reads "EUR=0.92"; ok is false for anything else.
func ParseRate(s string) (r Rate, ok bool) {
	code, value, found := strings.Cut(s, "=")
	v, err := strconv.ParseFloat(strings.Replace(value, ",", ".", 1), 64)
	if !found || err != nil || !(v >= MinRate && v <= MaxRate) || len(code) != 3 || strings.Trim(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" {
		return Rate{}, false
	}
	return Rate{code, v}, true
}

// money writes an amount of USD, with its worth in the user's currency where
// there is a rate.
func (w *writer) money(usd float64) string {
	out := lang.Money(w.Lang, usd)
	if r := w.e.Rate; r != nil {
		out += fmt.Sprintf(" (%s %s)", lang.Amount(w.Lang, usd*r.PerUSD), r.Currency)
	}
	return strings.Replace(out, "-", "−", 1)
}

// amount writes an amount of USD for a column.
func (w *writer) amount(usd float64) string {
	return strings.Replace(lang.Amount(w.Lang, usd), "-", "−", 1)
}

// rateLine names the user's rate.
func (w *writer) rateLine() {
	if r := w.e.Rate; r != nil {
		w.Line(w.say("plan.rate", "currency", r.Currency, "rate", lang.Number(w.Lang, r.PerUSD, 6)))
	}
}

// Conversion tells in a result how amounts can be read in another currency.
type Conversion struct {
	Currency string  `json:"currency"`
	PerUSD   float64 `json:"per_usd"`
	Source   string  `json:"source"` // always "user's rate"
	Monthly  float64 `json:"monthly,omitempty"`
}

// conversion is nil without a rate.
func (e *Export) conversion(monthly float64) *Conversion {
	if e.Rate == nil {
		return nil
	}
	return &Conversion{e.Rate.Currency, e.Rate.PerUSD, "user's rate", round(monthly * e.Rate.PerUSD)}
}
