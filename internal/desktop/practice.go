package desktop

import (
	"io"
	"time"

	"alarife/internal/design"
	"alarife/internal/desktop/practiceview"
	"alarife/internal/file"
	"alarife/internal/paint"
	"alarife/internal/practice"
	"alarife/internal/practice/history"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// practise shows practice in place of the designer, whose design stays as it
// is. What it needs is made when it is first shown.
func (d *Desktop) practise() {
	if d.practising {
		return
	}
	if d.practice == nil {
		d.practice = practiceview.New(practiceview.Options{
			Runner: d.runner, Tell: d.tell, Do: d.do, Now: time.Now, Place: history.Place,
			Keep: d.app.Preferences(), Painter: d.painter, Palette: d.palette,
			Intents: practiceview.Intents{
				OnLeave: d.leavePractice, OnDesign: d.designCase, OnFault: d.complain, OnAsk: d.confirm,
				OnExport: d.exportHistory, OnFocus: d.focus, OnTitle: func(string) { d.showTitle() },
			},
		})
	}
	d.practising = true
	d.showContent()
	d.practice.Open()
}

// leavePractice shows the designer again.
func (d *Desktop) leavePractice() {
	if !d.practising {
		return
	}
	d.practising = false
	d.practice.Rest()
	d.showContent()
	d.focus(d.picture)
}

// togglePractice shows practice, or the designer where it is shown already.
func (d *Desktop) togglePractice() {
	if d.practising {
		d.leavePractice()
		return
	}
	d.practise()
}

// showContent shows what belongs into the window, with its menu.
func (d *Desktop) showContent() {
	content, menu := d.frame.content, d.menu.main
	if d.practising {
		content, menu = d.practice.Object(), d.menu.practice
	}
	d.window.SetMainMenu(menu)
	d.window.SetContent(content)
	d.showTitle()
}

// showTitle says what the window shows.
func (d *Desktop) showTitle() {
	if d.practising {
		d.window.SetTitle(d.practice.Title() + " – Alarife")
		return
	}
	title := d.workspace.Document().Title.In(d.tell.Lang)
	if title == "" {
		title = d.tell.Say("desktop.untitled")
	}
	if d.workspace.Unsaved() {
		title += " *"
	}
	d.window.SetTitle(title + " – Alarife")
}

// focus gives the keyboard to something, nil to nothing.
func (d *Desktop) focus(f fyne.Focusable) {
	if f == nil {
		d.window.Canvas().Unfocus()
		return
	}
	d.window.Canvas().Focus(f)
}

// palette is the colours of the picture at the moment.
func (d *Desktop) palette() paint.Palette {
	return d.look.palette(d.app.Settings().ThemeVariant())
}

// panels are what scrolls with the keyboard.
func (d *Desktop) panels() (all []*container.Scroll) {
	if d.practising {
		return d.practice.Scrolls()
	}
	for _, o := range []fyne.CanvasObject{d.interview.Object(), d.reasons.Object()} {
		if s, ok := o.(*container.Scroll); ok {
			all = append(all, s)
		}
	}
	return all
}

// designCase opens the case of an exercise as a new design, after asking where
// work would be lost.
func (d *Desktop) designCase(x *practice.Exercise) {
	d.afterSaving(func() {
		doc := design.New()
		doc.Title, doc.Era, doc.Answers = x.Title, x.Era, x.Case.Workload
		if x.Case.Priorities != nil {
			doc.Priorities = x.Case.Priorities
		}
		if x.Case.Pins != nil {
			doc.Pins = x.Case.Pins
		}
		d.leavePractice()
		d.decision, d.component = "", ""
		d.workspace.Start(doc.Clone(), "")
	})
}

// exportHistory writes what was practised to a file.
func (d *Desktop) exportHistory(format string, write func(w io.Writer) error) {
	d.askNamed(d.tell.Say("practise.export.title"), d.tell.Say("practise.file.name"), "."+format, func(path string) {
		d.inBackground(func() error { return file.Write(path, write) }, func() { d.say(d.tell.Say("desktop.exported"), path) })
	})
}
