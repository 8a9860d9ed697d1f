package diagram

import (
	"math"
	"strings"

	"alarife/internal/typeface"
)

// Sizes of text and icons in pixels.
const (
	nameSize  = 12.0
	roleSize  = 11.0
	flowSize  = 11.0
	titleSize = 20.0
	iconSize  = 48.0
	groupIcon = 40.0
	discSize  = 18.0
)

// Widths of lines below icons and on flows, in pixels: the first that does with
// two lines is taken.
var (
	nameWidths = []float64{108, 128, 160, 200}
	flowWidths = []float64{76, 96, 120, 160, 220}
)

// fit breaks a text into two lines at most, or at the greatest width into as
// many as it takes; nothing is cut off.
func fit(s string, size float64, widths []float64) []string {
	f := typeface.Regular()
	words := strings.Fields(s)
	for _, w := range widths {
		if f.Widest(words, size) > w {
			continue // would break a word
		}
		if ls := f.Wrap(s, size, w, 0); len(ls) <= 2 && f.Widest(ls, size) <= w {
			return f.Balance(s, size, w, 2)
		}
	}
	return f.Wrap(s, size, widths[len(widths)-1], 0)
}

// lineHeight is the height of a line of text.
func lineHeight(size float64) float64 { return math.Ceil(size * 1.2) }

// line sets one line of text with its top at y; x is the left edge, centre or
// right edge by align.
func line(s string, x, y, size float64, align Align, bold bool, tone Tone) Text {
	w := typeface.Of(bold).Width(s, size)
	left := x - w*float64(align)/2
	return Text{
		At: Point{x, y + size*0.95}, Align: align, Size: size, Bold: bold, Tone: tone, String: s,
		Bounds: box(left, y, w, lineHeight(size)),
	}
}

// lines sets a block of lines with its top at y.
func lines(ss []string, x, y, size float64, align Align, tone Tone) []Text {
	out := make([]Text, len(ss))
	for i, s := range ss {
		out[i] = line(s, x, y+float64(i)*lineHeight(size), size, align, false, tone)
	}
	return out
}

// bounds returns the room that lines of text take.
func bounds(ts []Text) Rect {
	var r Rect
	for _, t := range ts {
		r = r.Union(t.Bounds)
	}
	return r
}
