package desktop

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// followEvery is how often the window looks where the keyboard is: the toolkit
// tells nobody that it moved.
const followEvery = 120 * time.Millisecond

// Run shows the window and returns when it is closed.
func (d *Desktop) Run() {
	ticker := time.NewTicker(followEvery)
	defer ticker.Stop()
	closed := make(chan struct{})
	defer close(closed)
	go func() {
		for {
			select {
			case <-ticker.C:
				d.do(d.follow)
			case <-closed:
				return
			}
		}
	}()
	d.window.ShowAndRun()
}

// follow scrolls the panels so that what has the keyboard is in sight, once
// after it moved there.
func (d *Desktop) follow() {
	focused := d.window.Canvas().Focused()
	if focused == d.focused {
		return
	}
	d.focused = focused
	o, ok := focused.(fyne.CanvasObject)
	if !ok {
		return
	}
	for _, scroll := range d.panels() {
		d.bringIn(scroll, o)
	}
}

// bringIn scrolls as far as an object of the panel needs to be in sight.
func (d *Desktop) bringIn(scroll *container.Scroll, o fyne.CanvasObject) {
	driver := d.app.Driver()
	panel, at := driver.AbsolutePositionForObject(scroll), driver.AbsolutePositionForObject(o)
	if at.X < panel.X || at.X >= panel.X+scroll.Size().Width {
		return
	}
	const air = 30 // so that what belongs to it is seen as well
	above, below := panel.Y+air-at.Y, at.Y+o.Size().Height+air-panel.Y-scroll.Size().Height
	offset := scroll.Offset
	switch {
	case above > 0:
		offset.Y = max(0, offset.Y-above)
	case below > 0:
		offset.Y += min(below, -above)
	default:
		return
	}
	scroll.ScrollToOffset(offset)
}
