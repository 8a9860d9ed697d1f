package desktop

import (
	"alarife/internal/export"
	"alarife/internal/knowledge"
	"alarife/internal/lang"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// menu is the main menu with the items whose state changes.
type menu struct {
	main       *fyne.MainMenu // of the designer
	practice   *fyne.MainMenu // of practice
	undo, redo *fyne.MenuItem
	list, plan *fyne.MenuItem
	alone      *fyne.MenuItem
	recent     *fyne.MenuItem
	speech     *fyne.MenuItem // languages
	colours    *fyne.MenuItem // themes
	langs      map[lang.Lang]*fyne.MenuItem
	themes     map[string]*fyne.MenuItem
	eras       map[knowledge.Era]*fyne.MenuItem
}

func (m *menu) build(d *Desktop) {
	m.main = fyne.NewMainMenu(m.file(d), m.edit(d), m.view(d), m.settings(d), m.practise(d, "desktop.menu.practice.open"), m.help(d))
	m.practice = m.short(d)
	m.show(d)
}

func key(name fyne.KeyName, more ...fyne.KeyModifier) fyne.Shortcut {
	modifier := fyne.KeyModifierShortcutDefault
	for _, m := range more {
		modifier |= m
	}
	return &desktop.CustomShortcut{KeyName: name, Modifier: modifier}
}

// item is a menu item; what is being typed counts before it acts. Under a
// dialog its shortcut does nothing.
func (d *Desktop) item(text string, shortcut fyne.Shortcut, action func()) *fyne.MenuItem {
	i := fyne.NewMenuItem(d.tell.Say(text), func() {
		if d.covered() {
			return
		}
		d.window.Canvas().Unfocus()
		action()
	})
	i.Shortcut = shortcut
	return i
}

func (d *Desktop) submenu(text string, items ...*fyne.MenuItem) *fyne.MenuItem {
	i := fyne.NewMenuItem(d.tell.Say(text), nil)
	i.ChildMenu = fyne.NewMenu("", items...)
	return i
}

func (m *menu) file(d *Desktop) *fyne.Menu {
	m.recent = d.submenu("desktop.menu.recent")
	quit := d.item("desktop.menu.quit", key(fyne.KeyQ), d.quit)
	quit.IsQuit = true
	return fyne.NewMenu(d.tell.Say("desktop.menu.file"),
		d.item("desktop.menu.new", key(fyne.KeyN), d.newDesign),
		d.item("desktop.menu.open", key(fyne.KeyO), d.askOpen),
		m.recent, m.cases(d),
		fyne.NewMenuItemSeparator(),
		d.item("desktop.menu.save", key(fyne.KeyS), func() { d.save(nil) }),
		d.item("desktop.menu.save-as", key(fyne.KeyS, fyne.KeyModifierShift), func() { d.askSave(nil) }),
		d.item("desktop.menu.rename", nil, d.askTitle),
		m.exports(d),
		fyne.NewMenuItemSeparator(), quit,
	)
}

// cases are the bundled scenarios.
func (m *menu) cases(d *Desktop) *fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, s := range d.base.Scenarios {
		items = append(items, fyne.NewMenuItem(d.tell.In(s.Title), func() { d.afterSaving(func() { d.openCase(s) }) }))
	}
	return d.submenu("desktop.menu.cases", items...)
}

func (m *menu) exports(d *Desktop) *fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, f := range export.Formats() {
		i := d.item("desktop.format."+f.ID, nil, func() { d.askExport(f) })
		if len(items) == 0 {
			i.Shortcut = key(fyne.KeyE)
		}
		items = append(items, i)
	}
	return d.submenu("desktop.menu.export", items...)
}

func (m *menu) edit(d *Desktop) *fyne.Menu {
	m.undo = d.item("desktop.menu.undo", &fyne.ShortcutUndo{}, d.workspace.Undo)
	m.redo = d.item("desktop.menu.redo", &fyne.ShortcutRedo{}, d.workspace.Redo)
	return fyne.NewMenu(d.tell.Say("desktop.menu.edit"), m.undo, m.redo)
}

func (m *menu) view(d *Desktop) *fyne.Menu {
	m.langs, m.themes, m.eras = map[lang.Lang]*fyne.MenuItem{}, map[string]*fyne.MenuItem{}, map[knowledge.Era]*fyne.MenuItem{}
	var langs, themes, eras []*fyne.MenuItem
	for _, l := range lang.All() {
		m.langs[l] = d.item("desktop.lang."+string(l), nil, func() { d.setLang(l) })
		langs = append(langs, m.langs[l])
	}
	for _, t := range []string{themeSystem, themeLight, themeDark} {
		m.themes[t] = d.item("desktop.theme."+t, nil, func() { d.setTheme(t) })
		themes = append(themes, m.themes[t])
	}
	for _, e := range []knowledge.Era{knowledge.Today, knowledge.Guide} {
		m.eras[e] = d.item("desktop.era."+string(e), nil, func() { d.workspace.SetEra(e) })
		eras = append(eras, m.eras[e])
	}
	m.speech, m.colours = d.submenu("desktop.menu.language", langs...), d.submenu("desktop.menu.theme", themes...)
	m.list = d.item("desktop.menu.outline", key(fyne.KeyL), func() { d.toggleTab(tabOutline) })
	m.plan = d.item("desktop.menu.plan", key(fyne.KeyP), func() { d.toggleTab(tabPlan) })
	m.alone = d.item("desktop.menu.alone", key(fyne.KeyB), d.toggleAlone)
	return fyne.NewMenu(d.tell.Say("desktop.menu.view"),
		d.item("desktop.menu.fit", key(fyne.Key0), d.picture.Fit),
		d.item("desktop.menu.actual", key(fyne.Key1), d.picture.ActualSize),
		d.item("desktop.menu.zoom-in", key(fyne.KeyPlus), d.picture.ZoomIn),
		d.item("desktop.menu.zoom-out", key(fyne.KeyMinus), d.picture.ZoomOut),
		m.list, m.plan, m.alone,
		fyne.NewMenuItemSeparator(),
		m.speech, m.colours,
		d.submenu("desktop.menu.era", eras...),
	)
}

func (m *menu) settings(d *Desktop) *fyne.Menu {
	return fyne.NewMenu(d.tell.Say("desktop.menu.settings"), d.item("desktop.menu.currency", nil, d.askRate))
}

// practise leads to practice and back.
func (m *menu) practise(d *Desktop, text string) *fyne.Menu {
	return fyne.NewMenu(d.tell.Say("desktop.menu.practice"), d.item(text, key(fyne.KeyT), d.togglePractice))
}

// short is the menu of practice: nothing in it touches the design.
func (m *menu) short(d *Desktop) *fyne.MainMenu {
	quit := d.item("desktop.menu.quit", key(fyne.KeyQ), d.quit)
	quit.IsQuit = true
	return fyne.NewMainMenu(
		fyne.NewMenu(d.tell.Say("desktop.menu.file"), quit),
		fyne.NewMenu(d.tell.Say("desktop.menu.view"), m.speech, m.colours),
		m.practise(d, "desktop.menu.practice.leave"),
		m.help(d),
	)
}

func (m *menu) help(d *Desktop) *fyne.Menu {
	return fyne.NewMenu(d.tell.Say("desktop.menu.help"),
		d.item("desktop.menu.keys", key(fyne.KeyF1), d.showKeys),
		d.item("desktop.menu.about", nil, d.showAbout),
	)
}

// show brings marks and lists of the menu up to date.
func (m *menu) show(d *Desktop) {
	if m.main == nil || m.practice == nil {
		return
	}
	m.undo.Disabled, m.redo.Disabled = !d.workspace.CanUndo(), !d.workspace.CanRedo()
	m.list.Checked, m.plan.Checked, m.alone.Checked = d.tab == tabOutline, d.tab == tabPlan, d.alone
	for l, i := range m.langs {
		i.Checked = l == d.tell.Lang
	}
	for t, i := range m.themes {
		i.Checked = t == d.look.choice
	}
	for e, i := range m.eras {
		i.Checked = e == d.workspace.Document().Era
	}
	m.recent.ChildMenu.Items = nil
	for _, path := range d.recent() {
		m.recent.ChildMenu.Items = append(m.recent.ChildMenu.Items, fyne.NewMenuItem(path, func() {
			d.afterSaving(func() { d.OpenFile(path) })
		}))
	}
	m.recent.Disabled = len(m.recent.ChildMenu.Items) == 0
	m.main.Refresh()
	m.practice.Refresh()
}
