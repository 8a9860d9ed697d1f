package history

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"alarife/internal/fault"
	"alarife/internal/knowledge"
	"alarife/internal/practice"
	"alarife/internal/practice/schedule"

	"github.com/google/go-cmp/cmp"
)

var madrid = func() *time.Location {
	l, err := time.LoadLocation("Europe/Madrid")
	if err != nil {
		panic(err)
	}
	return l
}()

var start = time.Date(2026, 3, 29, 1, 30, 0, 123e6, madrid) // half an hour before summer time

func fresh(t *testing.T) *Store {
	t.Helper()
	s, err := Open(filepath.Join(t.TempDir(), "deep", "practice.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

func faultKey(err error) string {
	var f *fault.Fault
	if errors.As(err, &f) {
		return f.Key
	}
	return ""
}

// begun enters a session of three exercises.
func begun(t *testing.T, s *Store, kind string) int64 {
	t.Helper()
	id, err := s.Begin(Session{
		Kind: kind, Plan: json.RawMessage(`{"seed":18446744073709551615}`), Catalog: "sha256:x", Started: start, Limit: time.Hour,
	}, []Slot{
		{Exercise: "one", Digest: "d1", Kind: knowledge.ChoiceItem, Topic: "a", Guide: []int{1, 2}, Level: 1, Era: knowledge.Guide},
		{Exercise: "two", Digest: "d2", Kind: knowledge.EstimateItem, Topic: "b", Guide: []int{3}, Level: 3, Era: knowledge.Today},
		{Exercise: "generated-7-1", Digest: "d3", Pool: "a", Rule: "a/x/r", Kind: knowledge.ChoiceItem, Topic: "a", Guide: []int{}, Level: 2, Era: knowledge.Guide},
	})
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func answer(session int64, n int, credit float64, rules ...string) Answer {
	number := 12.5
	return Answer{
		Session: session, Slot: Slot{N: n}, At: start.Add(time.Duration(n) * time.Hour), Took: 1500 * time.Millisecond,
		Given: practice.Answer{Marked: []string{"ñ", "x"}, Number: &number, Text: "a \"text\"\nin <two> lines"},
		Grade: practice.Grade{Credit: credit, Right: credit == 1, Rules: append([]string{}, rules...), Wrong: []string{}},
	}
}

func clockAt(minutes int) Clock {
	d := time.Duration(minutes) * time.Minute
	return Clock{Now: start.Add(d), Spent: d}
}

func TestStore_KeepsWhatWasEntered(t *testing.T) {
	s := fresh(t)
	id := begun(t, s, "drill")
	marks := []schedule.Mark{{Rule: "a/x/r", Rating: schedule.Again, New: true}}
	given := answer(id, 1, 0.5, "a/x/r")
	if err := s.Save(given, marks, clockAt(5)); err != nil {
		t.Fatal(err)
	}
	if err := s.Flag(id, 2, true, clockAt(6)); err != nil {
		t.Fatal(err)
	}
	reopened, err := Open(s.Path())
	if err != nil {
		t.Fatal(err)
	}
	defer reopened.Close()
	x, slots, answers, err := reopened.Session(id)
	if err != nil {
		t.Fatal(err)
	}
	if !x.Open() || x.Count != 3 || x.Answered != 1 || x.Credit != 0.5 || x.Limit != time.Hour || x.Spent != 6*time.Minute ||
		string(x.Plan) != `{"seed":18446744073709551615}` || !x.Started.Equal(start) {
		t.Errorf("the session is %+v", x)
	}
	if !slots[2].Flagged || slots[1].Flagged || slots[2].Pool != "a" || slots[2].Rule != "a/x/r" || slots[0].Guide[1] != 2 || slots[1].Era != knowledge.Today {
		t.Errorf("the slots are %+v", slots)
	}
	got := answers[0]
	if diff := cmp.Diff(given.Given, got.Given); diff != "" || len(answers) != 1 {
		t.Error(diff, len(answers))
	}
	if diff := cmp.Diff(given.Grade, got.Grade); diff != "" || got.Took != given.Took || got.Slot.Exercise != "two" {
		t.Errorf("%s, %+v", diff, got)
	}
	if !got.At.Equal(given.At) || got.At.Format(time.RFC3339) != "2026-03-29T03:30:00+02:00" {
		t.Errorf("answered at %v", got.At)
	}
	cards, err := reopened.Cards()
	if err != nil || len(cards) != 1 || cards[0].Rule != "a/x/r" || cards[0].Reviews != 1 || !cards[0].Due.After(cards[0].Last) {
		t.Errorf("the cards are %+v (%v)", cards, err)
	}
	seen, err := reopened.Seen()
	if err != nil || len(seen) != 1 || !seen["two"].Equal(given.At) {
		t.Errorf("seen %v, %v", seen, err)
	}
}

func TestStore_AnswersOnceOrChanges(t *testing.T) {
	s := fresh(t)
	id := begun(t, s, "drill")
	mark := []schedule.Mark{{Rule: "r", Rating: schedule.Again, New: true}}
	if err := s.Save(answer(id, 0, 0), mark, clockAt(1)); err != nil {
		t.Fatal(err)
	}
	if err := s.Save(answer(id, 0, 1), mark, clockAt(2)); !errors.Is(err, ErrAnswered) {
		t.Errorf("a second answer: %v", err)
	}
	if cards, _ := s.Cards(); cards[0].Reviews != 1 {
		t.Error("a refused answer left its mark")
	}
	if err := s.Change(answer(id, 0, 1), clockAt(3)); err != nil {
		t.Fatal(err)
	}
	if _, _, answers, _ := s.Session(id); len(answers) != 1 || !answers[0].Grade.Right || answers[0].Took != 3*time.Second {
		t.Errorf("changed: %+v", answers)
	}
	if err := s.Save(answer(id, 9, 1), nil, clockAt(4)); err == nil {
		t.Error("an exercise that is not there was answered")
	}
	unwritable := answer(id, 1, 1)
	*unwritable.Given.Number = math.NaN()
	if err := errors.Join(s.Save(unwritable, nil, clockAt(4)), s.Change(unwritable, clockAt(4))); err == nil {
		t.Error("a number that is none was kept")
	}
	if err := s.Finish(id, mark, clockAt(5)); err != nil {
		t.Fatal(err)
	}
	for name, err := range map[string]error{
		"save": s.Save(answer(id, 1, 1), nil, clockAt(6)), "change": s.Change(answer(id, 0, 0), clockAt(6)),
		"flag": s.Flag(id, 0, true, clockAt(6)), "finish": s.Finish(id, mark, clockAt(6)), "save elsewhere": s.Save(answer(id+1, 0, 1), nil, clockAt(6)),
	} {
		if !errors.Is(err, ErrFinished) {
			t.Errorf("%s after the end: %v", name, err)
		}
	}
	if cards, _ := s.Cards(); cards[0].Reviews != 2 {
		t.Errorf("the cards are %+v", cards)
	}
	if _, _, _, err := s.Session(99); faultKey(err) != "history.no-session" {
		t.Errorf("no session is %v", err)
	}
}

func TestStore_ListsSessionsNewestFirst(t *testing.T) {
	s := fresh(t)
	first, second := begun(t, s, "drill"), begun(t, s, "exam")
	if err := s.Finish(first, nil, clockAt(1)); err != nil {
		t.Fatal(err)
	}
	list, err := s.Sessions()
	if err != nil || len(list) != 2 || list[0].ID != second || !list[0].Open() || list[1].Open() {
		t.Errorf("%+v, %v", list, err)
	}
}

func TestExport_IsReadAgain(t *testing.T) {
	s := fresh(t)
	id := begun(t, s, "drill")
	for n := range 3 {
		if err := s.Save(answer(id, n, 1), []schedule.Mark{{Rule: "r", Rating: schedule.Good, New: true}}, clockAt(n)); err != nil {
			t.Fatal(err)
		}
	}
	var table, whole bytes.Buffer
	if err := errors.Join(s.Export(&table, CSV), s.Export(&whole, JSON)); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&table).ReadAll()
	if err != nil || len(rows) != 4 || len(rows[0]) != len(columns) || rows[2][0] != "2026-03-29T03:30:00+02:00" || rows[2][2] != "two" {
		t.Errorf("%v, %v", rows, err)
	}
	var given practice.Answer
	if err := json.Unmarshal([]byte(rows[1][len(columns)-1]), &given); err != nil || given.Text != answer(id, 0, 1).Given.Text {
		t.Errorf("%+v, %v", given, err)
	}
	var data struct {
		Alarife  int
		Sessions []Session
		Answers  []Answer
		Cards    []schedule.Card
	}
	if err := json.Unmarshal(whole.Bytes(), &data); err != nil || data.Alarife != 1 || len(data.Sessions) != 1 || len(data.Answers) != 3 || len(data.Cards) != 1 {
		t.Errorf("%v: %s", err, whole.String())
	}
	if !strings.Contains(whole.String(), `"two"`) || strings.Contains(whole.String(), "finished") {
		t.Error(whole.String())
	}
	if err := s.Export(&whole, "xml"); faultKey(err) != "catalog.not-one-of" {
		t.Errorf("another format: %v", err)
	}
}

func TestDelete_LeavesNothingToRead(t *testing.T) {
	s := fresh(t)
	id := begun(t, s, "drill")
	secret := answer(id, 0, 1)
	secret.Given.Text = "a secret of mine"
	if err := s.Save(secret, []schedule.Mark{{Rule: "some/rule", Rating: schedule.Again, New: true}}, clockAt(1)); err != nil {
		t.Fatal(err)
	}
	for range 60 {
		begun(t, s, "exam")
	}
	before, _ := os.ReadFile(s.Path())
	if !bytes.Contains(before, []byte("a secret of mine")) {
		t.Fatal("the test looks at the wrong file")
	}
	if err := s.Delete(); err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(s.Path())
	if err != nil || bytes.Contains(raw, []byte("a secret of mine")) || bytes.Contains(raw, []byte("some/rule")) {
		t.Errorf("what was deleted can be read (%v)", err)
	}
	if len(raw) >= len(before) {
		t.Errorf("the file is as large as before: %d bytes", len(raw))
	}
	answers, e1 := s.Answers()
	cards, e2 := s.Cards()
	sessions, e3 := s.Sessions()
	if err := errors.Join(e1, e2, e3); err != nil || len(answers)+len(cards)+len(sessions) > 0 {
		t.Errorf("%d answers, %d cards, %d sessions are left (%v)", len(answers), len(cards), len(sessions), err)
	}
	begun(t, s, "exam") // it can be used on
}
