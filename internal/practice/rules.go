package practice

import (
	"strings"

	"alarife/internal/advisor"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
)

// Rule is something to be known, as the cards of a schedule hold it.
type Rule struct {
	ID     string    `json:"id"`              // as in Grade.Rules
	Topic  string    `json:"topic,omitempty"` // that it belongs to; "" for none
	Guide  []int     `json:"guide"`           // sessions of the study guide
	Title  lang.Text `json:"title"`           // such as "Inference mode › Real-time endpoint"
	Text   lang.Text `json:"text"`            // what it says, "…" for the figures of a case; may be empty
	Folder string    `json:"folder"`          // where the catalog has it: decisions
	Entry  string    `json:"entry"`           // and there: inference-mode
}

// Rule tells what a rule says; ok is false where the catalog has it no more.
func (b *Book) Rule(id string) (r Rule, ok bool) {
	kind, rest, _ := strings.Cut(id, "/")
	switch kind {
	case "review":
		r, ok = b.reviewRule(rest)
	case "service":
		r, ok = b.serviceRule(rest)
	case "responsibility":
		r, ok = b.layerRule(rest)
	case "item":
		r, ok = b.itemRule(rest)
	case "topic", "estimate":
		r, ok = b.topicRule(rest)
	default:
		r, ok = b.optionRule(kind, rest)
	}
	r.ID = id
	if r.Guide == nil {
		r.Guide = []int{}
	}
	return r, ok
}

// optionRule is what rules an option of a decision out or speaks about it.
func (b *Book) optionRule(decision, rest string) (r Rule, ok bool) {
	option, name, named := strings.Cut(rest, "/")
	d := b.base().Decision(decision)
	if d == nil || d.Option(option) == nil {
		return r, false
	}
	o := d.Option(option)
	r = Rule{Topic: d.ID, Guide: d.Guide, Title: under(d.Title, o.Title), Text: o.Summary, Folder: "decisions", Entry: d.ID}
	if d.ID == knowledge.BlueprintDecision {
		r.Folder, r.Entry = "blueprints", o.ID
	}
	if !named {
		return r, true
	}
	for _, list := range [][]*knowledge.Rule{o.RulesOut, o.Evidence} {
		for _, x := range list {
			if x.ID == name {
				r.Text = b.general(x.Because, o.Service)
				return r, true
			}
		}
	}
	switch advisor.ReasonKind(name) { // reasons of the engine's own
	case advisor.PricePoints, advisor.RegionAbsent, advisor.ServiceShut, advisor.ProgrammeMissing:
		r.Text = b.say("practice.rule." + name)
		return r, true
	}
	return r, false
}

func (b *Book) reviewRule(id string) (r Rule, ok bool) {
	x := b.base().Review(id)
	if x == nil {
		return r, false
	}
	return Rule{Guide: x.Guide, Title: x.Title, Text: b.general(x.Because, ""), Folder: "reviews", Entry: id}, true
}

func (b *Book) serviceRule(id string) (r Rule, ok bool) {
	s := b.base().Service(id)
	if s == nil {
		return r, false
	}
	return Rule{Guide: s.Guide, Title: lang.Text{EN: s.Name, ES: s.Name}, Text: s.Summary, Folder: "services", Entry: id}, true
}

func (b *Book) layerRule(id string) (r Rule, ok bool) {
	x := b.base().Responsibility(id)
	if x == nil {
		return r, false
	}
	return Rule{Title: x.Title, Text: x.Text, Folder: "responsibilities", Entry: id}, true
}

// itemRule is what one item asks that no other does, or one point of it.
func (b *Book) itemRule(rest string) (r Rule, ok bool) {
	id, point, pointed := strings.Cut(rest, "/")
	i := b.base().Item(id)
	if i == nil {
		return r, false
	}
	r = Rule{Topic: i.Topic, Guide: i.Guide, Title: i.Title, Text: i.Because, Folder: "items", Entry: id}
	if !pointed {
		return r, true
	}
	for n, text := range b.points(i) {
		if point == letter(n) {
			r.Text = text
			return r, true
		}
	}
	for _, o := range append(append([]string{}, i.Options...), i.Services...) { // put in order by the engine
		if o == point {
			return r, true
		}
	}
	return r, false
}

// points are the written points of an item, in the order of their letters.
func (b *Book) points(i *knowledge.Item) []lang.Text {
	points := append(append([]lang.Text{}, i.Checklist...), i.Sequence...)
	for _, p := range i.Pairs {
		points = append(points, b.say("practice.pair", "left", p.Left, "right", p.Right))
	}
	return points
}

// topicRule is a topic as a whole.
func (b *Book) topicRule(topic string) (r Rule, ok bool) {
	r = Rule{Topic: topic, Title: b.TopicTitle(topic)}
	if d := b.base().Decision(topic); d != nil {
		r.Guide, r.Folder, r.Entry = d.Guide, "decisions", topic
		return r, true
	}
	for _, i := range b.base().Items {
		if i.Topic == topic {
			r.Guide, r.Folder, r.Entry = i.Guide, "items", i.ID
			return r, true
		}
	}
	return r, false
}

// under puts a part behind the whole.
func under(whole, part lang.Text) lang.Text {
	return lang.Text{EN: whole.EN + " › " + part.EN, ES: whole.ES + " › " + part.ES}
}

// general is a text of the catalog outside any case: the limits that hold in
// both eras are filled in, facts are left open.
func (b *Book) general(text lang.Text, own string) lang.Text {
	return b.both(func(t advisor.Teller) string {
		return lang.Fill(t.In(text), func(name string) (string, bool) {
			service, limit, _ := strings.Cut(name, ".")
			if service == "limit" {
				service = own
			}
			if _, l, ok := b.base().Limit(service + "." + limit); ok && l.Guide == nil {
				return t.Quantity(l.Value, 6, l.Unit), true
			}
			return "…", true
		})
	})
}
