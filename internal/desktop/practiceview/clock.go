package practiceview

import "time"

// tick is how often the time that is left is shown anew.
const tick = 500 * time.Millisecond

// ticking is a clock that is being looked at.
type ticking struct{ stop chan struct{} }

// keepTime looks at the clock while an exam with a limit is held.
func (v *View) keepTime() {
	v.stopClock()
	if v.sitting == nil || v.sitting.finished || v.sitting.ends.IsZero() {
		return
	}
	c := &ticking{make(chan struct{})}
	v.clock = c
	do, look := v.Do, func() {
		if v.clock == c {
			v.look()
		}
	}
	go func() {
		ticker := time.NewTicker(tick)
		defer ticker.Stop()
		for {
			select {
			case <-ticker.C:
				do(look)
			case <-c.stop:
				return
			}
		}
	}()
	v.look()
}

func (v *View) stopClock() {
	if v.clock != nil {
		close(v.clock.stop)
		v.clock = nil
	}
}

// look shows the time that is left, and ends the exam when there is none; its
// open questions are then still marked.
func (v *View) look() {
	left := v.sitting.ends.Sub(v.Now())
	if p, ok := v.pane.(*asked); ok {
		p.showLeft(left)
	}
	if left <= 0 {
		v.flush()
		v.stopClock()
		v.sitting.overdue = true
		v.markOrFinish()
	}
}
