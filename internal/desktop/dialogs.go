package desktop

import (
	"alarife/internal/design"
	"alarife/internal/desktop/kit"
	"alarife/internal/fault"
	"alarife/internal/knowledge"
	"alarife/internal/version"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"
)

const dialogWidth = 520

// choice is a button of a dialog.
type choice struct {
	text string
	act  func() // may be nil
}

// ask shows a dialog over the window. The last choice is the one that is meant
// to be taken: it is lit, and Enter takes it; Escape takes none.
func (d *Desktop) ask(title string, content fyne.CanvasObject, height float32, choices ...choice) {
	box := dialog.NewCustomWithoutButtons(title, content, d.window)
	d.over = &over{leave: box.Hide}
	buttons := make([]fyne.CanvasObject, len(choices))
	for i, c := range choices {
		take := func() {
			box.Hide()
			if c.act != nil {
				c.act()
			}
		}
		b := widget.NewButton(c.text, take)
		if i == len(choices)-1 {
			b.Importance = widget.HighImportance
			d.over.take = take
		}
		buttons[i] = b
	}
	box.SetOnClosed(func() { d.over = nil })
	box.SetButtons(buttons)
	box.Resize(fyne.NewSize(dialogWidth, height))
	box.Show()
}

// over is what keys do while a dialog is shown and nothing in it has them.
type over struct{ take, leave func() }

// covered reports whether a dialog lies over the window.
func (d *Desktop) covered() bool { return d.window.Canvas().Overlays().Top() != nil }

// typed takes keys that no widget has taken.
func (d *Desktop) typed(e *fyne.KeyEvent) {
	switch {
	case d.covered() && d.over != nil && e.Name == fyne.KeyEscape:
		d.over.leave()
	case d.covered() && d.over != nil && (e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter):
		d.over.take()
	case !d.covered() && d.practising:
		d.practice.TypedKey(e)
	case !d.covered() && e.Name == fyne.KeyEscape:
		d.openDecision("")
	}
}

// typedRune takes characters that no widget has taken.
func (d *Desktop) typedRune(r rune) {
	if d.practising && !d.covered() {
		d.practice.TypedRune(r)
	}
}

// say shows a text that a person closes.
func (d *Desktop) say(title string, paragraphs ...string) {
	text := kit.Tight()
	for _, p := range paragraphs {
		kit.Append(text, kit.Body(p))
	}
	height := min(560, float32(120+70*len(paragraphs)))
	d.ask(title, container.NewVScroll(text), height, choice{text: d.tell.Say("desktop.close")})
}

// complain says what went wrong: a fault with its place and remedy, or that
// the program failed.
func (d *Desktop) complain(err error) {
	text, ok := fault.Say(err, d.texts, d.tell.Lang)
	if !ok {
		fyne.LogError("internal", err)
		text = d.tell.Say("desktop.bug", "error", err.Error())
	}
	d.say(d.tell.Say("desktop.problem"), text)
}

// confirm asks before something is done.
func (d *Desktop) confirm(question, yes string, action func()) {
	d.ask(d.tell.Say("desktop.sure"), kit.Body(question), 160, choice{text: d.tell.Say("desktop.cancel")}, choice{yes, action})
}

// afterSaving does what would lose unsaved work only after asking.
func (d *Desktop) afterSaving(action func()) {
	if !d.workspace.Unsaved() {
		action()
		return
	}
	d.ask(d.tell.Say("desktop.unsaved"), kit.Body(d.tell.Say("desktop.unsaved.question")), 160,
		choice{text: d.tell.Say("desktop.cancel")},
		choice{d.tell.Say("desktop.discard"), action},
		choice{d.tell.Say("desktop.save"), func() { d.save(action) }})
}

// quit closes the window, after asking where work is not saved.
func (d *Desktop) quit() {
	d.afterSaving(func() {
		d.rememberSize()
		if d.practice != nil {
			d.practice.Close()
		}
		d.workspace.Close()
		d.window.SetCloseIntercept(nil)
		d.window.Close()
		d.app.Quit()
	})
}

// OfferLost offers unsaved work that an earlier run left behind.
func (d *Desktop) OfferLost() {
	lost := design.FindLost(d.folder())
	if len(lost) == 0 {
		return
	}
	what := lost[0].Title
	if what == "" {
		what = d.tell.Say("desktop.untitled")
	}
	text := d.tell.Say("desktop.lost.question", "design", what, "when", lost[0].When.Format("2006-01-02 15:04"))
	d.ask(d.tell.Say("desktop.lost"), kit.Body(text), 170,
		choice{d.tell.Say("desktop.discard"), lost[0].Discard},
		choice{d.tell.Say("desktop.restore"), func() {
			if err := d.workspace.Recover(lost[0]); err != nil {
				d.complain(err)
			}
		}})
}

// askTitle asks for the title of the design.
func (d *Desktop) askTitle() {
	entry := kit.NewField(func() { d.over.leave() })
	entry.SetText(d.workspace.Document().Title.In(d.tell.Lang))
	entry.OnSubmitted = func(string) { d.over.take() }
	d.ask(d.tell.Say("desktop.rename"), entry, 160, choice{text: d.tell.Say("desktop.cancel")}, choice{d.tell.Say("desktop.accept"), func() {
		if err := d.workspace.SetTitle(entry.Text); err != nil {
			d.complain(err)
		}
	}})
	d.window.Canvas().Focus(entry)
}

func (d *Desktop) showAbout() {
	d.say(d.tell.Say("desktop.about"),
		d.tell.Say("desktop.about.version", "version", version.String()),
		d.tell.Say("desktop.about.what"),
		d.tell.Say("desktop.about.catalog", "date", d.base.Prices.Latest(), "digest", shortDigest(d.base.Digest)),
		d.tell.Say("desktop.about.licence"),
		d.tell.Say("desktop.about.trademark"))
}

func (d *Desktop) showKeys() {
	d.say(d.tell.Say("desktop.keys"),
		d.tell.Say("desktop.keys.window"), d.tell.Say("desktop.keys.picture"), d.tell.Say("desktop.keys.plan"), d.tell.Say("desktop.keys.practice"), d.tell.Say("desktop.keys.mouse"))
}

// otherEra changes whose knowledge holds.
func (d *Desktop) otherEra() {
	if d.workspace.Document().Era == knowledge.Guide {
		d.workspace.SetEra(knowledge.Today)
	} else {
		d.workspace.SetEra(knowledge.Guide)
	}
}

// inBackground does work elsewhere and then, where it went well, the rest here.
func (d *Desktop) inBackground(work func() error, then func()) {
	go func() {
		err := work()
		d.do(func() {
			if err != nil {
				d.complain(err)
				return
			}
			then()
		})
	}()
}

// shortDigest is enough of a digest to tell two catalogs apart.
func shortDigest(digest string) string {
	const enough = len("sha256:") + 12
	return digest[:min(len(digest), enough)]
}
