// Package assets embeds what the program shows and does not write: the fonts'
// notice, icons of our own and, where the build fetched them, the AWS icons.
package assets

import (
	"embed"
	"io/fs"
	"strings"
)

//go:embed icons
var icons embed.FS

// Icon returns the SVG of an icon by its path without extension:
// "own/actor/users", or a path of the AWS set such as
// "architecture-group/Region". ok is false where the set holds no such icon.
func Icon(path string) (svg []byte, ok bool) {
	if path == "" {
		return nil, false
	}
	name := "icons/aws/" + path + ".svg"
	if strings.HasPrefix(path, "own/") {
		name = "icons/" + path + ".svg"
	}
	svg, err := icons.ReadFile(name)
	return svg, err == nil
}

// Icons returns all embedded icons as files: below "icons/own" and "icons/aws".
func Icons() fs.FS { return icons }

// HasIcons reports whether the AWS icon set was embedded by the build.
func HasIcons() bool {
	_, ok := Icon("architecture-group/Region")
	return ok
}
