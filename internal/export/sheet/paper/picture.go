package paper

import (
	"alarife/internal/diagram"
	"alarife/internal/paint"
)

// apart is a picture on a page of its own.
type apart struct {
	scene   *diagram.Scene
	caption string
}

// Scales of a picture.
const (
	most      = 0.75 // no letter is larger than those of the text
	inline    = 0.55 // below, a picture gets a page of its own
	onA4      = 0.5  // below, that page is an A3
	tallest   = 560  // of a picture between texts
	captioned = 34.0 // room for the caption
	edge      = 44.0 // margin of a page with nothing but a picture
)

// Stand is where a picture stands.
type Stand int

// The places of a picture.
const (
	Between Stand = iota // the texts
	OnA4                 // a page of its own
	OnA3                 // a page of its own and twice the size
)

// Picture sets a picture between the texts; or, where it would become too small
// to read there, on a page of its own behind the one on which the group begins.
func (p *Paper) Picture(s *diagram.Scene, caption string) Stand {
	scale := min(most, width/s.Size.X, tallest/s.Size.Y)
	if scale < inline {
		a := apart{s, caption}
		g := p.groups[len(p.groups)-1]
		g.apart = append(g.apart, a)
		if size := a.size(); size.X*size.Y > short*long+1 {
			return OnA3
		}
		return OnA4
	}
	p.add(piece{before: 10, height: s.Size.Y * scale, tied: true, draw: func(page *paint.Page, y float64) {
		at := diagram.Point{X: side + (width-s.Size.X*scale)/2, Y: y}
		page.Pictures = append(page.Pictures, paint.Picture{Scene: s, At: at, Scale: scale})
	}})
	return Between
}

// leaf is the page of the picture.
func (a apart) leaf() *leaf {
	size := a.size()
	scale := min(most, a.scale(size))
	page := &paint.Page{Size: size}
	page.Texts = append(page.Texts, written(Strong, edge, edge+Strong.Size*ascent, a.caption))
	at := diagram.Point{X: (size.X - a.scene.Size.X*scale) / 2, Y: edge + captioned}
	page.Pictures = append(page.Pictures, paint.Picture{Scene: a.scene, At: at, Scale: scale})
	return &leaf{page, edge, size.Y - edge/2 - 4}
}

// size is the smallest page on which the picture can be read: A4 or A3, across
// or upright.
func (a apart) size() diagram.Point {
	if size := a.better(diagram.Point{X: long, Y: short}); a.scale(size) >= onA4 {
		return size
	}
	return a.better(diagram.Point{X: 2 * short, Y: long})
}

// better is a size of paper turned so that the picture becomes larger.
func (a apart) better(size diagram.Point) diagram.Point {
	if upright := (diagram.Point{X: size.Y, Y: size.X}); a.scale(upright) > a.scale(size) {
		return upright
	}
	return size
}

func (a apart) scale(size diagram.Point) float64 {
	return min((size.X-2*edge)/a.scene.Size.X, (size.Y-2*edge-2*captioned)/a.scene.Size.Y)
}
