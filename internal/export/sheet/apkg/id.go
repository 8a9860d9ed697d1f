package apkg

import (
	"crypto/sha1"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"html"
	"regexp"
)

// Anki takes an id for the time in milliseconds at which a thing was made, and
// repairs ids that lie in the future.
const (
	firstID = 1262304000000       // the beginning of 2010
	idSpan  = 10 * 365 * 86400000 // ten years
)

// idOf makes an id of a key: the same at every time, and that of another key
// with next to no chance.
func idOf(key string) int64 {
	sum := sha256.Sum256([]byte(key))
	return firstID + int64(binary.BigEndian.Uint64(sum[:])%idSpan)
}

// ids gives out ids that are unique in one table.
type ids map[int64]bool

// take returns the id of a key, or the next that is free.
func (used ids) take(key string) int64 {
	id := idOf(key)
	for used[id] {
		id++
	}
	used[id] = true
	return id
}

// guid is the global name of a note, by which Anki knows it again.
func guid(key string) string {
	sum := sha256.Sum256([]byte(key))
	return base64.RawURLEncoding.EncodeToString(sum[:])[:12]
}

var tag = regexp.MustCompile(`<[^>]*>`)

// plain is the text of a field without markup.
func plain(field string) string { return html.UnescapeString(tag.ReplaceAllString(field, "")) }

// checksum is what Anki finds notes with the same first field by: the first
// eight hexadecimal digits of the SHA-1 of its text.
func checksum(text string) int64 {
	sum := sha1.Sum([]byte(text))
	return int64(binary.BigEndian.Uint32(sum[:]))
}
