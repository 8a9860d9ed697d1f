package main

import (
	"testing"

	"alarife/assets"
	"alarife/catalog"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
	runs "alarife/internal/run"
)

// TestBench_Measures runs every measure but that of the whole process, which
// would start the tests anew.
func TestBench_Measures(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	texts, err := lang.LoadMessages(assets.Translations())
	if err != nil {
		t.Fatal(err)
	}
	base, err := knowledge.Load(catalog.Files)
	if err != nil {
		t.Fatal(err)
	}
	b := &bencher{app: &app{texts: texts, lang: lang.English}, cold: 1, runner: runs.New(base, texts)}
	if err := b.prepare(); err != nil {
		t.Fatal(err)
	}
	if n := len(b.large().Components); n != layoutSize {
		t.Errorf("%d components are laid out, want %d", n, layoutSize)
	}
	for _, x := range budgets {
		if x.key == "export" {
			continue
		}
		if took, err := x.measure(b); err != nil || took <= 0 {
			t.Errorf("%s: %v, %v", x.key, took, err)
		}
	}
}
