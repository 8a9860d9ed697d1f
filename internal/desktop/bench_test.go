package desktop

import (
	"slices"
	"testing"
	"time"

	"alarife/internal/lang"
	"alarife/internal/testkit"
	"alarife/internal/workload"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// opened opens the first case for a benchmark.
func opened(b *testing.B) (*Desktop, testkit.Owner) {
	b.Helper()
	o := testkit.NewOwner()
	d := New(Options{App: test.NewTempApp(b), Runner: runner(), Lang: lang.Spanish, Do: func(f func()) { o <- f }})
	b.Cleanup(d.workspace.Close)
	d.window.Resize(fyne.NewSize(1280, 800))
	d.OpenFirst()
	for d.workspace.Study() == nil || !d.workspace.Study().Explored || d.picture.Busy() {
		(<-o)()
	}
	return d, o
}

// BenchmarkAnswer changes one answer and waits for the new picture, ready to
// be copied onto the screen. Budget: 100 ms at the 95th percentile.
func BenchmarkAnswer(b *testing.B) {
	for _, fact := range []string{"latency_ms", "availability_zones"} {
		b.Run(fact, func(b *testing.B) {
			d, o := opened(b)
			d.openDecision("inference-mode")
			old, v := d.picture.Scene(), 0
			var took []time.Duration
			b.ResetTimer()
			for range b.N {
				v++
				begun := time.Now()
				d.workspace.Answer(fact, workload.Value{Number: float64(1 + v%3)})
				for d.picture.Scene() == old || d.picture.Busy() {
					(<-o)()
				}
				took = append(took, time.Since(begun))
				b.StopTimer()
				for !d.workspace.Study().Explored {
					(<-o)()
				}
				old = d.picture.Scene()
				b.StartTimer()
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)*95/100].Microseconds())/1000, "ms-p95")
		})
	}
}

// BenchmarkShowStudy shows a study in all views.
func BenchmarkShowStudy(b *testing.B) {
	d, _ := opened(b)
	for _, decision := range []string{"", "inference-mode"} {
		name := decision
		if name == "" {
			name = "overview"
		}
		b.Run(name, func(b *testing.B) {
			d.openDecision(decision)
			for range b.N {
				d.showStudy()
			}
		})
	}
}
