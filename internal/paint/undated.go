package paint

import "encoding/binary"

// undated takes the time of writing out of a TrueType file, so that the same
// picture gives the same bytes, and mends the checksums.
func undated(ttf []byte) []byte {
	const (
		directory = 12 // where the directory of tables begins
		entry     = 16 // tag, checksum, offset, length
		adjust    = 8  // in the table "head": checksum of the file
		modified  = 28 // in the table "head": time of writing, 8 bytes
	)
	be := binary.BigEndian
	for i := range int(be.Uint16(ttf[4:])) {
		record := ttf[directory+i*entry:]
		if string(record[:4]) != "head" {
			continue
		}
		head := ttf[be.Uint32(record[8:]):][:be.Uint32(record[12:])]
		be.PutUint64(head[modified:], 0)
		be.PutUint32(head[adjust:], 0)
		be.PutUint32(record[4:], checksum(head))
		be.PutUint32(head[adjust:], 0xB1B0AFBA-checksum(ttf))
	}
	return ttf
}

// checksum adds the words of a table; one cut short is filled with zeros.
func checksum(data []byte) (sum uint32) {
	for len(data) > 0 {
		var word [4]byte
		data = data[copy(word[:], data):]
		sum += binary.BigEndian.Uint32(word[:])
	}
	return sum
}
