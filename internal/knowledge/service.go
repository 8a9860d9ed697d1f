package knowledge

import (
	"alarife/internal/fault"
	"alarife/internal/lang"
)

// Service is an AWS building block.
type Service struct {
	ID             string           `yaml:"id,required"`
	Name           string           `yaml:"name,required"`  // a proper name, the same in both languages
	Short          string           `yaml:"short,required"` // for the picture
	Also           []string         `yaml:"also"`           // older or other names
	Category       string           `yaml:"category,required"`
	Scope          Scope            `yaml:"scope,required"`
	Strip          bool             `yaml:"strip"` // stands beside the picture
	Traits         []string         `yaml:"traits"`
	Model          ServiceModel     `yaml:"model"` // how much of it the provider runs
	Port           *int             `yaml:"port"`  // on which it answers inside a network
	Summary        lang.Text        `yaml:"summary,required"`
	Guide          []int            `yaml:"guide"`
	Limits         map[string]Limit `yaml:"limits"`
	Regions        Regions          `yaml:"regions"`
	Compliance     []Compliance     `yaml:"compliance"`
	Free           *Free            `yaml:"free"` // costs nothing of its own; nil: it does
	Lifecycle      Lifecycle        `yaml:"lifecycle"`
	Icon           string           `yaml:"icon"`
	Drawio         Stencil          `yaml:"drawio"`
	Terraform      []string         `yaml:"terraform"`
	CloudFormation []string         `yaml:"cloudformation"`
	Docs           string           `yaml:"docs,required"`
	Source         string           `yaml:"source,required"`
	AsOf           string           `yaml:"as-of,required"`
	Place          fault.Place      `yaml:",place"`
}

// Scope is how far a service reaches; it decides its boundary.
type Scope string

// The scopes.
const (
	Global   Scope = "global"
	Regional Scope = "regional"
	Zonal    Scope = "zonal"
)

// Limit is one figure of a service with its source. Its unit is part of its
// name as well.
type Limit struct {
	Value   float64     `yaml:"value,required"`
	Guide   *float64    `yaml:"guide"` // the guide's figure where it differs
	Unit    string      `yaml:"unit"`
	Text    lang.Text   `yaml:"text,required"`
	Source  string      `yaml:"source,required"`
	AsOf    string      `yaml:"as-of,required"`
	Checked bool        `yaml:"checked"` // read in the source; else advice only
	Place   fault.Place `yaml:",place"`
}

// In returns the figure that counts in an era.
func (l Limit) In(e Era) float64 {
	if e == Guide && l.Guide != nil {
		return *l.Guide
	}
	return l.Value
}

// Regions says where a service is offered: everywhere but Absent, or in Only.
type Regions struct {
	Absent  []string `yaml:"absent"`
	Only    []string `yaml:"only"`
	Source  string   `yaml:"source"`
	AsOf    string   `yaml:"as-of"`
	Checked bool     `yaml:"checked"`
}

// Compliance is what one source says of the programmes that a service is in
// scope of. It is silent about those that it does not name.
type Compliance struct {
	Programmes []string `yaml:"programmes"`
	Outside    []string `yaml:"outside"` // that it is not in scope of
	Source     string   `yaml:"source"`
	AsOf       string   `yaml:"as-of"`
	Checked    bool     `yaml:"checked"`
}

// Free says why a service costs nothing of its own.
type Free struct {
	Text   lang.Text   `yaml:"text,required"`
	Source string      `yaml:"source,required"`
	AsOf   string      `yaml:"as-of,required"`
	Place  fault.Place `yaml:",place"`
}

// Status is the lifecycle status of a service.
type Status string

// The statuses, by what they mean for a new design.
const (
	Active     Status = "active"
	Closed     Status = "closed"     // to new customers
	Sunset     Status = "sunset"     // an end is announced
	Ended      Status = "ended"      // gone
	Renamed    Status = "renamed"    // the same under another name
	Superseded Status = "superseded" // works, but a newer one is preferred
	Previous   Status = "previous"   // hardware of an earlier generation
)

// Lifecycle is the status of a service with its dates.
type Lifecycle struct {
	Status      Status    `yaml:"status"`
	Since       string    `yaml:"since"`       // YYYY-MM-DD, when the status began; may be unknown
	Ends        string    `yaml:"ends"`        // YYYY-MM-DD, when it ends or ended
	Replacement string    `yaml:"replacement"` // id of the service to take instead
	Note        lang.Text `yaml:"note"`
	GuideOffers bool      `yaml:"guide-offers"` // the guide teaches it as available
	Source      string    `yaml:"source"`
	AsOf        string    `yaml:"as-of"`
	Checked     bool      `yaml:"checked"`
}

// Stencil names the shape of diagram editors.
type Stencil struct {
	Shape    string `yaml:"shape"`
	Resource bool   `yaml:"resource"` // drawn by its own shape, not as a service square
}

// Offered reports whether the service exists in the Region.
func (s *Service) Offered(region string) bool {
	if len(s.Regions.Only) > 0 && !contains(s.Regions.Only, region) {
		return false
	}
	return !contains(s.Regions.Absent, region)
}

// Status returns the lifecycle status that counts in an era; until is the day
// up to which the guide counts.
func (s *Service) Status(e Era, until string) Status {
	l := s.Lifecycle
	switch {
	case l.Status == "":
		return Active
	case e == Guide && (l.GuideOffers || (l.Begin() != "" && l.Begin() > until)):
		return Active
	}
	return l.Status
}

// Begin returns the day on which the status began, as far as known: else the
// day on which it ends, else "".
func (l Lifecycle) Begin() string {
	if l.Since == "" {
		return l.Ends
	}
	return l.Since
}

// Shut reports whether a new design cannot take a service of this status.
func (s Status) Shut() bool { return s == Closed || s == Sunset || s == Ended }

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
