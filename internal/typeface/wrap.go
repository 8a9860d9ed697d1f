package typeface

import "strings"

// Wrap breaks a paragraph into lines no wider than width pixels, between words;
// a word that is wider by itself is broken inside. At most most lines come back
// (0: as many as it takes); what does not fit ends in an ellipsis.
func (f *Face) Wrap(s string, size, width float64, most int) []string {
	var lines []string
	line := ""
	words := f.split(strings.Fields(s), size, width)
	for i, w := range words {
		next := w
		if line != "" {
			next = line + " " + w
		}
		if line == "" || f.Width(next, size) <= width {
			line = next
			continue
		}
		if most > 0 && len(lines) == most-1 {
			return append(lines, f.ellipsis(line+" "+strings.Join(words[i:], " "), size, width))
		}
		lines, line = append(lines, line), w
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// Balance breaks like Wrap and then narrows the block as far as the number of
// lines allows, so that they come out about equally long.
func (f *Face) Balance(s string, size, width float64, most int) []string {
	lines := f.Wrap(s, size, width, most)
	if len(lines) < 2 {
		return lines
	}
	lo, hi := min(width, max(width/3, f.Widest(strings.Fields(s), size))), width
	for hi-lo > 2 {
		mid := (lo + hi) / 2
		if got := f.Wrap(s, size, mid, 0); len(got) <= len(lines) && f.Widest(got, size) <= mid {
			hi = mid
		} else {
			lo = mid
		}
	}
	if got := f.Wrap(s, size, hi, most); len(got) == len(lines) {
		return got
	}
	return lines
}

// Widest returns the width of the longest line in pixels.
func (f *Face) Widest(lines []string, size float64) float64 {
	w := 0.0
	for _, l := range lines {
		w = max(w, f.Width(l, size))
	}
	return w
}

// split breaks words that are wider than the line into pieces.
func (f *Face) split(words []string, size, width float64) []string {
	var out []string
	for _, w := range words {
		for f.Width(w, size) > width {
			rs := []rune(w)
			n := len(rs) - 1
			for n > 1 && f.Width(string(rs[:n]), size) > width {
				n--
			}
			if n < 1 {
				break
			}
			out, w = append(out, string(rs[:n])), string(rs[n:])
		}
		out = append(out, w)
	}
	return out
}

func (f *Face) ellipsis(s string, size, width float64) string {
	rs := []rune(s)
	for len(rs) > 1 && f.Width(string(rs)+"…", size) > width {
		rs = rs[:len(rs)-1]
	}
	return strings.TrimRight(string(rs), " ") + "…"
}
