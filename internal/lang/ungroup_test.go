package lang_test

import (
	"testing"

	"alarife/internal/lang"
)

func TestUngroup_ReadsNumbersAsTheyAreWritten(t *testing.T) {
	for _, tt := range []struct {
		l          lang.Lang
		text, want string
	}{
		{lang.English, "1,234.5", "1234.5"},
		{lang.English, "1,234", "1234"},
		{lang.English, "1,5", "1.5"},
		{lang.English, "0.002", "0.002"},
		{lang.Spanish, "1.234,5", "1234.5"},
		{lang.Spanish, "86.400.000", "86400000"},
		{lang.Spanish, "0,002", "0.002"},
		{lang.Spanish, "0.5", "0.5"},
		{lang.Spanish, "1 234,5", "1234.5"},
	} {
		if got := lang.Ungroup(tt.l, tt.text); got != tt.want {
			t.Errorf("%s %q: got %q, want %q", tt.l, tt.text, got, tt.want)
		}
	}
}
