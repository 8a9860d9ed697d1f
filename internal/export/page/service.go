package page

import (
	"slices"
	"sort"
	"strconv"
	"strings"

	"alarife/internal/knowledge"
	"alarife/internal/lang"
)

func (w *writer) service(s *knowledge.Service) {
	w.Line(w.In(s.Summary))
	w.field("also", strings.Join(s.Also, ", "))
	w.field("category", w.say("category."+s.Category))
	w.field("scope", w.say("scope."+string(s.Scope)))
	if s.Model != "" {
		w.field("service-model", w.say("model."+string(s.Model)))
	}
	if s.Port != nil {
		w.field("port", strconv.Itoa(*s.Port))
	}
	w.field("traits", strings.Join(s.Traits, ", "))
	w.field("stated", w.cited(w.say("of", "date", s.AsOf), s.Source))
	w.lifecycle(s)
	w.limits(s)
	w.regions(s)
	w.compliance(s)
	w.prices(s)
	w.free(s)
	w.names(s)
	w.list(w.say("used-by"), w.index.holders[w.ref])
	w.list(w.say("read-by"), w.index.readers[w.ref])
	w.list(w.say("replaces"), w.index.replaced[s.ID])
}

// lifecycle tells the status in both eras beside each other.
func (w *writer) lifecycle(s *knowledge.Service) {
	c := s.Lifecycle
	w.Heading(2, w.say("lifecycle"))
	for _, era := range []knowledge.Era{knowledge.Today, knowledge.Guide} {
		w.Item(0, w.say("field", "name", w.eraHead(era), "value", w.status(s, era)))
	}
	if to := (Ref{Services, c.Replacement}); c.Replacement != "" {
		w.field("replacement", w.link(to))
	}
	w.Line(w.In(c.Note))
	w.Line(w.origin(c.AsOf, c.Source, c.Checked))
}

// eraHead names an era with its day.
func (w *writer) eraHead(e knowledge.Era) string {
	if e == knowledge.Guide {
		return w.say("guide-until", "until", w.base.Guide.Until)
	}
	return w.era(e)
}

// status says what a service is in an era, and since when.
func (w *writer) status(s *knowledge.Service, era knowledge.Era) string {
	c := s.Lifecycle
	status := s.Status(era, w.base.Guide.Until)
	out := w.say("status." + string(status))
	if status != c.Status {
		if c.Status != "" && c.GuideOffers {
			out += " " + w.say("guide-teaches-it")
		}
		return out
	}
	if c.Since != "" {
		out += ", " + w.say("since", "date", c.Since)
	}
	if c.Ends != "" {
		out += ", " + w.say("ends", "date", c.Ends)
	}
	return out
}

// limits is the table of the figures of both eras.
func (w *writer) limits(s *knowledge.Service) {
	if len(s.Limits) == 0 {
		return
	}
	w.Heading(2, w.say("limits"))
	rows := [][]string{{w.say("limit"), w.say("id"), w.era(knowledge.Today), w.era(knowledge.Guide), w.say("as-of"), w.say("checked"), w.say("source")}}
	for _, name := range names(s.Limits) {
		l := s.Limits[name]
		rows = append(rows, []string{
			w.In(l.Text), w.Code(name), w.Quantity(l.Value, 6, l.Unit), w.guideFigure(l), l.AsOf, w.yesNo(l.Checked), w.Cite(l.Source),
		})
	}
	w.Table(7, rows)
}

// guideFigure is the guide's figure where it differs.
func (w *writer) guideFigure(l knowledge.Limit) string {
	if l.Guide == nil {
		return w.say("the-same")
	}
	return w.Quantity(*l.Guide, 6, l.Unit)
}

func names(m map[string]knowledge.Limit) []string {
	var out []string
	for name := range m {
		out = append(out, name)
	}
	sort.Strings(out)
	return out
}

func (w *writer) regions(s *knowledge.Service) {
	w.Heading(2, w.say("kind-many.regions"))
	w.Line(w.offered(s))
	w.Line(w.origin(s.Regions.AsOf, s.Regions.Source, s.Regions.Checked))
}

// offered says where a service is offered.
func (w *writer) offered(s *knowledge.Service) string {
	switch {
	case len(s.Regions.Only) > 0:
		return w.say("only-in", "regions", w.regionLinks(s.Regions.Only))
	case len(s.Regions.Absent) > 0:
		return w.say("absent-in", "regions", w.regionLinks(s.Regions.Absent))
	}
	return w.say("in-all")
}

func (w *writer) regionLinks(ids []string) string {
	parts := make([]string, len(ids))
	for i, id := range ids {
		parts[i] = w.link(Ref{Regions, id})
	}
	return strings.Join(parts, ", ")
}

// compliance tells, source by source, the programmes that a service is in
// scope of, and those that it is not.
func (w *writer) compliance(s *knowledge.Service) {
	w.Heading(2, w.say("compliance"))
	if len(s.Compliance) == 0 {
		w.Line(w.say("no-programme"))
	}
	for _, c := range s.Compliance {
		if len(c.Programmes) > 0 {
			w.Line(w.say("in-scope", "programmes", w.programmes(c.Programmes)))
		}
		if len(c.Outside) > 0 {
			w.Line(w.say("out-of-scope", "programmes", w.programmes(c.Outside)))
		}
		w.Line(w.origin(c.AsOf, c.Source, c.Checked))
	}
}

func (w *writer) programmes(ids []string) string {
	out := make([]string, len(ids))
	for i, p := range ids {
		out[i] = w.In(w.base.Choice(knowledge.ComplianceFact, p))
	}
	return strings.Join(out, ", ")
}

// prices is the table of the unit prices, a column a Region.
func (w *writer) prices(s *knowledge.Service) {
	ids := w.index.prices[s.ID]
	if len(ids) == 0 {
		return
	}
	w.Heading(2, w.say("prices"))
	regions := w.pricedRegions(ids)
	rows := [][]string{append([]string{w.say("price"), w.say("for-each"), w.say("as-of"), w.say("source")}, regions...)}
	for _, id := range ids {
		rows = append(rows, w.priceRow(id, regions))
	}
	w.Line(w.say("prices-in"))
	w.Table(4, rows)
}

// free says why a service costs nothing of its own.
func (w *writer) free(s *knowledge.Service) {
	if s.Free == nil {
		return
	}
	w.Heading(2, w.say("free"))
	w.Line(w.In(s.Free.Text))
	w.Line(w.cited(w.say("of", "date", s.Free.AsOf), s.Free.Source))
}

// pricedRegions lists the Regions that any of the prices has.
func (w *writer) pricedRegions(ids []string) []string {
	var out []string
	for _, id := range ids {
		out = append(out, w.base.Prices.Regions(id)...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func (w *writer) priceRow(id string, regions []string) []string {
	var row, dates, sources []string
	unit := ""
	for _, region := range regions {
		p, ok := w.base.Prices.Find(id, region)
		if !ok {
			row = append(row, "–")
			continue
		}
		row = append(row, strings.TrimSuffix(lang.Money(w.Lang, p.USD), " USD"))
		unit, dates = w.UnitName(p.Unit), append(dates, p.AsOf)
		if mark := w.Cite(p.Source); !slices.Contains(sources, mark) {
			sources = append(sources, mark)
		}
	}
	slices.Sort(dates)
	dates = slices.Compact(dates)
	if len(dates) > 2 {
		dates = []string{dates[0], dates[len(dates)-1]}
	}
	head := []string{w.idLink(Ref{Prices, id}), unit, strings.Join(dates, " – "), strings.Join(sources, " ")}
	return append(head, row...)
}

// names lists what others call the service.
func (w *writer) names(s *knowledge.Service) {
	w.Heading(2, w.say("elsewhere"))
	w.field("short", s.Short)
	w.field("terraform", w.codes(s.Terraform))
	w.field("cloudformation", w.codes(s.CloudFormation))
	if s.Drawio.Shape != "" {
		w.field("stencil", w.Code(s.Drawio.Shape))
	}
	if s.Icon != "" {
		w.field("icon", w.Code(s.Icon))
	}
	w.field("docs", w.Cite(s.Docs))
}

func (w *writer) codes(texts []string) string {
	parts := make([]string, len(texts))
	for i, t := range texts {
		parts[i] = w.Code(t)
	}
	return strings.Join(parts, ", ")
}
