package paint

import (
	"fmt"
	"os"
	"testing"

	"alarife/internal/diagram"
	"alarife/internal/diagram/sample"
	"alarife/internal/lang"
)

func TestOut(t *testing.T) {
	p := New()
	for _, n := range sample.Names() {
		for _, l := range lang.All() {
			s, err := diagram.Layout(sample.Build(n), sample.Options(l), nil)
			if err != nil {
				t.Fatal(err)
			}
			fmt.Println(n, l, s.Direction, s.Size, diagram.Measure(s))
			for i, v := range diagram.Check(s) {
				if i < 10 {
					fmt.Println("  ", v)
				}
			}
			base := os.Getenv("OUT") + "/" + n + "-" + string(l)
			f, _ := os.Create(base + ".png")
			p.PNG(f, s, Light(), 96)
			f.Close()
			f, _ = os.Create(base + ".svg")
			p.SVG(f, s, Light())
			f.Close()
			f, _ = os.Create(base + ".pdf")
			if err := p.PDF(f, s, Light()); err != nil {
				t.Error(err)
			}
			f.Close()
		}
	}
}
