package knowledge

import (
	"math"
	"strconv"
	"strings"

	"alarife/internal/fault"
)

// Machine is one type of rented machine with its figures.
type Machine struct {
	Type           string
	Generation     string // current | previous
	Arch           string // x86_64 | arm64
	Processor      string
	VCPU           float64
	MemoryGiB      float64
	Accelerators   float64
	Accelerator    string  // model, "" for none
	AcceleratorGiB float64 // memory of all its accelerators
	LocalGB        float64 // disks inside the host
	LocalKind      string
	NetworkGbps    float64 // 0 where only a word is published
	NetworkBursts  bool    // the figure is reached in bursts alone
	DiskMbps       float64 // to network disks
	AsOf           string
	Source         string

	layer int
}

// Offer is the price of a machine in a Region. Ratios are to the On-Demand
// price of their own date; 0 where none is known.
type Offer struct {
	Type           string
	Region         string
	USDHour        float64 // On-Demand
	AsOf           string
	Source         string
	Reserved1Ratio float64 // Standard, one year, no upfront
	Reserved3Ratio float64 // Standard, three years, all upfront
	ConvertedRatio float64 // Convertible, one year, no upfront
	SpotRatio      float64 // average
	Interruption   string  // band of interruptions a month
	RatioAsOf      string
	layer          int
}

// MachineTable holds the machines and what they cost where.
type MachineTable struct {
	machines map[string]Machine
	offers   map[string]map[string]Offer // by Region and type
	dates    map[string]bool             // those that were seen and are sound: few, in thousands of rows
}

func newMachineTable() *MachineTable {
	return &MachineTable{machines: map[string]Machine{}, offers: map[string]map[string]Offer{}, dates: map[string]bool{}}
}

// Find returns the machine of a type.
func (t *MachineTable) Find(kind string) (m Machine, ok bool) {
	m, ok = t.machines[kind]
	return m, ok
}

// Types lists all types, sorted.
func (t *MachineTable) Types() []string { return sortedKeys(t.machines) }

// Offered lists the types that a Region offers, sorted.
func (t *MachineTable) Offered(region string) []string { return sortedKeys(t.offers[region]) }

// Offer returns the price of a type in a Region.
func (t *MachineTable) Offer(kind, region string) (o Offer, ok bool) {
	o, ok = t.offers[region][kind]
	return o, ok
}

// families lists the families of all machines: what stands before the dot.
func (t *MachineTable) families() map[string]bool {
	out := map[string]bool{}
	for kind := range t.machines {
		out[Family(kind)] = true
	}
	return out
}

// Family is the family of a type: what stands before the dot.
func Family(kind string) string {
	for i := range kind {
		if kind[i] == '.' {
			return kind[:i]
		}
	}
	return kind
}

var (
	machineHeader = []string{
		"type", "generation", "arch", "processor", "vcpu", "memory_gib", "accelerators", "accelerator", "accelerator_memory_gib",
		"local_gb", "local_kind", "network_gbps", "network_bursts", "disk_mbps", "as_of", "source",
	}
	offerHeader = []string{
		"type", "region", "usd_hour", "as_of", "source", "ri_1y_ratio", "ri_3y_ratio", "convertible_1y_ratio",
		"spot_ratio", "interruption", "ratio_as_of",
	}
)

// read adds the rows of one table, of machines or of offers by its header. A
// row replaces one of an earlier layer.
func (t *MachineTable) read(file string, layer int, data []byte) fault.List {
	if header := firstRow(data); len(header) == len(offerHeader) {
		return readTable(file, data, "machine.", offerHeader, func(row []string, at fault.Place) *fault.Fault { return t.addOffer(row, layer, at) })
	}
	return readTable(file, data, "machine.", machineHeader, func(row []string, at fault.Place) *fault.Fault { return t.addMachine(row, layer, at) })
}

func (t *MachineTable) addMachine(row []string, layer int, at fault.Place) *fault.Fault {
	c := cells{row: row, header: machineHeader, at: at, dates: t.dates}
	m := Machine{
		Type: c.text(0), Generation: c.oneOf(1, "current", "previous"), Arch: c.oneOf(2, "x86_64", "arm64"), Processor: row[3],
		VCPU: c.number(4, 1, 4096), MemoryGiB: c.number(5, 0.1, 65536), Accelerators: c.number(6, 0, 64), Accelerator: row[7],
		AcceleratorGiB: c.number(8, 0, 65536), LocalGB: c.number(9, 0, 1e7), LocalKind: row[10], NetworkGbps: c.number(11, 0, 10000),
		NetworkBursts: c.oneOf(12, "yes", "no") == "yes", DiskMbps: c.number(13, 0, 1e6), AsOf: c.date(14), Source: c.text(15), layer: layer,
	}
	if old, twice := t.machines[m.Type]; c.fault == nil && twice && old.layer == layer {
		return fault.New(at, "machine.twice", "type", m.Type, "region", "–")
	}
	if c.fault == nil {
		t.machines[m.Type] = m
	}
	return c.fault
}

func (t *MachineTable) addOffer(row []string, layer int, at fault.Place) *fault.Fault {
	c := cells{row: row, header: offerHeader, at: at, dates: t.dates}
	o := Offer{
		Type: c.text(0), Region: c.text(1), USDHour: c.number(2, 1e-6, 1e5), AsOf: c.date(3), Source: c.text(4),
		Reserved1Ratio: c.ratio(5), Reserved3Ratio: c.ratio(6), ConvertedRatio: c.ratio(7), SpotRatio: c.ratio(8),
		Interruption: row[9], RatioAsOf: c.date(10), layer: layer,
	}
	if c.fault != nil {
		return c.fault
	}
	if t.offers[o.Region] == nil {
		t.offers[o.Region] = map[string]Offer{}
	}
	if old, twice := t.offers[o.Region][o.Type]; twice && old.layer == layer {
		return fault.New(at, "machine.twice", "type", o.Type, "region", o.Region)
	}
	t.offers[o.Region][o.Type] = o
	return nil
}

// cells reads the cells of a row and keeps the first fault.
type cells struct {
	row, header []string
	at          fault.Place
	dates       map[string]bool
	fault       *fault.Fault
}

func (c *cells) wrong(i int) {
	if c.fault == nil {
		c.fault = fault.New(c.at, "machine.cell", "type", c.row[0], "field", c.header[i], "value", c.row[i])
	}
}

func (c *cells) text(i int) string {
	if c.row[i] == "" {
		c.wrong(i)
	}
	return c.row[i]
}

func (c *cells) oneOf(i int, known ...string) string {
	if !contains(known, c.row[i]) {
		c.wrong(i)
	}
	return c.row[i]
}

func (c *cells) date(i int) string {
	if !c.dates[c.row[i]] {
		if !dateForm.MatchString(c.row[i]) {
			c.wrong(i)
			return ""
		}
		c.dates[strings.Clone(c.row[i])] = true
	}
	return c.row[i]
}

func (c *cells) number(i int, least, most float64) float64 {
	v, err := strconv.ParseFloat(c.row[i], 64)
	if err != nil || math.IsNaN(v) || v < least || v > most {
		c.wrong(i)
	}
	return v
}

// ratio reads a ratio above 0 up to 1; an empty cell is 0.
func (c *cells) ratio(i int) float64 {
	if c.row[i] == "" {
		return 0
	}
	return c.number(i, 1e-4, 1)
}
