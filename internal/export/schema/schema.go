// Package schema holds the JSON Schema of what the program writes as JSON.
package schema

import _ "embed"

// Recommendation is the JSON Schema of a result and of the error object of a
// line.
//
//go:embed recommendation.schema.json
var Recommendation []byte

// Plan is the JSON Schema of a plan.
//
//go:embed plan.schema.json
var Plan []byte
