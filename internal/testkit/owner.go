package testkit

import (
	"testing"
	"time"
)

// Owner runs what is posted from other goroutines on the test's own, as a
// window's main goroutine would.
type Owner chan func()

// NewOwner returns an owner with room for what is posted while nobody looks.
func NewOwner() Owner { return make(Owner, 100) }

// Do posts f.
func (o Owner) Do(f func()) { o <- f }

// Until runs what is posted until a condition holds; the test fails where it
// does not within half a minute.
func (o Owner) Until(t testing.TB, what string, holds func() bool) {
	t.Helper()
	limit := time.After(30 * time.Second)
	for !holds() {
		select {
		case f := <-o:
			f()
		case <-limit:
			t.Fatalf("waited in vain for: %s", what)
		}
	}
}
