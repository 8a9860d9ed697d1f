// Package apkg writes packages that Anki imports: a zip file with a collection
// in SQLite, of the oldest schema that every Anki, AnkiDroid and AnkiMobile
// still reads (11), and the media files beside it. It knows nothing of what
// the notes say.
//
// The tables, their indices and the keys of the JSON columns are facts of the
// format: see rslib/src/storage/schema11.sql and rslib/src/*/schema11.rs of
// https://github.com/ankitects/anki.
package apkg

import (
	"encoding/json"
	"io"
	"maps"
	"slices"
	"strconv"
	"time"

	"alarife/internal/export/sheet/archive"
)

// Package is a set of notes of one type, each with one card.
type Package struct {
	// Made is when the notes were made. Anki takes over a note that it has
	// already only where the one imported is younger.
	Made  time.Time
	Type  NoteType
	Notes []Note            // in the order in which new cards are shown
	Media map[string][]byte // by the name that fields call them
}

// NoteType tells the fields of a note and how its card shows them.
type NoteType struct {
	Key         string // what makes it the same type at every import
	Name        string
	Fields      []string // their names; the first sorts and must not be empty in a note
	Front, Back string   // templates in Anki's own language
	CSS         string
}

// Note is one note.
type Note struct {
	Key    string   // what makes it the same note at every import; unique
	Deck   string   // where its card goes; "::" divides deck from subdeck
	Fields []string // HTML, as many as the type has
	Tags   []string // without blanks
}

// Write writes the package. The same package gives the same bytes: ids follow
// from keys, times from Made, and SQLite lays the same statements out alike (a
// newer SQLite may not). It returns the error of SQLite or of the writer.
func (p *Package) Write(w io.Writer) error {
	collection, err := p.collection()
	if err != nil {
		return err
	}
	names := map[string]string{}
	files := []archive.File{{Name: "collection.anki2", Data: collection}, {Name: "media"}}
	for i, name := range slices.Sorted(maps.Keys(p.Media)) {
		number := strconv.Itoa(i)
		names[number] = name
		files = append(files, archive.File{Name: number, Data: p.Media[name]})
	}
	if files[1].Data, err = json.Marshal(names); err != nil {
		return err
	}
	packed, err := archive.Zip(files)
	if err != nil {
		return err
	}
	_, err = w.Write(packed)
	return err
}
