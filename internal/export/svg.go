package export

import (
	"io"

	"alarife/internal/paint"
)

// SVG writes the picture as SVG; text stays text.
func (e *Export) SVG(w io.Writer) error {
	s, p, err := e.picture()
	if err != nil {
		return err
	}
	return p.SVG(w, s, paint.Light())
}
