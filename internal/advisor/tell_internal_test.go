package advisor

import "testing"

// TestRoughly_TellsCentsOrTheFirstDigit: a monthly sum reads like money, and a
// small one does not become nothing.
func TestRoughly_TellsCentsOrTheFirstDigit(t *testing.T) {
	for usd, want := range map[float64]float64{0: 0, 3.855: 3.855, 0.03670659: 0.04, 0.00123: 0.001, -0.0367: -0.04, 1e-12: 0} {
		if got := roughly(usd); got != want {
			t.Errorf("%v is told as %v, want %v", usd, got, want)
		}
	}
}

func TestReason_TellsTheFirstOfManyAssumptions(t *testing.T) {
	for n, want := range map[int]int{0: 0, 3: 3, 4: 4, 5: 3, 29: 3} {
		r := Reason{Assumed: make([]string, n)}
		if told, more := r.Leans(); len(told) != want || len(told)+more != n {
			t.Errorf("of %d: %d told, %d more", n, len(told), more)
		}
	}
}
