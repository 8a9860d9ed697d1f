package export

import (
	"io"

	"alarife/internal/fault"
	"alarife/internal/paint"
)

// maxPixels bounds the size of an image; four bytes each are needed.
const maxPixels = 120e6

// PNG writes the picture as PNG at the export's resolution, which the file
// tells. A picture of more pixels than can be held is a fault.
func (e *Export) PNG(w io.Writer) error {
	s, p, err := e.picture()
	if err != nil {
		return err
	}
	dpi := e.DPI
	if dpi == 0 {
		dpi = DefaultDPI
	}
	if scale := dpi / 96; s.Size.X*scale*s.Size.Y*scale > maxPixels {
		return fault.New(fault.Place{}, "export.pixels", "dpi", dpi)
	}
	return p.PNG(w, s, paint.Light(), dpi)
}
