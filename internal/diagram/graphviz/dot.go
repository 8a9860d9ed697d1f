package graphviz

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
)

// WriteDOT writes the graph in the DOT language. Any text is safe as a label
// or id. It returns the error of the writer.
func WriteDOT(w io.Writer, g *Graph) error {
	b := &dotWriter{w: bufio.NewWriter(w)}
	b.line(`digraph architecture {`)
	b.depth++
	b.header(g)
	for _, n := range g.Nodes {
		b.node(n)
	}
	for _, c := range g.Clusters {
		b.cluster(c)
	}
	for _, e := range g.Edges {
		b.edge(e)
	}
	for _, ids := range g.SameRank {
		quoted := make([]string, len(ids))
		for i, id := range ids {
			quoted[i] = Quote(id)
		}
		b.line("{rank=same; %s}", strings.Join(quoted, "; "))
	}
	b.depth--
	b.line("}")
	return b.w.Flush()
}

type dotWriter struct {
	w     *bufio.Writer
	depth int
}

func (b *dotWriter) line(format string, args ...any) {
	b.w.WriteString(strings.Repeat("  ", b.depth))
	fmt.Fprintf(b.w, format, args...)
	b.w.WriteByte('\n')
}

func (b *dotWriter) header(g *Graph) {
	b.line("graph [rankdir=%s, newrank=true, compound=true, nodesep=%s, ranksep=%s%s]",
		g.Direction, inches(g.NodeSep), inches(g.RankSep), when(g.Draft, `, splines=""`)+when(g.TitlesBelow, ", labelloc=b"))
	if g.Draft {
		b.line("node [shape=box, fixedsize=true, label=\" \"]")
		return
	}
	b.line(`graph [fontname="Helvetica", fontsize=12, labelloc=t, labeljust=l, label=%s]`, Label(g.Title))
	b.line(`node [shape=box, style=rounded, fontname="Helvetica", fontsize=12]`)
	b.line(`edge [fontname="Helvetica", fontsize=10, arrowhead=vee, arrowsize=0.7]`)
}

func (b *dotWriter) node(n *Node) {
	var a attributes
	if n.Width > 0 {
		a.add("width", inches(n.Width))
		a.add("height", inches(n.Height))
	} else {
		a.add("label", Label(n.Label))
		a.colour(n.Colour)
	}
	b.line("%s%s", Quote(n.ID), a)
}

func (b *dotWriter) cluster(c *Cluster) {
	b.line("subgraph %s {", Quote("cluster_"+c.ID))
	b.depth++
	var a attributes
	if c.Width > 0 {
		a.add("label", fmt.Sprintf(`<<TABLE BORDER="0" CELLBORDER="0" CELLPADDING="0" CELLSPACING="0"><TR>`+
			`<TD FIXEDSIZE="TRUE" WIDTH="%d" HEIGHT="%d"></TD></TR></TABLE>>`, int(c.Width), int(c.Height)))
	} else {
		a.add("label", Label(c.Label))
		a.colour(c.Colour)
	}
	a.add("labeljust", "l")
	a.add("margin", strconv.Itoa(int(c.Margin)))
	if c.Dashed {
		a.add("style", "dashed")
	}
	b.line("graph%s", a)
	for _, n := range c.Nodes {
		b.node(n)
	}
	for _, sub := range c.Clusters {
		b.cluster(sub)
	}
	b.depth--
	b.line("}")
}

func (b *dotWriter) edge(e *Edge) {
	var a attributes
	if e.Label != "" {
		a.add("label", Label(e.Label))
	}
	if e.Weight > 1 {
		a.add("weight", strconv.Itoa(e.Weight))
	}
	if e.Dashed {
		a.add("style", "dashed")
	}
	if e.Both {
		a.add("dir", "both")
		a.add("arrowtail", "vee")
	}
	if e.Hidden {
		a.add("style", "invis")
		a.add("weight", "0")
	}
	if e.Length > 1 {
		a.add("minlen", strconv.Itoa(e.Length))
	}
	if e.Loose {
		a.add("constraint", "false")
	}
	b.line("%s -> %s%s", Quote(e.From), Quote(e.To), a)
}

// attributes is an attribute list in brackets, empty where there is none.
type attributes []string

func (a *attributes) add(key, value string) { *a = append(*a, key+"="+value) }

func (a *attributes) colour(c string) {
	if c != "" {
		a.add("color", Quote(c))
	}
}

// String writes the list with its brackets.
func (a attributes) String() string {
	if len(a) == 0 {
		return ""
	}
	return " [" + strings.Join(a, ", ") + "]"
}

// Quote writes a text as a quoted DOT identifier.
func Quote(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}

// Label writes a text as a quoted label: line ends stay, and nothing in it is
// taken for an escape or a character entity.
func Label(s string) string {
	lines := strings.Split(strings.ReplaceAll(s, "\r\n", "\n"), "\n")
	for i, l := range lines {
		q := Quote(strings.ReplaceAll(l, "&", "&amp;"))
		lines[i] = q[1 : len(q)-1]
	}
	return `"` + strings.Join(lines, `\n`) + `"`
}

func inches(px float64) string { return strconv.FormatFloat(px/72, 'f', 4, 64) }

func when(ok bool, s string) string {
	if ok {
		return s
	}
	return ""
}
