package design

import "time"

// History bounds.
const (
	maxSteps  = 500         // snapshots kept to undo
	mergeSpan = time.Second // changes of one thing within it are one step
)

// history keeps the snapshots of a document to undo and redo. Documents in it
// are never changed.
type history struct {
	past, future []*Document
	subject      string // what the latest step changed, "" after undo and redo
	at           time.Time
}

// record notes that a document gives way to another by a change of a subject.
// Changes of one subject that follow each other quickly are one step.
func (h *history) record(before *Document, subject string, now time.Time) {
	merge := subject != "" && subject == h.subject && now.Sub(h.at) < mergeSpan && len(h.past) > 0
	h.subject, h.at, h.future = subject, now, nil
	if merge {
		return
	}
	h.past = append(h.past, before)
	if len(h.past) > maxSteps {
		h.past = append(h.past[:0], h.past[1:]...)
	}
}

// undo returns the document before the present one, nil where there is none.
func (h *history) undo(now *Document) *Document { return h.step(&h.past, &h.future, now) }

// redo returns the document that was undone last, nil where there is none.
func (h *history) redo(now *Document) *Document { return h.step(&h.future, &h.past, now) }

func (h *history) step(from, to *[]*Document, now *Document) *Document {
	n := len(*from)
	if n == 0 {
		return nil
	}
	d := (*from)[n-1]
	*from, *to = (*from)[:n-1], append(*to, now)
	h.subject = ""
	return d
}
