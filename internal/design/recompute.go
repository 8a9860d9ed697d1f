package design

import (
	"sync"

	"alarife/internal/diagram"
	"alarife/internal/lang"
)

// recompute makes studies in the background, one at a time. Of the jobs that
// arrive while one is being made only the latest is done.
type recompute struct {
	maker   Maker
	deliver func(number uint64, o *Study) // called from the background

	mu     sync.Mutex
	next   *job
	busy   bool
	idle   sync.WaitGroup
	before *Study // of the latest job done; the running goroutine's alone
}

// job is one numbered request.
type job struct {
	number   uint64
	document *Document
	lang     lang.Lang
	pane     diagram.Point
	fresh    bool // another document: nothing of the old picture is kept
}

// submit hands a job over and returns at once.
func (r *recompute) submit(j *job) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.next != nil && r.next.fresh {
		j.fresh = true
	}
	r.next = j
	if !r.busy {
		r.busy = true
		r.idle.Add(1)
		go r.run()
	}
}

// run does jobs until there is none.
func (r *recompute) run() {
	defer r.idle.Done()
	for j := r.take(); j != nil; j = r.take() {
		if j.fresh {
			r.before = nil
		}
		o := r.maker.Make(j.document, j.lang, r.before, j.pane)
		r.before = o
		r.deliver(j.number, o)
		if r.overtaken() {
			continue
		}
		o = r.maker.Explore(o)
		r.before = o
		r.deliver(j.number, o)
	}
}

// take returns the job to be done now, nil where there is none and the
// goroutine has to end.
func (r *recompute) take() *job {
	r.mu.Lock()
	defer r.mu.Unlock()
	j := r.next
	r.next, r.busy = nil, j != nil
	return j
}

func (r *recompute) overtaken() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.next != nil
}
