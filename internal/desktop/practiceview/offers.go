package practiceview

import (
	"io"

	"alarife/internal/desktop/kit"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/practice/history"
	"alarife/internal/practice/session"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// addUnfinished offers what was begun and not finished.
func (p *start) addUnfinished(left *fyne.Container) {
	if p.v.home == nil || len(p.v.home.unfinished) == 0 {
		return
	}
	card := kit.Tight(kit.Strong(p.v.say("practise.unfinished")))
	for i, s := range p.v.home.unfinished[:min(mostUnfinished, len(p.v.home.unfinished))] {
		text := p.v.say("practise.unfinished.line", "kind", p.v.say("practise.kind."+s.Kind),
			"when", s.Started.Format("2006-01-02 15:04"), "n", s.Answered, "count", s.Count)
		resume := p.button("practise.continue", func() { p.v.resume(s.ID) })
		if i == 0 {
			resume.Importance, p.first = widget.HighImportance, resume
		}
		abandon := p.button("practise.abandon", func() {
			p.v.Intents.OnAsk(p.v.say("practise.abandon.question."+s.Kind), p.v.say("practise.abandon.yes"), func() { p.v.abandon(s.ID) })
		})
		abandon.Importance = widget.LowImportance
		kit.Append(card, container.NewBorder(nil, nil, nil, container.NewVBox(resume, abandon), kit.Body(text)))
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
			if today := h.stats.Forecast; len(today) > 0 && today[0].Count > 0 {
				text = p.v.say("practise.review.later", "n", today[0].Count)
			}
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
