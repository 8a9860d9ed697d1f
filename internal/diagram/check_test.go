package diagram

import "testing"

func TestCheck_FindsEachKindOfViolation(t *testing.T) {
	node := func(id string, x, y float64) Node {
		icon := box(x, y, 48, 48)
		label := line(id, x+24, y+52, 12, Centre, false, Ink)
		return Node{ID: id, IconBox: icon, Bounds: icon.Union(label.Bounds), Labels: []Text{label}}
	}
	frame := func(id, parent string, r Rect) Box {
		return Box{ID: id, Parent: parent, Bounds: r, Header: box(r.Min.X, r.Min.Y, 60, 20), Label: []Text{line(id, r.Min.X+4, r.Min.Y+2, 12, Left, false, Ink)}}
	}
	edge := func(from, to string, pts ...Point) Edge {
		return Edge{ID: from + ">" + to, From: from, To: to, Path: pts}
	}
	size := Point{600, 400}
	for _, tt := range []struct {
		rule  string
		scene Scene
	}{
		{"nodes-overlap", Scene{Nodes: []Node{node("a", 100, 100), node("b", 120, 100)}}},
		{"label-overlap", Scene{Nodes: []Node{node("a", 100, 100)}, Texts: []Text{line("on top", 110, 150, 12, Left, false, Ink)}}},
		{"text-cut", Scene{Texts: []Text{line("over the edge", 560, 100, 12, Left, false, Ink)}}},
		{"flow-through", Scene{Nodes: []Node{node("a", 0, 100), node("b", 100, 100), node("c", 200, 100)}, Edges: []Edge{edge("a", "c", Point{50, 124}, Point{198, 124})}}},
		{"outside-box", Scene{Boxes: []Box{frame("x", "", box(0, 0, 80, 200))}, Nodes: []Node{{ID: "a", Boundary: "x", Bounds: box(60, 50, 48, 48), IconBox: box(60, 50, 48, 48)}}}},
		{"boxes-overlap", Scene{Boxes: []Box{frame("x", "", box(0, 0, 100, 100)), frame("y", "", box(80, 50, 100, 100))}}},
		{"flow-over-title", Scene{Boxes: []Box{frame("title", "", box(100, 0, 200, 100))}, Nodes: []Node{node("a", 0, 0), node("b", 400, 0)}, Edges: []Edge{edge("a", "b", Point{50, 8}, Point{398, 8})}}},
		{"skewed-flow", Scene{Nodes: []Node{node("a", 0, 0), node("b", 400, 0)}, Edges: []Edge{edge("a", "b", Point{50, 8}, Point{398, 80})}}},
	} {
		tt.scene.Size = size
		found := false
		for _, v := range Check(&tt.scene) {
			found = found || v.Rule == tt.rule
		}
		if !found {
			t.Errorf("%s: not found, got %v", tt.rule, Check(&tt.scene))
		}
	}
}

func TestFit_CutsNothingOff(t *testing.T) {
	for _, s := range []string{"", "short", "a text of several words that is a good deal longer than two lines of the widest kind could ever hold, and still it has to be there in full", "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"} {
		got := ""
		for _, l := range fit(s, 11, flowWidths) {
			got += l
		}
		if strip(got) != strip(s) {
			t.Errorf("got %q, want %q", got, s)
		}
	}
}

func strip(s string) string {
	out := ""
	for _, r := range s {
		if r != ' ' {
			out += string(r)
		}
	}
	return out
}
