package knowledge

import (
	"alarife/internal/fault"
	"alarife/internal/lang"
	"alarife/internal/rule"
	"alarife/internal/source"
)

// Criterion is what options are judged by.
type Criterion string

// Criteria lists the criteria in their fixed order: the six Well-Architected
// pillars, then build effort and portability.
func Criteria() []Criterion {
	return []Criterion{"operations", "security", "reliability", "performance", Cost, "sustainability", "build-effort", "portability"}
}

// Cost is the criterion that prices count for.
const Cost Criterion = "cost"

// Decision is one choice that an architecture needs.
type Decision struct {
	ID         string        `yaml:"id,required"`
	Title      lang.Text     `yaml:"title,required"`
	Asks       lang.Text     `yaml:"asks,required"`
	Guide      []int         `yaml:"guide"`
	Everywhere bool          `yaml:"everywhere"` // takes part in every blueprint
	AppliesIf  source.Scalar `yaml:"applies"`
	PricedBy   []string      `yaml:"priced-by"` // its lines only compare: these decisions bring the money into the month
	Options    []*Option     `yaml:"options"`
	Place      fault.Place   `yaml:",place"`

	Applies *rule.Program `yaml:"-"` // nil: always, where the blueprint lists it
}

// Option is one answer to a decision.
type Option struct {
	ID       string    `yaml:"id,required"`
	Title    lang.Text `yaml:"title,required"`
	Summary  lang.Text `yaml:"summary,required"`
	Service  string    `yaml:"service"` // whose limits its rules read
	Needs    []string  `yaml:"needs"`   // further services it relies on
	RulesOut []*Rule   `yaml:"rules-out"`
	Evidence []*Rule   `yaml:"evidence"`
	Content  `yaml:",inline"`
	CostOf   []*Borrowed `yaml:"cost-of"`      // what it costs by the lines of other options
	Beyond   *Beyond     `yaml:"beyond-price"` // what its cost lines leave out, nil: nothing of weight
	Rates    []*Rate     `yaml:"rates"`
	Term     float64     `yaml:"term-months"` // of a pricing option: months that one commits oneself to
	Place    fault.Place `yaml:",place"`
}

// Beyond says what an option costs besides its lines: people's work, own
// hardware. Where it holds, prices of the decision are told and not compared.
type Beyond struct {
	WhenIs source.Scalar `yaml:"when"`
	Text   lang.Text     `yaml:"text,required"` // a noun phrase, as in "without …"
	Place  fault.Place   `yaml:",place"`

	When *rule.Program `yaml:"-"` // nil: always
}

// Rule is a constraint or a piece of evidence. A constraint has neither
// criterion nor weight.
type Rule struct {
	ID        string        `yaml:"id,required"`
	WhenIs    source.Scalar `yaml:"when"`
	Criterion Criterion     `yaml:"criterion"`
	Weight    int           `yaml:"weight"` // −3 … +3
	Because   lang.Text     `yaml:"because,required"`
	Source    string        `yaml:"source,required"`
	Place     fault.Place   `yaml:",place"`

	When *rule.Program `yaml:"-"` // nil: always
}

// Content is what an option or a fixed slot adds to the architecture.
type Content struct {
	Components []*Component      `yaml:"components"`
	Ports      map[string]string `yaml:"ports"` // port → component id
	Flows      []*Flow           `yaml:"flows"` // between its own components
	Joins      []*Join           `yaml:"joins"` // with what else stands there
	Cost       []*CostLine       `yaml:"cost"`
	PricedBy   []string          `yaml:"priced-by"` // decisions whose lines hold its cost, or a part of it
}

// Component is a block that an option or slot adds.
type Component struct {
	ID      string        `yaml:"id,required"`
	Service string        `yaml:"service"`
	Actor   string        `yaml:"actor"`
	Name    lang.Text     `yaml:"name"`
	Role    lang.Text     `yaml:"role,required"`
	WhenIs  source.Scalar `yaml:"when"`
	At      string        `yaml:"place"` // "" for what the service's scope says
	InVPCIf source.Scalar `yaml:"in-vpc"`
	Zones   string        `yaml:"zones"`  // all | one, "" is all
	Unless  []*Mate       `yaml:"unless"` // left out where something else fits one of these
	Traits  []*Trait      `yaml:"traits"`
	Place   fault.Place   `yaml:",place"`

	When  *rule.Program `yaml:"-"`
	InVPC *rule.Program `yaml:"-"` // nil: never moved
}

// Trait is a property that a component has, perhaps only under a condition.
type Trait struct {
	Is     string        `yaml:"is,required"`
	WhenIs source.Scalar `yaml:"when"`

	When *rule.Program `yaml:"-"`
}

// Flow is a connection: between components of one option, or between slots of
// a blueprint.
type Flow struct {
	From   string        `yaml:"from,required"`
	To     string        `yaml:"to,required"`
	Text   lang.Text     `yaml:"text,required"`
	Step   int           `yaml:"step"`
	WhenIs source.Scalar `yaml:"when"`
	Style  string        `yaml:"style"` // sync | async, "" is sync
	Place  fault.Place   `yaml:",place"`

	When *rule.Program `yaml:"-"`
}

// CostLine is one priced quantity a month.
type CostLine struct {
	ID         string        `yaml:"id,required"`
	Component  string        `yaml:"component"`
	WhenIs     source.Scalar `yaml:"when"`
	Text       lang.Text     `yaml:"text,required"`
	QuantityIs source.Scalar `yaml:"quantity,required"`
	Price      string        `yaml:"price,required"`
	Class      string        `yaml:"class"` // what rates can act on
	Place      fault.Place   `yaml:",place"`

	When     *rule.Program `yaml:"-"`
	Quantity *rule.Program `yaml:"-"` // in the unit of the price
	Stands   *rule.Program `yaml:"-"` // of a line of one's own: whether its component does; nil: always
}

// Borrowed names an option whose lines tell what another option costs. For a
// component of the borrower the month has them from there; else they compare
// it alone.
type Borrowed struct {
	Option    string        `yaml:"option,required"` // decision/option
	WhenIs    source.Scalar `yaml:"when"`
	TimesIs   source.Scalar `yaml:"times"`     // factor on the quantities, "" is 1
	Without   []string      `yaml:"without"`   // lines that are not borrowed
	Component string        `yaml:"component"` // that they are counted for, "" for none
	Place     fault.Place   `yaml:",place"`

	Lines []*CostLine `yaml:"-"`
}

// Rate is the factor that a pricing option puts on the lines of a class.
type Rate struct {
	Class    string        `yaml:"class,required"`
	FactorIs source.Scalar `yaml:"factor,required"`
	Text     lang.Text     `yaml:"text,required"`
	Place    fault.Place   `yaml:",place"`

	Factor *rule.Program `yaml:"-"`
}

// Blueprint is a reference architecture and an option of the decision
// "blueprint".
type Blueprint struct {
	ID        string      `yaml:"id,required"`
	Title     lang.Text   `yaml:"title,required"`
	Summary   lang.Text   `yaml:"summary,required"`
	Guide     []int       `yaml:"guide"`
	RulesOut  []*Rule     `yaml:"rules-out"`
	Evidence  []*Rule     `yaml:"evidence"`
	Decisions []string    `yaml:"decisions,required"` // that take part
	Slots     []*Slot     `yaml:"slots,required"`
	Flows     []*Flow     `yaml:"flows"`
	Place     fault.Place `yaml:",place"`
}

// Slot is a place in a blueprint: filled by the first of its decisions that
// has something for it, or fixed.
type Slot struct {
	ID        string        `yaml:"id,required"`
	Decisions []string      `yaml:"decisions"`
	WhenIs    source.Scalar `yaml:"when"`
	Content   `yaml:",inline"`
	Place     fault.Place `yaml:",place"`

	When *rule.Program `yaml:"-"`
}

// Review is a rule over architectures.
type Review struct {
	ID        string        `yaml:"id,required"`
	Scope     ReviewScope   `yaml:"scope,required"`
	Severity  Severity      `yaml:"severity,required"`
	Criterion Criterion     `yaml:"criterion,required"`
	Title     lang.Text     `yaml:"title,required"`
	Guide     []int         `yaml:"guide"`
	WhenIs    source.Scalar `yaml:"when,required"`
	Because   lang.Text     `yaml:"because,required"`
	Remedy    lang.Text     `yaml:"remedy,required"`
	Source    string        `yaml:"source,required"`
	Place     fault.Place   `yaml:",place"`

	When *rule.Program `yaml:"-"`
}

// ReviewScope is what a review rule is tried on.
type ReviewScope string

// The scopes of a review rule.
const (
	OnComponent    ReviewScope = "component"
	OnArchitecture ReviewScope = "architecture"
	OnDecision     ReviewScope = "decision"
)

// Severity is how bad a finding is.
type Severity string

// Severities lists the severities, worst first.
func Severities() []Severity { return []Severity{"critical", "high", "medium", "low", "info"} }

// The weights of criteria: a person sets them from 0 to MaxPriority; one that
// is not set weighs DefaultPriority.
const (
	MaxPriority     = 5.0
	DefaultPriority = 3.0
)
