package knowledge

import (
	"regexp"
	"sort"
	"strconv"

	"alarife/internal/fault"
)

// Price is one unit price in one Region.
type Price struct {
	ID     string
	Unit   string  // what one unit is: hour, GB-month, 1000 requests …
	Region string  // code of the Region
	USD    float64 // for one unit, ≥ 0
	AsOf   string  // YYYY-MM or YYYY-MM-DD, the day of the copy that was read
	Source string

	layer int // of the catalog that it stands in
}

// PriceTable holds the unit prices by id and Region.
type PriceTable struct {
	prices map[string]map[string]Price
	latest string
}

// Find returns the price in the Region; ok is false where there is none.
func (t *PriceTable) Find(id, region string) (p Price, ok bool) {
	p, ok = t.prices[id][region]
	return p, ok
}

// Has reports whether the price exists in any Region.
func (t *PriceTable) Has(id string) bool { return len(t.prices[id]) > 0 }

// IDs lists the prices, sorted.
func (t *PriceTable) IDs() []string { return sortedKeys(t.prices) }

// Regions lists the Regions of a price, sorted.
func (t *PriceTable) Regions(id string) []string { return sortedKeys(t.prices[id]) }

// Latest returns the youngest date of all prices.
func (t *PriceTable) Latest() string { return t.latest }

var (
	dateForm  = regexp.MustCompile(`^20\d\d-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$`)
	priceForm = regexp.MustCompile(`^[a-z0-9-]+(\.[a-z0-9-]+)+$`)
	header    = []string{"price", "unit", "region", "usd", "as_of", "source"}
)

// read adds the rows of one table. A row replaces one of an earlier layer.
func (t *PriceTable) read(file string, layer int, data []byte) fault.List {
	return readTable(file, data, "price.", header, func(row []string, at fault.Place) *fault.Fault { return t.add(row, layer, at) })
}

func (t *PriceTable) add(row []string, layer int, at fault.Place) *fault.Fault {
	usd, err := strconv.ParseFloat(row[3], 64)
	switch {
	case !priceForm.MatchString(row[0]):
		return fault.New(at, "price.id", "price", row[0])
	case err != nil || !(usd >= 0 && usd < 1e9):
		return fault.New(at, "price.usd", "price", row[0], "value", row[3])
	case !dateForm.MatchString(row[4]):
		return fault.New(at, "price.date", "price", row[0])
	case row[5] == "" || row[1] == "":
		return fault.New(at, "price.source", "price", row[0])
	}
	id := row[0]
	if t.prices[id] == nil {
		t.prices[id] = map[string]Price{}
	}
	if old, twice := t.prices[id][row[2]]; (twice && old.layer == layer) || !t.sameUnit(id, row[1]) {
		return fault.New(at, "price.twice", "price", id, "region", row[2])
	}
	t.prices[id][row[2]] = Price{ID: id, Unit: row[1], Region: row[2], USD: usd, AsOf: row[4], Source: row[5], layer: layer}
	t.latest = max(t.latest, row[4])
	return nil
}

// sameUnit reports whether all Regions of the price count in the unit.
func (t *PriceTable) sameUnit(id, unit string) bool {
	for _, p := range t.prices[id] {
		return p.Unit == unit
	}
	return true
}

func equal(a, b []string) bool {
	for i := range b {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}
