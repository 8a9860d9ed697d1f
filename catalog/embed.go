// Package catalog holds the built-in catalog as it stands in the files beside
// this one. It has no logic.
package catalog

import "embed"

// Files is the built-in catalog.
//
//go:embed guide.yaml blueprints decisions facts prices questions regions reviews scenarios sections services
var Files embed.FS
