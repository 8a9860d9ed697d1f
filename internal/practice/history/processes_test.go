package history

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"alarife/internal/practice/schedule"
)

// partner is the variable that makes a process of this test one that writes;
// it names the history.
const partner = "ALARIFE_TEST_PARTNER"

const shared = 25 // answers of each process

// writeMuch begins a session and answers it; all rate the same rule.
func writeMuch(path string) error {
	s, err := Open(path)
	if err != nil {
		return err
	}
	defer s.Close()
	slots := make([]Slot, shared)
	id, err := s.Begin(Session{Kind: "drill", Plan: []byte("{}"), Started: start}, slots)
	if err != nil {
		return err
	}
	for n := range slots {
		if err := s.Save(answer(id, n, 0), []schedule.Mark{{Rule: "r", Rating: schedule.Again, New: true}}, clockAt(n)); err != nil {
			return fmt.Errorf("answer %d: %w", n, err)
		}
	}
	return nil
}

func TestPartner(t *testing.T) {
	path := os.Getenv(partner)
	if path == "" {
		t.Skip("it is run by TestStore_BearsTwoProcesses")
	}
	if err := writeMuch(path); err != nil {
		t.Fatal(err)
	}
}

// TestStore_BearsTwoProcesses lets three processes make one history and write
// to it at once.
func TestStore_BearsTwoProcesses(t *testing.T) {
	path := filepath.Join(t.TempDir(), "practice.db")
	var others []*exec.Cmd
	for range 2 {
		cmd := exec.Command(os.Args[0], "-test.run=^TestPartner$")
		cmd.Env = append(os.Environ(), partner+"="+path)
		cmd.Stdout, cmd.Stderr = os.Stderr, os.Stderr
		if err := cmd.Start(); err != nil {
			t.Skipf("no process can be started here: %v", err)
		}
		others = append(others, cmd)
	}
	if err := writeMuch(path); err != nil {
		t.Error(err)
	}
	for _, cmd := range others {
		if err := cmd.Wait(); err != nil {
			t.Error(err)
		}
	}
	s, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	answers, err := s.Answers()
	cards, e := s.Cards()
	if err != nil || e != nil || len(answers) != 3*shared || len(cards) != 1 || cards[0].Reviews != 3*shared {
		t.Errorf("%d answers, cards %+v (%v, %v)", len(answers), cards, err, e)
	}
}
