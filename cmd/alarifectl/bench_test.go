package main

import (
	"testing"
	"time"

	"alarife/internal/lang"
	runs "alarife/internal/run"
	"alarife/internal/testkit/builtin"
)

// TestBench_Measures runs the quick measures; the picture's take seconds, and
// that of the whole process would start the tests anew.
func TestBench_Measures(t *testing.T) {
	b := &bencher{app: &app{texts: builtin.Texts(), lang: lang.English}, cold: 1, runner: runs.New(builtin.Base(), builtin.Texts())}
	if err := b.prepare(); err != nil {
		t.Fatal(err)
	}
	if n := len(b.large().Components); n != layoutSize {
		t.Errorf("%d components are laid out, want %d", n, layoutSize)
	}
	for _, x := range budgets {
		if x.limit >= 50*time.Millisecond && x.key != "load" {
			continue
		}
		if took, err := x.measure(b); err != nil || took <= 0 {
			t.Errorf("%s: %v, %v", x.key, took, err)
		}
	}
}
