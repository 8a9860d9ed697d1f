package dialogue

import (
	"testing"

	"alarife/internal/lang"
)

func TestParseNumber_ReadsBothWaysOfWriting(t *testing.T) {
	for _, tt := range []struct {
		text   string
		en, es float64 // -1: none
	}{
		{"188.66", 188.66, 188.66},
		{"188,66", 188.66, 188.66},
		{"1,234.5", 1234.5, 1234.5},
		{"1.234,5", 1234.5, 1234.5},
		{"1.234", 1.234, 1234},
		{"1,234", 1234, 1.234},
		{"1.234.567", -1, 1234567},
		{"1,234,567", 1234567, -1},
		{"1 234 567", 1234567, 1234567},
		{"$ 12", 12, 12},
		{"12 USD", 12, 12},
		{"12USD al mes", 12, 12},
		{"-3", -3, -3},
		{"−3", -3, -3},
		{",5", 0.5, 0.5},
		{".5", 0.5, 0.5},
		{"0", 0, 0},
		{"12.", -1, -1},
		{"1,,2", -1, -1},
		{"1,23,456", -1, -1},
		{"1.2.3", -1, -1},
		{"12,34.5", -1, -1},
		{"--3", -1, -1},
		{"twelve", -1, -1},
		{"", -1, -1},
		{"NaN", -1, -1},
		{"Inf", -1, -1},
		{"1e400", -1, -1},
		{"1111111111111111111111111111111", -1, -1},
		{"12 k", -1, -1},
		{"12 million", -1, -1},
		{"12 %", -1, -1},
		{"12 $/mes", 12, 12},
		{"12 dólares", 12, 12},
		{"0x10", -1, -1},
	} {
		for l, want := range map[lang.Lang]float64{lang.English: tt.en, lang.Spanish: tt.es} {
			n, ok := parseNumber(l, tt.text, "USD")
			if !ok {
				n = -1
			}
			if n != want {
				t.Errorf("%s %q: got %v, want %v", l, tt.text, n, want)
			}
		}
	}
}
