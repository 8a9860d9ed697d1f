package desktop

import (
	"image/color"

	"alarife/internal/desktop/kit"
	"alarife/internal/paint"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// The themes that a person can choose.
const (
	themeSystem = "system"
	themeLight  = "light"
	themeDark   = "dark"
)

// look is the theme of the window: Fyne's with Alarife's colours, and smaller
// type, so that three columns fit.
type look struct {
	fyne.Theme
	choice string
}

func newLook(choice string) *look {
	switch choice {
	case themeLight, themeDark:
	default:
		choice = themeSystem
	}
	return &look{Theme: theme.DefaultTheme(), choice: choice}
}

// variant is light or dark, by choice or else as the system has it.
func (l *look) variant(system fyne.ThemeVariant) fyne.ThemeVariant {
	switch l.choice {
	case themeLight:
		return theme.VariantLight
	case themeDark:
		return theme.VariantDark
	}
	return system
}

// Color returns Alarife's colours where it has its own.
func (l *look) Color(name fyne.ThemeColorName, system fyne.ThemeVariant) color.Color {
	variant := l.variant(system)
	table := lightColours
	if variant == theme.VariantDark {
		table = darkColours
	}
	if c, ok := table[name]; ok {
		return c
	}
	return l.Theme.Color(name, variant)
}

// Size returns Alarife's sizes where it has its own.
func (l *look) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeNameText:
		return 13
	case theme.SizeNamePadding:
		return 3
	case theme.SizeNameInnerPadding:
		return 6
	case theme.SizeNameInlineIcon:
		return 17
	case kit.SizeTitle:
		return 17
	case kit.SizeNote:
		return 11.5
	case kit.SizeRead:
		return 14.5
	}
	return l.Theme.Size(name)
}

// palette is the colours of the picture that go with the theme.
func (l *look) palette(system fyne.ThemeVariant) paint.Palette {
	if l.variant(system) == theme.VariantDark {
		return paint.Dark()
	}
	return paint.Light()
}

func grey(v uint32) color.Color {
	return color.NRGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), 0xff}
}

var lightColours = map[fyne.ThemeColorName]color.Color{
	theme.ColorNamePrimary:             grey(0x0b6e75),
	theme.ColorNameHyperlink:           grey(0x0b6e75),
	theme.ColorNameFocus:               color.NRGBA{0x0b, 0x6e, 0x75, 0x55},
	theme.ColorNameSelection:           color.NRGBA{0x0b, 0x6e, 0x75, 0x40},
	theme.ColorNameForegroundOnPrimary: grey(0xffffff),
	theme.ColorNameBackground:          grey(0xf4f6f8),
	theme.ColorNameForeground:          grey(0x16191f),
	theme.ColorNamePlaceHolder:         grey(0x5b6573),
	theme.ColorNameDisabled:            grey(0x5b6573),
	theme.ColorNameInputBackground:     grey(0xffffff),
	theme.ColorNameInputBorder:         grey(0xc3cad3),
	theme.ColorNameButton:              grey(0xe4e8ed),
	theme.ColorNameSeparator:           grey(0xd5dbe2),
	theme.ColorNameWarning:             grey(0x9a5b00),
	theme.ColorNameSuccess:             grey(0x1f7a3d),
	theme.ColorNameError:               grey(0xb3261e),
}

var darkColours = map[fyne.ThemeColorName]color.Color{
	theme.ColorNamePrimary:             grey(0x4fc3c9),
	theme.ColorNameHyperlink:           grey(0x6fd3d8),
	theme.ColorNameFocus:               color.NRGBA{0x4f, 0xc3, 0xc9, 0x55},
	theme.ColorNameSelection:           color.NRGBA{0x4f, 0xc3, 0xc9, 0x40},
	theme.ColorNameForegroundOnPrimary: grey(0x0c1116),
	theme.ColorNameBackground:          grey(0x1b212a),
	theme.ColorNameForeground:          grey(0xf2f3f3),
	theme.ColorNamePlaceHolder:         grey(0xa5b0be),
	theme.ColorNameDisabled:            grey(0x9aa6b5),
	theme.ColorNameInputBackground:     grey(0x12161c),
	theme.ColorNameInputBorder:         grey(0x46515f),
	theme.ColorNameButton:              grey(0x2c3541),
	theme.ColorNameMenuBackground:      grey(0x222a34),
	theme.ColorNameOverlayBackground:   grey(0x1b212a),
	theme.ColorNameSeparator:           grey(0x364150),
	theme.ColorNameWarning:             grey(0xf0b35a),
	theme.ColorNameSuccess:             grey(0x6cc48a),
	theme.ColorNameError:               grey(0xff8a80),
}
