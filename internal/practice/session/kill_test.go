package session_test

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"alarife/internal/practice/history"
	"alarife/internal/practice/session"
)

// victim is the variable that makes a process of this test one that practises
// until it is killed; it names the history.
const victim = "ALARIFE_TEST_VICTIM"

// TestVictim practises without end and tells each answer that was saved: the
// session and the number, one a line.
func TestVictim(t *testing.T) {
	path := os.Getenv(victim)
	if path == "" {
		t.Skip("it is run by TestKill")
	}
	store, err := history.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	d := &session.Desk{Shelf: shelf(), Store: store, Now: time.Now}
	for seed := uint64(1); ; seed++ {
		s, err := victimSession(d, seed)
		if err != nil {
			t.Fatal(err)
		}
		for n := s.Next(-1); n >= 0; n = s.Next(n) {
			if _, err := s.Answer(n, s.Exercise(n).RightAnswer()); err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(os.Stdout, "saved %d %d\n", s.ID(), n)
		}
		if _, err := s.Finish(); err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(os.Stdout, "finished %d 0\n", s.ID())
	}
}

// victimSession resumes what was left, or begins a drill and an exam in turns.
func victimSession(d *session.Desk, seed uint64) (*session.Session, error) {
	if open, err := d.Unfinished(); err != nil || len(open) > 0 {
		if err != nil {
			return nil, err
		}
		return d.Resume(open[0].ID)
	}
	kind := session.Drill
	if seed%2 == 0 {
		kind = session.Exam
	}
	return d.Begin(session.Plan{Kind: kind, Seed: seed, Count: 8, Source: session.Authored})
}

// TestKill kills a process that practises at random moments and looks for
// every answer that it had told to be saved.
func TestKill(t *testing.T) {
	kills := 9
	if testing.Short() {
		kills = 3
	}
	path := filepath.Join(t.TempDir(), "practice.db")
	saved, finished := map[[2]int64]bool{}, map[int64]bool{}
	for n := range kills {
		run(t, path, n%3 == 2, rand.New(rand.NewPCG(uint64(n), 9)), saved, finished)
		inspect(t, path, saved, finished, n+1)
	}
	if len(saved) < kills/2 {
		t.Errorf("only %d answers were saved", len(saved))
	}
	t.Logf("%d kills, %d answers, %d sessions finished: nothing lost", kills, len(saved), len(finished))
}

// run starts the process and kills it some time after its first answer, or
// early: after its start.
func run(t *testing.T, path string, early bool, r *rand.Rand, saved map[[2]int64]bool, finished map[int64]bool) {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestVictim$", "-test.timeout=5m")
	cmd.Env = append(os.Environ(), victim+"="+path)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Skipf("no process can be started here: %v", err)
	}
	killed := early
	if early {
		time.AfterFunc(time.Duration(r.IntN(500))*time.Millisecond, func() { _ = cmd.Process.Kill() })
	}
	for lines := bufio.NewScanner(out); lines.Scan(); {
		var what string
		var id, n int64
		if _, err := fmt.Sscanf(lines.Text(), "%s %d %d", &what, &id, &n); err != nil {
			continue // a line of the testing package
		}
		if what == "finished" {
			finished[id] = true
		} else {
			saved[[2]int64{id, n}] = true
		}
		if !killed {
			killed = true
			time.AfterFunc(time.Duration(r.IntN(250))*time.Millisecond, func() { _ = cmd.Process.Kill() })
		}
	}
	if err := cmd.Wait(); !killed {
		t.Fatalf("the process ended by itself: %v", err)
	}
}

// inspect opens what the process left behind.
func inspect(t *testing.T, path string, saved map[[2]int64]bool, finished map[int64]bool, kills int) {
	t.Helper()
	store, err := history.Open(path)
	if err != nil {
		t.Fatalf("after kill %d: %v", kills, err)
	}
	defer store.Close()
	answers, err := store.Answers()
	if err != nil {
		t.Fatal(err)
	}
	found := map[[2]int64]bool{}
	for _, a := range answers {
		found[[2]int64{a.Session, int64(a.N)}] = true
		if !a.Grade.Right {
			t.Errorf("the answer %d of session %d was kept by halves: %+v", a.N, a.Session, a)
		}
	}
	for key := range saved {
		if !found[key] {
			t.Errorf("after kill %d: the answer %d of session %d is lost", kills, key[1], key[0])
		}
	}
	if len(found) > len(saved)+kills { // killed between the saving and the telling
		t.Errorf("%d answers are kept, %d were told", len(found), len(saved))
	}
	sessions, err := store.Sessions()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range sessions {
		if finished[s.ID] && s.Open() {
			t.Errorf("after kill %d: session %d is not finished any more", kills, s.ID)
		}
	}
	if cards, err := store.Cards(); err != nil || len(cards) == 0 {
		t.Errorf("after kill %d: %d cards, %v", kills, len(cards), err)
	}
}
