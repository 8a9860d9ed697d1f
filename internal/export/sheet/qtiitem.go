package sheet

import (
	"strconv"
	"strings"

	"alarife/internal/export/sheet/markup"
	"alarife/internal/knowledge"
)

// qtiItem is an item that is being written.
type qtiItem struct {
	t           *told
	w           *writing
	id          string
	file        string // its path in the package
	picture     string // path of its picture, "" for none
	interaction string // name of the kind of interaction
	responses   []*markup.Element
	outcomes    []*markup.Element // that feedback is shown by
	body        []*markup.Element
	rules       []*markup.Element // that set the score and the outcomes
	feedback    []*markup.Element
}

// qtiItem writes an item of a kind. Its identifier is the same in every
// package; those of its parts count.
func (w *writing) qtiItem(t *told, pictured bool) *qtiItem {
	i := &qtiItem{t: t, w: w, id: ncName("item-" + identity(t.x) + "-" + string(w.Lang))}
	i.file = "items/" + i.id + ".xml"
	story := markup.New("div", "class", "story")
	for _, text := range paragraphs(t.q.Story) {
		story.Add(markup.Text("p", text))
	}
	if pictured {
		name := i.id + ".png"
		i.picture = "items/" + name
		story.Add(markup.New("p").Add(markup.New("img", "src", name, "alt", strings.Join(w.outline(t.x), ". "))))
	}
	if len(t.q.Story) > 0 || pictured {
		i.body = append(i.body, story)
	}
	switch t.q.Kind {
	case knowledge.MatchItem:
		i.match()
	case knowledge.OrderItem:
		i.order()
	case knowledge.BuildItem:
		i.build()
	case knowledge.EstimateItem:
		i.estimate()
	case knowledge.ExplainItem:
		i.explain()
	default:
		i.choice()
	}
	i.solution()
	return i
}

// ncName makes an identifier of a text that begins with a letter: XML names
// without a colon, of ASCII alone.
func ncName(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' || r == '_' {
			return r
		}
		return '_'
	}, text)
}

// document puts the parts in the order that the schema demands.
func (i *qtiItem) document() []byte {
	root := markup.New("assessmentItem", "xmlns", qtiNS, "xmlns:xsi", xsiNS, "xsi:schemaLocation", qtiNS+" "+qtiXSD,
		"identifier", i.id, "title", i.t.q.Title, "label", i.t.x.ID, "xml:lang", string(i.w.Lang), "adaptive", "false", "timeDependent", "false", "toolName", "Alarife")
	root.Add(i.responses...)
	root.Add(outcome("SCORE", "single", "float", "0"), outcome("MAXSCORE", "single", "float", "1")).Add(i.outcomes...)
	root.Add(markup.New("itemBody").Add(i.body...), markup.New("responseProcessing").Add(i.rules...)).Add(i.feedback...)
	return root.Document()
}

// ask is the question in one paragraph.
func (i *qtiItem) ask() string { return strings.Join(paragraphs(i.t.q.Ask), " ") }

// tell adds a feedback that is shown where an outcome holds its identifier.
func (i *qtiItem) tell(outcome, id string, texts ...string) {
	var said []*markup.Element
	for _, text := range texts {
		if text != "" {
			said = append(said, markup.Text("p", text))
		}
	}
	if len(said) > 0 {
		i.feedback = append(i.feedback, markup.New("modalFeedback", "outcomeIdentifier", outcome, "showHide", "show", "identifier", id).Add(said...))
	}
}

// solution is the feedback that everybody gets.
func (i *qtiItem) solution() {
	texts := i.w.answer(i.t)
	if k := i.t.q.Kind; k == knowledge.MatchItem {
		texts = nil
		for _, l := range i.t.q.Left {
			texts = append(texts, l.Text+" → "+textOf(i.t.q.Right, i.t.s.Choose[l.ID]))
		}
	} else if k == knowledge.ChoiceItem || k == knowledge.FaultItem || k == knowledge.OrderItem {
		texts = nil
		for _, id := range append(i.t.s.Marked, i.t.s.Order...) {
			texts = append(texts, textOf(i.t.q.Options, id))
		}
	}
	for _, c := range i.t.s.Checklist {
		texts = append(texts, "– "+c.Text)
	}
	i.outcomes = append(i.outcomes, outcome("SOLUTION", "single", "identifier", ""))
	i.rules = append(i.rules, set("SOLUTION", value("identifier", "solution")))
	i.tell("SOLUTION", "solution", append(append(texts, i.w.remarks(i.t)...), i.t.s.Sources...)...)
}

// note is the feedback on a part of the exercise, by its own id and the
// identifier that it has here.
func (i *qtiItem) note(outcome, part, id string) {
	for _, n := range i.t.s.Notes {
		if n.ID == part {
			i.tell(outcome, id, sentences(n.Why), n.Would)
		}
	}
}

// onMiss tells the note of a part by an outcome of its own, and returns the
// rule that sets it.
func (i *qtiItem) onMiss(part, id string) *markup.Element {
	name := "FEEDBACK_" + id
	i.outcomes = append(i.outcomes, outcome(name, "single", "identifier", ""))
	i.note(name, part, id)
	return set(name, value("identifier", id))
}

func outcome(id, cardinality, base, initial string) *markup.Element {
	e := markup.New("outcomeDeclaration", "identifier", id, "cardinality", cardinality, "baseType", base)
	if initial != "" {
		e.Add(markup.New("defaultValue").Add(markup.Text("value", initial)))
	}
	return e
}

// response declares what the student gives and what is right.
func response(id, cardinality, base string, right ...string) *markup.Element {
	e := markup.New("responseDeclaration", "identifier", id, "cardinality", cardinality, "baseType", base)
	if len(right) > 0 {
		correct := markup.New("correctResponse")
		for _, v := range right {
			correct.Add(markup.Text("value", v))
		}
		e.Add(correct)
	}
	return e
}

func variable(id string) *markup.Element { return markup.New("variable", "identifier", id) }

func value(base, v string) *markup.Element { return markup.Text("baseValue", v, "baseType", base) }

func set(outcome string, to *markup.Element) *markup.Element {
	return markup.New("setOutcomeValue", "identifier", outcome).Add(to)
}

// when is a rule that does something where a condition holds.
func when(condition, do *markup.Element) *markup.Element {
	return markup.New("responseCondition").Add(markup.New("responseIf").Add(condition, do))
}

// isRight is the condition that a response is the key.
func isRight(id string) *markup.Element {
	return markup.New("match").Add(variable(id), markup.New("correct", "identifier", id))
}

func number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
