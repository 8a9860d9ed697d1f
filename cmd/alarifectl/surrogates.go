package main

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// joinSurrogates replaces pairs of escaped surrogates, "\ud83d\ude00", by the
// character that they stand for. Half a pair becomes the replacement
// character.
func joinSurrogates(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' || i+1 == len(s) {
			b.WriteByte(s[i])
			continue
		}
		high := escaped(s[i:])
		if !utf16.IsSurrogate(high) {
			b.WriteString(s[i : i+2])
			i++
			continue
		}
		if r := utf16.DecodeRune(high, escaped(s[i+6:])); r != utf8.RuneError {
			b.WriteRune(r)
			i += 11
			continue
		}
		b.WriteRune(utf8.RuneError)
		i += 5
	}
	return b.String()
}

// escaped reads the \uXXXX at the beginning of s, 0 where there is none.
func escaped(s string) rune {
	if len(s) < 6 || s[0] != '\\' || s[1] != 'u' {
		return 0
	}
	n, err := strconv.ParseUint(s[2:6], 16, 32)
	if err != nil {
		return 0
	}
	return rune(n)
}
