package practiceview

import "fyne.io/fyne/v2"

// changed is called when the answer changed.
func (p *asked) changed(typed bool) {
	a, _ := p.control.answer()
	p.v.changed(a, typed)
	p.showPrimary()
	p.showProgress()
}

// act does what the lit button says: confirm, go on, or end.
func (p *asked) act() {
	v := p.v
	if p.primary.Disabled() || v.working {
		return
	}
	_, step, before := p.control.step()
	a, whole := p.control.answer()
	switch {
	case v.marking:
		if a.Marked == nil {
			a.Marked = []string{}
		}
		p.v.changed(a, false)
		v.markOrFinish()
	case p.open && before:
		step()
	case p.open && !p.s.exam():
		if whole {
			v.confirm(a)
		}
	case p.onward() >= 0:
		v.goTo(p.onward())
	case p.s.finished:
		v.showOutcome()
	default:
		v.handIn()
	}
}

// onward is the exercise to go on to, −1 for the end.
func (p *asked) onward() int {
	switch {
	case p.s.finished && p.n+1 < len(p.s.exercises):
		return p.n + 1
	case p.s.finished:
		return -1
	case p.s.exam() && p.n+1 < len(p.s.exercises):
		return p.n + 1
	}
	if next := p.s.next(p.n); next != p.n {
		return next
	}
	return -1
}

// showPrimary says what the lit button does.
func (p *asked) showPrimary() {
	if p.primary == nil {
		return
	}
	label, _, before := p.control.step()
	_, whole := p.control.answer()
	ready := true
	text := p.say("practise.next")
	switch {
	case p.v.marking:
		text = p.say("practise.marked")
	case p.open && before:
		text = label
	case p.open && !p.s.exam():
		text, ready = p.say("practise.confirm"), whole
	case p.onward() >= 0:
	case p.s.finished:
		text = p.say("practise.result")
	case p.s.exam():
		text = p.say("practise.hand-in")
	default:
		text = p.say("practise.result")
	}
	p.primary.SetText(text)
	if ready {
		p.primary.Enable()
	} else {
		p.primary.Disable()
	}
}

// TypedKey takes Enter, what pages and scrolls, and Escape.
func (p *asked) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		p.act()
	case fyne.KeyPageDown, fyne.KeyRight:
		p.v.goTo(p.n + 1)
	case fyne.KeyPageUp, fyne.KeyLeft:
		p.v.goTo(p.n - 1)
	case fyne.KeyDown:
		p.scroll(1)
	case fyne.KeyUp:
		p.scroll(-1)
	case fyne.KeyEscape:
		if p.s.finished {
			p.v.showOutcome()
		} else {
			p.v.pause()
		}
	}
}

// scrollStep is how far an arrow scrolls what is told.
const scrollStep = 60

func (p *asked) scroll(by float32) {
	s := p.right
	if s == nil {
		s = p.left
	}
	most := max(0, s.Content.Size().Height-s.Size().Height)
	s.ScrollToOffset(fyne.NewPos(0, min(most, max(0, s.Offset.Y+by*scrollStep))))
}

// TypedRune flags on F; the rest is the control's.
func (p *asked) TypedRune(r rune) {
	switch {
	case (r == 'f' || r == 'F') && !p.s.finished:
		p.v.flag()
		p.showProgress()
	case p.open:
		p.control.typedRune(r)
	}
}
