package diagram_test

import (
	"testing"

	"alarife/internal/diagram"
	"alarife/internal/diagram/sample"
	"alarife/internal/lang"
)

// BenchmarkLayout60 lays a platform of 60 components out anew; the budget is
// 60 ms.
func BenchmarkLayout60(b *testing.B) {
	a, o := sample.Large(60), sample.Options(lang.English)
	for b.Loop() {
		if _, err := diagram.Layout(a, o, nil); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkLayout60Kept draws it again after a change that moves nothing.
func BenchmarkLayout60Kept(b *testing.B) {
	a, o := sample.Large(60), sample.Options(lang.English)
	prev, err := diagram.Layout(a, o, nil)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := diagram.Layout(a, o, prev); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkLayoutFirst draws a case study for the first time, when several
// shapes are tried.
func BenchmarkLayoutFirst(b *testing.B) {
	a, o := sample.Build("recommendation"), sample.Options(lang.English)
	for b.Loop() {
		if _, err := diagram.Layout(a, o, nil); err != nil {
			b.Fatal(err)
		}
	}
}
