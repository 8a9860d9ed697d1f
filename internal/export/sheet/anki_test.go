package sheet

import (
	"bytes"
	"encoding/json"
	"html"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"alarife/internal/database"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/practice"
	"alarife/internal/testkit"
)

// note is a note of a package with the deck of its card.
type note struct {
	guid, deck, tags string
	fields           []string
	made             int64
}

// imported opens a package as Anki would and returns its notes by title.
func imported(t *testing.T, data []byte) (map[string]note, map[string][]byte) {
	t.Helper()
	files, _ := testkit.Unzip(t, data)
	path := filepath.Join(t.TempDir(), "collection.anki2")
	if err := os.WriteFile(path, files["collection.anki2"], 0o600); err != nil {
		t.Fatal(err)
	}
	db, err := database.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var state, deckJSON, mediaJSON string
	if err := db.QueryRow("pragma integrity_check").Scan(&state); err != nil || state != "ok" {
		t.Fatalf("%s (%v)", state, err)
	}
	if err := db.QueryRow("select decks from col").Scan(&deckJSON); err != nil {
		t.Fatal(err)
	}
	mediaJSON = string(files["media"])
	var decks map[string]struct{ Name string }
	var media map[string]string
	for text, into := range map[string]any{deckJSON: &decks, mediaJSON: &media} {
		if err := json.Unmarshal([]byte(text), into); err != nil {
			t.Fatal(err)
		}
	}
	pictures := map[string][]byte{}
	for number, name := range media {
		pictures[name] = files[number]
	}
	rows, err := db.Query("select guid, did, tags, flds, notes.mod from notes join cards on nid = notes.id order by due")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	notes := map[string]note{}
	for rows.Next() {
		var n note
		var did int64
		var fields string
		if err := rows.Scan(&n.guid, &did, &n.tags, &fields, &n.made); err != nil {
			t.Fatal(err)
		}
		n.deck, n.fields = decks[strconv.FormatInt(did, 10)].Name, strings.Split(fields, "\x1f")
		notes[html.UnescapeString(n.fields[0])] = n
	}
	return notes, pictures
}

func TestAnki_HoldsEveryExerciseWithItsPictures(t *testing.T) {
	for _, l := range lang.All() {
		s := mixed(t, l)
		data, _ := file(t, "anki", s)
		notes, pictures := imported(t, data)
		if len(notes) != len(s.Exercises) {
			t.Errorf("%d notes of %d exercises", len(notes), len(s.Exercises))
		}
		for _, x := range s.Exercises {
			n, ok := notes[x.Title.In(l)]
			if !ok || len(n.fields) != 7 || !strings.HasPrefix(n.deck, "Cloud & <AI> *practice*::0") && !strings.HasPrefix(n.deck, "Cloud & <AI> *practice*::1") {
				t.Errorf("%s: %+v", x.ID, n)
				continue
			}
			if n.fields[1] == "" || n.fields[4] == "" || n.fields[6] == "" || !strings.Contains(n.tags, " "+string(x.Kind)+" ") {
				t.Errorf("%s: %q, %v", x.ID, n.tags, n.fields)
			}
			for id, note := range x.Notes {
				if slices.ContainsFunc(x.Options, func(o practice.Choice) bool { return o.ID == id }) && len(note.Why) > 0 && !strings.Contains(n.fields[5], escaped(note.Why[0].In(l))) {
					t.Errorf("%s: %q is not told", x.ID, note.Why[0].In(l))
				}
			}
			name := "alarife-" + x.ID + "-" + string(l) + ".png"
			if (x.Architecture != nil) != bytes.HasPrefix(pictures[name], []byte("\x89PNG")) || (x.Architecture != nil) != strings.Contains(n.fields[2], name) {
				t.Errorf("%s: the picture is missing", x.ID)
			}
		}
	}
}

func TestAnki_LanguagesAndTimesOfWriting(t *testing.T) {
	first, later, other := invented(lang.English), invented(lang.English), invented(lang.Spanish)
	later.Made = time.Date(2026, 11, 24, 8, 0, 0, 0, time.UTC)
	a, _ := file(t, "anki", first)
	again, _ := file(t, "anki", first)
	if !bytes.Equal(a, again) {
		t.Error("the same sheet gives other bytes")
	}
	b, _ := file(t, "anki", later)
	c, _ := file(t, "anki", other)
	old, _ := imported(t, a)
	young, _ := imported(t, b)
	spanish, _ := imported(t, c)
	if o, y := old["Why arches"], young["Why arches"]; o.guid != y.guid || y.made != later.Made.Unix() || o.made >= y.made {
		t.Errorf("%+v would not become %+v", o, y)
	}
	if spanish["Por qué arcos"].guid == old["Why arches"].guid {
		t.Error("a note in another language would overwrite this one")
	}
	testkit.Equal(t, " alarife choice guide level-2 session-01 ", old["Over the brook"].tags)
}

func TestAnki_GeneratedExercisesAreKnownByTheirWords(t *testing.T) {
	b, _ := bundled()
	guids := map[string]bool{}
	for _, topic := range []string{"storage-class", "inference-mode"} {
		made, err := b.NewGenerator(knowledge.Guide).About(topic).Generate(7, 1)
		if err != nil {
			t.Fatal(err)
		}
		s := invented(lang.English)
		s.Exercises = made
		data, _ := file(t, "anki", s)
		notes, _ := imported(t, data)
		for _, n := range notes {
			guids[n.guid] = true
		}
	}
	if len(guids) != 2 {
		t.Error("two exercises of the same seed would overwrite each other")
	}
}

func TestAnki_TakesNoTextForMarkup(t *testing.T) {
	data, _ := file(t, "anki", hostile(t))
	notes, _ := imported(t, data)
	for _, n := range notes {
		for _, field := range n.fields {
			for _, bad := range []string{"<b>&", "</p> {{", "[sound", "\x01", "\u202e"} {
				if strings.Contains(field, bad) {
					t.Errorf("%q stands in %s", bad, field)
				}
			}
		}
		if strings.Count(n.deck, "::") > 1 {
			t.Errorf("deck %q", n.deck)
		}
	}
}
