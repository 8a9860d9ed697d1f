package diagram_test

import (
	"fmt"
	"reflect"
	"sort"
	"testing"

	"alarife/internal/architecture"
	"alarife/internal/diagram"
	"alarife/internal/diagram/sample"
	"alarife/internal/lang"
)

func draw(t testing.TB, a *architecture.Architecture, l lang.Lang, prev *diagram.Scene) *diagram.Scene {
	t.Helper()
	s, err := diagram.Layout(a, sample.Options(l), prev)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestLayout_KeepsTheHardGates(t *testing.T) {
	for _, l := range lang.All() {
		for _, name := range sample.Names() {
			t.Run(fmt.Sprintf("%s-%s", name, l), func(t *testing.T) {
				s := draw(t, sample.Build(name), l, nil)
				for _, v := range diagram.Check(s) {
					t.Error(v)
				}
				m := diagram.Measure(s)
				if most := 0.2 * float64(m.Edges); float64(m.Crossings) > most {
					t.Errorf("got %d crossings of %d lines, want at most %.1f", m.Crossings, m.Edges, most)
				}
				if bends := float64(m.Bends) / float64(m.Edges); bends > 2.5 {
					t.Errorf("got %.1f bends a line, want at most 2.5", bends)
				}
				if m.Aspect < 0.8 || m.Aspect > 4 {
					t.Errorf("got width by height %.2f, want 0.8 to 4", m.Aspect)
				}
			})
		}
		t.Run(fmt.Sprintf("large-%s", l), func(t *testing.T) {
			for _, v := range diagram.Check(draw(t, sample.Large(60), l, nil)) {
				t.Error(v)
			}
		})
	}
}

func TestLayout_KeepsTheHardGatesOnRandomArchitectures(t *testing.T) {
	seeds := uint64(200)
	if testing.Short() {
		seeds = 12
	}
	for seed := range seeds {
		s := draw(t, sample.Random(seed, 3+int(seed%26)), lang.English, nil)
		for _, v := range diagram.Check(s) {
			t.Errorf("seed %d: %v", seed, v)
		}
	}
}

func TestLayout_IsTheSameEveryTime(t *testing.T) {
	for _, name := range sample.Names() {
		a, b := draw(t, sample.Build(name), lang.Spanish, nil), draw(t, sample.Build(name), lang.Spanish, nil)
		if !reflect.DeepEqual(a, b) {
			t.Errorf("%s: two layouts differ", name)
		}
	}
}

func TestLayout_DrawsNothingForAnEmptyArchitecture(t *testing.T) {
	s := draw(t, &architecture.Architecture{Title: lang.Text{EN: "Empty", ES: "Vacía"}}, lang.English, nil)
	if len(s.Boxes)+len(s.Nodes)+len(s.Edges) != 0 {
		t.Errorf("got %d boxes, %d nodes, %d edges", len(s.Boxes), len(s.Nodes), len(s.Edges))
	}
	for _, v := range diagram.Check(s) {
		t.Error(v)
	}
}

func TestLayout_LeavesOutFlowsOfTheStrip(t *testing.T) {
	a := sample.Build("medical")
	s := draw(t, a, lang.English, nil)
	for _, e := range s.Edges {
		for _, id := range []string{e.From, e.To} {
			if c := a.Component(id); c.Place == architecture.Strip {
				t.Errorf("%s is drawn", e.ID)
			}
		}
	}
	if n := s.Node("kms"); n == nil || !n.Strip || s.Picture.Overlaps(n.Bounds) {
		t.Errorf("got %+v, want a component beside the picture", n)
	}
}

func TestLayout_DrawsRequestAndAnswerAsOneLine(t *testing.T) {
	s := draw(t, sample.Build("recommendation"), lang.English, nil)
	for _, e := range s.Edges {
		if e.ID != "users>api" {
			continue
		}
		if len(e.Heads) != 2 || len(e.Discs) != 2 || !reflect.DeepEqual(e.Flows, []string{"users>api", "api>users"}) {
			t.Errorf("got heads %d, discs %d, flows %v", len(e.Heads), len(e.Discs), e.Flows)
		}
		return
	}
	t.Error("the line is missing")
}

// TestLayout_KeepsWhatStayedInPlace takes one component away and looks how far
// the others move.
func TestLayout_KeepsWhatStayedInPlace(t *testing.T) {
	for _, name := range sample.Names() {
		a := sample.Build(name)
		before := draw(t, a, lang.English, nil)
		gone := a.Components[len(a.Components)/2].ID
		after := draw(t, without(a, gone), lang.English, before)
		for _, v := range diagram.Check(after) {
			t.Errorf("%s without %s: %v", name, gone, v)
		}
		if after.Shape.Direction != before.Shape.Direction || after.Shape.Fold != before.Shape.Fold {
			t.Errorf("%s: the shape changed from %v to %v", name, before.Shape, after.Shape)
		}
		var moved []float64
		for _, n := range after.Nodes {
			if old := before.Node(n.ID); old != nil && !n.Strip {
				a, b := old.IconBox.Centre(), n.IconBox.Centre()
				moved = append(moved, max(a.X-b.X, b.X-a.X, a.Y-b.Y, b.Y-a.Y))
			}
		}
		sort.Float64s(moved)
		if median := moved[len(moved)/2]; median > 64 {
			t.Errorf("%s without %s: half of the components moved by %.0f px or more: %v", name, gone, median, moved)
		}
	}
}

// TestLayout_FitsInWhatIsNew adds one component and its flows to a picture and
// looks that nothing else moves.
func TestLayout_FitsInWhatIsNew(t *testing.T) {
	for _, name := range sample.Names() {
		a := sample.Build(name)
		fresh := a.Components[len(a.Components)/2].ID
		before := draw(t, without(a, fresh), lang.English, nil)
		after := draw(t, a, lang.English, before)
		for _, v := range diagram.Check(after) {
			t.Errorf("%s with %s: %v", name, fresh, v)
		}
		moved := 0
		for _, n := range after.Nodes {
			if old := before.Node(n.ID); old != nil && !n.Strip && old.IconBox != n.IconBox {
				moved++
			}
		}
		if moved > 0 && name != "exam" { // nearly full: it is drawn anew
			t.Errorf("%s with %s: %d components moved", name, fresh, moved)
		}
	}
}

// TestLayout_FillsAPane looks that a picture made for a narrow pane is seen
// larger in it, or as large.
func TestLayout_FillsAPane(t *testing.T) {
	pane := diagram.Point{X: 640, Y: 680}
	larger := 0
	for _, name := range sample.Names() {
		a, o := sample.Build(name), sample.Options(lang.English)
		page := draw(t, a, lang.English, nil)
		o.Pane = pane
		s, err := diagram.Layout(a, o, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range diagram.Check(s) {
			t.Errorf("%s: %v", name, v)
		}
		scale := func(s *diagram.Scene) float64 { return min(pane.X/s.Size.X, pane.Y/s.Size.Y) }
		if scale(s) > 1.05*scale(page) {
			larger++
		}
		if scale(s) < 0.95*scale(page) {
			t.Errorf("%s: seen at %.2f, on a page at %.2f", name, scale(s), scale(page))
		}
	}
	if larger < 2 {
		t.Errorf("only %d pictures are seen larger", larger)
	}
}

// TestLayout_PutsAnotherOptionInTheSamePlace replaces what fills a slot.
func TestLayout_PutsAnotherOptionInTheSamePlace(t *testing.T) {
	a := sample.Build("recommendation")
	for _, c := range a.Components {
		c.Slot = c.ID
	}
	before := draw(t, a, lang.English, nil)
	b := without(a, "")
	for i, c := range b.Components {
		if c.ID == "ingest" {
			other := *c
			other.ID, other.Origin, other.Short = "queue", "queue", lang.Text{EN: "A queue", ES: "Una cola"}
			b.Components[i] = &other
		}
	}
	for i, f := range b.Flows {
		g := *f
		for _, end := range []*string{&g.From, &g.To} {
			if *end == "ingest" {
				*end = "queue"
			}
		}
		g.ID = g.From + ">" + g.To
		b.Flows[i] = &g
	}
	after := draw(t, b, lang.English, before)
	for _, v := range diagram.Check(after) {
		t.Error(v)
	}
	for _, n := range after.Nodes {
		id := n.ID
		if id == "queue" {
			id = "ingest"
		}
		if got, want := n.IconBox, before.Node(id).IconBox; got != want {
			t.Errorf("%s moved from %v to %v", n.ID, want, got)
		}
	}
}

func without(a *architecture.Architecture, id string) *architecture.Architecture {
	out := *a
	out.Components, out.Flows = nil, nil
	for _, c := range a.Components {
		if c.ID != id {
			out.Components = append(out.Components, c)
		}
	}
	for _, f := range a.Flows {
		if f.From != id && f.To != id {
			out.Flows = append(out.Flows, f)
		}
	}
	return &out
}

func TestScene_FindsNodesByPlaceAndDirection(t *testing.T) {
	s := draw(t, sample.Build("exam"), lang.English, nil)
	api := s.Node("api-a")
	if got := s.NodeAt(api.IconBox.Centre()); got == nil || got.ID != "api-a" {
		t.Errorf("got %v at its own centre", got)
	}
	if got := s.Neighbour("api-a", 0, 1); got == nil || got.ID != "api-b" {
		t.Errorf("got %v below api-a, want api-b", got)
	}
	if got := s.Neighbour("clients", -1, 0); got != nil {
		t.Errorf("got %s left of the first", got.ID)
	}
}
