package apkg

import (
	"context"
	"database/sql"
	_ "embed"
	"errors"
	"fmt"
	"slices"
	"strings"

	"alarife/internal/database"
)

//go:embed schema.sql
var schema string

const (
	version    = 11         // of the schema
	created    = 1262304000 // of the collection, in seconds; new cards do not look at it
	unsynced   = -1         // update number of what no server has seen
	separator  = "\x1f"     // between the fields of a note
	defaultID  = 1          // of the deck and the options that every collection has
	insertNote = "insert into notes values (?,?,?,?,?,?,?,?,?,0,'')"
	insertCard = "insert into cards values (?,?,?,0,?,?,0,0,?,0,0,0,0,0,0,0,0,'')"
	insertCol  = "insert into col values (1,?,?,?,?,0,0,0,?,?,?,?,'{}')"
)

// collection makes the database.
func (p *Package) collection() (_ []byte, err error) {
	db, err := database.Open(database.Memory)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	tx, err := db.Begin()
	if err != nil {
		return nil, err
	}
	if err := p.fill(tx); err != nil {
		return nil, errors.Join(err, tx.Rollback())
	}
	if err := tx.Commit(); err != nil {
		return nil, err
	}
	return bytesOf(db)
}

// fill writes all rows.
func (p *Package) fill(tx *sql.Tx) error {
	if _, err := tx.Exec(schema); err != nil {
		return err
	}
	if err := p.fillCol(tx); err != nil {
		return err
	}
	notes, cards := ids{}, ids{}
	kind, made := idOf(p.Type.Key), p.Made.Unix()
	for i, n := range p.Notes {
		if len(n.Fields) != len(p.Type.Fields) {
			return fmt.Errorf("apkg: note %q has %d fields, not %d", n.Key, len(n.Fields), len(p.Type.Fields))
		}
		first := plain(n.Fields[0])
		id := notes.take("note/" + n.Key)
		if _, err := tx.Exec(insertNote, id, guid(n.Key), kind, made, unsynced, tagged(n.Tags),
			strings.Join(n.Fields, separator), first, checksum(first)); err != nil {
			return err
		}
		if _, err := tx.Exec(insertCard, cards.take("card/"+n.Key), id, deckID(n.Deck), made, unsynced, i+1); err != nil {
			return err
		}
	}
	return nil
}

func (p *Package) fillCol(tx *sql.Tx) error {
	texts := make([]any, 0, 8)
	ms := p.Made.UnixMilli()
	texts = append(texts, created, ms, ms, version)
	for _, v := range []any{p.conf(), p.models(), p.decks(), p.options()} {
		text, err := inJSON(v)
		if err != nil {
			return err
		}
		texts = append(texts, text)
	}
	_, err := tx.Exec(insertCol, texts...)
	return err
}

// tagged writes tags as Anki keeps them: sorted, with a blank on either side.
func tagged(tags []string) string {
	if len(tags) == 0 {
		return ""
	}
	return " " + strings.Join(slices.Sorted(slices.Values(tags)), " ") + " "
}

// bytesOf returns what the file of a database would hold.
func bytesOf(db *sql.DB) (data []byte, err error) {
	conn, err := db.Conn(context.Background())
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, conn.Close()) }()
	err = conn.Raw(func(driver any) error {
		s, ok := driver.(interface{ Serialize() ([]byte, error) })
		if !ok {
			return errors.New("apkg: the driver cannot serialize")
		}
		data, err = s.Serialize()
		return err
	})
	return data, err
}
