package advisor_test

import (
	"maps"
	"os"
	"path/filepath"
	"testing"

	"alarife/internal/advisor"
	"alarife/internal/knowledge"
	"alarife/internal/source"
	"alarife/internal/testkit"
)

// caseFile tells for the options of one decision that no bundled scenario
// comes to when they are recommended, or why none ever shall be.
type caseFile struct {
	Decision string       `yaml:"decision,required"`
	Cases    []optionCase `yaml:"cases"`
	Warned   []warned     `yaml:"warned-against"`
}

// optionCase is a workload: that of a scenario with some answers changed.
type optionCase struct {
	Option     string         `yaml:"option,required"`
	Like       string         `yaml:"like,required"` // the scenario
	Era        knowledge.Era  `yaml:"era"`           // "" is Today
	Answers    source.Entries `yaml:"answers"`
	Priorities source.Entries `yaml:"priorities"`
	Because    string         `yaml:"because,required"`
}

// warned is an option that stands in the catalog so that it is warned against.
type warned struct {
	Option  string `yaml:"option,required"`
	Because string `yaml:"because,required"`
}

func TestOptions_EachIsRecommendedByAScenarioOrACase(t *testing.T) {
	a, _ := builtIn(t, "fraud-detection")
	won := map[*knowledge.Option]bool{}
	for _, s := range a.Base().Scenarios {
		for _, era := range []knowledge.Era{knowledge.Guide, knowledge.Today} {
			_, c := builtIn(t, s.ID)
			c.Era = era
			a.Begin(c).Winners(func(_ *knowledge.Decision, o *knowledge.Option) { won[o] = true })
		}
	}
	excused := map[*knowledge.Option]bool{}
	for _, f := range caseFiles(t) {
		d := a.Base().Decision(f.Decision)
		if d == nil {
			t.Errorf("no decision %q", f.Decision)
			continue
		}
		for _, x := range f.Cases {
			if got := a.Quick(x.workload(t, a)).Chose(d.ID); got != x.Option {
				t.Errorf("%s like %s: %q is recommended, the case shows %q", d.ID, x.Like, got, x.Option)
			}
			excused[d.Option(x.Option)] = true
		}
		for _, x := range f.Warned {
			o := d.Option(x.Option)
			if o == nil || won[o] {
				t.Errorf("%s/%s is no option, or recommended by a scenario, and yet warned against", d.ID, x.Option)
			}
			excused[o] = true
		}
	}
	for _, d := range a.Base().Decisions {
		for _, o := range d.Options {
			if !won[o] && !excused[o] {
				t.Errorf("%s/%s: no scenario comes to it, and no case shows when it is recommended", d.ID, o.ID)
			}
		}
	}
}

func caseFiles(t *testing.T) []caseFile {
	t.Helper()
	paths, err := filepath.Glob(testkit.Path(t, "internal/advisor/testdata/cases/*.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	var out []caseFile
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var f caseFile
		doc, err := source.Parse(filepath.Base(path), data)
		if err == nil {
			err = doc.Decode(&f)
		}
		if err != nil {
			t.Fatal(err)
		}
		if f.Decision+".yaml" != filepath.Base(path) {
			t.Errorf("%s is about %s", filepath.Base(path), f.Decision)
		}
		out = append(out, f)
	}
	return out
}

func (x optionCase) workload(t *testing.T, a *advisor.Advisor) advisor.Case {
	t.Helper()
	if a.Base().Scenario(x.Like) == nil {
		t.Fatalf("no scenario %q", x.Like)
	}
	_, c := builtIn(t, x.Like)
	c.Era, c.Pins = x.Era, nil
	w, priorities := answered(t, a, c.Workload, x.Answers, x.Priorities)
	c.Workload = w
	maps.Copy(c.Priorities, priorities)
	return c
}
