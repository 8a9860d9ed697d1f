// Package database opens SQLite files, through a driver written in Go. What is
// committed survives the death of the process and of the machine's power; what
// the system refuses becomes a fault for people.
package database

import (
	"database/sql"
	"errors"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"alarife/internal/fault"
	"alarife/internal/file"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// Memory is the path of a database that is kept in memory alone.
const Memory = ":memory:"

// patience is how long a statement waits for another process that writes.
const patience = 5 * time.Second

// Open opens the database at a path, or makes an empty one there; its folder
// must exist. Foreign keys are enforced. A transaction takes the right to write
// when it begins, so that what it reads stays true until it commits; for that
// it waits some seconds for other processes. The journal is rolled back at the
// next opening if the process dies amid a transaction, and a commit returns
// only once the disk has it.
//
// There is one connection: read rows to their end before the next statement.
//
// The error is a *fault.Fault where the file cannot be opened, is no database,
// or is damaged on its first pages.
func Open(path string) (*sql.DB, error) {
	name, err := address(path)
	if err != nil {
		return nil, err
	}
	db, err := sql.Open("sqlite", name)
	if err != nil {
		return nil, Fault(path, err)
	}
	db.SetMaxOpenConns(1)
	db.SetConnMaxIdleTime(0)
	var tables int
	if err := db.QueryRow("select count(*) from sqlite_schema").Scan(&tables); err != nil {
		_ = db.Close()
		return nil, Fault(path, err)
	}
	return db, nil
}

// address is the URI of a database with our settings.
func address(path string) (string, error) {
	settings := url.Values{"_txlock": {"immediate"}}
	for _, s := range []string{
		"busy_timeout(" + strconv.FormatInt(patience.Milliseconds(), 10) + ")",
		"foreign_keys(1)", "synchronous(EXTRA)", "trusted_schema(0)",
	} {
		settings.Add("_pragma", s)
	}
	if path == Memory {
		return "file::memory:?" + settings.Encode(), nil
	}
	full, err := filepath.Abs(path)
	if err != nil {
		return "", fault.New(fault.Place{File: path}, "file.unreadable", "reason", file.Reason(err)).Because(err)
	}
	full = filepath.ToSlash(full)
	if !strings.HasPrefix(full, "/") { // a drive of Windows
		full = "/" + full
	}
	return (&url.URL{Scheme: "file", Path: full, RawQuery: settings.Encode()}).String(), nil
}

// Fault makes a fault at the path of what SQLite or the system refused; nil and
// other errors stay as they are.
func Fault(path string, err error) error {
	var refused *sqlite.Error
	if !errors.As(err, &refused) {
		return err
	}
	key, known := faults[refused.Code()&0xff]
	if !known {
		return err // a statement that is wrong: a bug
	}
	return fault.New(fault.Place{File: path}, "database."+key).Because(err)
}

// faults are the keys of faults by SQLite's primary result codes.
var faults = map[int]string{
	sqlite3.SQLITE_NOTADB:   "foreign",
	sqlite3.SQLITE_CORRUPT:  "corrupt",
	sqlite3.SQLITE_BUSY:     "busy",
	sqlite3.SQLITE_LOCKED:   "busy",
	sqlite3.SQLITE_CANTOPEN: "closed",
	sqlite3.SQLITE_PERM:     "read-only",
	sqlite3.SQLITE_READONLY: "read-only",
	sqlite3.SQLITE_FULL:     "full",
	sqlite3.SQLITE_IOERR:    "disk",
	sqlite3.SQLITE_NOMEM:    "disk",
	sqlite3.SQLITE_TOOBIG:   "disk",
}
