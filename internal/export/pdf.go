package export

import (
	"io"

	"alarife/internal/paint"
)

// PDF writes the picture as PDF; text stays text.
func (e *Export) PDF(w io.Writer) error {
	s, p, err := e.picture()
	if err != nil {
		return err
	}
	return p.PDF(w, s, paint.Light())
}
