package reasons

import (
	"alarife/internal/knowledge"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// SeverityColour is the colour that a severity is marked with.
func SeverityColour(s knowledge.Severity) fyne.ThemeColorName {
	switch s {
	case "critical", "high":
		return theme.ColorNameError
	case "medium":
		return theme.ColorNameWarning
	case "low":
		return theme.ColorNamePrimary
	}
	return theme.ColorNameDisabled
}
