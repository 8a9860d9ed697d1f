package history

import (
	"bytes"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"alarife/assets"
	"alarife/internal/database"
	"alarife/internal/fault"
	"alarife/internal/lang"
)

func known(t *testing.T) []string {
	t.Helper()
	steps, err := migrations()
	if err != nil || len(steps) == 0 {
		t.Fatal(err)
	}
	return steps
}

func TestOpen_BringsAnOlderSchemaUpToDate(t *testing.T) {
	path := filepath.Join(t.TempDir(), "practice.db")
	old, err := open(path, known(t)[:1])
	if err != nil {
		t.Fatal(err)
	}
	id := begun(t, old, "drill")
	if err := old.Close(); err != nil {
		t.Fatal(err)
	}
	later := append(known(t), "alter table session add column note text not null default 'none'", "create table more (x)")
	next, err := open(path, later)
	if err != nil {
		t.Fatal(err)
	}
	var note string
	if err := next.db.QueryRow("select note from session where id = ?", id).Scan(&note); err != nil || note != "none" {
		t.Errorf("%q, %v", note, err)
	}
	if err := next.Close(); err != nil {
		t.Fatal(err)
	}
	_, err = open(path, known(t))
	if faultKey(err) != "history.newer" {
		t.Errorf("a newer schema is %v", err)
	}
	again, err := open(path, later)
	if err != nil {
		t.Fatalf("the refusal changed it: %v", err)
	}
	_ = again.Close()
}

func TestOpen_TakesAStepWhollyOrNotAtAll(t *testing.T) {
	path := filepath.Join(t.TempDir(), "practice.db")
	s, err := open(path, known(t))
	if err != nil {
		t.Fatal(err)
	}
	begun(t, s, "drill")
	_ = s.Close()
	broken := append(known(t), "create table more (x); insert into nowhere values (1)")
	if _, err := open(path, broken); err == nil {
		t.Fatal("a broken step was taken")
	}
	s, err = open(path, known(t))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var n int
	if err := s.db.QueryRow("select count(*) from sqlite_schema where name = 'more'").Scan(&n); err != nil || n != 0 {
		t.Errorf("half a step was kept (%v)", err)
	}
	if list, err := s.Sessions(); err != nil || len(list) != 1 {
		t.Errorf("%v, %v", list, err)
	}
}

func TestOpen_TakesNoStepThatAnotherProcessTook(t *testing.T) {
	s := fresh(t)
	id := begun(t, s, "drill")
	if err := s.write(func(tx *sql.Tx) error { return s.climb(tx, known(t)) }); err != nil {
		t.Error(err)
	}
	if _, slots, _, err := s.Session(id); err != nil || len(slots) != 3 {
		t.Errorf("%d exercises, %v", len(slots), err)
	}
}

// spoiled writes a history of some pages, spoils it, and returns its path.
func spoiled(t *testing.T, spoil func([]byte) []byte) string {
	t.Helper()
	s := fresh(t)
	for range 40 {
		id := begun(t, s, "drill")
		for n := range 3 {
			if err := s.Change(answer(id, n, 1), clockAt(n)); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(s.Path())
	if err == nil {
		err = os.WriteFile(s.Path(), spoil(raw), 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	return s.Path()
}

func TestOpen_RefusesWhatIsDamagedOrNotOurs(t *testing.T) {
	texts, err := lang.LoadMessages(assets.Translations())
	if err != nil {
		t.Fatal(err)
	}
	other := func(sql string) string {
		path := filepath.Join(t.TempDir(), "other.db")
		db, err := database.Open(path)
		if err == nil {
			_, err = db.Exec(sql)
		}
		if err != nil {
			t.Fatal(err)
		}
		_ = db.Close()
		return path
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, []byte("no database"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ name, path, want string }{
		{"no database", file, "database.foreign"},
		{"a page overwritten", spoiled(t, func(b []byte) []byte {
			for i := 4096; i < 3*4096; i++ {
				b[i] = 0xee
			}
			return b
		}), "database.corrupt"},
		{"cut short", spoiled(t, func(b []byte) []byte { return b[:len(b)-4096] }), "database.corrupt"},
		{"first page overwritten", spoiled(t, func(b []byte) []byte { copy(b, "no database any more"); return b }), "database.foreign"},
		{"of another program", other("create table notes (x)"), "history.foreign"},
		{"of a program with a mark", other("pragma application_id = 7"), "history.foreign"},
		{"newer", other("pragma application_id = 1097626214; pragma user_version = 900"), "history.newer"},
		{"a folder", dir, "file.directory"},
		{"below a file", filepath.Join(file, "practice.db"), "file.unwritable"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			before, _ := os.ReadFile(tt.path)
			s, err := Open(tt.path)
			if faultKey(err) != tt.want {
				t.Fatalf("got %v, want %s", err, tt.want)
			}
			if s != nil {
				t.Error("a history came with the error")
			}
			if after, _ := os.ReadFile(tt.path); !bytes.Equal(before, after) {
				t.Error("the file was changed")
			}
			for _, l := range lang.All() {
				text, ok := fault.Say(err, texts, l)
				if !ok || strings.ContainsAny(text, "{}") || !strings.Contains(text, tt.path) || strings.Contains(text, "fault.") {
					t.Errorf("%s: %s", l, text)
				}
			}
		})
	}
}

func TestOpen_MakesAFileForNobodyElse(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("files have no such modes there")
	}
	s := fresh(t)
	begun(t, s, "drill")
	file, err := os.Stat(s.Path())
	folder, e := os.Stat(filepath.Dir(s.Path()))
	if err != nil || e != nil || file.Mode().Perm() != 0o600 || folder.Mode().Perm() != 0o700 {
		t.Errorf("%v, %v (%v, %v)", file.Mode(), folder.Mode(), err, e)
	}
}

func TestOpen_TellsAFolderThatIsReadOnly(t *testing.T) {
	dir := t.TempDir()
	s, err := Open(filepath.Join(dir, "practice.db"))
	if err != nil {
		t.Fatal(err)
	}
	begun(t, s, "drill")
	_ = s.Close()
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(dir, 0o700) //nolint:errcheck // of a folder that goes with the test
	if probe, err := os.Create(filepath.Join(dir, "probe")); err == nil {
		_ = probe.Close()
		t.Skip("this user may write everywhere")
	}
	if _, err := Open(filepath.Join(dir, "new.db")); faultKey(err) != "file.unwritable" {
		t.Errorf("a new file: %v", err)
	}
	s, err = Open(s.Path())
	if err != nil {
		t.Fatal(err) // it can be read
	}
	defer s.Close()
	if _, err := s.Begin(Session{Plan: []byte("{}")}, nil); !slices.Contains([]string{"database.read-only", "database.closed"}, faultKey(err)) {
		t.Errorf("to write: %v", err)
	}
}

func TestWrite_FailsWithAFaultAndKeepsWhatWasThere(t *testing.T) {
	s := fresh(t)
	id := begun(t, s, "drill")
	if err := s.Save(answer(id, 0, 1), nil, clockAt(1)); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ name, begin, end, want string }{
		{"full", "pragma max_page_count = 1", "pragma max_page_count = 4294967294", "database.full"},
		{"read-only", "pragma query_only = on", "pragma query_only = off", "database.read-only"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := s.db.Exec(tt.begin); err != nil {
				t.Fatal(err)
			}
			long := answer(id, 1, 1)
			long.Given.Text = strings.Repeat("long ", 100000)
			err := s.Save(long, nil, clockAt(2))
			if faultKey(err) != tt.want {
				t.Errorf("got %v", err)
			}
			if _, err := s.db.Exec(tt.end); err != nil {
				t.Fatal(err)
			}
			x, _, answers, err := s.Session(id)
			if err != nil || len(answers) != 1 || x.Spent != clockAt(1).Spent {
				t.Errorf("%+v, %d answers, %v", x, len(answers), err)
			}
		})
	}
}

func TestPlace_FollowsTheCustomsOfTheSystem(t *testing.T) {
	abs := t.TempDir()
	for _, tt := range []struct {
		name, system, home string
		env                map[string]string
		want               string
	}{
		{"override", "linux", abs, map[string]string{Variable: "mine.db", "XDG_DATA_HOME": abs}, "mine.db"},
		{"XDG", "linux", "home", map[string]string{"XDG_DATA_HOME": abs}, filepath.Join(abs, own, name)},
		{"XDG relative", "linux", abs, map[string]string{"XDG_DATA_HOME": "data"}, filepath.Join(abs, ".local", "share", own, name)},
		{"Unix", "freebsd", abs, nil, filepath.Join(abs, ".local", "share", own, name)},
		{"macOS", "darwin", abs, map[string]string{"XDG_DATA_HOME": abs}, filepath.Join(abs, "Library", "Application Support", own, name)},
		{"Windows", "windows", "home", map[string]string{"LOCALAPPDATA": abs}, filepath.Join(abs, own, name)},
		{"Windows, bare", "windows", abs, nil, filepath.Join(abs, "AppData", "Local", own, name)},
		{"nowhere", "linux", "", nil, ""},
	} {
		if got := place(tt.system, tt.home, func(key string) string { return tt.env[key] }); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
	t.Setenv(Variable, "named.db")
	if got, err := Place(); got != "named.db" || err != nil {
		t.Errorf("%q, %v", got, err)
	}
}

func TestMemory_IsAHistory(t *testing.T) {
	s, err := Open(Memory)
	if err != nil {
		t.Fatal(err)
	}
	id := begun(t, s, "drill")
	err = s.Save(answer(id, 0, 1), nil, clockAt(1))
	if _, _, answers, e := s.Session(id); errors.Join(err, e, s.Close()) != nil || len(answers) != 1 {
		t.Errorf("%v, %v", err, e)
	}
}
