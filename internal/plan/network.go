package plan

import (
	"net/netip"
	"sort"

	"alarife/internal/architecture"
	"alarife/internal/knowledge"
)

// Network is the address plan with its filters.
type Network struct {
	VPC     netip.Prefix
	Subnets []Subnet             // by address
	Groups  []SecurityGroup      // in the order of the architecture
	ACL     []*knowledge.ACLRule // those that hold, by subnet kind, direction and number
}

// Subnet is one subnet of one zone.
type Subnet struct {
	ID     string // "private-a"
	Zone   string
	Kind   *knowledge.SubnetKind
	CIDR   netip.Prefix
	Usable int // addresses
}

// SecurityGroup is the group of one component, the same for its copies in all
// zones.
type SecurityGroup struct {
	ID        string // "sg-" and the component
	Component *architecture.Component
	Rules     []GroupRule // inbound before outbound
}

// GroupRule allows one port from or to one peer.
type GroupRule struct {
	Inbound bool
	Port    int
	Peer    Peer
	Flow    *architecture.Flow // the first flow that it lets through
	other   *architecture.Component
}

// Peer is whom a rule names.
type Peer struct {
	Kind  PeerKind
	Group string // id of a security group, of kind PeerGroup
}

// PeerKind is what a peer is.
type PeerKind string

// The kinds of peer.
const (
	PeerGroup    PeerKind = "group"    // another security group
	PeerInternet PeerKind = "internet" // any address
	PeerSite     PeerKind = "site"     // the organisation's own network
	PeerRegion   PeerKind = "region"   // a service of the Region, through an endpoint or its public address
)

// network is nil where the architecture has no VPC or the catalog no layout.
func (m *maker) network() *Network {
	layout := m.rec.Base.Layout
	if layout == nil || m.arch.Boundary("vpc") == nil {
		return nil
	}
	out := &Network{VPC: netip.MustParsePrefix(layout.VPC)}
	zones := m.zones()
	for _, kind := range layout.Subnets {
		if !m.uses(kind.Kind) {
			continue
		}
		out.Subnets = append(out.Subnets, subnets(layout, kind, zones)...)
	}
	sort.Slice(out.Subnets, func(i, j int) bool { return out.Subnets[i].CIDR.Addr().Less(out.Subnets[j].CIDR.Addr()) })
	out.Groups = m.groups()
	for _, r := range layout.Rules {
		if m.uses(r.Subnet) && m.holds(r.When) {
			out.ACL = append(out.ACL, r)
		}
	}
	sort.SliceStable(out.ACL, func(i, j int) bool {
		a, b := out.ACL[i], out.ACL[j]
		if a.Subnet != b.Subnet {
			return a.Subnet > b.Subnet
		}
		if a.Direction != b.Direction {
			return a.Direction < b.Direction
		}
		return a.Number < b.Number
	})
	return out
}

// uses reports whether the architecture has subnets of a kind.
func (m *maker) uses(kind string) bool {
	for _, b := range m.arch.Boundaries {
		if string(b.Kind) == kind {
			return true
		}
	}
	return false
}

// zones lists the zones of the architecture in order.
func (m *maker) zones() []string {
	var out []string
	for _, b := range m.arch.Boundaries {
		if b.Kind == architecture.KindZone {
			out = append(out, b.ID[len("zone-"):])
		}
	}
	sort.Strings(out)
	return out
}

// subnets cuts equal blocks, one a zone, from the first address of the kind
// on. Zone a always has the first block, so that a plan grows without moving.
func subnets(layout *knowledge.Layout, kind *knowledge.SubnetKind, zones []string) []Subnet {
	var out []Subnet
	for _, zone := range zones {
		cidr := netip.PrefixFrom(shifted(netip.MustParseAddr(kind.First), int(zone[0]-'a'), kind.Bits), kind.Bits)
		name := kind.Kind[:len(kind.Kind)-len("-subnet")]
		out = append(out, Subnet{ID: name + "-" + zone, Zone: zone, Kind: kind, CIDR: cidr, Usable: 1<<(32-kind.Bits) - layout.Reserved})
	}
	return out
}

// shifted moves an address by n blocks of the prefix length.
func shifted(a netip.Addr, n, bits int) netip.Addr {
	b := a.As4()
	v := uint32(b[0])<<24 | uint32(b[1])<<16 | uint32(b[2])<<8 | uint32(b[3])
	v += uint32(n) << (32 - bits)
	return netip.AddrFrom4([4]byte{byte(v >> 24), byte(v >> 16), byte(v >> 8), byte(v)})
}

// inside reports whether a component stands in a subnet and has a group.
func inside(c *architecture.Component) bool {
	return c != nil && (c.Place == architecture.PublicSubnet || c.Place == architecture.PrivateSubnet) && !has(c, "no-security-group")
}

func has(c *architecture.Component, trait string) bool {
	for _, t := range c.Traits {
		if t == trait {
			return true
		}
	}
	return false
}

// groups makes a group for every component in the VPC and its rules from the
// flows, one for each peer and port.
func (m *maker) groups() []SecurityGroup {
	var out []SecurityGroup
	at := map[string]int{}
	for _, c := range m.arch.Components {
		if _, known := at[c.Origin]; inside(c) && !known {
			at[c.Origin] = len(out)
			out = append(out, SecurityGroup{ID: groupID(c), Component: c})
		}
	}
	links := m.links()
	for i, l := range links {
		if l.answers(links[:i]) {
			continue
		}
		port := m.port(l.to)
		if inside(l.to) {
			if kind, ok := peerKind(l.from); ok && (kind != PeerRegion || has(l.from, "entry") || has(l.from, "compute")) {
				out[at[l.to.Origin]].allow(GroupRule{Inbound: true, Port: port, Peer: peer(kind, l.from), Flow: l.flow, other: l.from})
			}
		}
		if inside(l.from) {
			if kind, ok := peerKind(l.to); ok {
				out[at[l.from.Origin]].allow(GroupRule{Port: port, Peer: peer(kind, l.to), Flow: l.flow, other: l.to})
			}
		}
	}
	for i := range out {
		sort.SliceStable(out[i].Rules, func(a, b int) bool { return out[i].Rules[a].Inbound && !out[i].Rules[b].Inbound })
	}
	return out
}

func groupID(c *architecture.Component) string { return "sg-" + c.Origin }

func peer(kind PeerKind, c *architecture.Component) Peer {
	if kind == PeerGroup {
		return Peer{kind, groupID(c)}
	}
	return Peer{Kind: kind}
}

// peerKind says how a rule names a component; ok is false for one that
// exchanges no packets with the network: what stands in the strip.
func peerKind(c *architecture.Component) (kind PeerKind, ok bool) {
	switch {
	case has(c, "internet"), has(c, "no-security-group"):
		return PeerInternet, true
	case has(c, "site-link"):
		return PeerSite, true
	}
	switch c.Place {
	case architecture.PublicSubnet, architecture.PrivateSubnet:
		return PeerGroup, true
	case architecture.OnPremises, architecture.Device:
		return PeerSite, true
	case architecture.Outside, architecture.Edge:
		return PeerInternet, true
	case architecture.InRegion:
		return PeerRegion, true
	}
	return "", false
}

// allow adds a rule unless one for the same peer and port is there.
func (g *SecurityGroup) allow(r GroupRule) {
	for _, old := range g.Rules {
		if old.Inbound == r.Inbound && old.Port == r.Port && old.Peer == r.Peer {
			return
		}
	}
	g.Rules = append(g.Rules, r)
}

// port is the one on which a component answers.
func (m *maker) port(c *architecture.Component) int {
	if c != nil {
		if s := m.rec.Base.Service(c.Service); s != nil && s.Port != nil {
			return *s.Port
		}
	}
	return m.rec.Base.Layout.DefaultPort
}

// Allows reports whether a group lets a port through to or from a peer.
func (g *SecurityGroup) Allows(inbound bool, p Peer, port int) bool {
	for _, r := range g.Rules {
		if r.Inbound == inbound && r.Peer == p && r.Port == port {
			return true
		}
	}
	return false
}

// Other returns the component at the other end of the rule's first flow.
func (r GroupRule) Other() *architecture.Component { return r.other }
