package export

import (
	"fmt"
	"strings"

	"alarife/internal/lang"
	"alarife/internal/plan"
)

func (w *writer) ways(p *plan.Pricing) {
	w.Heading(2, w.say("plan.pricing", "decision", p.Decision.Title, "period", w.Quantity(p.Months, 0, "months")))
	w.Line(w.say("plan.pricing-list", "usd", w.money(p.List)))
	rows := [][]string{{w.say("plan.way"), w.say("plan.usd-month"), w.say("plan.term"), w.say("plan.rest"), w.say("plan.usd-all"), w.say("plan.saves")}}
	for _, x := range p.Ways {
		title := w.In(x.Option.Title)
		switch {
		case x.RuledOut:
			title = w.say("plan.way-ruled-out", "way", title)
		case x.Chosen:
			title = w.say("plan.way-chosen", "way", title)
		}
		term := "–"
		if x.Term > 0 {
			term = lang.Number(w.Lang, x.Committed, 0)
		}
		rows = append(rows, []string{title, w.amount(x.Month), term, w.figure(x.Rest), w.amount(x.USD), w.amount(x.Saves)})
	}
	w.Table(1, rows)
	w.Line(w.say("plan.pricing-formula"))
}

func (w *writer) drivers(d *plan.Drivers) {
	w.Heading(2, w.say("plan.drivers"))
	rows := [][]string{{w.say("item"), w.say("plan.usd-month"), w.say("plan.share")}}
	for _, l := range d.Lines {
		rows = append(rows, []string{w.item(l.Component, l.Item), w.amount(l.USD), w.Quantity(l.Share*100, 1, "%")})
	}
	w.Table(1, rows)
	w.Line(w.say("plan.of-monthly", "usd", w.money(d.Monthly)))
	if len(d.Savings) == 0 {
		w.Line(w.say("plan.no-saving"))
		return
	}
	w.Line(w.say("plan.savings"))
	for _, s := range d.Savings {
		w.saving(s)
	}
}

func (w *writer) saving(s plan.Saving) {
	key := "plan.saving"
	if s.Points < 0 {
		key = "plan.saving-leads"
	}
	w.Item(0, w.say(key, "decision", s.Decision.Title, "from", s.From.Option.Title, "to", s.To.Option.Title,
		"usd", w.money(s.USD), "points", w.points(max(s.Points, -s.Points))))
	for _, r := range s.Against {
		w.Marked(1, sign(r.Points), w.reason(r))
	}
	if s.Follows > 0 {
		w.Marked(1, "·", w.say("plan.follows", "n", s.Follows))
	}
}

func (w *writer) network(n *plan.Network) {
	layout := w.r.Base.Layout
	w.Heading(2, w.In(layout.Title))
	w.Line(w.say("plan.vpc", "cidr", n.VPC.String()) + " " + w.cites(layout.Sources))
	rows := [][]string{{w.say("plan.subnet"), w.say("plan.cidr"), w.say("plan.kind"), w.say("plan.usable")}}
	for _, s := range n.Subnets {
		rows = append(rows, []string{s.ID, s.CIDR.String(), w.In(s.Kind.Text), lang.Number(w.Lang, float64(s.Usable), 0)})
	}
	w.Table(3, rows)
	w.Line(w.say("plan.groups"))
	rows = [][]string{{w.say("plan.group"), w.say("plan.direction"), w.say("plan.peer"), w.say("plan.flow"), w.say("plan.port")}}
	for _, g := range n.Groups {
		if len(g.Rules) == 0 {
			rows = append(rows, []string{g.ID, "–", "–", w.say("plan.no-rule"), "–"})
		}
		for _, r := range g.Rules {
			rows = append(rows, []string{g.ID, w.direction(r.Inbound), w.peer(r), w.In(r.Flow.Text), fmt.Sprint(r.Port)})
		}
	}
	w.Table(4, rows)
	w.acl(n)
}

func (w *writer) direction(inbound bool) string {
	if inbound {
		return w.say("plan.in")
	}
	return w.say("plan.out")
}

func (w *writer) peer(r plan.GroupRule) string {
	if r.Peer.Kind == plan.PeerGroup {
		return r.Peer.Group
	}
	return w.say("plan.peer."+string(r.Peer.Kind), "component", r.Other().Short)
}

func (w *writer) acl(n *plan.Network) {
	w.Line(w.say("plan.acl"))
	rows := [][]string{{w.say("plan.subnet"), w.say("plan.direction"), w.say("plan.action"), w.say("plan.protocol"), w.say("plan.ports"), w.say("plan.peer"), w.say("plan.because"), w.say("plan.number")}}
	for _, r := range n.ACL {
		peer, ports := r.Peer, r.Ports
		if peer == "vpc" {
			peer = n.VPC.String()
		}
		if ports == "all" {
			ports = w.say("plan.all")
		}
		protocol := r.Protocol
		if protocol == "all" {
			protocol = w.say("plan.all")
		}
		rows = append(rows, []string{
			w.say("plan." + r.Subnet), w.direction(r.Direction == "in"), w.say("plan.action." + r.Action), protocol, ports, peer,
			w.In(r.Because), fmt.Sprint(r.Number),
		})
	}
	w.Table(7, rows)
}

func (w *writer) responsibility(r *plan.Responsibility) {
	w.Heading(2, w.say("plan.responsibility"))
	head := []string{w.say("plan.layer")}
	for _, m := range r.Models {
		head = append(head, w.say("plan.model."+string(m.Model)))
	}
	rows := [][]string{head}
	for _, l := range r.Layers {
		row := []string{w.In(l.Title)}
		for _, m := range r.Models {
			row = append(row, w.say("plan.who."+plan.Who(l, m.Model)))
		}
		rows = append(rows, row)
	}
	w.Table(len(head), rows)
	w.Line(w.say("plan.by-component"))
	w.duties(r.Components)
	w.Line(w.say("plan.yours-means"))
	for _, l := range r.Layers {
		w.Item(0, w.say("plan.means", "layer", l.Title, "text", l.Text)+" "+w.Cite(l.Source))
	}
}

// duties writes what each component asks of whom; those that ask the same
// stand together.
func (w *writer) duties(all []plan.Duty) {
	told := make([]bool, len(all))
	for i, d := range all {
		if told[i] {
			continue
		}
		var names []string
		for k := i; k < len(all); k++ {
			if d.Same(all[k]) {
				told[k] = true
				names = append(names, w.say("plan.component", "component", all[k].Component.Short, "role", all[k].Component.Role))
			}
		}
		w.Item(0, w.say("plan.duty", "components", strings.Join(names, "; "), "model", w.say("plan.model."+string(d.Model))))
		for _, who := range []string{"customer", "shared", "provider"} {
			var titles []string
			for _, l := range d.Of(who) {
				titles = append(titles, w.In(l.Title))
			}
			if len(titles) > 0 {
				w.Marked(1, "·", w.say("plan.duty."+who, "layers", strings.Join(titles, "; ")))
			}
		}
	}
}

func (w *writer) tags(tags []plan.Tag) {
	w.Heading(2, w.say("plan.tags"))
	rows := [][]string{{w.say("plan.key"), w.say("plan.value"), w.say("plan.cost-tag"), w.say("plan.because")}}
	for _, t := range tags {
		cost := "–"
		if t.Cost {
			cost = w.Say("value.yes")
		}
		rows = append(rows, []string{t.Key, t.Value, cost, w.In(t.Because)})
	}
	w.Table(4, rows)
	w.Line(w.say("plan.tags-note") + " " + w.Cite(tags[0].Source))
}
