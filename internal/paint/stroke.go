package paint

import (
	"image"
	"image/color"
	"math"

	"alarife/internal/diagram"

	"golang.org/x/image/vector"
)

// line draws a path of straight stretches. Level and upright ones, which are
// nearly all, are filled as bars; corners and slanting ones as small shapes.
func (r *raster) line(path []diagram.Point, s stroke, c color.RGBA) {
	w := max(s.width*r.view.Scale, 0.75)
	pts := make([]diagram.Point, len(path))
	for i, p := range path {
		pts[i].X, pts[i].Y = r.at(p)
	}
	if w < 3 && s.radius == 0 && len(path) == 5 {
		for i := range pts { // the outline of a box lies on whole pixels
			pts[i] = diagram.Point{X: math.Floor(pts[i].X) + 0.5, Y: math.Floor(pts[i].Y) + 0.5}
		}
	}
	d := dasher{r: r, w: w, c: c, dash: s.dash, scale: r.view.Scale}
	for i := 1; i < len(pts); i++ {
		a, b := pts[i-1], pts[i]
		cut := r.view.Scale * s.radius
		if i > 1 {
			a = towards(a, b, min(cut, distance(pts[i-1], pts[i])/2))
		}
		if i < len(pts)-1 {
			e := min(cut, distance(pts[i-1], pts[i])/2)
			end := towards(b, pts[i-1], e)
			d.run(a, end)
			if e > 0 {
				next := towards(b, pts[i+1], min(cut, distance(b, pts[i+1])/2))
				d.corner(end, b, next)
			}
			continue
		}
		d.run(a, b)
	}
}

// dasher draws stretches one after another and keeps the rhythm of the dashes.
type dasher struct {
	r     *raster
	w     float64
	c     color.RGBA
	dash  []float64
	scale float64
	done  float64 // length so far, image pixels
}

// run draws a straight stretch.
func (d *dasher) run(a, b diagram.Point) {
	length := distance(a, b)
	if len(d.dash) == 0 || length == 0 {
		d.solid(a, b)
		d.done += length
		return
	}
	on, period := d.dash[0]*d.scale, (d.dash[0]+d.dash[1])*d.scale
	if period < 2 {
		d.solid(a, b)
		return
	}
	for at := -math.Mod(d.done, period); at < length; at += period {
		from, to := max(at, 0), min(at+on, length)
		if from < to {
			d.solid(towards(a, b, from), towards(a, b, to))
		}
	}
	d.done += length
}

// solid draws a straight stretch without gaps.
func (d *dasher) solid(a, b diagram.Point) {
	h := d.w / 2
	switch {
	case a.Y == b.Y:
		d.r.bar(min(a.X, b.X)-d.cap(), a.Y-h, max(a.X, b.X)+d.cap(), a.Y+h, d.c)
	case a.X == b.X:
		d.r.bar(a.X-h, min(a.Y, b.Y)-d.cap(), a.X+h, max(a.Y, b.Y)+d.cap(), d.c)
	default:
		d.slant(a, b)
	}
}

// cap is how far a stretch reaches beyond its ends, so that corners close.
func (d *dasher) cap() float64 {
	if len(d.dash) > 0 {
		return 0
	}
	return d.w / 2
}

// slant draws a stretch at any angle, with round ends.
func (d *dasher) slant(a, b diagram.Point) {
	n := distance(a, b)
	ux, uy := (b.X-a.X)/n*d.w/2, (b.Y-a.Y)/n*d.w/2
	d.shape(a, b, func(z *vector.Rasterizer, ox, oy float64) {
		at := func(x, y float64) (float32, float32) { return float32(x - ox), float32(y - oy) }
		z.MoveTo(at(a.X+uy, a.Y-ux))
		z.LineTo(at(b.X+uy, b.Y-ux))
		z.LineTo(at(b.X+ux, b.Y+uy))
		z.LineTo(at(b.X-uy, b.Y+ux))
		z.LineTo(at(a.X-uy, a.Y+ux))
		z.LineTo(at(a.X-ux, a.Y-uy))
		z.ClosePath()
	})
}

// corner rounds the turn at b, from a to c.
func (d *dasher) corner(a, b, c diagram.Point) {
	h := d.w / 2
	ua, uc := unit(a, b), unit(b, c)
	na, nc := diagram.Point{X: ua.Y * h, Y: -ua.X * h}, diagram.Point{X: uc.Y * h, Y: -uc.X * h}
	d.shape(a, c, func(z *vector.Rasterizer, ox, oy float64) {
		at := func(p diagram.Point, n diagram.Point, k float64) (float32, float32) {
			return float32(p.X + k*n.X - ox), float32(p.Y + k*n.Y - oy)
		}
		both := diagram.Point{X: na.X + nc.X, Y: na.Y + nc.Y}
		x0, y0 := at(a, na, 1)
		z.MoveTo(x0, y0)
		qx, qy := at(b, both, 1)
		ex, ey := at(c, nc, 1)
		z.QuadTo(qx, qy, ex, ey)
		ex, ey = at(c, nc, -1)
		z.LineTo(ex, ey)
		qx, qy = at(b, both, -1)
		ex, ey = at(a, na, -1)
		z.QuadTo(qx, qy, ex, ey)
		z.ClosePath()
	})
	d.done += distance(a, b) + distance(b, c)
}

// shape rasterizes something small around two points.
func (d *dasher) shape(a, b diagram.Point, f func(z *vector.Rasterizer, ox, oy float64)) {
	pad := d.w + 2
	ox, oy := math.Floor(min(a.X, b.X)-pad), math.Floor(min(a.Y, b.Y)-pad)
	w := int(math.Ceil(abs(a.X-b.X)+2*pad)) + 1
	h := int(math.Ceil(abs(a.Y-b.Y)+2*pad)) + 1
	if !image.Rect(int(ox), int(oy), int(ox)+w, int(oy)+h).Overlaps(d.r.dst.Rect) {
		return
	}
	z := vector.NewRasterizer(w, h)
	f(z, ox, oy)
	d.r.mask(finish(z), image.Pt(int(ox), int(oy)), d.c)
}

func abs(v float64) float64 { return math.Abs(v) }

func distance(a, b diagram.Point) float64 { return math.Hypot(b.X-a.X, b.Y-a.Y) }

func unit(a, b diagram.Point) diagram.Point {
	n := distance(a, b)
	if n == 0 {
		return diagram.Point{}
	}
	return diagram.Point{X: (b.X - a.X) / n, Y: (b.Y - a.Y) / n}
}

// towards returns the point d away from a on the way to b.
func towards(a, b diagram.Point, d float64) diagram.Point {
	u := unit(a, b)
	return diagram.Point{X: a.X + u.X*d, Y: a.Y + u.Y*d}
}
