// Package architecture holds what a recommendation builds: components,
// boundaries and flows; it assembles them from the chosen options and reviews
// them. It reads the knowledge base and the recommendation and knows nothing
// of pictures, files or windows.
package architecture

import "alarife/internal/lang"

// Place is where a component stands.
type Place string

// The places, from outside to inside.
const (
	Outside       Place = "outside"        // people, other systems, the internet
	OnPremises    Place = "on-premises"    // the organisation's own site
	Device        Place = "device"         // a device at the edge
	Edge          Place = "edge"           // inside AWS, outside the Region
	InRegion      Place = "region"         // inside the Region, outside the VPC
	SecondRegion  Place = "second-region"  // in another Region
	PublicSubnet  Place = "public-subnet"  // in a public subnet of each zone
	PrivateSubnet Place = "private-subnet" // in a private subnet of each zone
	Strip         Place = "strip"          // security and operations, beside the picture
)

// BoundaryKind is the kind of a boundary; it decides border, colour and label.
type BoundaryKind string

// The kinds of boundary.
const (
	KindCloud         BoundaryKind = "cloud"
	KindRegion        BoundaryKind = "region"
	KindVPC           BoundaryKind = "vpc"
	KindZone          BoundaryKind = "zone"
	KindPublicSubnet  BoundaryKind = "public-subnet"
	KindPrivateSubnet BoundaryKind = "private-subnet"
	KindOnPremises    BoundaryKind = "on-premises"
	KindDevice        BoundaryKind = "device"
)

// Architecture is a system as it will be drawn, reviewed, priced and exported.
// Components, boundaries and flows are in a fixed order: that of the blueprint.
type Architecture struct {
	Blueprint  string      // id of the blueprint
	Region     string      // code of the Region
	Title      lang.Text   // title of the blueprint
	Boundaries []*Boundary // parents before their children
	Components []*Component
	Flows      []*Flow
}

// Boundary is a box that holds components or further boundaries.
type Boundary struct {
	ID     string // unique: "cloud", "region", "vpc", "zone-a", "private-a" …
	Kind   BoundaryKind
	Parent string    // id of the enclosing boundary, "" at the top
	Label  lang.Text // as written on the box: "VPC", "Availability Zone a"
}

// Component is one block of the architecture.
type Component struct {
	ID       string    // unique; copies in zones carry the zone: "endpoint-a"
	Origin   string    // the id before copying into zones: "endpoint"
	Service  string    // id of the service, "" for an actor
	Actor    string    // glyph of an actor, "" for a service
	Name     lang.Text // full name
	Short    lang.Text // name on the picture
	Role     lang.Text // what it does here, at most about 30 characters
	Place    Place
	Boundary string // id of the innermost boundary, "" outside all
	Zone     string // "a", "b", … for a copy in a subnet, else ""
	Decision string // the decision whose option it came from, "" for fixed content
	Option   string // that option
	Slot     string // the blueprint's slot
	Category string // category of the service, "general" for an actor
	Icon     string // path of the icon in the icon set, "" where it has none
	Traits   []string
	PricedBy []string // decisions whose cost lines pay for it, besides its own lines
	Hole     bool     // stands for a decision that no option can settle
}

// Flow is a directed connection between two components.
type Flow struct {
	ID    string // unique: "from>to", with "#n" where two run in parallel
	From  string // component id
	To    string
	Text  lang.Text
	Step  int  // order of travel, 0 where unnumbered
	Async bool // drawn dashed
}

// Component returns the component with the id, nil where there is none.
func (a *Architecture) Component(id string) *Component {
	for _, c := range a.Components {
		if c.ID == id {
			return c
		}
	}
	return nil
}

// Boundary returns the boundary with the id, nil where there is none.
func (a *Architecture) Boundary(id string) *Boundary {
	for _, b := range a.Boundaries {
		if b.ID == id {
			return b
		}
	}
	return nil
}
