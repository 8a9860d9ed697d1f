package practice_test

import (
	"testing"

	"alarife/internal/knowledge"
)

// BenchmarkNewGenerator prepares a generator, once a sitting.
func BenchmarkNewGenerator(b *testing.B) {
	book()
	for b.Loop() {
		book().NewGenerator(knowledge.Guide)
	}
}
