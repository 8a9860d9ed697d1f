package database_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"alarife/internal/database"
	"alarife/internal/fault"
)

func key(err error) string {
	var f *fault.Fault
	if errors.As(err, &f) {
		return f.Key
	}
	return ""
}

func TestOpen_TakesNamesOfAllSorts(t *testing.T) {
	for _, name := range []string{"plain.db", "with space.db", "año.db", "50%.db", "a#b.db"} {
		path := filepath.Join(t.TempDir(), name)
		db, err := database.Open(path)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if _, err := db.Exec("create table x (y)"); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if err := db.Close(); err != nil {
			t.Error(err)
		}
		if _, err := os.Stat(path); err != nil {
			t.Errorf("%s: the database is not where it should be: %v", name, err)
		}
	}
}

func TestOpen_TakesAQuestionMark(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no name there holds one")
	}
	path := filepath.Join(t.TempDir(), "who?mode=ro.db")
	db, err := database.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec("create table x (y)"); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(path); err != nil {
		t.Error(err)
	}
}

func TestOpen_SetsWhatSavesData(t *testing.T) {
	db, err := database.Open(filepath.Join(t.TempDir(), "x.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for pragma, want := range map[string]string{
		"foreign_keys": "1", "synchronous": "3", "journal_mode": "delete", "busy_timeout": "5000", "trusted_schema": "0",
	} {
		var got string
		if err := db.QueryRow("pragma " + pragma).Scan(&got); err != nil || got != want {
			t.Errorf("%s is %q (%v), want %q", pragma, got, err, want)
		}
	}
}

func TestOpen_RefusesWithAFaultAndChangesNothing(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	for _, tt := range []struct{ name, path, want string }{
		{"text", write("note.txt", "alarife: 1\n"), "database.foreign"},
		{"long text", write("long.txt", string(bytes.Repeat([]byte("no database\n"), 1000))), "database.foreign"},
		{"header alone", write("cut.db", "SQLite format 3\x00"), "database.foreign"},
		{"a folder", dir, "database.closed"},
		{"no folder", filepath.Join(dir, "none", "x.db"), "database.closed"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			before, _ := os.ReadFile(tt.path)
			db, err := database.Open(tt.path)
			if key(err) != tt.want {
				t.Errorf("got %v, want %s", err, tt.want)
			}
			if db != nil {
				t.Error("a database came with the error")
			}
			if after, _ := os.ReadFile(tt.path); !bytes.Equal(before, after) {
				t.Error("the file was changed")
			}
		})
	}
}

func TestFault_KnowsAFullDiskAndAReader(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	db, err := database.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	run := func(sql string) error { _, err := db.Exec(sql); return database.Fault(path, err) }
	for _, sql := range []string{"create table x (y)", "pragma max_page_count = 3"} {
		if err := run(sql); err != nil {
			t.Fatal(err)
		}
	}
	if err := run("insert into x values (zeroblob(100000))"); key(err) != "database.full" {
		t.Errorf("a full disk is %v", err)
	}
	if err := run("nonsense"); err == nil || key(err) != "" {
		t.Errorf("a bug is %v", err)
	}
	if err := run("pragma query_only = on"); err != nil {
		t.Fatal(err)
	}
	if err := run("insert into x values (1)"); key(err) != "database.read-only" {
		t.Errorf("to write where one may only read is %v", err)
	}
	if err := database.Fault(path, nil); err != nil {
		t.Errorf("nothing is %v", err)
	}
}

func TestMemory_HoldsWhatIsWritten(t *testing.T) {
	db, err := database.Open(database.Memory)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec("create table x (y); insert into x values (7)"); err != nil {
		t.Fatal(err)
	}
	var got int
	if err := db.QueryRow("select y from x").Scan(&got); err != nil || got != 7 {
		t.Errorf("got %d, %v", got, err)
	}
	if _, err := os.Stat(database.Memory); err == nil {
		t.Error("it made a file")
	}
}
