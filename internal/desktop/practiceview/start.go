package practiceview

import (
	"io"

	"alarife/internal/desktop/kit"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
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

const (
	startShare = 0.36 // of the width, for what can be begun
	cardWidth  = 460
)

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

// addUnfinished offers what was begun and not finished.
func (p *start) addUnfinished(left *fyne.Container) {
	if p.v.home == nil || len(p.v.home.unfinished) == 0 {
		return
	}
	card := kit.Tight(kit.Strong(p.v.say("practise.unfinished")))
	for i, s := range p.v.home.unfinished[:min(mostUnfinished, len(p.v.home.unfinished))] {
		text := p.v.say("practise.unfinished.line", "kind", p.v.say("practise.kind."+s.Kind),
			"when", s.Started.Format("2006-01-02 15:04"), "n", s.Answered, "count", s.Count)
		go_on := p.button("practise.continue", func() { p.v.resume(s.ID) })
		if i == 0 {
			go_on.Importance, p.first = widget.HighImportance, go_on
		}
		kit.Append(card, container.NewBorder(nil, nil, nil, container.NewVBox(go_on), kit.Body(text)))
	}
	kit.Append(left, kit.Card(card))
}

// mostUnfinished is how many unfinished sittings are offered.
const mostUnfinished = 3

// button is a button that waits while something is being begun.
func (p *start) button(key string, tapped func()) *kit.Button {
	b := kit.NewButton(p.v.say(key), nil, p, tapped)
	if p.v.working {
		b.Disable()
	}
	return b
}

// review offers the daily review.
func (p *start) review() fyne.CanvasObject {
	begin := p.button("practise.review.begin", p.v.startReview)
	text := p.v.say("practise.exploring")
	if h := p.v.home; h != nil && h.stats != nil {
		due := h.stats.Totals.Due
		text = p.v.say("practise.review.due", "n", due)
		switch due {
		case 0:
			text = p.v.say("practise.review.none")
			begin.Disable()
		case 1:
			text = p.v.say("practise.review.due.one")
		}
		if due > 0 && p.first == nil {
			begin.Importance, p.first = widget.HighImportance, begin
		}
	} else {
		begin.Disable()
	}
	return kit.Card(kit.Strong(p.v.say("practise.kind.review")), container.NewBorder(nil, nil, nil, container.NewVBox(begin), kit.Body(text)))
}

// pick is a choice among wishes.
func pick[T comparable](p *start, all []T, now T, name func(T) string, chosen func(T)) *kit.Select {
	names, at := make([]string, len(all)), 0
	for i, x := range all {
		names[i] = name(x)
		if x == now {
			at = i
		}
	}
	s := kit.NewSelect(names, p)
	s.Put(at)
	s.OnPicked = func(i int) {
		chosen(all[i])
		p.v.keep()
	}
	return s
}

// drill offers a drill.
func (p *start) drill() fyne.CanvasObject {
	v, w := p.v, &p.v.wishes
	number := func(n int) string { return lang.Number(v.Tell.Lang, float64(n), 0) }
	sessions := []int{0}
	for _, s := range v.base.Guide.Sessions {
		sessions = append(sessions, s.ID)
	}
	topics := []string{""}
	if v.home != nil {
		topics = append(topics, v.sortedTopics(v.home.topics)...)
	}
	form := newForm()
	form.add(v.say("practise.wish.session"), pick(p, sessions, w.Session, v.sessionName, func(x int) { w.Session = x }))
	form.add(v.say("practise.wish.topic"), pick(p, topics, w.Topic, v.topicName, func(x string) { w.Topic = x }))
	form.add(v.say("practise.wish.kind"), pick(p, append([]knowledge.ItemKind{""}, knowledge.ItemKinds()...), w.Kind, v.kindName, func(x knowledge.ItemKind) { w.Kind = x }))
	form.add(v.say("practise.wish.level"), pick(p, []int{0, 1, 2, 3}, w.Level, v.levelName, func(x int) { w.Level = x }))
	form.add(v.say("practise.wish.source"), pick(p, sources, w.Source, func(s session.Source) string { return v.say("practise.source." + string(s)) }, func(x session.Source) { w.Source = x }))
	form.show(!w.Weak)
	rest := newForm()
	rest.add(v.say("practise.wish.era"), pick(p, eras, w.Era, v.eraName, func(x knowledge.Era) { w.Era = x }))
	rest.add(v.say("practise.wish.count"), pick(p, counts, w.Count, number, func(x int) { w.Count = x }))
	weak := widget.NewCheck(v.say("practise.wish.weak"), func(on bool) {
		w.Weak = on
		v.keep()
		form.show(!on)
		kit.Settle(p.left)
	})
	weak.SetChecked(w.Weak)
	begin := p.button("practise.drill.begin", v.startDrill)
	if p.first == nil {
		begin.Importance, p.first = widget.HighImportance, begin
	}
	return kit.Card(
		kit.Strong(v.say("practise.kind.drill")), kit.Note(v.say("practise.drill.about")),
		weak, form.object, rest.object, container.NewBorder(nil, nil, nil, begin),
	)
}

// exam offers an exam.
func (p *start) exam() fyne.CanvasObject {
	v, w := p.v, &p.v.wishes
	form := newForm()
	form.add(v.say("practise.wish.era"), pick(p, eras, w.ExamEra, v.eraName, func(x knowledge.Era) { w.ExamEra = x }))
	form.add(v.say("practise.wish.count"), pick(p, examCounts, w.ExamCount, func(n int) string { return lang.Number(v.Tell.Lang, float64(n), 0) }, func(x int) { w.ExamCount = x }))
	form.add(v.say("practise.wish.limit"), pick(p, examMinutes, w.ExamMinutes, v.minutesName, func(x int) { w.ExamMinutes = x }))
	begin := p.button("practise.exam.begin", v.startExam)
	return kit.Card(
		kit.Strong(v.say("practise.kind.exam")), kit.Note(v.say("practise.exam.about")),
		form.object, container.NewBorder(nil, nil, nil, begin),
	)
}

// keeping offers to write the history to a file and to forget it.
func (p *start) keeping() fyne.CanvasObject {
	v := p.v
	export := func(format string) *kit.Button {
		b := kit.NewButton(v.say("practise.export."+format), nil, p, func() { v.export(format) })
		b.Importance = widget.LowImportance
		return b
	}
	forget := kit.NewButton(v.say("practise.delete"), nil, p, func() {
		v.Intents.OnAsk(v.say("practise.delete.question"), v.say("practise.delete.yes"), v.forget)
	})
	forget.Importance = widget.LowImportance
	list := kit.Tight(kit.Strong(v.say("practise.history")))
	for _, b := range []*kit.Button{export(history.CSV), export(history.JSON), forget} {
		kit.Append(list, container.NewHBox(b))
	}
	return list
}

// export writes the history to a file.
func (v *View) export(format string) {
	store := v.home.store
	v.Intents.OnExport(format, func(w io.Writer) error { return store.Export(w, format) })
}

// forget deletes the history.
func (v *View) forget() {
	v.work(func(r *room) error { return r.desk.Store.Delete() }, func(err error) {
		if err != nil {
			v.Intents.OnFault(err)
		} else {
			clear(v.drafts)
		}
		v.find()
	})
}
