package advisor

import (
	"math"
	"slices"
	"strings"

	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/rule"
	"alarife/internal/workload"
)

// Teller puts a recommendation into the words of one language.
type Teller struct {
	Messages *lang.Messages
	Lang     lang.Lang
}

// Say returns one of the program's own texts.
func (t Teller) Say(key string, args ...any) string { return t.Messages.Say(t.Lang, key, args...) }

// In returns a text of the catalog.
func (t Teller) In(text lang.Text) string { return text.In(t.Lang) }

// Value writes the value of a fact with its unit.
func (t Teller) Value(b *knowledge.Base, q *knowledge.Question, v workload.Value) string {
	switch q.Kind {
	case workload.Number:
		return t.Quantity(v.Number, q.Decimals, q.Unit)
	case workload.YesNo:
		return t.yesNo(v.Yes)
	case workload.Choice:
		return t.In(b.Choice(q.ID, v.Text))
	}
	if len(v.Set) == 0 {
		return t.Say("value.none")
	}
	parts := make([]string, len(v.Set))
	for i, c := range v.Set {
		parts[i] = t.In(b.Choice(q.ID, c))
	}
	return strings.Join(parts, ", ")
}

func (t Teller) yesNo(yes bool) string {
	if yes {
		return t.Say("value.yes")
	}
	return t.Say("value.no")
}

// Fill replaces the placeholders of a catalog text by the values of r; own is
// the service whose limits {limit.x} names; extra are further words.
func (t Teller) Fill(r *Recommendation, text lang.Text, own string, extra map[string]string) string {
	return lang.Fill(t.In(text), func(name string) (string, bool) {
		if s, ok := extra[name]; ok {
			return s, true
		}
		key, ok := r.Base.Meaning(name, own)
		if !ok {
			return "", false
		}
		return t.meaning(r, key), true
	})
}

// meaning writes the value behind a key: a fact or a limit.
func (t Teller) meaning(r *Recommendation, key string) string {
	if prefix, rest := rule.Split(key); prefix == "limit" {
		id, name, _ := strings.Cut(rest, ".")
		l := r.Base.Service(id).Limits[name]
		return t.Quantity(l.In(r.Case.Era), 6, l.Unit)
	}
	if q := r.Base.Question(key); q != nil {
		v, _ := r.Value(q)
		return t.Value(r.Base, q, v)
	}
	d := r.Base.DerivedFact(key)
	switch v := r.env[key].(type) {
	case float64:
		return t.Quantity(v, d.Decimals, d.Unit)
	case bool:
		return t.yesNo(v)
	case string:
		return t.In(r.Base.Choice(key, v))
	}
	return key
}

// roughly rounds a monthly sum below a dollar to cents, and one below a cent to
// its first digit; larger ones are told in cents anyway.
func roughly(usd float64) float64 {
	if usd == 0 || math.Abs(usd) >= 1 {
		return usd
	}
	scale := 100.0
	for scale < 1e8 && math.Round(math.Abs(usd)*scale) == 0 {
		scale *= 10
	}
	return math.Round(usd*scale) / scale
}

// Reason writes one step of the trace, without its points.
func (t Teller) Reason(r *Recommendation, reason Reason) string {
	switch reason.Kind {
	case Evidence, Constraint:
		return t.Fill(r, reason.Rule.Because, reason.own, nil)
	case PricePoints:
		return t.Say("reason.price", "usd", lang.Money(t.Lang, roughly(reason.usd)))
	case RegionAbsent:
		return t.Say("reason.region-absent", "service", reason.Service.Name, "region", r.Region, "as_of", reason.Service.Regions.AsOf)
	case ProgrammeMissing:
		return t.Say("reason.programme-missing", "service", reason.Service.Name,
			"programme", r.Base.Choice(knowledge.ComplianceFact, reason.Programme), "as_of", reason.Service.On(reason.Programme).AsOf)
	}
	return t.Shut(r.Base, reason.Service)
}

// Money says where the month has the money of a decision whose options only
// compare it, or name none; "" where its own options bring it.
func (t Teller) Money(b *knowledge.Base, d *knowledge.Decision) string {
	var out []string
	if ids := d.MoneyOf(); len(ids) > 0 {
		names := make([]string, len(ids))
		for i, id := range ids {
			names[i] = t.In(b.Decision(id).Title)
		}
		has := func(what func(*knowledge.Option) bool) bool { return slices.ContainsFunc(d.Options, what) }
		key := "money.elsewhere"
		switch {
		case has(func(o *knowledge.Option) bool { return len(d.Counted(o)) > 0 }):
			key = "money.partly"
		case has(func(o *knowledge.Option) bool { return len(o.Lines()) > 0 }):
			key = "money.compared"
		}
		out = append(out, t.Say(key, "decisions", strings.Join(names, ", ")))
	}
	if titles := b.Compared(d); len(titles) > 0 {
		names := make([]string, len(titles))
		for i, title := range titles {
			names[i] = t.In(title)
		}
		out = append(out, t.Say("money.plan", "parts", strings.Join(names, ", ")))
	}
	return strings.Join(out, " ")
}

// Shut says since when a service takes no new customers, and what to take
// instead.
func (t Teller) Shut(b *knowledge.Base, s *knowledge.Service) string {
	l := s.Lifecycle
	date := l.Since
	if date == "" || l.Status == knowledge.Ended {
		date = max(l.Ends, l.Since)
	}
	key := "lifecycle." + string(l.Status)
	if date == "" {
		key += ".undated"
	}
	out := t.Say(key, "service", s.Name, "date", date, "ends", l.Ends)
	if to := b.Service(l.Replacement); to != nil {
		out += " " + t.Say("lifecycle.replacement", "service", to.Name)
	}
	return out
}

// Change says what one change of an answer would come to.
func (t Teller) Change(r *Recommendation, s *Settled, c Change) string {
	q := r.Base.Question(c.Fact)
	args := []any{"fact", q.Short, "from", t.Value(r.Base, q, c.From), "to", t.Value(r.Base, q, c.To)}
	if o := s.Decision.Option(c.Becomes); o != nil {
		return t.Say("change.becomes", append(args, "option", o.Title)...)
	}
	return t.Say("change.hole", args...)
}
