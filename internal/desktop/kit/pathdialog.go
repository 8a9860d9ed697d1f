package kit

import (
	"os"
	"path/filepath"
	"sort"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// PathTexts are the words of a path dialog.
type PathTexts struct {
	Title, Path, Accept, Cancel string
	Unreadable                  string // in place of a folder that cannot be listed
}

// PathDialog asks for a file by its path, with the folders to look around in.
type PathDialog struct {
	texts     PathTexts
	extension []string // of the files that are listed, with dot; none lists all
	folder    string
	names     []string // listed; folders end in a separator
	entry     *Field
	list      *widget.List
	where     *widget.Label
	dialog    *dialog.CustomDialog
	accept    func(path string)
}

const parent = ".."

// AskPath opens the dialog over a window, with a proposed path; accept is told
// an absolute path, or nothing where the person thinks better of it.
func AskPath(over fyne.Window, texts PathTexts, proposed string, extension []string, accept func(string)) *PathDialog {
	p := &PathDialog{texts: texts, extension: extension, accept: accept}
	p.build(over)
	p.visit(filepath.Dir(proposed))
	p.propose(proposed)
	p.dialog.Show()
	over.Canvas().Focus(p.entry)
	return p
}

func (p *PathDialog) build(over fyne.Window) {
	p.entry = NewField(func() { p.dialog.Hide() })
	p.entry.OnSubmitted = func(string) { p.take() }
	p.where = widget.NewLabel("")
	p.where.Truncation = fyne.TextTruncateEllipsis
	p.list = widget.NewList(
		func() int { return len(p.names) },
		func() fyne.CanvasObject {
			return container.NewBorder(nil, nil, widget.NewIcon(theme.FileIcon()), nil, widget.NewLabel(""))
		},
		p.row,
	)
	p.list.OnSelected = p.pick
	ok := widget.NewButton(p.texts.Accept, p.take)
	ok.Importance = widget.HighImportance
	cancel := widget.NewButton(p.texts.Cancel, func() { p.dialog.Hide() })
	path := container.NewBorder(nil, nil, widget.NewLabel(p.texts.Path), nil, p.entry)
	buttons := container.NewHBox(cancel, ok)
	foot := container.NewVBox(path, container.NewBorder(nil, nil, nil, buttons))
	p.dialog = dialog.NewCustomWithoutButtons(p.texts.Title, container.NewBorder(p.where, foot, nil, nil, p.list), over)
	p.dialog.Resize(fyne.NewSize(640, 480))
}

func (p *PathDialog) row(i widget.ListItemID, o fyne.CanvasObject) {
	c := o.(*fyne.Container)
	name := p.names[i]
	icon := theme.FileIcon()
	if name == parent || strings.HasSuffix(name, string(filepath.Separator)) {
		icon = theme.FolderIcon()
	}
	c.Objects[0].(*widget.Label).SetText(name)
	c.Objects[1].(*widget.Icon).SetResource(icon)
}

// visit lists a folder.
func (p *PathDialog) visit(folder string) {
	absolute, err := filepath.Abs(folder)
	if err != nil {
		absolute = folder
	}
	p.folder, p.names = absolute, nil
	p.where.SetText(absolute)
	if filepath.Dir(absolute) != absolute {
		p.names = append(p.names, parent)
	}
	entries, err := os.ReadDir(absolute)
	if err != nil {
		p.where.SetText(p.texts.Unreadable + " " + absolute)
	}
	p.names = append(p.names, p.shown(entries)...)
	p.list.UnselectAll()
	p.list.ScrollToTop()
	p.list.Refresh()
}

// shown lists folders, then the files of the extensions; nothing hidden.
func (p *PathDialog) shown(entries []os.DirEntry) []string {
	var folders, files []string
	for _, e := range entries {
		name := e.Name()
		switch {
		case strings.HasPrefix(name, "."):
		case e.IsDir():
			folders = append(folders, name+string(filepath.Separator))
		case p.lists(name):
			files = append(files, name)
		}
	}
	sort.Strings(folders)
	sort.Strings(files)
	return append(folders, files...)
}

func (p *PathDialog) lists(name string) bool {
	for _, e := range p.extension {
		if strings.EqualFold(filepath.Ext(name), e) {
			return true
		}
	}
	return len(p.extension) == 0
}

// pick opens a folder or proposes a file.
func (p *PathDialog) pick(i widget.ListItemID) {
	name := p.names[i]
	switch {
	case name == parent:
		p.visit(filepath.Dir(p.folder))
	case strings.HasSuffix(name, string(filepath.Separator)):
		kept := filepath.Base(p.entry.Text)
		p.visit(filepath.Join(p.folder, name))
		p.propose(filepath.Join(p.folder, kept))
	default:
		p.propose(filepath.Join(p.folder, name))
	}
}

// propose writes a path and puts the cursor behind it.
func (p *PathDialog) propose(path string) {
	p.entry.SetText(path)
	p.entry.CursorColumn = len([]rune(path))
	p.entry.Refresh()
}

// take ends the dialog with the path in the field; a folder is opened instead.
func (p *PathDialog) take() {
	path := strings.TrimSpace(p.entry.Text)
	if path == "" {
		return
	}
	if !filepath.IsAbs(path) {
		path = filepath.Join(p.folder, path)
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		p.visit(path)
		return
	}
	p.dialog.Hide()
	p.accept(path)
}
