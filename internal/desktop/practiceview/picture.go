package practiceview

import (
	"strings"

	"alarife/internal/architecture"
	"alarife/internal/desktop/diagramview"
	"alarife/internal/desktop/outline"
	"alarife/internal/diagram"
	"alarife/internal/run"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// newPicture makes the view of the picture. In it Space marks; Enter, Escape
// and what pages are the page's.
func (p *asked) newPicture() *diagramview.View {
	p.view = diagramview.New(p.v.Painter, p.v.Palette, p.v.Do)
	p.view.OnKey = func(e *fyne.KeyEvent) bool {
		switch e.Name {
		case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyEscape, fyne.KeyPageUp, fyne.KeyPageDown:
			p.TypedKey(e)
			return true
		}
		return false
	}
	return p.view
}

// outlined is the picture of a fault, or the list that says the same.
func (p *asked) outlined() fyne.CanvasObject {
	list := outline.New(p.v.Tell)
	list.Show(p.x.Architecture, nil)
	list.OnSelect = func(id string) { p.view.Select(id) }
	show := func(plainly bool) {
		p.v.plainly = plainly
		if plainly {
			p.view.Hide()
			list.Object().Show()
		} else {
			list.Object().Hide()
			p.view.Show()
		}
	}
	asText := widget.NewCheck(p.say("practise.picture.as-text"), func(on bool) {
		show(on)
		p.v.Intents.OnFocus(nil) // keys are the page's again
	})
	asText.Checked = p.v.plainly
	show(p.v.plainly)
	return container.NewBorder(container.NewHBox(asText), nil, nil, nil, container.NewStack(p.view, list.Object()))
}

// lay makes an architecture and lays it out in the background, and shows it;
// key tells pictures of one exercise apart.
func (p *asked) lay(key string, made func() *architecture.Architecture, shown func()) {
	v, view := p.v, p.view
	key = strings.Join([]string{string(v.Tell.Lang), p.x.ID, p.x.Story.EN, key}, "\x00")
	p.wanted = key
	if s := v.scenes[key]; s != nil {
		view.SetScene(s)
		shown()
		return
	}
	runner, l, title, kase := v.Runner, v.Tell.Lang, p.x.Title, p.x.Case
	go func() {
		o := runner.Quick(run.Brief{Title: title, Case: kase}).Picture(l)
		o.MonthlyCost, o.Date, o.Notes = "", "", o.Notes[len(o.Notes)-1:] // what it costs is not asked
		scene, err := diagram.Layout(made(), o, nil)
		v.Do(func() {
			switch {
			case p.wanted != key:
			case err != nil:
				v.Intents.OnFault(err)
			default:
				v.scenes[key] = scene
				view.SetScene(scene)
				shown()
			}
		})
	}()
}
