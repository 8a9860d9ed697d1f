package paint

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"math"
)

// pngWriter gathers a PNG file, to which the resolution is then added.
type pngWriter struct{ bytes.Buffer }

// withResolution puts a pHYs chunk behind the header, so that programs know
// how large the picture is meant to be.
func (w *pngWriter) withResolution(dpi float64) []byte {
	const header = 8 + 25 // signature and IHDR
	file := w.Bytes()
	if len(file) < header {
		return file
	}
	perMetre := uint32(math.Round(dpi / 0.0254))
	body := append([]byte("pHYs"), make([]byte, 9)...)
	binary.BigEndian.PutUint32(body[4:], perMetre)
	binary.BigEndian.PutUint32(body[8:], perMetre)
	body[12] = 1
	chunk := binary.BigEndian.AppendUint32(nil, 9)
	chunk = append(chunk, body...)
	chunk = binary.BigEndian.AppendUint32(chunk, crc32.ChecksumIEEE(body))
	out := append([]byte(nil), file[:header]...)
	return append(append(out, chunk...), file[header:]...)
}
