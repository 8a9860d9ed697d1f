package lang

import "strings"

// Ungroup takes the marks between thousands away and makes the decimal mark a
// point. A single mark of the other kind that cannot part thousands is read as
// the decimal mark.
func Ungroup(l Lang, text string) string {
	group, point := ",", "."
	if l == Spanish {
		group, point = ".", ","
	}
	text = strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "").Replace(text)
	if i := strings.Index(text, group); i >= 0 && strings.Count(text, group) == 1 && !strings.Contains(text, point) && len(text)-i-1 != 3 {
		return text[:i] + "." + text[i+1:]
	}
	return strings.Replace(strings.ReplaceAll(text, group, ""), point, ".", 1)
}
