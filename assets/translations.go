package assets

import (
	"embed"
	"io/fs"
)

//go:embed translations/*.json
var translations embed.FS

// Translations holds the program's own texts: <room>.<language>.json.
func Translations() fs.FS {
	sub, err := fs.Sub(translations, "translations")
	if err != nil {
		return translations // cannot be: the folder is embedded
	}
	return sub
}
