package desktop

import (
	"io"
	"os"
	"path/filepath"
	"strings"

	"alarife/internal/design"
	"alarife/internal/desktop/kit"
	"alarife/internal/export"
	"alarife/internal/file"
	"alarife/internal/knowledge"
)

// designExtension is that of designs.
const designExtension = ".yaml"

// OpenFile opens a design or scenario; what is wrong with it is told in the
// window and returned.
func (d *Desktop) OpenFile(path string) error {
	if absolute, err := filepath.Abs(path); err == nil && path != "-" {
		path = absolute
	}
	if err := d.workspace.Open(path); err != nil {
		d.complain(err)
		return err
	}
	d.decision, d.component = "", ""
	if path != "-" {
		d.remember(path)
		d.app.Preferences().SetString(prefFolder, filepath.Dir(path))
	}
	d.menu.show(d)
	return nil
}

// OpenFirst opens the case that is shown where no file is named.
func (d *Desktop) OpenFirst() {
	s := d.base.Scenario(firstCase)
	if s == nil && len(d.base.Scenarios) > 0 {
		s = d.base.Scenarios[0]
	}
	if s == nil {
		d.workspace.Start(design.New(), "")
		return
	}
	d.openCase(s)
}

func (d *Desktop) openCase(s *knowledge.Scenario) {
	doc, err := design.FromScenario(s, d.base)
	if err != nil {
		d.complain(err)
		return
	}
	d.decision, d.component = "", ""
	d.workspace.Start(doc, "")
}

func (d *Desktop) newDesign() {
	d.afterSaving(func() {
		d.decision, d.component = "", ""
		d.workspace.Start(design.New(), "")
	})
}

// lastFolder is where files are looked for.
func (d *Desktop) lastFolder() string {
	if f := d.app.Preferences().String(prefFolder); f != "" {
		return f
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "."
	}
	return home
}

func (d *Desktop) pathTexts(title, accept string) kit.PathTexts {
	return kit.PathTexts{
		Title: title, Accept: d.tell.Say(accept), Path: d.tell.Say("desktop.file.path"),
		Cancel: d.tell.Say("desktop.cancel"), Unreadable: d.tell.Say("desktop.file.unreadable"),
	}
}

func (d *Desktop) askOpen() {
	d.afterSaving(func() {
		texts := d.pathTexts(d.tell.Say("desktop.file.open"), "desktop.open")
		kit.AskPath(d.window, texts, d.lastFolder()+string(filepath.Separator), []string{designExtension, ".yml"}, func(path string) { _ = d.OpenFile(path) })
	})
}

// save writes the design to its file, asking for one where it has none; then
// is called once it is written, and may be nil.
func (d *Desktop) save(then func()) {
	if d.workspace.Path() == "" {
		d.askSave(then)
		return
	}
	d.saveTo(d.workspace.Path(), then)
}

func (d *Desktop) saveTo(path string, then func()) {
	if err := d.workspace.Save(path); err != nil {
		d.complain(err)
		return
	}
	d.remember(path)
	d.app.Preferences().SetString(prefFolder, filepath.Dir(path))
	d.menu.show(d)
	if then != nil {
		then()
	}
}

func (d *Desktop) askSave(then func()) {
	d.askTarget(d.tell.Say("desktop.file.save"), designExtension, func(path string) { d.saveTo(path, then) })
}

// askTarget asks where to write, and again before a file is replaced.
func (d *Desktop) askTarget(title, extension string, write func(path string)) {
	proposed := filepath.Join(d.lastFolder(), d.fileName()+extension)
	if own := d.workspace.Path(); own != "" {
		proposed = strings.TrimSuffix(own, filepath.Ext(own)) + extension
	}
	d.askProposed(title, proposed, extension, write)
}

// askNamed asks where to write what is no design, by the name of its file.
func (d *Desktop) askNamed(title, name, extension string, write func(path string)) {
	d.askProposed(title, filepath.Join(d.lastFolder(), name+extension), extension, write)
}

func (d *Desktop) askProposed(title, proposed, extension string, write func(path string)) {
	kit.AskPath(d.window, d.pathTexts(title, "desktop.save"), proposed, []string{extension}, func(path string) {
		if filepath.Ext(path) == "" {
			path += extension
		}
		if _, err := os.Stat(path); err != nil || path == d.workspace.Path() {
			write(path)
			return
		}
		d.confirm(d.tell.Say("desktop.replace", "file", filepath.Base(path)), d.tell.Say("desktop.replace.yes"), func() { write(path) })
	})
}

// fileName makes a name for a file of the title.
func (d *Desktop) fileName() string {
	title := strings.ToLower(d.workspace.Document().Title.In(d.tell.Lang))
	words := strings.FieldsFunc(title, func(r rune) bool {
		return !strings.ContainsRune("abcdefghijklmnopqrstuvwxyzáéíóúüñ0123456789", r)
	})
	name := strings.Join(words, "-")
	if name == "" {
		return d.tell.Say("desktop.file.name")
	}
	if r := []rune(name); len(r) > 60 {
		name = strings.TrimSuffix(string(r[:60]), "-")
	}
	return name
}

// askExport writes the present study in a format, off the main goroutine.
func (d *Desktop) askExport(f export.Format) {
	s := d.workspace.Study()
	if s == nil {
		return
	}
	title := d.tell.Say("desktop.file.export", "format", strings.ToUpper(f.ID))
	d.askTarget(title, f.Extension, func(path string) {
		e := &export.Export{Run: s.Run, Lang: d.tell.Lang}
		d.inBackground(func() error {
			return file.Write(path, func(w io.Writer) error { return f.Write(e, w) })
		}, func() { d.say(d.tell.Say("desktop.exported"), path) })
	})
}
