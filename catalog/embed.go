// Package catalog holds the built-in catalog as it stands in the files beside
// this one. It has no logic.
package catalog

import "embed"

// Files is the built-in catalog.
//
//go:embed guide.yaml machines.yaml network.yaml blueprints comparisons instances responsibilities tags decisions items phrases stories facts prices questions regions reviews scenarios sections services
var Files embed.FS
