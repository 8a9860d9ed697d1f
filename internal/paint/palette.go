// Package paint draws scenes: to an image for the screen, and as SVG, PDF and
// PNG. One walk over the scene serves them all, so they look the same.
package paint

import (
	"image/color"

	"alarife/internal/diagram"
)

// Palette is the set of colours of a picture.
type Palette struct {
	Background color.RGBA
	Ink        color.RGBA // main text, glyphs of actors
	Muted      color.RGBA // roles and notes
	Warn       color.RGBA // what is missing
	Line       color.RGBA // flows
	Disc       color.RGBA
	DiscInk    color.RGBA
	Cloud      color.RGBA // border of the cloud
}

// Light is the palette for a white page.
func Light() Palette {
	return Palette{
		Background: rgb(0xffffff), Ink: rgb(0x16191f), Muted: rgb(0x5b6573), Warn: rgb(0xb3261e),
		Line: rgb(0x2b3440), Disc: rgb(0x000000), DiscInk: rgb(0xffffff), Cloud: rgb(0x242f3e),
	}
}

// Dark is the palette for a dark window.
func Dark() Palette {
	return Palette{
		Background: rgb(0x14181f), Ink: rgb(0xf2f3f3), Muted: rgb(0xa5b0be), Warn: rgb(0xff8a80),
		Line: rgb(0xb6c0cc), Disc: rgb(0xf2f3f3), DiscInk: rgb(0x14181f), Cloud: rgb(0xe6e8ea),
	}
}

func (p Palette) tone(t diagram.Tone) color.RGBA {
	switch t {
	case diagram.Muted:
		return p.Muted
	case diagram.Warn:
		return p.Warn
	case diagram.Inverted:
		return p.DiscInk
	}
	return p.Ink
}

// border is the colour and line of a boundary by its kind.
func (p Palette) border(kind string) (color.RGBA, stroke) {
	solid := stroke{width: 1.25}
	switch kind {
	case "cloud":
		return p.Cloud, solid
	case "region":
		return rgb(0x00a4a6), stroke{width: 1.25, dash: []float64{2.5, 2.5}}
	case "zone":
		return rgb(0x00a4a6), stroke{width: 1.25, dash: []float64{7, 5}}
	case "vpc":
		return rgb(0x8c4fff), solid
	case "public-subnet", "device":
		return rgb(0x7aa116), solid
	case "private-subnet":
		return rgb(0x00a4a6), solid
	case "on-premises":
		return rgb(0x7d8998), solid
	}
	return rgb(0x7d8998), stroke{width: 1, dash: []float64{4, 4}}
}

func rgb(v uint32) color.RGBA {
	return color.RGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), 0xff}
}
