package page

import (
	"strings"

	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/rule"
)

// condition puts an expression into words where it is simple enough, else it
// stands as code; own is the service whose limits it reads. A condition that
// is left out always holds.
func (w *writer) condition(text, own string) string {
	if text == "" || text == "true" {
		return w.say("always")
	}
	words := &phraser{writer: w, own: own}
	if p, ok := rule.Read(text); ok {
		if out := words.truth(p, false); !words.failed {
			return out
		}
	}
	return w.Code(text)
}

// number puts an expression that gives a number into words, or leaves it as
// code.
func (w *writer) number(text, own string) string {
	words := &phraser{writer: w, own: own}
	if p, ok := rule.Read(text); ok {
		if out := words.figure(p, ""); !words.failed {
			return out
		}
	}
	return w.Code(text)
}

// phraser puts one expression into words.
type phraser struct {
	*writer
	own    string
	failed bool // it is not simple
}

func (p *phraser) fail() string {
	p.failed = true
	return ""
}

// truth says what holds; within tells that it stands in a larger phrase.
func (p *phraser) truth(x rule.Part, within bool) string {
	switch x.Form {
	case rule.IsName:
		return p.named(x, p.yesNo(true))
	case rule.IsCall:
		return p.call(x)
	case rule.IsOperator:
		return p.operator(x, within)
	}
	return p.fail()
}

func (p *phraser) operator(x rule.Part, within bool) string {
	switch x.Text {
	case "not":
		return p.not(x.Parts[0])
	case "and", "or":
		var parts []string
		for _, part := range flat(x, x.Text) {
			parts = append(parts, p.truth(part, true))
		}
		out := strings.Join(parts, p.say("join."+x.Text))
		if within {
			return "(" + out + ")"
		}
		return out
	case "==", "!=", "in":
		return p.among(x, x.Text == "!=")
	case "<", "<=", ">", ">=":
		unit := p.unitOf(x.Parts[0]) + p.unitOf(x.Parts[1])
		if p.unitOf(x.Parts[0]) != "" && p.unitOf(x.Parts[1]) != "" {
			unit = ""
		}
		return p.figure(x.Parts[0], unit) + " " + sign(x.Text) + " " + p.figure(x.Parts[1], unit)
	}
	return p.fail()
}

// flat lists the operands of a chain of one operator.
func flat(x rule.Part, operator string) []rule.Part {
	if x.Form != rule.IsOperator || x.Text != operator {
		return []rule.Part{x}
	}
	return append(flat(x.Parts[0], operator), flat(x.Parts[1], operator)...)
}

func (p *phraser) not(x rule.Part) string {
	switch {
	case x.Form == rule.IsName:
		return p.named(x, p.yesNo(false))
	case x.Form == rule.IsOperator && (x.Text == "==" || x.Text == "in"):
		return p.among(x, true)
	}
	return p.say("not", "what", p.truth(x, false))
}

// among says which values a choice, decision, figure or set has, or has not.
func (p *phraser) among(x rule.Part, not bool) string {
	left, right := x.Parts[0], x.Parts[1]
	if left.Form == rule.IsText && right.Form == rule.IsName {
		return p.includes(left.Text, right, not)
	}
	choices := []rule.Part{right}
	if right.Form == rule.IsList {
		choices = right.Parts
	}
	var values []string
	for _, c := range choices {
		if c.Form != rule.IsText {
			return p.same(left, right, not)
		}
		values = append(values, p.value(left, c.Text))
	}
	value := strings.Join(values, p.say("join.or"))
	if not {
		value = p.say("other-than", "values", value)
	}
	return p.named(left, value)
}

// same compares two figures.
func (p *phraser) same(left, right rule.Part, not bool) string {
	mark := " = "
	if not {
		mark = " ≠ "
	}
	unit := p.unitOf(left)
	return p.figure(left, unit) + mark + p.figure(right, unit)
}

func (p *phraser) includes(choice string, set rule.Part, not bool) string {
	key := "includes"
	if not {
		key = "includes-not"
	}
	return p.say(key, "set", p.subject(set), "value", p.base.Choice(set.Text, choice))
}

// named says "subject: value".
func (p *phraser) named(x rule.Part, value string) string {
	return p.say("field", "name", p.subject(x), "value", value)
}

// subject names a fact, a word of reviews or a decision.
func (p *phraser) subject(x rule.Part) string {
	switch {
	case x.Form == rule.IsCall && x.Text == "chosen":
		return p.title(Ref{Decisions, x.Of})
	case x.Form != rule.IsName:
		return p.fail()
	}
	if r, ok := factRef(p.base, x.Text); ok {
		return p.title(r)
	}
	if name, ok := p.local[x.Text]; ok {
		return p.In(name)
	}
	if !p.Messages.Has("page.word." + x.Text) {
		return p.fail()
	}
	return p.say("word." + x.Text)
}

// value is what a choice, a chosen option or a word of reviews is called.
func (p *phraser) value(of rule.Part, id string) string {
	switch {
	case of.Form == rule.IsCall && of.Text == "chosen":
		if d := p.base.Decision(of.Of); d != nil && d.Option(id) != nil {
			return p.say("quoted", "value", d.Option(id).Title)
		}
	case of.Text == knowledge.EraWord:
		return p.era(knowledge.Era(id))
	case of.Text == "status":
		return p.say("status." + id)
	}
	return p.say("quoted", "value", p.base.Choice(of.Text, id))
}

// call says what the functions of rules mean.
func (p *phraser) call(x rule.Part) string {
	switch x.Text {
	case "present", "here":
		return p.say("call."+x.Text, "what", p.title(Ref{Services, x.Of}))
	case "in_vpc":
		return p.say("call.in_vpc", "what", p.title(Ref{Decisions, x.Of}))
	case "is", "has_trait", "receives_from", "sends_to":
		return p.say("call."+x.Text, "what", x.Of)
	}
	return p.fail()
}

// scalar writes a plain value of YAML.
func scalar(l lang.Lang, v any) string {
	switch v := v.(type) {
	case float64:
		return lang.Number(l, v, 6)
	case string:
		return v
	case []string:
		return strings.Join(v, ", ")
	}
	return ""
}
