package export

import "alarife/internal/plan"

type pricingOf struct {
	Decision string  `json:"decision"`
	Months   float64 `json:"months"`
	List     float64 `json:"list_usd_month"`
	Ways     []wayOf `json:"ways"`
}

type wayOf struct {
	Option    string  `json:"option"`
	Chosen    bool    `json:"chosen"`
	RuledOut  bool    `json:"ruled_out"`
	Month     float64 `json:"usd_month"`
	Term      float64 `json:"term_months"`
	Committed float64 `json:"committed_months"`
	Rest      float64 `json:"list_months"`
	USD       float64 `json:"usd"`
	Saves     float64 `json:"saves_usd"`
}

func pricingResult(p *plan.Pricing) *pricingOf {
	out := &pricingOf{Decision: p.Decision.ID, Months: p.Months, List: round(p.List), Ways: []wayOf{}}
	for _, x := range p.Ways {
		out.Ways = append(out.Ways, wayOf{x.Option.ID, x.Chosen, x.RuledOut, round(x.Month), x.Term, x.Committed, x.Rest, round(x.USD), round(x.Saves)})
	}
	return out
}

type driversOf struct {
	Monthly float64    `json:"monthly"`
	Lines   []driverOf `json:"lines"`
	Savings []savingOf `json:"savings"`
}

type driverOf struct {
	Component string  `json:"component"`
	Item      string  `json:"item"`
	USD       float64 `json:"usd"`
	Share     float64 `json:"share"`
}

type savingOf struct {
	Decision string   `json:"decision"`
	From     string   `json:"from"`
	To       string   `json:"to"`
	USD      float64  `json:"usd_month"`
	Points   float64  `json:"points_given_up"`
	Follows  int      `json:"further_decisions"`
	Reasons  []string `json:"reasons"`
}

func (e *Export) driversResult(d *plan.Drivers) *driversOf {
	out := &driversOf{Monthly: round(d.Monthly), Lines: []driverOf{}, Savings: []savingOf{}}
	for _, l := range d.Lines {
		out.Lines = append(out.Lines, driverOf{l.Component, l.Item.In(e.Lang), round(l.USD), round(l.Share)})
	}
	for _, s := range d.Savings {
		saving := savingOf{s.Decision.ID, s.From.Option.ID, s.To.Option.ID, round(s.USD), round(s.Points), s.Follows, []string{}}
		for _, r := range s.Against {
			saving.Reasons = append(saving.Reasons, e.Run.Teller(e.Lang).Reason(e.Run.Recommendation, r))
		}
		out.Savings = append(out.Savings, saving)
	}
	return out
}

type networkOf struct {
	VPC     string     `json:"vpc"`
	Subnets []subnetOf `json:"subnets"`
	Groups  []groupOf  `json:"security_groups"`
	ACL     []aclOf    `json:"acl"`
}

type subnetOf struct {
	ID     string `json:"id"`
	Zone   string `json:"zone"`
	Kind   string `json:"kind"`
	CIDR   string `json:"cidr"`
	Usable int    `json:"usable"`
}

type groupOf struct {
	ID        string   `json:"id"`
	Component string   `json:"component"`
	Rules     []ruleOf `json:"rules"`
}

type ruleOf struct {
	Direction string `json:"direction"`
	Protocol  string `json:"protocol"`
	Port      int    `json:"port"`
	Peer      string `json:"peer"` // group, internet, site or region
	Group     string `json:"group,omitempty"`
	Flow      string `json:"flow"`
}

type aclOf struct {
	Subnet    string `json:"subnet"`
	Direction string `json:"direction"`
	Number    int    `json:"number"`
	Action    string `json:"action"`
	Protocol  string `json:"protocol"`
	Ports     string `json:"ports"`
	Peer      string `json:"peer"`
}

func networkResult(n *plan.Network) *networkOf {
	out := &networkOf{VPC: n.VPC.String(), Subnets: []subnetOf{}, Groups: []groupOf{}, ACL: []aclOf{}}
	for _, s := range n.Subnets {
		out.Subnets = append(out.Subnets, subnetOf{s.ID, s.Zone, s.Kind.Kind, s.CIDR.String(), s.Usable})
	}
	for _, g := range n.Groups {
		group := groupOf{g.ID, g.Component.Origin, []ruleOf{}}
		for _, r := range g.Rules {
			direction := "out"
			if r.Inbound {
				direction = "in"
			}
			group.Rules = append(group.Rules, ruleOf{direction, "tcp", r.Port, string(r.Peer.Kind), r.Peer.Group, r.Flow.ID})
		}
		out.Groups = append(out.Groups, group)
	}
	for _, r := range n.ACL {
		peer := r.Peer
		if peer == "vpc" {
			peer = n.VPC.String()
		}
		out.ACL = append(out.ACL, aclOf{r.Subnet, r.Direction, r.Number, r.Action, r.Protocol, r.Ports, peer})
	}
	return out
}

type dutyResult struct {
	Component string            `json:"component"`
	Service   string            `json:"service"`
	Model     string            `json:"model"`
	Who       map[string]string `json:"who"` // layer → provider, customer or shared
}

type tagResult struct {
	Key     string `json:"key"`
	Value   string `json:"value"`
	Cost    bool   `json:"cost_allocation"`
	Because string `json:"because"`
}
