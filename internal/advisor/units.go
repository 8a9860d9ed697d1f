package advisor

import (
	"strings"

	"alarife/internal/lang"
)

// Quantity writes a number with at most decimals digits after the point and
// its unit in the reader's language: "3 días", "1 día", "2.5 × 1,000 requests".
// A unit without a translation is a symbol and stands as it is.
func (t Teller) Quantity(v float64, decimals int, unit string) string {
	s := lang.Number(t.Lang, v, decimals)
	word := t.unit(unit, "")
	if s == "1" && !strings.HasPrefix(word, "×") {
		word = t.UnitName(unit)
	}
	switch {
	case word == "":
		return s
	case word == "%" && t.Lang == lang.English:
		return s + word
	}
	return s + "\u00a0" + word
}

// UnitName is what one unit is called, as in "0.23 USD per hour".
func (t Teller) UnitName(unit string) string { return t.unit(unit, ".one") }

// unit is the word for a unit: its form for one where there is such a form.
func (t Teller) unit(unit, form string) string {
	for _, key := range []string{"unit." + unit + form, "unit." + unit} {
		if t.Messages.Has(key) {
			return t.Say(key)
		}
	}
	return unit
}

// Unit is what a unit is called beside a field for its number: "days".
func (t Teller) Unit(unit string) string { return t.unit(unit, "") }
