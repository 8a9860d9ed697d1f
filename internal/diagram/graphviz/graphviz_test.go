package graphviz

import (
	"bytes"
	"fmt"
	"io"
	"reflect"
	"strings"
	"sync"
	"testing"
)

func small() *Graph {
	return &Graph{
		Direction: LeftToRight, NodeSep: 20, RankSep: 20, Draft: true,
		Nodes: []*Node{{ID: "u", Width: 60, Height: 80}},
		Clusters: []*Cluster{{
			ID: "outer", Width: 120, Height: 32, Margin: 16,
			Clusters: []*Cluster{{ID: "inner", Width: 90, Height: 32, Margin: 16, Nodes: []*Node{{ID: "a", Width: 60, Height: 80}, {ID: "b", Width: 60, Height: 80}}}},
		}},
		Edges: []*Edge{{From: "u", To: "a", Weight: 4}, {From: "a", To: "b"}, {From: "u", To: "b", Loose: true}},
	}
}

func TestPlace_KeepsSizesAndNesting(t *testing.T) {
	l, err := Place(small())
	if err != nil {
		t.Fatal(err)
	}
	for id, b := range l.Nodes {
		if w, h := b.MaxX-b.MinX, b.MaxY-b.MinY; w < 59.9 || w > 60.1 || h < 79.9 || h > 80.1 {
			t.Errorf("%s is %.2f × %.2f, want 60 × 80", id, w, h)
		}
	}
	in, out, a := l.Clusters["inner"], l.Clusters["outer"], l.Nodes["a"]
	if out.MinX > in.MinX-8 || out.MaxY < in.MaxY+8 || in.MinX > a.MinX-8 {
		t.Errorf("not nested: outer %v, inner %v, a %v", out, in, a)
	}
	if a.MinY-in.MinY < 32 {
		t.Errorf("no room for a title: inner from %.1f, a from %.1f", in.MinY, a.MinY)
	}
	if l.Nodes["u"].MaxX > l.Nodes["a"].MinX {
		t.Error("the flow does not run from left to right")
	}
}

func TestPlace_IsTheSameEveryTimeAndBearsManyCallers(t *testing.T) {
	want, err := Place(small())
	if err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			if got, err := Place(small()); err != nil || !reflect.DeepEqual(got, want) {
				t.Errorf("got %v, %v", got, err)
			}
		})
	}
	wg.Wait()
}

func TestMirror_TwiceIsNothing(t *testing.T) {
	l, err := Place(small())
	if err != nil {
		t.Fatal(err)
	}
	back := l.Mirror(true, true).Mirror(true, true)
	for id, b := range l.Nodes {
		if d := back.Nodes[id].MinX - b.MinX; d > 1e-6 || d < -1e-6 {
			t.Errorf("%s moved by %g", id, d)
		}
	}
}

// odd texts must neither end a quoted text early nor be taken for markup.
var odd = []string{
	`"`, `\`, `\"`, `a\`, "\n", "a\nb", "<b>x</b>", "&amp;", "\x00", "\xff", `\N`, "${x}", "مرحبا", "🚀", "-- ->", "digraph {", "];}", "/* */", "// x", "# x",
}

func TestWriteDOT_OddTextsReachGraphvizWhole(t *testing.T) {
	g := &Graph{Direction: TopToBottom, Title: strings.Join(odd, " ")}
	c := &Cluster{ID: `c"\`, Label: strings.Join(odd, " ")}
	g.Clusters = append(g.Clusters, c)
	for i, s := range odd {
		id := fmt.Sprint(i, s)
		c.Nodes = append(c.Nodes, &Node{ID: id, Label: s})
		g.Edges = append(g.Edges, &Edge{From: id, To: "end", Label: s})
	}
	g.Nodes = append(g.Nodes, &Node{ID: "end", Label: "end"})
	l, err := Place(g)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := len(l.Nodes), len(odd)+1; got != want {
		t.Errorf("Graphviz saw %d nodes, want %d", got, want)
	}
	if len(l.Clusters) != 1 {
		t.Errorf("Graphviz saw %d clusters, want 1", len(l.Clusters))
	}
}

func TestWriteDOT_TellsTheWritersError(t *testing.T) {
	if err := WriteDOT(failing{}, small()); err == nil {
		t.Error("got no error from a writer that fails")
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

// FuzzDOT writes any text as id, label and title and reads the file back with
// a scanner of DOT's quoting: every quoted text must end where it was ended.
func FuzzDOT(f *testing.F) {
	for _, s := range odd {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, id, label string) {
		g := &Graph{
			Direction: LeftToRight, Title: label,
			Clusters: []*Cluster{{ID: id, Label: label, Colour: label, Nodes: []*Node{{ID: id, Label: label, Colour: id}}}},
			Nodes:    []*Node{{ID: "other", Label: "x"}},
			Edges:    []*Edge{{From: id, To: "other", Label: label, Both: true}},
			SameRank: [][]string{{id, "other"}},
		}
		var out bytes.Buffer
		if err := WriteDOT(&out, g); err != nil {
			t.Fatal(err)
		}
		bare, quoted := unquote(t, out.String())
		var plain bytes.Buffer
		if err := WriteDOT(&plain, &Graph{
			Direction: LeftToRight, Title: "t",
			Clusters: []*Cluster{{ID: "i", Label: "t", Colour: some(label), Nodes: []*Node{{ID: "i", Label: "t", Colour: some(id)}}}},
			Nodes:    []*Node{{ID: "other", Label: "x"}},
			Edges:    []*Edge{{From: "i", To: "other", Label: some(label), Both: true}},
			SameRank: [][]string{{"i", "other"}},
		}); err != nil {
			t.Fatal(err)
		}
		bareWant, quotedWant := unquote(t, plain.String())
		if bare != bareWant || quoted != quotedWant {
			t.Errorf("the text broke out of its quotes:\n%s\nwant the frame of\n%s", out.String(), plain.String())
		}
	})
}

// some keeps whether a text is empty.
func some(s string) string {
	if s == "" {
		return ""
	}
	return "s"
}

// unquote returns what stands outside quotes, and counts the quoted texts. It
// fails on a quote left open and on a line end inside quotes.
func unquote(t *testing.T, dot string) (bare string, quoted int) {
	t.Helper()
	var b strings.Builder
	in := false
	for i := 0; i < len(dot); i++ {
		switch c := dot[i]; {
		case in && c == '\\':
			i++
		case c == '"':
			if in = !in; in {
				quoted++
			}
		case in && c == '\n':
			t.Fatalf("a line ends inside quotes:\n%s", dot)
		case !in:
			b.WriteByte(c)
		}
	}
	if in {
		t.Fatalf("a quote is left open:\n%s", dot)
	}
	return b.String(), quoted
}
