package session

import "time"

// watch counts the time of a sitting. It only ever adds what has passed since
// it last looked: a clock that is set back takes no time away and gives none
// back. While the process lives the monotonic clock counts, after it has died
// that of the wall, from the last time that something was saved.
type watch struct {
	now   func() time.Time
	limit time.Duration // 0 for none
	spent time.Duration // up to last, never more than a limit
	last  time.Time
}

// look counts the time up to now and returns now.
func (w *watch) look() time.Time {
	now := w.now()
	w.spent += max(0, now.Sub(w.last))
	if w.limit > 0 {
		w.spent = min(w.spent, w.limit)
	}
	w.last = now
	return now
}

// over reports whether a limit is reached.
func (w *watch) over() bool { return w.limit > 0 && w.spent >= w.limit }
