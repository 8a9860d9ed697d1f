package assets

import _ "embed"

//go:embed icon.png
var programIcon []byte

// ProgramIcon returns the icon of the program as PNG.
func ProgramIcon() []byte { return programIcon }
