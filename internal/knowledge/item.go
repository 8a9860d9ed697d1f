package knowledge

import (
	"alarife/internal/fault"
	"alarife/internal/lang"
	"alarife/internal/rule"
	"alarife/internal/source"
)

// ItemKind is how an item of practice is answered.
type ItemKind string

// The kinds of item.
const (
	ChoiceItem   ItemKind = "choice"   // mark one or several options
	FaultItem    ItemKind = "fault"    // mark the components at fault in a picture
	BuildItem    ItemKind = "build"    // take the decisions oneself
	EstimateItem ItemKind = "estimate" // a number
	ExplainItem  ItemKind = "explain"  // an open question with a model answer
	MatchItem    ItemKind = "match"    // put each left side to its right side
	OrderItem    ItemKind = "order"    // put steps in order
)

// ItemKinds lists the kinds in the order in which they are told.
func ItemKinds() []ItemKind {
	return []ItemKind{ChoiceItem, FaultItem, BuildItem, EstimateItem, ExplainItem, MatchItem, OrderItem}
}

// Levels of difficulty run from 1 to MaxLevel.
const MaxLevel = 3

// Item is one exercise. Its key is derived from the engine and the catalog;
// what the file says is the case and what is asked about it.
type Item struct {
	ID       string    `yaml:"id,required"`
	Kind     ItemKind  `yaml:"kind,required"`
	Guide    []int     `yaml:"guide,required"` // sessions of the study guide
	Level    int       `yaml:"level,required"` // 1 … MaxLevel
	Topic    string    `yaml:"topic,required"` // kebab-case; the decision's id where there is one
	Title    lang.Text `yaml:"title,required"`
	Era      Era       `yaml:"era"` // "" is Guide
	Scenario string    `yaml:"scenario"`
	Story    lang.Text `yaml:"story"` // left out: that of the scenario
	Ask      lang.Text `yaml:"ask"`   // left out: what the decision asks, or a usual sentence of the kind
	Because  lang.Text `yaml:"because"`
	Sources  []string  `yaml:"sources,required"`
	Only     lang.Lang `yaml:"only"`     // the language that all texts are in, where nobody has translated them; "" for both
	Unproven bool      `yaml:"unproven"` // the key is another's word, as with what is imported

	Answers    source.Entries    `yaml:"answers"` // beside and over those of the scenario
	Priorities source.Entries    `yaml:"priorities"`
	Pins       map[string]string `yaml:"pins"`

	ItemAsk `yaml:",inline"`
	Place   fault.Place `yaml:",place"`
}

// ItemAsk is what each kind of item has of its own.
type ItemAsk struct {
	Decision     string         `yaml:"decision"`
	Which        Which          `yaml:"which"`        // choice: "" is Best
	Options      []string       `yaml:"options"`      // choice, order: those shown; left out: the engine takes them
	Combinations []*Combination `yaml:"combinations"` // choice: options over several decisions
	Written      []*Written     `yaml:"written"`      // choice: with a written key, and so unproven
	Seeds        []*Seed        `yaml:"seeds"`        // fault: what is changed in the architecture
	Violates     []string       `yaml:"violates"`     // fault: review rules that must tell it
	Decisions    []string       `yaml:"decisions"`    // build: to be taken
	Of           EstimateOf     `yaml:"of"`           // estimate
	Option       string         `yaml:"option"`       // estimate: of the decision, whose lines count
	Fact         string         `yaml:"fact"`         // estimate: a derived fact
	Lines        []*ItemLine    `yaml:"lines"`        // estimate: quantities of the item's own
	Number       *float64       `yaml:"number"`       // estimate: of a written number
	Tolerance    float64        `yaml:"tolerance"`    // estimate: percent of the value; 0 is DefaultTolerance
	Model        lang.Text      `yaml:"model"`        // explain: the model answer
	Checklist    []lang.Text    `yaml:"checklist"`    // explain: what a good answer says
	Cases        []*ItemCase    `yaml:"cases"`        // match: each to the option recommended for it
	Services     []string       `yaml:"services"`     // match, order
	Layers       []string       `yaml:"layers"`       // match: responsibilities
	By           string         `yaml:"by"`           // match, order: property of the services or options
	Pairs        []*Pair        `yaml:"pairs"`        // match: written
	Extra        []lang.Text    `yaml:"extra"`        // match: right sides that belong to none
	Sequence     []lang.Text    `yaml:"sequence"`     // order: written, in the right order
	Descending   bool           `yaml:"descending"`   // order: the largest first
}

// DefaultTolerance is how far an estimate may be off, in percent.
const DefaultTolerance = 5.0

// Which is what a choice asks for.
type Which string

// What a choice can ask for.
const (
	Best       Which = "best"       // the option recommended
	Possible   Which = "possible"   // all that no constraint rules out
	Impossible Which = "impossible" // all that one does
)

// Combination is one option of a choice over several decisions.
type Combination struct {
	Choose map[string]string `yaml:"choose,required"` // decision → option
	Text   lang.Text         `yaml:"text"`            // left out: the titles of the options
	Place  fault.Place       `yaml:",place"`
}

// Written is an option whose truth is written, not derived.
type Written struct {
	Text    lang.Text   `yaml:"text,required"`
	Right   bool        `yaml:"right"`
	Because lang.Text   `yaml:"because"`
	Place   fault.Place `yaml:",place"`
}

// Seed is one change of an architecture. Component is an id as the option or
// blueprint that adds it has it.
type Seed struct {
	Component string      `yaml:"component"` // the one changed or, with Service, added
	Add       []string    `yaml:"add"`       // traits
	Remove    []string    `yaml:"remove"`    // traits
	Move      string      `yaml:"move"`      // place
	Drop      bool        `yaml:"drop"`      // the component falls away with its flows
	Service   string      `yaml:"service"`   // a new component of this service
	Role      lang.Text   `yaml:"role"`      // of a new component
	From      []string    `yaml:"from"`      // components from which flows run to it
	To        []string    `yaml:"to"`        // components to which flows run from it
	Cut       []string    `yaml:"cut"`       // components whose flows with it fall away
	Place     fault.Place `yaml:",place"`
}

// EstimateOf is what an estimate asks for.
type EstimateOf string

// What an estimate can ask for.
const (
	OfMonth    EstimateOf = "month"    // USD a month of the whole architecture
	OfDecision EstimateOf = "decision" // USD a month of the option of a decision
	OfFact     EstimateOf = "fact"     // the value of a derived fact
	OfLines    EstimateOf = "lines"    // USD of the item's own lines
	OfWritten  EstimateOf = "written"  // a number that the item states
)

// ItemLine is one quantity of an estimate, times a unit price.
type ItemLine struct {
	Text       lang.Text     `yaml:"text,required"`
	QuantityIs source.Scalar `yaml:"quantity,required"` // expression
	Price      string        `yaml:"price,required"`
	Place      fault.Place   `yaml:",place"`

	Quantity *rule.Program `yaml:"-"`
}

// ItemCase is one left side of a match: a case that differs from the item's
// in some answers.
type ItemCase struct {
	Text    lang.Text      `yaml:"text,required"`
	Answers source.Entries `yaml:"answers,required"`
	Place   fault.Place    `yaml:",place"`
}

// Pair is a left side and its right side, written.
type Pair struct {
	Left  lang.Text `yaml:"left,required"`
	Right lang.Text `yaml:"right,required"`
}

// InEra returns the era that the item is set in.
func (i *Item) InEra() Era {
	if i.Era == "" {
		return Guide
	}
	return i.Era
}

// MatchBy lists the properties of services that a match can ask for.
func MatchBy() []string { return []string{"summary", "category", "scope", "model", "replacement"} }

// OrderBy lists what an order can be derived from: the monthly price or the
// score of a decision's options, or a limit that all its services have.
func OrderBy() []string { return []string{"cost", "score"} }
