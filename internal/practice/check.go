package practice

import (
	"runtime"
	"sync"

	"alarife/internal/fault"
	"alarife/internal/knowledge"
)

// Checked is what came of one item.
type Checked struct {
	Item     *knowledge.Item
	Exercise *Exercise // nil where it is refused
	Fault    error
}

// Check derives every item of the knowledge base, in the order of their ids;
// faults are those of the items refused.
func (b *Book) Check() (all []Checked, faults fault.List) {
	items := b.base().Items
	all = make([]Checked, len(items))
	var wait sync.WaitGroup
	next := make(chan int)
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			for n := range next {
				x, err := b.Derive(items[n])
				all[n] = Checked{items[n], x, err}
			}
		})
	}
	for n := range items {
		next <- n
	}
	close(next)
	wait.Wait()
	for _, c := range all {
		if c.Fault != nil {
			_ = faults.Add(c.Fault)
		}
	}
	return all, faults
}
