package graphviz

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"sync"

	graphviz "github.com/goccy/go-graphviz"
)

// Box is an upright rectangle: x to the right, y down, in pixels.
type Box struct{ MinX, MinY, MaxX, MaxY float64 }

// Layout is where Graphviz puts things: boxes by id of node and of cluster.
type Layout struct {
	Width, Height float64
	Nodes         map[string]Box
	Clusters      map[string]Box
}

// Mirror returns the layout turned over from left to right, from top to bottom,
// or both.
func (l *Layout) Mirror(x, y bool) *Layout {
	flip := func(boxes map[string]Box) map[string]Box {
		out := make(map[string]Box, len(boxes))
		for id, b := range boxes {
			if x {
				b.MinX, b.MaxX = l.Width-b.MaxX, l.Width-b.MinX
			}
			if y {
				b.MinY, b.MaxY = l.Height-b.MaxY, l.Height-b.MinY
			}
			out[id] = b
		}
		return out
	}
	return &Layout{l.Width, l.Height, flip(l.Nodes), flip(l.Clusters)}
}

// engine is the one instance of the library, which bears no two calls at once.
var engine struct {
	sync.Mutex
	gv *graphviz.Graphviz
}

// Place asks Graphviz's dot engine for coordinates. It waits for a call that
// is under way and cannot be cancelled: cut-off calls leave the library unfit.
func Place(g *Graph) (l *Layout, err error) {
	var dot, out bytes.Buffer
	if err := WriteDOT(&dot, g); err != nil {
		return nil, err
	}
	if err := run(dot.Bytes(), &out); err != nil {
		return nil, fmt.Errorf("graphviz: %w", err)
	}
	return parse(out.Bytes())
}

func run(dot []byte, out *bytes.Buffer) (err error) {
	engine.Lock()
	defer engine.Unlock()
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("layout failed: %v", r)
		}
	}()
	ctx := context.Background()
	if engine.gv == nil {
		if engine.gv, err = graphviz.New(ctx); err != nil {
			return err
		}
		engine.gv.SetLayout(graphviz.DOT)
	}
	graph, err := graphviz.ParseBytes(dot)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, graph.Close()) }()
	return engine.gv.Render(ctx, graph, graphviz.Format("json0"), out)
}

type object struct {
	Name   string `json:"name"`
	BB     string `json:"bb"`
	Pos    string `json:"pos"`
	Width  string `json:"width"`
	Height string `json:"height"`
}

func parse(data []byte) (*Layout, error) {
	var doc struct {
		BB      string   `json:"bb"`
		Objects []object `json:"objects"`
	}
	if err := json.Unmarshal(data, &doc); err != nil {
		return nil, fmt.Errorf("graphviz: read coordinates: %w", err)
	}
	bb, err := numbers(doc.BB, 4)
	if err != nil {
		return nil, err
	}
	l := &Layout{Width: bb[2] - bb[0], Height: bb[3] - bb[1], Nodes: map[string]Box{}, Clusters: map[string]Box{}}
	for _, o := range doc.Objects {
		if err := l.add(o, bb); err != nil {
			return nil, err
		}
	}
	return l, nil
}

// add takes over one object; Graphviz counts y upward from the bottom.
func (l *Layout) add(o object, bb []float64) error {
	switch {
	case o.Pos != "":
		p, err := numbers(o.Pos, 2)
		if err != nil {
			return err
		}
		size, err := numbers(o.Width+","+o.Height, 2)
		if err != nil {
			return err
		}
		w, h := size[0]*72, size[1]*72
		x, y := p[0]-bb[0]-w/2, bb[3]-p[1]-h/2
		l.Nodes[o.Name] = Box{x, y, x + w, y + h}
	case o.BB != "" && strings.HasPrefix(o.Name, "cluster_"):
		b, err := numbers(o.BB, 4)
		if err != nil {
			return err
		}
		l.Clusters[strings.TrimPrefix(o.Name, "cluster_")] = Box{b[0] - bb[0], bb[3] - b[3], b[2] - bb[0], bb[3] - b[1]}
	}
	return nil
}

func numbers(s string, n int) ([]float64, error) {
	parts := strings.Split(s, ",")
	if len(parts) != n {
		return nil, fmt.Errorf("graphviz: coordinates %q: want %d numbers", s, n)
	}
	out := make([]float64, n)
	for i, p := range parts {
		v, err := strconv.ParseFloat(p, 64)
		if err != nil {
			return nil, fmt.Errorf("graphviz: coordinates %q: %w", s, err)
		}
		out[i] = v
	}
	return out, nil
}
