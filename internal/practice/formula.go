package practice

import (
	"regexp"
	"strconv"
	"strings"

	"alarife/internal/advisor"
	"alarife/internal/lang"
)

var (
	limitOf = regexp.MustCompile(`service\("([a-z0-9-]+)"\)\.limit\.([a-z0-9_]+)`)
	// part is a name, a number, or a sign of a formula.
	part = regexp.MustCompile(`\{[^}]*\}|[a-z_][a-z0-9_]*\(?|[0-9]+(?:\.[0-9]+)?|\*|/|,`)
)

// worked writes a formula with the values in the place of the facts and
// limits: "12 requests/s × 3,600 × 304 h".
func worked(t advisor.Teller, r *advisor.Recommendation, formula string) string {
	template := part.ReplaceAllStringFunc(limitOf.ReplaceAllString(formula, "{$1.$2}"), func(s string) string {
		switch {
		case s == "*":
			return "×"
		case s == "/":
			return "÷"
		case s == ",":
			return ";"
		case s[0] == '{':
			return s
		case s[len(s)-1] == '(':
			return t.Say("practice.call."+s[:len(s)-1]) + "("
		case strings.ContainsAny(s[:1], "0123456789"):
			n, _ := strconv.ParseFloat(s, 64)
			return lang.Number(t.Lang, n, 6)
		}
		return "{" + s + "}"
	})
	return t.Fill(r, lang.Text{EN: template, ES: template}, "", nil)
}
