package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"alarife/internal/lang"
	"alarife/internal/testkit"
)

// harbour is a catalog with exercises whose words are the tests' own.
const harbour = "testdata/practice-catalog"

// noon is when tests practise.
var noon = time.Date(2026, 11, 24, 12, 0, 0, 0, time.FixedZone("", 3600))

// callAt runs the program at a time.
func callAt(t *testing.T, now time.Time, in string, args ...string) said {
	t.Helper()
	var out, complaint bytes.Buffer
	s := streams{in: strings.NewReader(in), out: &out, err: &complaint, now: func() time.Time { return now }}
	code := run(args, func(string) string { return "" }, s)
	return said{code, out.String(), complaint.String()}
}

func TestPractice_TalksInBothLanguages(t *testing.T) {
	for _, s := range stories(t, "practice") {
		t.Run(s.name, func(t *testing.T) {
			for _, l := range lang.All() {
				got := callAt(t, noon, s.stdin, append(s.args, "--lang", string(l))...)
				if got.code != done || got.err != "" {
					t.Fatalf("exit %d\n%s", got.code, got.err)
				}
				if strings.Contains(got.out, "dialogue.") || strings.Contains(got.out, "cli.") {
					t.Errorf("%s: a text is missing", l)
				}
				testkit.Golden(t, string(l)+".txt", []byte(got.out))
			}
		})
	}
}

// practised runs the program at a time with a history and fails the test
// where it does not exit with 0.
func practised(t *testing.T, file string, day int, in string, args ...string) string {
	t.Helper()
	got := callAt(t, noon.AddDate(0, 0, day), in, append(append([]string{"practice"}, args...), "--history", file)...)
	if got.code != done || got.err != "" {
		t.Fatalf("day %d, %v: exit %d\n%s", day, args, got.code, got.err)
	}
	return strings.ReplaceAll(got.out, file, "practice.db")
}

// TestPractice_OverDays practises for some days, is killed, goes on, reviews
// what is due, and tells the progress.
func TestPractice_OverDays(t *testing.T) {
	file := filepath.Join(t.TempDir(), "practice.db")
	var all strings.Builder
	step := func(day int, in string, args ...string) {
		all.WriteString("$ day " + strconv.Itoa(day) + ": " + strings.Join(args, " ") + "\n" + practised(t, file, day, in, append(args, "--catalog", harbour)...) + "\n")
	}
	about := []string{"--topic", "harbour", "--source", "authored"}
	step(0, "b\n", append(about, "drill", "--seed", "1", "--kind", "choice,estimate,order")...)
	step(0, "cab\n", append(about, "drill", "--seed", "5", "--kind", "match")...)
	step(1, "a c\n1 2 3 4\n4,5\n", "drill", "--resume", "--lang", "es")
	step(2, "a\na\nh\nh\n", append(about, "exam", "--kind", "choice", "--seed", "6", "--count", "3", "--limit", "0")...)
	step(4, "1d 2b 3c\n\na b\na\n", "review", "--count", "3", "--seed", "1")
	step(4, "q\n", "drill", "--weak", "--count", "2", "--seed", "1")
	step(9, "", "stats")
	step(9, "", "stats", "--lang", "es")
	step(9, "", "history")
	step(9, "", "history", "--lang", "es")
	step(9, "what?\nn\n", "history", "--delete", "--lang", "es")
	step(9, "y\n", "history", "--delete")
	step(9, "", "history")
	testkit.Golden(t, "all.txt", []byte(all.String()))
}

// TestPractice_ExamWhoseTimeIsOver is left, and taken up when its time is over:
// what was explained is still ticked.
func TestPractice_ExamWhoseTimeIsOver(t *testing.T) {
	file := filepath.Join(t.TempDir(), "practice.db")
	plan := []string{"exam", "--kind", "explain", "--topic", "harbour", "--source", "authored", "--seed", "3", "--limit", "30m"}
	first := practised(t, file, 0, "Begun, and cut off\n", append(plan, "--catalog", harbour, "--lang", "es")...)
	again := practised(t, file, 1, "x\n1\n", "exam", "--resume", "--catalog", harbour, "--lang", "es")
	testkit.Golden(t, "es.txt", []byte(first+"\n"+again))
}

// TestPractice_ExamThatIsClosedForGood tells nothing of what was right before,
// and its answers count from then on.
func TestPractice_ExamThatIsClosedForGood(t *testing.T) {
	file := filepath.Join(t.TempDir(), "practice.db")
	var all strings.Builder
	step := func(in string, args ...string) {
		all.WriteString("$ " + strings.Join(args, " ") + "\n" + practised(t, file, 0, in, append(args, "--catalog", harbour)...) + "\n")
	}
	step("a\na\n", "exam", "--kind", "choice", "--topic", "harbour", "--source", "authored", "--seed", "6", "--count", "3", "--limit", "0")
	step("", "stats")
	if out := practised(t, file, 0, "", "history", "--format", "json"); !strings.Contains(out, `"credit": 0`) || strings.Contains(out, `"credit": 0.`) {
		t.Errorf("the marks of an open exam are told: %s", out)
	}
	step("", "exam", "--abandon", "--lang", "es")
	step("", "stats")
	testkit.Golden(t, "all.txt", []byte(all.String()))
	got := callAt(t, noon, "", "practice", "exam", "--abandon", "--history", file)
	if got.code == done || !strings.Contains(got.err, "nothing of this kind") {
		t.Errorf("exit %d: %s", got.code, got.err)
	}
}

// TestPractice_SaysThatATextWithoutTicksIsNotKept: whether it ends in the
// text, among its points, or with a command.
func TestPractice_SaysThatATextWithoutTicksIsNotKept(t *testing.T) {
	for in, l := range map[string]lang.Lang{"mine\n": lang.English, "mine\n\nq\n": lang.Spanish, "mine\n.s\n": lang.English} {
		got := callAt(t, noon, in, "practice", "drill", "--history", ":memory:", "--kind", "explain", "--source", "authored", "--seed", "3", "--count", "1", "--lang", string(l))
		want := map[lang.Lang]string{lang.English: "question 1 is not kept", lang.Spanish: "pregunta 1 no se guarda"}[l]
		if got.code != done || strings.Count(strings.Join(strings.Fields(got.out), " "), want) != 1 {
			t.Errorf("%q: exit %d\n%s", in, got.code, got.out)
		}
	}
}

func TestPractice_StatsAndHistoryAsData(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "practice.db")
	practised(t, file, 0, "a\na\n", "drill", "--kind", "choice", "--seed", "4", "--count", "2")
	var stats struct {
		Alarife int
		Totals  struct{ Answers, Sessions int }
		Guide   []struct{ Session int }
	}
	if err := json.Unmarshal([]byte(practised(t, file, 0, "", "stats", "--format", "json")), &stats); err != nil ||
		stats.Alarife != 1 || stats.Totals.Answers != 2 || stats.Totals.Sessions != 1 || len(stats.Guide) < 13 {
		t.Errorf("%v: %+v", err, stats)
	}
	var list struct{ Sessions []struct{ Kind string } }
	if err := json.Unmarshal([]byte(practised(t, file, 0, "", "history", "--format", "json")), &list); err != nil || len(list.Sessions) != 1 {
		t.Errorf("%v: %+v", err, list)
	}
	for _, name := range []string{"all.json", "answers.csv"} {
		practised(t, file, 0, "", "history", "--export", filepath.Join(dir, name))
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil || name == "all.json" && !json.Valid(data) || bytes.Count(data, []byte("\n")) < 3 {
			t.Errorf("%s (%v):\n%s", name, err, data)
		}
	}
	practised(t, file, 0, "", "history", "--delete", "--yes")
	if out := practised(t, file, 0, "", "history"); !strings.HasPrefix(out, "Nothing has been practised") {
		t.Errorf("got %s", out)
	}
}

func TestPractice_WritesPictures(t *testing.T) {
	dir := t.TempDir()
	args := []string{"practice", "drill", "--history", ":memory:", "--catalog", harbour, "--topic", "quay-fault", "--source", "authored", "--pictures", filepath.Join(dir, "drawn")}
	got := callAt(t, noon, "", args...)
	want := filepath.Join(dir, "drawn", "quay-fault.svg")
	data, err := os.ReadFile(want)
	if got.code != done || !strings.Contains(got.out, "Picture: ") || err != nil || !bytes.HasPrefix(data, []byte("<?xml")) {
		t.Errorf("exit %d, %v\n%s", got.code, err, got.out)
	}
}

// TestPractice_TellsTheSameWhereverItIsCut: input cut anywhere ends the
// program cleanly, and the answers before the cut are there.
func TestPractice_TellsTheSameWhereverItIsCut(t *testing.T) {
	in := "a\n.f\nz\n2\nq"
	for _, cut := range []int{0, 1, 2, 4, 7, 8, len(in)} {
		file := filepath.Join(t.TempDir(), "practice.db")
		got := callAt(t, noon, in[:cut], "practice", "drill", "--history", file, "--kind", "choice", "--source", "authored", "--seed", "4", "--count", "3")
		if got.code != done || got.err != "" {
			t.Fatalf("%q: exit %d\n%s", in[:cut], got.code, got.err)
		}
		answered := strings.Count(got.out, "Sources:")
		var stats struct{ Totals struct{ Answers int } }
		if err := json.Unmarshal([]byte(practised(t, file, 0, "", "stats", "--format", "json")), &stats); err != nil || stats.Totals.Answers != answered {
			t.Errorf("%q: %d answers are told, %d are kept (%v)", in[:cut], answered, stats.Totals.Answers, err)
		}
	}
}

// TestPractice_StopsWhereTakingUpIsAsked stops, as a person at a terminal can,
// at the question whether to go on with what was left.
func TestPractice_StopsWhereTakingUpIsAsked(t *testing.T) {
	file := filepath.Join(t.TempDir(), "practice.db")
	drill := []string{"drill", "--topic", "harbour", "--source", "authored", "--seed", "1", "--catalog", harbour}
	practised(t, file, 0, "q\n", drill...)
	terminal, err := os.Open(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	defer terminal.Close()
	if !isTyped(terminal) {
		t.Skip("the null device is no terminal here")
	}
	var out, complaint bytes.Buffer
	s := streams{in: terminal, out: &out, err: &complaint, now: func() time.Time { return noon }}
	args := append([]string{"practice", "--history", file}, drill...)
	if code := run(args, func(string) string { return "" }, s); code != done || complaint.Len() > 0 || !strings.Contains(out.String(), "(y/n)") {
		t.Errorf("exit %d\n%s%s", code, out.String(), complaint.String())
	}
	if left := practised(t, file, 0, "q\n", "drill", "--resume", "--catalog", harbour); !strings.Contains(left, "1 of") {
		t.Errorf("what was left is gone:\n%s", left)
	}
}
