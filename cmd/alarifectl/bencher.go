package main

import (
	"context"
	"image"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"time"

	"alarife/internal/advisor"
	"alarife/internal/architecture"
	"alarife/internal/design"
	"alarife/internal/diagram"
	"alarife/internal/file"
	"alarife/internal/lang"
	"alarife/internal/paint"
	runs "alarife/internal/run"
	"alarife/internal/workload"
)

// bencher measures on the bundled scenarios.
type bencher struct {
	*app
	cold    time.Duration // load of the catalog
	runner  *runs.Runner
	designs []*design.Document
}

func (b *bencher) prepare() error {
	for _, s := range b.runner.Base().Scenarios {
		d, err := design.FromScenario(s, b.runner.Base())
		if err != nil {
			return err
		}
		b.designs = append(b.designs, d)
	}
	return nil
}

func (b *bencher) load() (time.Duration, error) { return b.cold, nil }

// advise settles every case anew.
func (b *bencher) advise() (time.Duration, error) {
	return b.slowest(func(c advisor.Case) time.Duration {
		in := b.runner.Advisor.Begin(c)
		return mean(500, func(int) { in.Reset(c) })
	}), nil
}

// answer changes every number of every case to and fro.
func (b *bencher) answer() (time.Duration, error) {
	return b.slowest(func(c advisor.Case) time.Duration {
		in := b.runner.Advisor.Begin(c)
		var facts []*workload.Fact
		for _, q := range b.runner.Base().Questions {
			if q.Kind == workload.Number {
				facts = append(facts, &q.Fact)
			}
		}
		return mean(40*len(facts), func(i int) {
			f := facts[i/2%len(facts)]
			v, _ := c.Workload.Get(f)
			if i%2 == 0 {
				v.Number = f.Round((v.Number + f.Max) / 2)
			}
			in.Set(f, v)
		})
	}), nil
}

// change finds what would change every decision; what to ask next, the
// alternatives and the other era come with it.
func (b *bencher) change() (time.Duration, error) {
	return b.slowest(func(c advisor.Case) time.Duration {
		return mean(5, func(int) { b.runner.Advisor.Advise(c) })
	}), nil
}

func (b *bencher) slowest(measure func(advisor.Case) time.Duration) (worst time.Duration) {
	for _, d := range b.designs {
		worst = max(worst, measure(d.Case()))
	}
	return worst
}

// mean times n calls after a tenth of them to warm up.
func mean(n int, f func(int)) time.Duration {
	for i := range n/10 + 1 {
		f(i)
	}
	begin := time.Now()
	for i := range n {
		f(i)
	}
	return time.Since(begin) / time.Duration(n)
}

// layoutSize is how many components the picture of the layout's budget has.
const layoutSize = 60

// layout lays an architecture of layoutSize components out again, made of
// those of the scenarios side by side.
func (b *bencher) layout() (time.Duration, error) {
	a := b.large()
	o := b.runner.Quick(briefOf(b.designs[0])).Picture(lang.English)
	before, failed := diagram.Layout(a, o, nil)
	took := mean(10, func(int) {
		if _, err := diagram.Layout(a, o, before); err != nil {
			failed = err
		}
	})
	return took, failed
}

func (b *bencher) large() *architecture.Architecture {
	out := &architecture.Architecture{}
	for i := 0; len(out.Components) < layoutSize; i++ {
		part := b.runner.Quick(briefOf(b.designs[i%len(b.designs)])).Architecture
		out.Title, out.Region = part.Title, part.Region
		beside(out, part, string(rune('a'+i))+"-")
	}
	return out
}

// beside adds the components of part that there is room for, with their
// boundaries and flows, under a prefix of their own.
func beside(out, part *architecture.Architecture, prefix string) {
	own := map[string]bool{"": true}
	named := func(id string) string {
		if id == "" {
			return ""
		}
		return prefix + id
	}
	for _, x := range part.Boundaries {
		box := *x
		box.ID, box.Parent = named(x.ID), named(x.Parent)
		out.Boundaries = append(out.Boundaries, &box)
	}
	for _, x := range part.Components {
		if len(out.Components) < layoutSize {
			c := *x
			c.ID, c.Origin, c.Boundary = named(x.ID), named(x.Origin), named(x.Boundary)
			out.Components, own[x.ID] = append(out.Components, &c), true
		}
	}
	for _, x := range part.Flows {
		if own[x.From] && own[x.To] {
			f := *x
			f.ID, f.From, f.To = named(x.ID), named(x.From), named(x.To)
			out.Flows = append(out.Flows, &f)
		}
	}
}

// picture changes answers and draws anew; the 95th percentile.
func (b *bencher) picture() (time.Duration, error) {
	p := paint.New()
	img := image.NewRGBA(image.Rect(0, 0, 1280, 800))
	var times []time.Duration
	for _, d := range b.designs {
		var before *diagram.Scene
		for i := range 12 {
			brief := briefOf(b.altered(d, i))
			begin := time.Now()
			s, err := b.runner.Quick(brief).Scene(b.lang, before)
			if err != nil {
				return 0, err
			}
			scale := min(1280/s.Size.X, 800/s.Size.Y)
			p.DrawInto(img, s, paint.Light(), paint.View{Scale: scale})
			if i > 1 {
				times = append(times, time.Since(begin))
			}
			before = s
		}
	}
	slices.Sort(times)
	return times[len(times)*95/100], nil
}

// altered changes the i-th question that is no number to its next value.
func (b *bencher) altered(d *design.Document, i int) *design.Document {
	out := d.Clone()
	var facts []*workload.Fact
	for _, q := range b.runner.Base().Questions {
		if q.Kind == workload.YesNo {
			facts = append(facts, &q.Fact)
		}
	}
	f := facts[i/2%len(facts)]
	v, _ := d.Answers.Get(f)
	if i%2 == 0 {
		v = f.Others(v)[0]
	}
	out.Answers[f.ID] = v
	return out
}

// export runs this program anew to write one picture.
func (b *bencher) export() (time.Duration, error) {
	self, err := os.Executable()
	if err != nil {
		return 0, err
	}
	dir, err := os.MkdirTemp("", program)
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(dir)
	in, out := filepath.Join(dir, "design.yaml"), filepath.Join(dir, "out.svg")
	write := func(w io.Writer) error { return b.designs[0].Write(w, b.lang, b.runner.Base()) }
	if err := file.Write(in, write); err != nil {
		return 0, err
	}
	var best time.Duration
	for range 3 {
		begin := time.Now()
		if err := exec.CommandContext(context.Background(), self, "export", in, "-o", out).Run(); err != nil {
			return 0, err
		}
		if took := time.Since(begin); best == 0 || took < best {
			best = took
		}
	}
	return best, nil
}
