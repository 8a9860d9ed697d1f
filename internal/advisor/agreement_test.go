package advisor_test

import (
	"os"
	"path/filepath"
	"testing"

	"alarife/internal/advisor"
	"alarife/internal/fault"
	"alarife/internal/knowledge"
	"alarife/internal/source"
	"alarife/internal/testkit"
	"alarife/internal/workload"
)

// agreement is a short description of a workload, as exams and AWS's decision
// guides give it: a few facts, perhaps a wish, and what they say is right.
type agreement struct {
	Expect     source.Entries `yaml:"expect,required"` // decision → option
	Answers    source.Entries `yaml:"answers,required"`
	Priorities source.Entries `yaml:"priorities"`
	Era        knowledge.Era  `yaml:"era"` // "" is Today
	Because    string         `yaml:"because,required"`
	Source     string         `yaml:"source,required"`
}

func TestAgreement_WithWhatIsTaught(t *testing.T) {
	a, _ := builtIn(t, "fraud-detection")
	paths, err := filepath.Glob(testkit.Path(t, "internal/advisor/testdata/agreement/*.yaml"))
	if err != nil || len(paths) == 0 {
		t.Fatal("no agreements", err)
	}
	for _, path := range paths {
		for _, x := range agreements(t, path) {
			r := a.Quick(x.workload(t, a))
			for _, e := range x.Expect {
				if got := r.Chose(e.Key.Text); got != e.Value {
					t.Errorf("%s:%d: %s: %q is recommended, %q expected: %s", filepath.Base(path), e.Key.Place.Line, e.Key.Text, got, e.Value, x.Because)
				}
			}
		}
	}
}

func agreements(t *testing.T, path string) []agreement {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var f struct {
		Cases []agreement `yaml:"cases"`
	}
	doc, err := source.Parse(filepath.Base(path), data)
	if err == nil {
		err = doc.Decode(&f)
	}
	if err != nil {
		t.Fatal(err)
	}
	return f.Cases
}

func (x agreement) workload(t *testing.T, a *advisor.Advisor) advisor.Case {
	t.Helper()
	c := advisor.Case{Era: x.Era}
	c.Workload, c.Priorities = answered(t, a, workload.Workload{}, x.Answers, x.Priorities)
	return c
}

// answered adds answers to a workload and reads priorities, both as files have
// them.
func answered(t *testing.T, a *advisor.Advisor, w workload.Workload, answers, priorities source.Entries) (workload.Workload, map[knowledge.Criterion]float64) {
	t.Helper()
	for _, e := range answers {
		v, err := a.Base().ReadAnswer(e.Key.Text, e.Value, fault.Place{})
		if err != nil {
			t.Fatal(err)
		}
		w = w.With(e.Key.Text, v)
	}
	weights, err := knowledge.ReadPriorities(priorities)
	if err != nil {
		t.Fatal(err)
	}
	return w, weights
}
