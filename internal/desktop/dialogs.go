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

// say shows a text that a person closes.
func (d *Desktop) say(title string, paragraphs ...string) {
	stack := kit.Tight()
	for _, p := range paragraphs {
		kit.Append(stack, kit.Body(p))
	}
	box := dialog.NewCustom(title, d.tell.Say("desktop.close"), container.NewVScroll(stack), d.window)
	box.Resize(fyne.NewSize(dialogWidth, min(560, float32(120+60*len(paragraphs)))))
	box.Show()
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
	box := dialog.NewCustomConfirm(d.tell.Say("desktop.sure"), yes, d.tell.Say("desktop.cancel"), kit.Body(question), func(ok bool) {
		if ok {
			action()
		}
	}, d.window)
	box.Resize(fyne.NewSize(dialogWidth, 160))
	box.Show()
}

// afterSaving does what would lose unsaved work only after asking.
func (d *Desktop) afterSaving(action func()) {
	if !d.workspace.Unsaved() {
		action()
		return
	}
	var box *dialog.CustomDialog
	button := func(key string, importance widget.Importance, tapped func()) fyne.CanvasObject {
		b := widget.NewButton(d.tell.Say(key), func() { box.Hide(); tapped() })
		b.Importance = importance
		return b
	}
	box = dialog.NewCustomWithoutButtons(d.tell.Say("desktop.unsaved"), kit.Body(d.tell.Say("desktop.unsaved.question")), d.window)
	box.SetButtons([]fyne.CanvasObject{
		button("desktop.cancel", widget.MediumImportance, func() {}),
		button("desktop.discard", widget.MediumImportance, action),
		button("desktop.save", widget.HighImportance, func() { d.save(action) }),
	})
	box.Resize(fyne.NewSize(dialogWidth, 160))
	box.Show()
}

// quit closes the window, after asking where work is not saved.
func (d *Desktop) quit() {
	d.afterSaving(func() {
		d.rememberSize()
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
	box := dialog.NewCustomConfirm(d.tell.Say("desktop.lost"), d.tell.Say("desktop.restore"), d.tell.Say("desktop.discard"), kit.Body(text), func(ok bool) {
		if !ok {
			lost[0].Discard()
			return
		}
		if err := d.workspace.Recover(lost[0]); err != nil {
			d.complain(err)
		}
	}, d.window)
	box.Resize(fyne.NewSize(dialogWidth, 170))
	box.Show()
}

// askTitle asks for the title of the design.
func (d *Desktop) askTitle() {
	entry := widget.NewEntry()
	entry.SetText(d.workspace.Document().Title.In(d.tell.Lang))
	box := dialog.NewCustomConfirm(d.tell.Say("desktop.rename"), d.tell.Say("desktop.accept"), d.tell.Say("desktop.cancel"), entry, func(ok bool) {
		if !ok {
			return
		}
		if err := d.workspace.SetTitle(entry.Text); err != nil {
			d.complain(err)
		}
	}, d.window)
	entry.OnSubmitted = func(string) { box.Confirm() }
	box.Resize(fyne.NewSize(dialogWidth, 160))
	box.Show()
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
		d.tell.Say("desktop.keys.window"), d.tell.Say("desktop.keys.picture"), d.tell.Say("desktop.keys.mouse"))
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
