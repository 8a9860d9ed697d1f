package run_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"testing"

	"alarife/assets"
	"alarife/catalog"
	"alarife/internal/architecture"
	"alarife/internal/design"
	"alarife/internal/diagram"
	"alarife/internal/export"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/paint"
	"alarife/internal/run"
	"alarife/internal/testkit"
)

func runner(t testing.TB) *run.Runner {
	t.Helper()
	b, err := knowledge.Load(catalog.Files)
	if err != nil {
		t.Fatal(err)
	}
	texts, err := lang.LoadMessages(assets.Translations())
	if err != nil {
		t.Fatal(err)
	}
	return run.New(b, texts)
}

func brief(t testing.TB, m *run.Runner, s *knowledge.Scenario, era knowledge.Era) run.Brief {
	t.Helper()
	d, err := design.FromScenario(s, m.Base())
	if err != nil {
		t.Fatal(err)
	}
	d.Era = era
	return run.Brief{Title: d.Title, Case: d.Case()}
}

func TestStages_OfTheGuidesCases(t *testing.T) {
	m := runner(t)
	for _, id := range testkit.Cases() {
		s := m.Base().Scenario(id)
		r := m.Full(brief(t, m, s, s.Era))
		testkit.Golden(t, id+"/architecture.txt", outline(r))
		scene, err := r.Scene(lang.Spanish, nil)
		if err != nil {
			t.Fatal(err)
		}
		testkit.Golden(t, id+"/scene.json", sceneLines(t, scene))
		var dot, svg bytes.Buffer
		if err := (&export.Export{Run: r, Lang: lang.Spanish}).DOT(&dot); err != nil {
			t.Fatal(err)
		}
		testkit.Golden(t, id+"/graph.dot", dot.Bytes())
		if err := paint.New().SVG(&svg, withoutIcons(scene), paint.Light()); err != nil {
			t.Fatal(err)
		}
		testkit.Golden(t, id+"/picture.svg", svg.Bytes())
	}
}

func outline(r *run.Run) []byte {
	var b bytes.Buffer
	for _, x := range r.Architecture.Boundaries {
		fmt.Fprintf(&b, "boundary %s %s in %q\n", x.ID, x.Kind, x.Parent)
	}
	for _, c := range r.Architecture.Components {
		fmt.Fprintf(&b, "component %s service=%s actor=%s place=%s in=%q from=%s/%s slot=%s traits=%v\n",
			c.ID, c.Service, c.Actor, c.Place, c.Boundary, c.Decision, c.Option, c.Slot, c.Traits)
	}
	for _, f := range r.Architecture.Flows {
		fmt.Fprintf(&b, "flow %s step=%d async=%v %q\n", f.ID, f.Step, f.Async, f.Text.EN)
	}
	for _, f := range r.Findings {
		fmt.Fprintf(&b, "finding %s %s %v %s%s\n", f.Rule.Severity, f.Rule.ID, f.Components, f.Service, f.Decision)
	}
	for _, l := range r.Estimate.Lines {
		fmt.Fprintf(&b, "cost %s %s %.4f %s × %g × %g = %.4f\n", l.Component, l.Price, l.Quantity, l.Unit, l.UnitUSD, l.Factor, l.USD)
	}
	for _, x := range r.Estimate.Missing {
		fmt.Fprintf(&b, "missing %s %s\n", x.Component, x.Price)
	}
	return b.Bytes()
}

// sceneLines writes a scene as JSON with one element a line.
func sceneLines(t *testing.T, s *diagram.Scene) []byte {
	t.Helper()
	var b bytes.Buffer
	line := func(kind string, v any) {
		data, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "%s %s\n", kind, data)
	}
	line("size", s.Size)
	for _, x := range s.Boxes {
		line("box", x)
	}
	for _, x := range s.Nodes {
		line("node", x)
	}
	for _, x := range s.Edges {
		line("edge", x)
	}
	for _, x := range s.Texts {
		line("text", x)
	}
	return b.Bytes()
}

// withoutIcons is the scene as a build without the icon package draws it, so
// that golden files do not hang on what was fetched.
func withoutIcons(s *diagram.Scene) *diagram.Scene {
	out := *s
	out.Boxes = append([]diagram.Box{}, s.Boxes...)
	for i := range out.Boxes {
		out.Boxes[i].Icon = ""
	}
	out.Nodes = append([]diagram.Node{}, s.Nodes...)
	for i := range out.Nodes {
		out.Nodes[i].Icon = ""
	}
	return &out
}

func TestPicture_OfEveryScenarioKeepsTheHardGates(t *testing.T) {
	m := runner(t)
	for _, s := range m.Base().Scenarios {
		for _, era := range []knowledge.Era{knowledge.Guide, knowledge.Today} {
			r := m.Quick(brief(t, m, s, era))
			for _, l := range lang.All() {
				scene, err := r.Scene(l, nil)
				if err != nil {
					t.Errorf("%s, %s, %s: %v", s.ID, era, l, err)
					continue
				}
				for _, v := range diagram.Check(scene) {
					t.Errorf("%s, %s, %s: %v", s.ID, era, l, v)
				}
			}
		}
	}
}

func TestArchitecture_OfTheGuidesCasesHasEveryNode(t *testing.T) {
	// The components that stand for the nodes of each case of the guide.
	want := map[string][]string{
		"recommendation":   {"users", "stream", "firehose", "lake", "records", "training", "artefact", "endpoint", "gateway"},
		"medical-imaging":  {"hospital", "transfer", "lake", "prep", "training", "artefact", "endpoint", "reviews", "viewer", "kms", "iam", "trail", "cw"},
		"social-sentiment": {"social", "collector", "stream", "lake", "analyse", "language", "records", "bi"},
		"fraud-detection":  {"pos", "stream", "features", "records", "endpoint", "decide", "alerts", "lake", "train"},
		"sentiment-api":    {"clients", "fixed-addresses", "balancer", "api-group", "model"},
	}
	m := runner(t)
	for id, nodes := range want {
		s := m.Base().Scenario(id)
		a := m.Quick(brief(t, m, s, knowledge.Guide)).Architecture
		for _, n := range nodes {
			if !hasOrigin(a, n) {
				t.Errorf("%s has no %s", id, n)
			}
		}
	}
}

func hasOrigin(a *architecture.Architecture, origin string) bool {
	for _, c := range a.Components {
		if c.Origin == origin {
			return true
		}
	}
	return false
}
