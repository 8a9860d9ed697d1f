package apkg

import (
	"bytes"
	"crypto/sha1"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"alarife/internal/database"
	"alarife/internal/testkit"
)

func sample() *Package {
	return &Package{
		Made: time.Date(2026, 3, 4, 5, 6, 7, 0, time.UTC),
		Type: NoteType{Key: "sample", Name: "Sample", Fields: []string{"Title", "Answer"}, Front: "{{Title}}", Back: "{{FrontSide}}<hr id=answer>{{Answer}}", CSS: ".card { color: black; }"},
		Notes: []Note{
			{Key: "a", Deck: "Course::Week 1", Fields: []string{"Cost &amp; <b>value</b>", "forty <i>two</i>"}, Tags: []string{"level-2", "choice"}},
			{Key: "b", Deck: "Course::Week 2", Fields: []string{"Ñandú", `<img src="n.png">`}},
			{Key: "c", Fields: []string{"No deck", ""}},
		},
		Media: map[string][]byte{"n.png": []byte("picture"), "m.png": []byte("another")},
	}
}

func written(t *testing.T, p *Package) map[string][]byte {
	t.Helper()
	var out bytes.Buffer
	if err := p.Write(&out); err != nil {
		t.Fatal(err)
	}
	files, _ := testkit.Unzip(t, out.Bytes())
	return files
}

// opened is the collection of a package.
func opened(t *testing.T, p *Package) *sql.DB {
	t.Helper()
	path := filepath.Join(t.TempDir(), "collection.anki2")
	if err := os.WriteFile(path, written(t, p)["collection.anki2"], 0o600); err != nil {
		t.Fatal(err)
	}
	db, err := database.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return db
}

func query[T any](t *testing.T, db *sql.DB, q string, args ...any) (out []T) {
	t.Helper()
	rows, err := db.Query(q, args...)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var v T
		if err := rows.Scan(&v); err != nil {
			t.Fatal(err)
		}
		out = append(out, v)
	}
	return out
}

func TestPackage_IsACollectionOfSchema11(t *testing.T) {
	db := opened(t, sample())
	testkit.Equal(t, []string{"ok"}, query[string](t, db, "pragma integrity_check"))
	testkit.Equal(t, []int{11}, query[int](t, db, "select ver from col"))
	columns := map[string]string{
		"col":    "id crt mod scm ver dty usn ls conf models decks dconf tags",
		"notes":  "id guid mid mod usn tags flds sfld csum flags data",
		"cards":  "id nid did ord mod usn type queue due ivl factor reps lapses left odue odid flags data",
		"revlog": "id cid usn ease ivl lastIvl factor time type",
		"graves": "usn oid type",
	}
	for table, want := range columns {
		testkit.Equal(t, strings.Fields(want), query[string](t, db, "select name from pragma_table_info(?)", table))
	}
	testkit.Equal(t, len(columns), len(query[string](t, db, "select name from sqlite_schema where type = 'table'")))
	testkit.Equal(t, []string{"ix_cards_nid", "ix_cards_sched", "ix_cards_usn", "ix_notes_csum", "ix_notes_usn", "ix_revlog_cid", "ix_revlog_usn"},
		query[string](t, db, "select name from sqlite_schema where type = 'index' order by name"))
	testkit.Equal(t, []string{"delete"}, query[string](t, db, "pragma journal_mode"))
}

func TestPackage_NotesAndCards(t *testing.T) {
	db := opened(t, sample())
	testkit.Equal(t, []string{"Cost &amp; <b>value</b>\x1fforty <i>two</i>"}, query[string](t, db, "select flds from notes where tags = ' choice level-2 '"))
	testkit.Equal(t, []string{"Cost & value"}, query[string](t, db, "select sfld from notes where tags <> ''"))
	sum := sha1.Sum([]byte("Cost & value"))
	want, _ := strconv.ParseInt(hex.EncodeToString(sum[:])[:8], 16, 64)
	testkit.Equal(t, []int64{want}, query[int64](t, db, "select csum from notes where tags <> ''"))
	testkit.Equal(t, []int{3}, query[int](t, db, "select count(*) from cards join notes on notes.id = cards.nid where ord = 0 and type = 0 and queue = 0 and due between 1 and 3"))
	testkit.Equal(t, []int{3}, query[int](t, db, "select count(distinct guid) from notes where length(guid) = 12"))
	now := sample().Made.UnixMilli()
	testkit.Equal(t, []int{0}, query[int](t, db, "select count(*) from (select id from notes union select id from cards) where id > ?", now))

	var decks map[string]struct {
		ID   int64
		Name string
		Dyn  *int
	}
	var models map[string]struct {
		ID   int64
		Flds []struct {
			Name string
			Ord  int
		}
		Tmpls []struct{ Name, Qfmt, Afmt string }
	}
	for column, into := range map[string]any{"decks": &decks, "models": &models, "conf": &map[string]any{}, "dconf": &map[string]any{}, "tags": &map[string]any{}} {
		if err := json.Unmarshal([]byte(query[string](t, db, "select "+column+" from col")[0]), into); err != nil {
			t.Errorf("%s: %v", column, err)
		}
	}
	names := map[int64]string{}
	for key, d := range decks {
		if key != strconv.FormatInt(d.ID, 10) || d.Dyn == nil {
			t.Errorf("deck %s: %+v", key, d)
		}
		names[d.ID] = d.Name
	}
	var got []string
	for _, did := range query[int64](t, db, "select did from cards order by due") {
		got = append(got, names[did])
	}
	testkit.Equal(t, []string{"Course::Week 1", "Course::Week 2", "Default"}, got)
	testkit.Equal(t, 4, len(decks)) // with the one above
	mid := query[int64](t, db, "select distinct mid from notes")
	m, ok := models[strconv.FormatInt(mid[0], 10)]
	if len(mid) != 1 || !ok || m.ID != mid[0] || len(m.Flds) != 2 || m.Flds[1].Ord != 1 || len(m.Tmpls) != 1 || m.Tmpls[0].Afmt != sample().Type.Back {
		t.Errorf("types %v: %+v", mid, models)
	}
}

func TestPackage_HasItsMediaByNumber(t *testing.T) {
	files := written(t, sample())
	var names map[string]string
	if err := json.Unmarshal(files["media"], &names); err != nil {
		t.Fatal(err)
	}
	testkit.Equal(t, map[string]string{"0": "m.png", "1": "n.png"}, names)
	testkit.Equal(t, "picture", string(files["1"]))
	testkit.Equal(t, 4, len(files))
}

func TestPackage_ImportedAgainIsTheSameNoteButYounger(t *testing.T) {
	identity := "select guid || id || mid || (select id || '/' || did from cards where nid = notes.id) from notes order by guid"
	first := sample()
	second := sample()
	second.Made = first.Made.Add(time.Hour)
	second.Notes[0].Fields[1] = "changed"
	second.Notes = append([]Note{{Key: "new", Fields: []string{"In front", ""}}}, second.Notes...)
	before, after := query[string](t, opened(t, first), identity), query[string](t, opened(t, second), identity)
	kept := 0
	for _, a := range after {
		for _, b := range before {
			if a == b {
				kept++
			}
		}
	}
	if kept != 3 || len(after) != 4 {
		t.Errorf("%v became %v", before, after)
	}
	if a, b := query[int64](t, opened(t, first), "select max(mod) from notes"), query[int64](t, opened(t, second), "select min(mod) from notes"); a[0] >= b[0] {
		t.Errorf("%v is not younger than %v", b, a)
	}
}

func TestPackage_SameBytesEveryTime(t *testing.T) {
	var a, b bytes.Buffer
	for _, out := range []*bytes.Buffer{&a, &b} {
		if err := sample().Write(out); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("two files differ")
	}
}

func TestPackage_RefusesANoteOfAnotherShape(t *testing.T) {
	p := sample()
	p.Notes[1].Fields = p.Notes[1].Fields[:1]
	if err := p.Write(io.Discard); err == nil || !strings.Contains(err.Error(), `"b"`) {
		t.Errorf("got %v", err)
	}
}

func TestIDs_NeverTwice(t *testing.T) {
	used := ids{}
	first := used.take("x")
	if second := used.take("x"); second != first+1 {
		t.Errorf("%d after %d", second, first)
	}
}
