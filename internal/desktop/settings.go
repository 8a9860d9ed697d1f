package desktop

import (
	"encoding/json"
	"strings"

	"alarife/internal/lang"

	"fyne.io/fyne/v2"
	fynelang "fyne.io/fyne/v2/lang"
)

// Keys of the preferences.
const (
	prefLang   = "language"
	prefTheme  = "theme"
	prefRate   = "rate" // the user's, "EUR=0.92"; "" for none
	prefRecent = "recent"
	prefFolder = "folder"
	prefWidth  = "width"
	prefHeight = "height"
)

const maxRecent = 8 // files kept in the menu

// chooseLang returns the language that is asked for, that was chosen last, or
// that the system speaks.
func (d *Desktop) chooseLang(asked lang.Lang) lang.Lang {
	if asked != "" {
		return asked
	}
	if l, ok := lang.Parse(d.app.Preferences().String(prefLang)); ok {
		return l
	}
	l, _ := lang.Parse(fynelang.SystemLocale().String())
	return l
}

// setLang changes the language of the whole window.
func (d *Desktop) setLang(l lang.Lang) {
	if l == d.tell.Lang {
		return
	}
	d.tell.Lang = l
	d.app.Preferences().SetString(prefLang, string(l))
	speak(d.texts, l)
	d.workspace.SetLang(l)
	d.build()
	if d.practice != nil {
		d.practice.SetLang(d.tell)
	}
}

// fynePrefix begins the keys of the texts that Fyne's own widgets show.
const fynePrefix = "fyne."

// speak gives Fyne's own widgets the language, whatever the system's is.
func speak(texts *lang.Messages, l lang.Lang) {
	own := map[string]string{}
	for _, key := range texts.Keys() {
		if name, ok := strings.CutPrefix(key, fynePrefix); ok {
			own[name] = texts.Say(l, key)
		}
	}
	table, err := json.Marshal(own)
	if err == nil {
		err = fynelang.AddTranslationsForLocale(table, fynelang.SystemLocale())
	}
	if err != nil {
		fyne.LogError("translations of the toolkit", err)
	}
}

// setTheme changes the colours of the whole window.
func (d *Desktop) setTheme(choice string) {
	d.look = newLook(choice)
	d.app.Preferences().SetString(prefTheme, choice)
	d.app.Settings().SetTheme(d.look)
	d.retheme()
	d.menu.show(d)
}

// retheme paints pictures in the colours of the moment.
func (d *Desktop) retheme() {
	d.picture.Retheme()
	if d.practice != nil {
		d.practice.Retheme()
	}
}

// size is what the window had last, at first all of a small screen.
func (d *Desktop) size() fyne.Size {
	p := d.app.Preferences()
	return fyne.NewSize(float32(p.FloatWithFallback(prefWidth, 1280)), float32(p.FloatWithFallback(prefHeight, 800)))
}

func (d *Desktop) rememberSize() {
	size := d.window.Canvas().Size()
	d.app.Preferences().SetFloat(prefWidth, float64(size.Width))
	d.app.Preferences().SetFloat(prefHeight, float64(size.Height))
}

// recent lists the files that were open last, latest first.
func (d *Desktop) recent() []string { return d.app.Preferences().StringList(prefRecent) }

// remember puts a file at the head of the recent ones.
func (d *Desktop) remember(path string) {
	list := []string{path}
	for _, p := range d.recent() {
		if p != path && len(list) < maxRecent {
			list = append(list, p)
		}
	}
	d.app.Preferences().SetStringList(prefRecent, list)
}
