package sheet

import (
	"math"
	"strconv"

	"alarife/internal/export/sheet/markup"
	"alarife/internal/practice"
)

const responseID = "RESPONSE"

// numbered gives the parts of a list identifiers: a letter and a number.
func numbered(list []practice.Shown, letter string) map[string]string {
	names := map[string]string{}
	for n, o := range list {
		names[o.ID] = letter + strconv.Itoa(n+1)
	}
	return names
}

// entries makes an element of each part of a list.
func entries(list []practice.Shown, names map[string]string, element string, attributes ...string) (out []*markup.Element) {
	for _, o := range list {
		out = append(out, markup.Text(element, o.Text, append([]string{"identifier", names[o.ID]}, attributes...)...))
	}
	return out
}

// named are the identifiers of ids.
func named(ids []string, names map[string]string) (out []string) {
	for _, id := range ids {
		out = append(out, names[id])
	}
	return out
}

// interact adds an interaction with its question.
func (i *qtiItem) interact(name, response, prompt string, attributes ...string) *markup.Element {
	i.interaction = name
	e := markup.New(name, append([]string{"responseIdentifier", response}, attributes...)...).Add(markup.Text("prompt", prompt))
	i.body = append(i.body, e)
	return e
}

// points turns what a response is mapped to into a share of what is right.
func points(of int) *markup.Element {
	return set("SCORE", markup.New("divide").Add(markup.New("mapResponse", "identifier", responseID), value("float", strconv.Itoa(of))))
}

// mapping gives a point for each value, and minus for each of the others.
func mapping(right, wrong []string) *markup.Element {
	m := markup.New("mapping", "lowerBound", "0", "upperBound", strconv.Itoa(len(right)), "defaultValue", "0")
	for _, v := range right {
		m.Add(markup.New("mapEntry", "mapKey", v, "mappedValue", "1"))
	}
	for _, v := range wrong {
		m.Add(markup.New("mapEntry", "mapKey", v, "mappedValue", "-1"))
	}
	return m
}

// choice is also that of the components at fault. What is marked names its own
// feedback.
func (i *qtiItem) choice() {
	names := numbered(i.t.q.Options, "o")
	right := named(i.t.s.Marked, names)
	most, cardinality := "1", "single"
	if i.t.several() {
		most, cardinality = "0", "multiple"
		var wrong []string
		for _, o := range i.t.q.Options {
			if !i.t.x.Notes[o.ID].Right {
				wrong = append(wrong, names[o.ID])
			}
		}
		i.responses = append(i.responses, response(responseID, cardinality, "identifier", right...).Add(mapping(right, wrong)))
		i.rules = append(i.rules, points(len(right)))
	} else {
		i.responses = append(i.responses, response(responseID, cardinality, "identifier", right...))
		i.rules = append(i.rules, when(isRight(responseID), set("SCORE", value("float", "1"))))
	}
	i.interact("choiceInteraction", responseID, i.ask(), "shuffle", "false", "maxChoices", most).
		Add(entries(i.t.q.Options, names, "simpleChoice")...)
	i.outcomes = append(i.outcomes, outcome("FEEDBACK", cardinality, "identifier", ""))
	i.rules = append(i.rules, set("FEEDBACK", variable(responseID)))
	for _, o := range i.t.q.Options {
		i.note("FEEDBACK", o.ID, names[o.ID])
	}
}

// match tells about each pair that is missing.
func (i *qtiItem) match() {
	left, right := numbered(i.t.q.Left, "l"), numbered(i.t.q.Right, "r")
	var pairs []string
	for _, l := range i.t.q.Left {
		pair := left[l.ID] + " " + right[i.t.s.Choose[l.ID]]
		pairs = append(pairs, pair)
		missed := markup.New("not").Add(markup.New("member").Add(value("directedPair", pair), variable(responseID)))
		i.rules = append(i.rules, when(missed, i.onMiss(l.ID, left[l.ID])))
	}
	i.responses = append(i.responses, response(responseID, "multiple", "directedPair", pairs...).Add(mapping(pairs, nil)))
	i.rules = append(i.rules, points(len(pairs)))
	i.interact("matchInteraction", responseID, i.ask(), "shuffle", "false", "maxAssociations", strconv.Itoa(len(pairs))).Add(
		markup.New("simpleMatchSet").Add(entries(i.t.q.Left, left, "simpleAssociableChoice", "matchMax", "1")...),
		markup.New("simpleMatchSet").Add(entries(i.t.q.Right, right, "simpleAssociableChoice", "matchMax", "0")...))
}

func (i *qtiItem) order() {
	names := numbered(i.t.q.Options, "o")
	i.w.lose(i.t.x, "shares")
	i.responses = append(i.responses, response(responseID, "ordered", "identifier", named(i.t.s.Order, names)...))
	i.rules = append(i.rules, when(isRight(responseID), set("SCORE", value("float", "1"))))
	i.interact("orderInteraction", responseID, i.ask(), "shuffle", "false").Add(entries(i.t.q.Options, names, "simpleChoice")...)
}

// build is a choice for each decision; a share of the score for each.
func (i *qtiItem) build() {
	i.w.lose(i.t.x, "build-credit")
	i.body = append(i.body, markup.Text("p", i.ask()))
	share := number(1 / float64(len(i.t.q.Decisions)))
	all := markup.New("and")
	for n, d := range i.t.q.Decisions {
		id := responseID + strconv.Itoa(n+1)
		decision := "d" + strconv.Itoa(n+1)
		names := numbered(d.Options, decision+"o")
		i.responses = append(i.responses, response(id, "single", "identifier", names[i.t.s.Choose[d.ID]]))
		i.interact("choiceInteraction", id, d.Text, "shuffle", "false", "maxChoices", "1").Add(entries(d.Options, names, "simpleChoice")...)
		sum := markup.New("sum").Add(variable("SCORE"), value("float", share))
		i.rules = append(i.rules, markup.New("responseCondition").Add(
			markup.New("responseIf").Add(isRight(id), set("SCORE", sum)),
			markup.New("responseElse").Add(i.onMiss(d.ID, decision))))
		all.Add(isRight(id))
	}
	i.rules = append(i.rules, when(all, set("SCORE", value("float", "1")))) // the shares may not add up to the last digit
}

// estimate gives all within the tolerance and half within twice of it.
func (i *qtiItem) estimate() {
	key := *i.t.s.Number
	off := math.Abs(key) * i.t.q.Tolerance / 100
	near := func(by float64) *markup.Element {
		bounds := number(by) + " " + number(by)
		return markup.New("equal", "toleranceMode", "absolute", "tolerance", bounds).Add(markup.New("correct", "identifier", responseID), variable(responseID))
	}
	i.responses = append(i.responses, response(responseID, "single", "float", number(key)))
	i.rules = append(i.rules, markup.New("responseCondition").Add(
		markup.New("responseIf").Add(near(off), set("SCORE", value("float", "1"))),
		markup.New("responseElseIf").Add(near(2*off), set("SCORE", value("float", "0.5")))))
	i.interaction = "textEntryInteraction"
	i.body = append(i.body, markup.Text("p", i.ask()), markup.Text("p", i.w.instruction(i.t)),
		markup.New("p").Add(markup.New(i.interaction, "responseIdentifier", responseID, "expectedLength", "12")).Put(" "+i.t.q.Unit))
}

// explain is marked by a person, who is shown the model answer and the
// checklist.
func (i *qtiItem) explain() {
	i.w.lose(i.t.x, "person")
	i.responses = append(i.responses, response(responseID, "single", "string"))
	i.interact("extendedTextInteraction", responseID, i.ask(), "expectedLines", "10")
	rubric := markup.New("rubricBlock", "view", "scorer tutor")
	for _, text := range paragraphs(i.t.s.Model) {
		rubric.Add(markup.Text("p", text))
	}
	list := markup.New("ul")
	for _, c := range i.t.s.Checklist {
		list.Add(markup.Text("li", c.Text))
	}
	if len(i.t.s.Checklist) > 0 {
		rubric.Add(markup.Text("p", i.w.Say("handout.checklist")), list)
	}
	i.body = append(i.body, rubric)
}
