package source

import (
	"bytes"

	"gopkg.in/yaml.v3"
)

// Encode writes v as YAML: struct fields in their order, map keys sorted.
func Encode(v any) ([]byte, error) {
	var out bytes.Buffer
	enc := yaml.NewEncoder(&out)
	enc.SetIndent(2)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return out.Bytes(), enc.Close()
}
