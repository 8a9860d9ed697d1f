package diagram

import "strconv"

// disc sets a numbered disc.
func disc(n int, at Point) Disc {
	const size = 11
	t := line(strconv.Itoa(n), at.X, at.Y-size*0.95+size*0.36, size, Centre, true, Inverted)
	return Disc{At: at, Number: n, Text: t}
}

// Bounds returns the square around the disc.
func (d Disc) Bounds() Rect {
	return box(d.At.X-discSize/2, d.At.Y-discSize/2, discSize, discSize)
}
