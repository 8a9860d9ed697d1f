package dialogue

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"alarife/internal/lang"
)

var (
	aroundNumber = regexp.MustCompile(`^(us\$|\$|usd|)\s*([+\-−]?[0-9][0-9., '’\x{a0}\x{202f}\x{2009}]*|[+\-−]?[.,][0-9]+)(\D*)$`)
	grouped      = regexp.MustCompile(`^[0-9]{1,3}(?:[.,][0-9]{3})+$`)
	plainNumber  = regexp.MustCompile(`^[+-]?[0-9]*(?:\.[0-9]+)?$`)
)

// dollars are ways to write the unit of amounts; each may be followed by one
// of monthly.
var (
	dollars = []string{"usd", "$", "us$", "dollars", "dolares"}
	monthly = []string{"", "a month", "per month", "/month", "al mes", "por mes", "/mes"}
)

const longestNumber = 24 // characters

// parseNumber reads a number the way the language writes it: 1,234.5 in
// English and 1.234,5 in Spanish. The other language's point is taken as well
// where it cannot be a separator of thousands: 12.5 in Spanish. The unit may
// follow. ok is false for anything else.
func parseNumber(l lang.Lang, text, unit string) (n float64, ok bool) {
	m := aroundNumber.FindStringSubmatch(lang.Fold(strings.TrimSpace(text)))
	if m == nil || len(m[2]) > longestNumber || !isUnit(m[3], lang.Fold(unit)) || (m[1] != "" && unit != "USD") {
		return 0, false
	}
	digits := strings.NewReplacer("−", "-", " ", "", "'", "", "’", "", "\u00a0", "", "\u202f", "", "\u2009", "").Replace(m[2])
	digits = pointed(l, digits)
	if !plainNumber.MatchString(digits) {
		return 0, false
	}
	n, err := strconv.ParseFloat(digits, 64)
	return n, err == nil && !math.IsInf(n, 0)
}

// isUnit reports whether what follows a number is its unit, or nothing.
func isUnit(text, unit string) bool {
	text = strings.TrimSpace(text)
	if text == "" || text == unit {
		return true
	}
	if unit != "usd" {
		return false
	}
	for _, d := range dollars {
		if rest, found := strings.CutPrefix(text, d); found && slices.Contains(monthly, strings.TrimSpace(rest)) {
			return true
		}
	}
	return false
}

// pointed writes a number with a point before its decimals and without
// separators of thousands.
func pointed(l lang.Lang, digits string) string {
	point, thousands := ".", ","
	if l == lang.Spanish {
		point, thousands = ",", "."
	}
	unsigned := strings.TrimLeft(digits, "+-")
	switch {
	case strings.Contains(digits, point) && strings.Contains(digits, thousands):
		if strings.LastIndex(digits, thousands) > strings.Index(digits, point) {
			point, thousands = thousands, point // written the other way
		}
		whole, _, _ := strings.Cut(unsigned, point)
		if !grouped.MatchString(whole) {
			return "?"
		}
	case strings.Count(digits, thousands) == 1 && !grouped.MatchString(unsigned):
		point, thousands = thousands, point
	case strings.Contains(digits, thousands) && !grouped.MatchString(unsigned):
		return "?"
	}
	return strings.Replace(strings.ReplaceAll(digits, thousands, ""), point, ".", 1)
}
