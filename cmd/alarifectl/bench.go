package main

import (
	"time"

	"github.com/spf13/cobra"

	"alarife/catalog"
	"alarife/internal/export/report"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
	runs "alarife/internal/run"
)

// budget is one figure that is measured against what it may be.
type budget struct {
	key     string
	limit   time.Duration
	measure func(*bencher) (time.Duration, error)
}

// budgets are those of the design that this program can measure itself.
var budgets = []budget{
	{"load", 150 * time.Millisecond, (*bencher).load},
	{"advise", 100 * time.Microsecond, (*bencher).advise},
	{"answer", 20 * time.Microsecond, (*bencher).answer},
	{"change", 50 * time.Millisecond, (*bencher).change},
	{"layout", 60 * time.Millisecond, (*bencher).layout},
	{"picture", 100 * time.Millisecond, (*bencher).picture},
	{"export", 400 * time.Millisecond, (*bencher).export},
	{"generate", 20 * time.Millisecond, (*bencher).generate},
	{"drill", 150 * time.Millisecond, (*bencher).drill},
	{"save", 50 * time.Millisecond, (*bencher).save},
}

// bench measures the budgets on every bundled scenario and prints the slowest.
func (a *app) bench() *cobra.Command {
	return a.command("bench", nil, func(*cobra.Command, []string) error {
		begin := time.Now()
		base, err := knowledge.Load(catalog.Files)
		if err != nil {
			return err
		}
		b := &bencher{app: a, cold: time.Since(begin), runner: runs.New(base, a.texts)}
		if err := b.prepare(); err != nil {
			return err
		}
		rows := [][]string{{a.say("cli.what"), "", a.say("cli.measured"), a.say("cli.budget")}}
		for _, x := range budgets {
			took, err := x.measure(b)
			if err != nil {
				return err
			}
			verdict := a.say("cli.met")
			if took > x.limit {
				verdict = a.say("cli.missed", "times", lang.Number(a.lang, float64(took)/float64(x.limit), 1))
			}
			rows = append(rows, []string{a.say("cli.bench." + x.key), verdict, a.duration(took), a.duration(x.limit)})
		}
		r := report.New()
		r.Table(2, rows)
		r.Line(a.say("cli.bench.elsewhere"))
		return a.print(r.Text)
	})
}

// duration writes a time in ms, or in µs below one.
func (a *app) duration(d time.Duration) string {
	if d < time.Millisecond {
		return lang.Number(a.lang, float64(d)/float64(time.Microsecond), 1) + " µs"
	}
	return lang.Number(a.lang, float64(d)/float64(time.Millisecond), 1) + " ms"
}
