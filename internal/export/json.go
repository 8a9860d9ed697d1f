package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math"

	"alarife/internal/lang"
)

// JSONVersion is the version of the result's shape.
const JSONVersion = 1

// JSON writes the result, indented; schema/recommendation.schema.json tells
// its shape.
func (e *Export) JSON(w io.Writer) error { return WriteJSON(w, e.Result(), "  ") }

// JSONLine writes the result as one line.
func (e *Export) JSONLine(w io.Writer) error { return WriteJSON(w, e.Result(), "") }

// WriteJSON writes a value as JSON with a line end. Characters that a terminal
// could act on are written as escapes.
func WriteJSON(w io.Writer, v any, indent string) error {
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", indent)
	if err := enc.Encode(v); err != nil {
		return err
	}
	_, err := w.Write(harmless(buf.Bytes()))
	return err
}

// harmless escapes control characters beyond those that JSON itself escapes;
// outside texts there are none but line ends.
func harmless(data []byte) []byte {
	var out bytes.Buffer
	for _, r := range string(data) {
		if r != '\n' && lang.Control(r) {
			fmt.Fprintf(&out, `\u%04x`, r)
		} else {
			out.WriteRune(r)
		}
	}
	return out.Bytes()
}

// round cuts the noise of floating point off: six decimals stay.
func round(v float64) float64 { return math.Round(v*1e6) / 1e6 }
