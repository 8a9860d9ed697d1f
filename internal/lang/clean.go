package lang

import "strings"

// Clean makes a text of unknown origin harmless on a terminal and in one line:
// tabs and line ends become spaces, other control characters and those that
// turn the direction of writing become question marks.
func Clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r':
			return ' '
		case Control(r):
			return '?'
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}

// Control reports whether a terminal may act on the character instead of
// showing it: C0, DEL, C1, line separators, and what turns the direction of
// writing.
func Control(r rune) bool {
	return r < ' ' || (r >= 0x7f && r < 0xa0) || r == 0x2028 || r == 0x2029 ||
		(r >= 0x202a && r <= 0x202e) || (r >= 0x2066 && r <= 0x2069)
}
