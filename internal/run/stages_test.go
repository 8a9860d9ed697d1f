package run_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"testing"

	"alarife/internal/architecture"
	"alarife/internal/design"
	"alarife/internal/diagram"
	"alarife/internal/export"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/paint"
	"alarife/internal/run"
	"alarife/internal/testkit"
	"alarife/internal/testkit/builtin"
)

func runner(t testing.TB) *run.Runner {
	t.Helper()
	return run.New(builtin.Base(), builtin.Texts())
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
				if id := outOfOrder(scene); id != "" {
					t.Errorf("%s, %s, %s: the zones of %s are not in order", s.ID, era, l, id)
				}
				for _, id := range dents(scene) {
					t.Errorf("%s, %s, %s: %s goes around the label of its copies", s.ID, era, l, id)
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

// outOfOrder returns the id of a component whose copies do not stand in the
// order of the zones, "" for none.
func outOfOrder(s *diagram.Scene) string {
	last := map[string]diagram.Point{}
	for _, n := range s.Nodes {
		at := n.IconBox.Centre()
		if p, ok := last[n.Origin]; n.Zone != "" && ok {
			dx, dy := at.X-p.X, at.Y-p.Y
			if max(dx, -dx) > max(dy, -dy) && dx < 0 || max(dy, -dy) > max(dx, -dx) && dy < 0 {
				return n.Origin
			}
		}
		last[n.Origin] = at
	}
	return ""
}

// TestPicture_KeepsWhatStaysWhenTheEraChanges looks at every scenario told in
// one era and then in the other.
func TestPicture_KeepsWhatStaysWhenTheEraChanges(t *testing.T) {
	m := runner(t)
	changed, jumped := 0, 0
	for _, s := range m.Base().Scenarios {
		before, err := m.Quick(brief(t, m, s, knowledge.Guide)).Scene(lang.English, nil)
		if err != nil {
			t.Fatal(err)
		}
		after, err := m.Quick(brief(t, m, s, knowledge.Today)).Scene(lang.English, before)
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range diagram.Check(after) {
			t.Errorf("%s: %v", s.ID, v)
		}
		far := 0
		for _, n := range after.Nodes {
			if old := before.Node(n.ID); old != nil && !n.Strip {
				a, b := old.IconBox.Centre(), n.IconBox.Centre()
				if max(a.X-b.X, b.X-a.X, a.Y-b.Y, b.Y-a.Y) > 64 {
					far++
				}
			}
		}
		changed++
		if 2*far > len(after.Nodes) {
			jumped++
			t.Logf("%s jumps", s.ID)
		}
	}
	if 20*jumped > changed {
		t.Errorf("%d of %d pictures jump", jumped, changed)
	}
}

// dents lists the lines that leave their course to go around the label of a
// copy and come back to it.
func dents(s *diagram.Scene) (ids []string) {
	group := func(e *diagram.Edge) string { return s.Node(e.From).Origin + ">" + s.Node(e.To).Origin }
	for i := range s.Edges {
		e := &s.Edges[i]
		for k := 0; k+3 < len(e.Path); k++ {
			a, b, c, d := e.Path[k], e.Path[k+1], e.Path[k+2], e.Path[k+3]
			if a != (diagram.Point{X: a.X, Y: d.Y}) && a != (diagram.Point{X: d.X, Y: a.Y}) {
				continue
			}
			dent := diagram.Rect{Min: diagram.Point{X: min(a.X, b.X, c.X, d.X), Y: min(a.Y, b.Y, c.Y, d.Y)}, Max: diagram.Point{X: max(a.X, b.X, c.X, d.X), Y: max(a.Y, b.Y, c.Y, d.Y)}}
			for j := range s.Edges {
				o := &s.Edges[j]
				if o.ID != e.ID && !o.Box.Empty() && group(o) == group(e) && dent.W() < 2*o.Box.W()+64 && dent.H() < 2*o.Box.H()+64 && dent.Grow(1).Overlaps(o.Box) && max(dent.W(), dent.H()) > 8 {
					ids = append(ids, e.ID)
				}
			}
		}
	}
	return ids
}
