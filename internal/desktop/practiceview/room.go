package practiceview

import (
	"alarife/internal/practice/history"
	"alarife/internal/practice/session"
)

// room is where the work is done: one job after another, on a goroutine of its
// own, to which all that it holds belongs.
type room struct {
	jobs chan func()
	done chan struct{}

	desk    *session.Desk    // nil until the history is open
	session *session.Session // that is held, nil for none
}

// queued is how many jobs may wait; nobody types faster.
const queued = 256

func newRoom() *room {
	r := &room{jobs: make(chan func(), queued), done: make(chan struct{})}
	go func() {
		defer close(r.done)
		for job := range r.jobs {
			job()
		}
		if r.desk != nil {
			_ = r.desk.Store.Close() // every answer is on the disk already
		}
	}()
	return r
}

// close waits until what was begun is done.
func (r *room) close() {
	close(r.jobs)
	<-r.done
}

// open opens the history where it is not open yet, and readies the first
// sitting beside.
func (r *room) open(o Options, shelf *session.Shelf) error {
	if r.desk != nil {
		return nil
	}
	path, err := o.Place()
	if err != nil {
		return err
	}
	store, err := history.Open(path)
	if err != nil {
		return err
	}
	r.desk = &session.Desk{Shelf: shelf, Store: store, Now: o.Now}
	go r.desk.Warm(reviewCount)
	return nil
}

// work does a job in the background, with the history open, and then the rest
// here; after a failure the rest is told of it.
func (v *View) work(job func(r *room) error, then func(error)) {
	if v.room == nil {
		v.room = newRoom()
	}
	r, o, book := v.room, v.Options, v.book
	r.jobs <- func() {
		err := r.open(o, session.NewShelf(book))
		if err == nil {
			err = job(r)
		}
		o.Do(func() { then(err) })
	}
}
