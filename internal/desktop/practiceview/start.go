package practiceview

import (
	"alarife/internal/desktop/kit"
	"alarife/internal/practice/history"
	"alarife/internal/practice/progress"
	"alarife/internal/practice/session"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// home is what the start page tells.
type home struct {
	stats      *progress.Stats
	unfinished []history.Session
	topics     []string
	store      *history.Store
	fault      error // the history cannot be read
}

// showStart shows the start page and finds out what it tells.
func (v *View) showStart() {
	v.put(newStart(v))
	v.find()
}

// find finds out anew what the start page tells.
func (v *View) find() {
	h := &home{}
	v.work(func(r *room) (err error) {
		h.store, h.topics = r.desk.Store, r.desk.Shelf.Topics(session.Mixed)
		if h.unfinished, err = r.desk.Unfinished(); err != nil {
			return err
		}
		h.stats, err = r.desk.Stats()
		return err
	}, func(err error) {
		h.fault = err
		v.home = h
		if _, shown := v.pane.(*start); shown {
			v.put(newStart(v))
		}
	})
}

// start is the start page.
type start struct {
	v           *View
	whole       fyne.CanvasObject
	left, right *container.Scroll
	first       fyne.Focusable
}

// startShare is that of the width that has what can be begun.
const startShare = 0.36

func newStart(v *View) *start {
	p := &start{v: v}
	left := container.NewVBox()
	if v.notice != "" {
		note := kit.Strong(v.notice)
		note.Importance = widget.WarningImportance
		kit.Append(left, note)
	}
	if v.home != nil && v.home.fault != nil {
		kit.Append(left, p.unreadable())
	} else {
		p.addUnfinished(left)
		kit.Append(left, p.review(), p.drill(), p.exam())
	}
	p.left = container.NewVScroll(container.NewPadded(left))
	p.right = container.NewVScroll(container.NewPadded(p.progress()))
	split := container.NewHSplit(kit.Upright(p.left), kit.Upright(p.right))
	split.SetOffset(startShare)
	p.whole = container.NewBorder(p.head(), nil, nil, nil, split)
	return p
}

func (p *start) object() fyne.CanvasObject    { return p.whole }
func (p *start) title() string                { return p.v.say("practise.practice") }
func (p *start) scrolls() []*container.Scroll { return []*container.Scroll{p.left, p.right} }
func (p *start) focus() fyne.Focusable        { return p.first }

// TypedKey leads back to the designer on Escape.
func (p *start) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		p.v.leave()
	}
}

// TypedRune does nothing.
func (p *start) TypedRune(rune) {}

// leave goes back to the designer.
func (v *View) leave() {
	v.Rest()
	v.Intents.OnLeave()
}

// head is the row above all.
func (p *start) head() fyne.CanvasObject {
	back := kit.NewButton(p.v.say("practise.leave"), theme.NavigateBackIcon(), p, p.v.leave)
	back.Importance = widget.LowImportance
	return container.NewBorder(nil, nil, container.NewHBox(back, flat(kit.Title(p.v.say("practise.practice")))), p.streak(), nil)
}

// flat keeps a label on one line.
func flat(l *widget.Label) *widget.Label {
	l.Wrapping = fyne.TextWrapOff
	return l
}

// streak tells of the days of practice in a row.
func (p *start) streak() fyne.CanvasObject {
	if p.v.home == nil || p.v.home.stats == nil || p.v.home.stats.Totals.Answers == 0 {
		return flat(kit.Muted(""))
	}
	s := p.v.home.stats.Streak
	key := "practise.streak"
	if s.Days == 1 {
		key = "practise.streak.one"
	}
	text := p.v.say(key, "n", s.Days, "longest", s.Longest)
	if !s.Today {
		text += " " + p.v.say("practise.streak.today")
	}
	return flat(kit.Strong(text))
}

// unreadable tells why the history cannot be read; without it nothing is begun.
func (p *start) unreadable() fyne.CanvasObject {
	text, ok := faultText(p.v, p.v.home.fault)
	if !ok {
		text = p.v.say("desktop.bug", "error", text)
	}
	again := kit.NewButton(p.v.say("practise.again"), nil, p, p.v.showStart)
	return kit.Card(kit.Strong(p.v.say("practise.unreadable")), kit.Body(text), container.NewHBox(again))
}
