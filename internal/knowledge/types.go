// Package knowledge is the knowledge base: the catalog's types, its strict
// loading, and the checks that make a loaded base sound. A base is immutable
// once loaded and safe for concurrent use.
package knowledge

import (
	"alarife/internal/fault"
	"alarife/internal/lang"
	"alarife/internal/rule"
	"alarife/internal/source"
	"alarife/internal/workload"
)

// Ids that the engine itself knows.
const (
	RegionFact        = "region"     // the question whose choices are the Regions
	ComplianceFact    = "compliance" // the question whose choices are the programmes
	BlueprintDecision = "blueprint"  // the decision whose options are the blueprints
	EraWord           = "era"        // the word of rules that tells the era
)

// Era is whose knowledge holds.
type Era string

// The eras.
const (
	Today Era = "today" // AWS as it is now
	Guide Era = "guide" // as the study guide and the usual exams teach it
)

// Base is the knowledge base. All lists are in a fixed order: Decisions in
// the order in which they are taken, the rest by id or by their order field.
type Base struct {
	Guide      GuideBook
	Sections   []*Section
	Questions  []*Question
	Derived    []*Derived // in the order in which they are computed
	Services   []*Service
	Decisions  []*Decision // the blueprint decision among them
	Blueprints []*Blueprint
	Reviews    []*Review
	Scenarios  []*Scenario
	Regions    []*Region
	Prices     *PriceTable
	Machines   *MachineTable
	Sizing     *Sizing // nil: none
	Layout     *Layout // nil: none

	Comparisons      []*Comparison
	Responsibilities []*Responsibility // by their order
	Tags             []*Tag            // by their order

	Items   []*Item
	Stories []*Story
	Phrases []*Phrase

	Digest string // "sha256:…" over all files

	index index
}

// GuideBook is the study guide whose knowledge is the era Guide.
type GuideBook struct {
	Title    lang.Text `yaml:"title,required"`
	Until    string    `yaml:"until,required"` // day up to which it counts, YYYY-MM-DD
	Note     lang.Text `yaml:"note"`
	Sessions []Session `yaml:"sessions,required"`
}

// Session is one session of the guide.
type Session struct {
	ID    int       `yaml:"id,required"`
	Title lang.Text `yaml:"title,required"`
}

// Section is a group of questions of the interview.
type Section struct {
	ID    string    `yaml:"id,required"`
	Title lang.Text `yaml:"title,required"`
	Order int       `yaml:"order,required"`
}

// ChoiceText is one choice of a fact.
type ChoiceText struct {
	ID   string    `yaml:"id,required"`
	Text lang.Text `yaml:"text,required"`
	Help lang.Text `yaml:"help"`
}

// Question asks for one fact.
type Question struct {
	ID        string        `yaml:"id,required"`
	Section   string        `yaml:"section,required"`
	Order     int           `yaml:"order"`
	Kind      workload.Kind `yaml:"kind,required"`
	Unit      string        `yaml:"unit"`
	Min       *float64      `yaml:"min"`
	Max       *float64      `yaml:"max"`
	Decimals  int           `yaml:"decimals"`
	AppliesIf source.Scalar `yaml:"applies"`
	Text      lang.Text     `yaml:"text,required"`
	Short     lang.Text     `yaml:"short,required"`
	Help      lang.Text     `yaml:"help"`
	Guide     []int         `yaml:"guide"`
	Choices   []ChoiceText  `yaml:"choices"`
	Default   any           `yaml:"default,required"` // as written; Fact.Default is the value
	Defaults  *Defaults     `yaml:"defaults"`
	Place     fault.Place   `yaml:",place"`

	Fact    workload.Fact `yaml:"-"`
	Applies *rule.Program `yaml:"-"` // nil: always asked
}

// Defaults are the defaults of a question that go with choices of another.
type Defaults struct {
	By     string         `yaml:"by,required"`
	Values map[string]any `yaml:"values,required"`
}

// Derived is a fact that is computed from others.
type Derived struct {
	ID       string        `yaml:"id,required"`
	Kind     workload.Kind `yaml:"kind,required"`
	Unit     string        `yaml:"unit"`
	Decimals int           `yaml:"decimals"`
	Short    lang.Text     `yaml:"short,required"`
	Choices  []ChoiceText  `yaml:"choices"`
	Like     string        `yaml:"like"` // question whose choices it has, "" for its own
	ValueIs  source.Scalar `yaml:"value,required"`
	Source   string        `yaml:"source"`
	Place    fault.Place   `yaml:",place"`

	Value *rule.Program `yaml:"-"`
}

// Region is an AWS Region.
type Region struct {
	ID        string      `yaml:"id,required"`
	Name      string      `yaml:"name,required"` // as AWS writes it
	Title     lang.Text   `yaml:"title,required"`
	Geography string      `yaml:"geography,required"`
	Source    string      `yaml:"source,required"`
	AsOf      string      `yaml:"as-of,required"`
	Place     fault.Place `yaml:",place"`
}

// Scenario is a story with answers and the decisions that sources expect.
type Scenario struct {
	ID         string                       `yaml:"id,required"`
	Title      lang.Text                    `yaml:"title,required"`
	Story      lang.Text                    `yaml:"story,required"`
	Guide      []int                        `yaml:"guide"`
	Era        Era                          `yaml:"era,required"`
	Answers    source.Entries               `yaml:"answers,required"`
	Priorities source.Entries               `yaml:"priorities"`
	Pins       map[string]string            `yaml:"pins"`
	Expect     map[string]map[string]string `yaml:"expect,required"` // era → decision → option
	Because    lang.Text                    `yaml:"because,required"`
	Sources    []string                     `yaml:"sources,required"`
	Place      fault.Place                  `yaml:",place"`
}
