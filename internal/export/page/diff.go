package page

import (
	"slices"
	"strings"

	"alarife/internal/export/report"
	"alarife/internal/fault"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
)

// Row is one line of a comparison: what is compared, and what it is on either
// side, "" where a side has nothing.
type Row struct {
	Part  string `json:"part"` // limits, prices …
	What  string `json:"what"`
	First string `json:"first"`
	Other string `json:"other"`
}

// Compare puts two services or two options beside each other. It is a fault
// at the place where the ids are not two of one of these kinds.
func (b *Book) Compare(first, other string, at fault.Place) ([]Row, error) {
	sides := [2]Ref{}
	for i, id := range []string{first, other} {
		found, err := b.Find(id, at)
		if err != nil {
			return nil, err
		}
		k := slices.IndexFunc(found, func(r Ref) bool { return r.Kind == Services || r.Kind == Options })
		if k < 0 {
			return nil, fault.New(at, "page.not-comparable", "id", id)
		}
		sides[i] = found[k]
	}
	if sides[0].Kind != sides[1].Kind {
		return nil, fault.New(at, "page.two-kinds", "first", first, "other", other)
	}
	c := &comparison{writer: &writer{Report: report.New(), Book: b, ref: sides[0]}}
	if sides[0].Kind == Services {
		c.services(b.base.Service(sides[0].ID), b.base.Service(sides[1].ID))
	} else {
		c.options(sides[0], sides[1])
	}
	for i := range c.rows { // what has a link on a page has none here
		c.rows[i].First, c.rows[i].Other = c.Plain(c.rows[i].First), c.Plain(c.rows[i].Other)
	}
	return c.rows, nil
}

// Compared writes a comparison.
func (b *Book) Compared(first, other string, rows []Row) *report.Report {
	r := report.New()
	for i := 0; i < len(rows); {
		part := rows[i].Part
		r.Heading(2, part)
		table := [][]string{{"", first, other}}
		for ; i < len(rows) && rows[i].Part == part; i++ {
			table = append(table, []string{rows[i].What, dash(rows[i].First), dash(rows[i].Other)})
		}
		r.Table(3, table)
	}
	return r
}

func dash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}

type comparison struct {
	*writer
	rows []Row
}

// row adds a row to the part whose text has the key.
func (c *comparison) row(part, what, first, other string) { c.told(c.say(part), what, first, other) }

// told adds a row, unless neither side has anything.
func (c *comparison) told(part, what, first, other string) {
	if first != "" || other != "" {
		c.rows = append(c.rows, Row{part, what, first, other})
	}
}

// services compares what is known of two services; either may be nil.
func (c *comparison) services(first, other *knowledge.Service) {
	if first == nil && other == nil {
		return
	}
	side := func(s *knowledge.Service, tell func(*knowledge.Service) string) string {
		if s == nil {
			return ""
		}
		return tell(s)
	}
	both := func(part, what string, tell func(*knowledge.Service) string) {
		c.row(part, what, side(first, tell), side(other, tell))
	}
	both("kind.services", c.say("name"), func(s *knowledge.Service) string { return s.Name })
	both("kind.services", c.say("summary"), func(s *knowledge.Service) string { return c.In(s.Summary) })
	both("kind.services", c.say("category"), func(s *knowledge.Service) string { return c.say("category." + s.Category) })
	both("kind.services", c.say("scope"), func(s *knowledge.Service) string { return c.say("scope." + string(s.Scope)) })
	both("kind.services", c.say("service-model"), func(s *knowledge.Service) string {
		if s.Model == "" {
			return ""
		}
		return c.say("model." + string(s.Model))
	})
	both("kind.services", c.say("traits"), func(s *knowledge.Service) string { return strings.Join(s.Traits, ", ") })
	for _, era := range []knowledge.Era{knowledge.Today, knowledge.Guide} {
		both("lifecycle", c.eraHead(era), func(s *knowledge.Service) string { return c.status(s, era) })
	}
	both("lifecycle", c.say("replacement"), func(s *knowledge.Service) string { return s.Lifecycle.Replacement })
	c.limitRows(first, other)
	both("kind-many.regions", c.say("kind-many.regions"), func(s *knowledge.Service) string { return c.offered(s) })
	for _, p := range c.programmeIDs() {
		both("compliance", c.In(c.base.Choice(knowledge.ComplianceFact, p)), func(s *knowledge.Service) string { return c.scope(s, p) })
	}
	c.priceRows(first, other)
}

// scope says whether the service is in scope of a programme, nothing where it
// is not confirmed.
func (c *comparison) scope(s *knowledge.Service, programme string) string {
	if s.On(programme) == nil {
		return ""
	}
	return c.yesNo(!s.Outside(programme))
}

func (c *comparison) programmeIDs() []string {
	if q := c.base.Question(knowledge.ComplianceFact); q != nil {
		return q.Fact.Choices
	}
	return nil
}

// limitRows pairs the limits of the same name.
func (c *comparison) limitRows(first, other *knowledge.Service) {
	all := map[string]knowledge.Limit{}
	for _, s := range []*knowledge.Service{other, first} {
		if s != nil {
			for name, l := range s.Limits {
				all[name] = l
			}
		}
	}
	figure := func(s *knowledge.Service, name string) string {
		if s == nil {
			return ""
		}
		l, ok := s.Limits[name]
		if !ok {
			return ""
		}
		return c.limit(l) + " [" + l.AsOf + "]"
	}
	for _, name := range names(all) {
		c.row("limits", c.In(all[name].Text)+" ("+name+")", figure(first, name), figure(other, name))
	}
}

// priceRows lists the prices of either side in the Region that is assumed.
func (c *comparison) priceRows(first, other *knowledge.Service) {
	region := c.base.Question(knowledge.RegionFact).Fact.Default.Text
	var lists [2][]string
	for i, s := range []*knowledge.Service{first, other} {
		if s != nil {
			lists[i] = c.index.prices[s.ID]
		}
	}
	all := slices.Concat(lists[0], lists[1])
	slices.Sort(all)
	for _, id := range slices.Compact(all) {
		var sides [2]string
		for i := range lists {
			if p, ok := c.base.Prices.Find(id, region); ok && slices.Contains(lists[i], id) {
				sides[i] = c.unitPrice(p) + " [" + p.AsOf + "]"
			}
		}
		c.told(c.say("prices-of", "region", region), id, sides[0], sides[1])
	}
}

// options compares two options: what they are, their services, constraints,
// and evidence by criterion.
func (c *comparison) options(first, other Ref) {
	_, a := c.option(first)
	_, b := c.option(other)
	c.row("kind.options", c.say("title"), c.In(a.Title), c.In(b.Title))
	c.row("kind.options", c.say("summary"), c.template(a.Summary, a.Service), c.template(b.Summary, b.Service))
	c.row("kind.options", c.say("service"), a.Service, b.Service)
	c.row("kind.options", c.say("needs"), strings.Join(a.Needs, ", "), strings.Join(b.Needs, ", "))
	c.beside("rules-out", "", c.constraints(a), c.constraints(b))
	for _, criterion := range knowledge.Criteria() {
		c.beside("evidence", c.Say("criterion."+string(criterion)), c.evidence(a, criterion), c.evidence(b, criterion))
	}
	c.services(c.base.Service(a.Service), c.base.Service(b.Service))
}

// beside pairs two lists.
func (c *comparison) beside(part, what string, first, other []string) {
	for i := range max(len(first), len(other)) {
		var sides [2]string
		if i < len(first) {
			sides[0] = first[i]
		}
		if i < len(other) {
			sides[1] = other[i]
		}
		c.row(part, what, sides[0], sides[1])
	}
}

func (c *comparison) constraints(o *knowledge.Option) []string {
	var out []string
	for _, r := range o.RulesOut {
		out = append(out, c.condition(r.WhenIs.Text, o.Service))
	}
	return out
}

func (c *comparison) evidence(o *knowledge.Option, criterion knowledge.Criterion) []string {
	var out []string
	for _, r := range o.Evidence {
		if r.Criterion == criterion {
			out = append(out, c.points(r.Weight)+" "+c.template(r.Because, o.Service)+" ("+c.condition(r.WhenIs.Text, o.Service)+")")
		}
	}
	return out
}

// CompareData is a comparison as JSON.
func (b *Book) CompareData(first, other string, rows []Row) any {
	return struct {
		Alarife int       `json:"alarife"`
		Catalog string    `json:"catalog"`
		Lang    lang.Lang `json:"lang"`
		First   string    `json:"first"`
		Other   string    `json:"other"`
		Rows    []Row     `json:"rows"`
	}{jsonVersion, b.base.Digest, b.Lang, first, other, append([]Row{}, rows...)}
}
