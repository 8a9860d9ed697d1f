package lang

import (
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"
)

// Number writes a number the way language l does, with at most decimals digits
// after the point and no trailing zeros: 1,234.5 in English, 1.234,5 in Spanish.
func Number(l Lang, v float64, decimals int) string {
	return printer(l).Sprint(number.Decimal(v, number.MaxFractionDigits(decimals)))
}

// Amount writes a sum of US dollars with two decimals and no currency, for
// columns.
func Amount(l Lang, usd float64) string {
	return printer(l).Sprint(number.Decimal(usd, number.MinFractionDigits(2), number.MaxFractionDigits(2)))
}

// Money writes an amount in US dollars with two decimals; below one cent it
// keeps up to six so that unit prices stay visible.
func Money(l Lang, usd float64) string {
	opts := []number.Option{number.MinFractionDigits(2), number.MaxFractionDigits(2)}
	if usd != 0 && usd < 1 && usd > -1 {
		opts[1] = number.MaxFractionDigits(8)
	}
	return printer(l).Sprint(number.Decimal(usd, opts...)) + " USD"
}

// Fill replaces the placeholders {name} of a template by what value returns
// for the name; "{{" stands for a literal brace. A name that value does not
// know stays as it is written, so that a mistake is seen rather than hidden.
func Fill(template string, value func(name string) (string, bool)) string {
	if !strings.Contains(template, "{") {
		return template
	}
	var b strings.Builder
	for {
		i := strings.IndexByte(template, '{')
		if i < 0 {
			b.WriteString(template)
			return b.String()
		}
		b.WriteString(template[:i])
		template = template[i+1:]
		if strings.HasPrefix(template, "{") {
			b.WriteByte('{')
			template = template[1:]
			continue
		}
		end := strings.IndexByte(template, '}')
		if end < 0 {
			b.WriteByte('{')
			continue
		}
		if s, ok := value(template[:end]); ok {
			b.WriteString(s)
		} else {
			b.WriteString("{" + template[:end] + "}")
		}
		template = template[end+1:]
	}
}

// Placeholders lists the names between braces in a template, in order.
func Placeholders(template string) []string {
	var names []string
	Fill(template, func(name string) (string, bool) {
		names = append(names, name)
		return "", true
	})
	return names
}

// printers are immutable after start; x/text guards them itself.
var english, spanish = newPrinter(language.English), newPrinter(language.EuropeanSpanish)

func newPrinter(tag language.Tag) *message.Printer { return message.NewPrinter(tag) }

func printer(l Lang) *message.Printer {
	if l == Spanish {
		return spanish
	}
	return english
}
