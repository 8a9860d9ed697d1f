package knowledge

import (
	"alarife/internal/fault"
	"alarife/internal/lang"
	"alarife/internal/rule"
	"alarife/internal/source"
)

// Sizing says which machine a workload needs: the file machines.yaml.
type Sizing struct {
	Title    lang.Text     `yaml:"title,required"`
	Decision string        `yaml:"decision,required"` // that chooses the family
	Families []FamilyOf    `yaml:"families,required"`
	Count    source.Scalar `yaml:"machines,required"` // how many of them
	Arm      source.Scalar `yaml:"arm,required"`      // where it holds Arm is taken, else x86
	Needs    []*Need       `yaml:"needs,required"`
	Shown    int           `yaml:"shown,required"` // length of the ranking
	Note     lang.Text     `yaml:"note,required"`
	Place    fault.Place   `yaml:",place"`

	CountOf *rule.Program `yaml:"-"`
	ArmIf   *rule.Program `yaml:"-"`
}

// FamilyOf names the machine families of one option.
type FamilyOf struct {
	Option   string   `yaml:"option,required"`
	Families []string `yaml:"families,required"`
}

// Need is the least of one figure that a machine must have.
type Need struct {
	Of      string        `yaml:"of,required"` // figure of the machine, one of Figures
	Text    lang.Text     `yaml:"text,required"`
	Unit    string        `yaml:"unit"`
	ValueIs source.Scalar `yaml:"value,required"`
	Place   fault.Place   `yaml:",place"`

	Value *rule.Program `yaml:"-"`
}

// Figures lists the figures of a machine that a need can name.
func Figures() []string {
	return []string{"vcpu", "memory_gib", "accelerator_memory_gib", "local_gb", "network_gbps"}
}

// Figure returns a figure of the machine by its name in Figures. A network
// that reaches its figure in bursts alone counts as none.
func (m Machine) Figure(name string) float64 {
	switch name {
	case "vcpu":
		return m.VCPU
	case "memory_gib":
		return m.MemoryGiB
	case "accelerator_memory_gib":
		return m.AcceleratorGiB
	case "local_gb":
		return m.LocalGB
	case "network_gbps":
		if !m.NetworkBursts {
			return m.NetworkGbps
		}
	}
	return 0
}

// MachineWords are the words that the expressions of comparisons know beside
// the facts: the machine that fits best, how many of it, and the months that
// are compared.
func MachineWords() []string {
	return []string{"months", "machines", "machine_usd_hour", "machine_vcpu", "machine_memory_gib", "machine_accelerators"}
}

// Comparison sets the money of several ways side by side, by visible formulas.
type Comparison struct {
	ID        string          `yaml:"id,required"`
	Title     lang.Text       `yaml:"title,required"`
	Summary   lang.Text       `yaml:"summary,required"`
	Guide     []int           `yaml:"guide"`
	AppliesIf source.Scalar   `yaml:"applies"`
	Machine   bool            `yaml:"machine"`  // compares the machine that fits best; without one it falls away
	Decision  string          `yaml:"decision"` // variants with the id of one of its options are that option
	Baseline  string          `yaml:"baseline,required"`
	Months    []source.Scalar `yaml:"months,required"` // the periods, as expressions
	Figures   []*Figure       `yaml:"figures"`
	Variants  []*Variant      `yaml:"variants,required"`
	Lines     []*PlanLine     `yaml:"lines,required"`
	BreakEven *BreakEven      `yaml:"break-even"`
	Sources   []string        `yaml:"sources,required"`
	Place     fault.Place     `yaml:",place"`

	Applies *rule.Program   `yaml:"-"`
	Periods []*rule.Program `yaml:"-"`
}

// Figure is an intermediate value of a comparison, which later expressions
// read by its id.
type Figure struct {
	ID       string        `yaml:"id,required"`
	Text     lang.Text     `yaml:"text,required"`
	Unit     string        `yaml:"unit"`
	Decimals int           `yaml:"decimals"`
	ValueIs  source.Scalar `yaml:"value,required"`
	Place    fault.Place   `yaml:",place"`

	Value *rule.Program `yaml:"-"`
}

// Variant is one way of a comparison.
type Variant struct {
	ID     string        `yaml:"id,required"`
	Title  lang.Text     `yaml:"title"` // left out: that of the option
	WhenIs source.Scalar `yaml:"when"`
	Place  fault.Place   `yaml:",place"`

	When *rule.Program `yaml:"-"`
}

// PlanLine is one quantity of one or more variants over the whole period,
// times a unit price from the tables or from an expression.
type PlanLine struct {
	ID         string        `yaml:"id,required"`
	In         []string      `yaml:"in"` // variants; none is all
	WhenIs     source.Scalar `yaml:"when"`
	Text       lang.Text     `yaml:"text,required"`
	QuantityIs source.Scalar `yaml:"quantity,required"`
	Unit       string        `yaml:"unit"`  // with usd
	Price      string        `yaml:"price"` // id of a unit price, or
	USDIs      source.Scalar `yaml:"usd"`   // an expression for it
	Place      fault.Place   `yaml:",place"`

	When     *rule.Program `yaml:"-"`
	Quantity *rule.Program `yaml:"-"`
	USD      *rule.Program `yaml:"-"`
}

// BreakEven asks at which value of a fact two variants cost the same. Their
// money must be linear in the fact.
type BreakEven struct {
	Fact  string      `yaml:"fact,required"`
	Of    string      `yaml:"of,required"`
	With  string      `yaml:"with,required"`
	Place fault.Place `yaml:",place"`
}

// Has reports whether the line counts for a variant.
func (l *PlanLine) Has(variant string) bool { return len(l.In) == 0 || contains(l.In, variant) }

// Layout says how a network is cut and filtered: the file network.yaml.
type Layout struct {
	Title       lang.Text     `yaml:"title,required"`
	VPC         string        `yaml:"vpc,required"`      // CIDR
	Reserved    int           `yaml:"reserved,required"` // addresses that the provider keeps in each subnet
	DefaultPort int           `yaml:"default-port,required"`
	Subnets     []*SubnetKind `yaml:"subnets,required"`
	Rules       []*ACLRule    `yaml:"acl,required"`
	Sources     []string      `yaml:"sources,required"`
	Place       fault.Place   `yaml:",place"`
}

// SubnetKind is how the subnets of one kind are cut: equal blocks, one a
// zone, from a first address on.
type SubnetKind struct {
	Kind  string      `yaml:"kind,required"` // public-subnet | private-subnet
	First string      `yaml:"first,required"`
	Bits  int         `yaml:"bits,required"` // of the prefix
	Text  lang.Text   `yaml:"text,required"`
	Place fault.Place `yaml:",place"`
}

// ACLRule is one rule of a subnet kind's network ACL.
type ACLRule struct {
	Subnet    string        `yaml:"subnet,required"`
	Number    int           `yaml:"number,required"`    // order of evaluation
	Direction string        `yaml:"direction,required"` // in | out
	Protocol  string        `yaml:"protocol,required"`
	Ports     string        `yaml:"ports,required"`  // "443" or "1024-65535" or "all"
	Peer      string        `yaml:"peer,required"`   // CIDR, or vpc
	Action    string        `yaml:"action,required"` // allow | deny
	WhenIs    source.Scalar `yaml:"when"`
	Because   lang.Text     `yaml:"because,required"`
	Place     fault.Place   `yaml:",place"`

	When *rule.Program `yaml:"-"`
}

// ServiceModel is how much of a service its provider runs.
type ServiceModel string

// ServiceModels lists the models.
func ServiceModels() []ServiceModel {
	return []ServiceModel{"on-premises", "edge", "iaas", "paas", "ai", "saas"}
}

// Responsibility is one layer of the shared responsibility and who carries it
// under each model: provider, customer or shared.
type Responsibility struct {
	ID         string            `yaml:"id,required"`
	Order      int               `yaml:"order,required"`
	Title      lang.Text         `yaml:"title,required"`
	Text       lang.Text         `yaml:"text,required"` // what the customer has to do where it is theirs
	Who        map[string]string `yaml:"who,required"`  // model → provider | customer | shared
	Traits     []string          `yaml:"traits"`        // services that it concerns have one of these traits,
	Categories []string          `yaml:"categories"`    // or are of one of these categories; neither: all

	Source string      `yaml:"source,required"`
	Place  fault.Place `yaml:",place"`
}

// Concerns reports whether a service has the layer at all.
func (r *Responsibility) Concerns(s *Service) bool {
	if len(r.Traits)+len(r.Categories) == 0 || contains(r.Categories, s.Category) {
		return true
	}
	for _, t := range s.Traits {
		if contains(r.Traits, t) {
			return true
		}
	}
	return false
}

// Tag is one tag that a design's resources carry.
type Tag struct {
	ID      string        `yaml:"id,required"`
	Order   int           `yaml:"order,required"`
	Key     string        `yaml:"key,required"`
	WhenIs  source.Scalar `yaml:"when"`
	Values  []*TagValue   `yaml:"values,required"` // the first that holds
	Cost    bool          `yaml:"cost"`            // to be activated for cost allocation
	Because lang.Text     `yaml:"because,required"`
	Source  string        `yaml:"source,required"`
	Place   fault.Place   `yaml:",place"`

	When *rule.Program `yaml:"-"`
}

// TagValue is a value of a tag with what it is for. Its text may name the
// words of TagWords between braces.
type TagValue struct {
	WhenIs source.Scalar `yaml:"when"`
	Text   string        `yaml:"text,required"`
	Place  fault.Place   `yaml:",place"`

	When *rule.Program `yaml:"-"`
}

// TagWords are the words that values of tags may name.
func TagWords() []string { return []string{"title", "blueprint", "region", "zones", "iac"} }
