package history

import (
	"database/sql"
	"embed"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"

	"alarife/internal/database"
	"alarife/internal/fault"
	"alarife/internal/file"
)

// Store is an open history. It is safe for concurrent use; several processes
// may have the same file open.
type Store struct {
	db   *sql.DB
	path string
}

// Memory is the path of a history that is kept in memory alone.
const Memory = database.Memory

// mark says in the file's header that it is a history of ours: "Alrf".
const mark = 0x416c7266

//go:embed schema/*.sql
var schema embed.FS

// migrations are the steps from each version of the schema to the next, in
// order. A step that was ever released stays as it is.
func migrations() (steps []string, err error) {
	files, err := fs.Glob(schema, "schema/*.sql")
	for _, name := range files {
		text, e := schema.ReadFile(name)
		steps, err = append(steps, string(text)), errors.Join(err, e)
	}
	return steps, err
}

// Open opens the history at a path; where there is none it makes one, and the
// folders to it. An older schema is brought up to date. The error is a
// *fault.Fault where the file is damaged, no history, of a newer program, or
// not to be opened; nothing is then changed.
func Open(path string) (*Store, error) {
	steps, err := migrations()
	if err != nil {
		return nil, err
	}
	return open(path, steps)
}

func open(path string, steps []string) (*Store, error) {
	if err := ready(path); err != nil {
		return nil, err
	}
	db, err := database.Open(path)
	if err != nil {
		return nil, err
	}
	s := &Store{db, path}
	if err = s.sound(); err == nil {
		err = s.migrate(steps)
	}
	if err != nil {
		return nil, errors.Join(database.Fault(path, err), db.Close())
	}
	return s, nil
}

// ready makes an empty file where there is none, and the folders to it: what
// one has practised is nobody else's to read.
func ready(path string) error {
	if path == Memory {
		return nil
	}
	at := fault.Place{File: path}
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return fault.New(at, "file.directory")
	case err == nil:
		return nil
	}
	var empty *os.File
	if err = os.MkdirAll(filepath.Dir(path), 0o700); err == nil {
		if empty, err = os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600); err == nil {
			err = empty.Close()
		}
	}
	if err != nil {
		return fault.New(at, "file.unwritable", "reason", file.Reason(err)).Because(err)
	}
	return nil
}

// sound refuses a file whose pages do not hold together.
func (s *Store) sound() error {
	var verdict string
	if err := s.db.QueryRow("pragma quick_check(1)").Scan(&verdict); err != nil {
		return err
	}
	if verdict != "ok" {
		return fault.New(s.at(), "database.corrupt").Because(errors.New(verdict))
	}
	return nil
}

// migrate brings the schema up to date.
func (s *Store) migrate(steps []string) error {
	if current, err := s.version(s.db, len(steps)); err != nil || current == len(steps) {
		return err
	}
	return s.write(func(tx *sql.Tx) error { return s.climb(tx, steps) })
}

// climb takes the steps that are missing. Another process may have taken them
// since we looked: the version is read again now that it is our turn to write.
func (s *Store) climb(tx *sql.Tx, steps []string) error {
	current, err := s.version(tx, len(steps))
	if err != nil {
		return err
	}
	for n, step := range steps[current:] {
		if _, err := tx.Exec(step + "; pragma user_version = " + strconv.Itoa(current+n+1)); err != nil {
			return err
		}
	}
	_, err = tx.Exec("pragma application_id = " + strconv.Itoa(mark))
	return err
}

// asker is a database or a transaction.
type asker interface {
	QueryRow(query string, args ...any) *sql.Row
	Query(query string, args ...any) (*sql.Rows, error)
}

// version is that of the file's schema, 0 for an empty file.
func (s *Store) version(from asker, newest int) (version int, err error) {
	var owner, tables int
	err = errors.Join(
		from.QueryRow("pragma application_id").Scan(&owner),
		from.QueryRow("pragma user_version").Scan(&version),
		from.QueryRow("select count(*) from sqlite_schema").Scan(&tables),
	)
	switch {
	case err != nil:
		return 0, err
	case owner != mark && (owner != 0 || tables > 0 || version > 0):
		return 0, fault.New(s.at(), "history.foreign")
	case version > newest:
		return 0, fault.New(s.at(), "history.newer", "version", version, "known", newest)
	}
	return version, nil
}

// Close closes the file.
func (s *Store) Close() error { return s.db.Close() }

// Path is where the history stands.
func (s *Store) Path() string { return s.path }

func (s *Store) at() fault.Place { return fault.Place{File: s.path} }
