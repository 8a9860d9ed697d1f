package page

import (
	"strings"

	"alarife/internal/rule"
)

// figure says a number; unit is that of what it is compared with.
func (p *phraser) figure(x rule.Part, unit string) string {
	switch x.Form {
	case rule.IsNumber:
		return p.Quantity(x.Number, 6, unit)
	case rule.IsName:
		return p.subject(x)
	case rule.IsLimit:
		return p.limitPhrase(x)
	case rule.IsOperator:
		return p.sum(x)
	case rule.IsChoice:
		return p.say("where", "then", p.figure(x.Parts[1], unit), "when", p.truth(x.Parts[0], true), "else", p.figure(x.Parts[2], unit))
	case rule.IsCall:
		var parts []string
		for _, a := range x.Parts {
			parts = append(parts, p.figure(a, ""))
		}
		if len(parts) == 0 {
			return p.fail()
		}
		return p.say("function."+x.Text, "of", strings.Join(parts, "; "))
	}
	return p.fail()
}

// sum says an operation on figures, with the brackets that it needs.
func (p *phraser) sum(x rule.Part) string {
	rank := ranks[x.Text]
	if len(x.Parts) != 2 || rank == 0 {
		return p.fail()
	}
	var sides [2]string
	for i, part := range x.Parts {
		sides[i] = p.figure(part, "")
		inner := ranks[part.Text]
		if part.Form == rule.IsChoice {
			sides[i] = "(" + sides[i] + ")"
		}
		chain := part.Text == x.Text && (x.Text == "+" || x.Text == "*")
		if part.Form == rule.IsOperator && (inner < rank || inner == rank && i == 1 && !chain) {
			sides[i] = "(" + sides[i] + ")"
		}
	}
	return sides[0] + " " + sign(x.Text) + " " + sides[1]
}

// ranks tell which operators bind more tightly.
var ranks = map[string]int{"+": 1, "-": 1, "*": 2, "/": 2, "%": 2}

// limitPhrase names a limit with its figure, and its service where it is
// another's.
func (p *phraser) limitPhrase(x rule.Part) string {
	id := x.Of
	if id == "" {
		id = p.own
	}
	s := p.base.Service(id)
	if s == nil {
		return p.fail()
	}
	l := s.Limits[x.Text]
	key := "limit-own"
	if id != p.own {
		key = "limit-of"
	}
	return p.say(key, "limit", l.Text, "figure", p.figures("both-eras-short", l), "service", s.Name)
}

// unitOf is the unit of a fact that stands alone on one side of a comparison.
func (p *phraser) unitOf(x rule.Part) string {
	if x.Form != rule.IsName {
		return ""
	}
	if q := p.base.Question(x.Text); q != nil {
		return q.Unit
	}
	if d := p.base.DerivedFact(x.Text); d != nil {
		return d.Unit
	}
	return ""
}

// sign is an operator as print has it.
func sign(operator string) string {
	switch operator {
	case "<=":
		return "≤"
	case ">=":
		return "≥"
	case "-":
		return "−"
	case "*":
		return "×"
	case "/":
		return "÷"
	case "%":
		return "mod"
	}
	return operator
}
