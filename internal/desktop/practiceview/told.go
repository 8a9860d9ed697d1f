package practiceview

import (
	"strconv"

	"alarife/internal/desktop/kit"
	"alarife/internal/export/page"
	"alarife/internal/practice"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// reasons tells of one part: why, and what would make it right.
func (p *asked) reasons(n practice.ShownNote) fyne.CanvasObject {
	stack := kit.Tight()
	why := kit.Lines()
	for _, text := range n.Why {
		if len(n.Why) > 1 {
			text = "• " + text
		}
		kit.Append(why, kit.Body(text))
	}
	if len(n.Why) > 0 {
		kit.Append(stack, why)
	}
	if n.Would != "" {
		would := kit.Body("→ " + n.Would)
		would.TextStyle.Italic = true
		kit.Append(stack, would)
	}
	kit.Append(stack, kit.Gap(8))
	return kit.Inset(stack)
}

// further is told with every answer: the worked solution, the other era, the
// sources, pages of the catalog, and the case itself.
func (p *asked) further() fyne.CanvasObject {
	stack := kit.Tight()
	if len(p.solution.Because) > 0 {
		kit.Append(stack, kit.Strong(p.say("practise.because")))
		for _, text := range p.solution.Because {
			kit.Append(stack, kit.Body(text))
		}
	}
	if !p.x.Proven && p.x.Model.Empty() {
		kit.Append(stack, kit.Muted(p.say("practise.unproven")))
	}
	kit.Append(stack, p.pages())
	if len(p.solution.Sources) > 0 {
		kit.Append(stack, kit.Strong(p.say("practise.sources")))
		links := kit.Lines()
		for _, s := range p.solution.Sources {
			kit.Append(links, kit.Link(s, s))
		}
		kit.Append(stack, links)
	}
	return stack
}

// mostPages is how many pages of the catalog are named.
const mostPages = 4

// pages are buttons that lead to pages of the catalog and to the designer.
func (p *asked) pages() fyne.CanvasObject {
	row := kit.Tight()
	for _, l := range append(p.v.links(p.studied(), mostPages), p.v.sessionLinks(p.x.Guide)...) {
		kit.Append(row, p.v.pageButton(l, p))
	}
	if len(p.x.Case.Workload) > 0 && p.v.Intents.OnDesign != nil {
		open := kit.NewButton(p.say("practise.design"), theme.NavigateNextIcon(), p, func() { p.v.openDesign(p.x) })
		kit.Append(row, container.NewHBox(open))
	}
	if len(row.Objects) == 0 {
		return row
	}
	return kit.Tight(kit.Strong(p.say("practise.read-on")), kit.Inset(row))
}

// openDesign leaves for the designer with the case of an exercise.
func (v *View) openDesign(x *practice.Exercise) {
	v.Rest()
	v.Intents.OnDesign(x)
}

// studied are the rules to read on about: those that were missed first.
func (p *asked) studied() []string {
	var rules []string
	if g := p.s.grades[p.n]; g != nil {
		rules = append(rules, g.Rules...)
	}
	return append(rules, p.x.Tests()...)
}

// link is a page of the catalog with what it is called.
type link struct {
	ref   page.Ref
	title string
}

// links are the pages where rules stand, each once.
func (v *View) links(rules []string, most int) (all []link) {
	seen := map[page.Ref]bool{}
	for _, id := range rules {
		r, ok := v.book.Rule(id)
		if !ok {
			continue
		}
		ref := page.Ref{Kind: page.Kind(r.Folder), ID: r.Entry}
		title := v.pageTitle(ref)
		if ref.Kind == page.Items || title == "" || seen[ref] || len(all) == most {
			continue // the page of an exercise says no more than the exercise
		}
		seen[ref] = true
		all = append(all, link{ref, title})
	}
	return all
}

// sessionLinks are the pages of sessions of the study guide.
func (v *View) sessionLinks(ids []int) (all []link) {
	for _, id := range ids {
		ref := page.Ref{Kind: page.Sessions, ID: "guide-session-" + strconv.Itoa(id)}
		if v.pageTitle(ref) != "" {
			all = append(all, link{ref, v.say("practise.session.link", "n", id, "title", v.pageTitle(ref))})
		}
	}
	return all
}

// pageButton leads to a page.
func (v *View) pageButton(l link, keys kit.Keys) fyne.CanvasObject {
	title := kit.Body(l.title)
	title.Importance = widget.HighImportance
	icon := container.NewVBox(container.NewPadded(widget.NewIcon(theme.NewPrimaryThemedResource(theme.DocumentIcon()))))
	b := kit.NewPress(container.NewBorder(nil, nil, icon, nil, title), func() { v.openPages(l.ref) })
	b.Keys = keys
	return b
}

// pageTitle is what a page is called, "" where there is none.
func (v *View) pageTitle(r page.Ref) string {
	for _, t := range v.pageIndex().Things(r.Kind) {
		if t.Ref == r {
			return v.Tell.In(t.Title)
		}
	}
	return ""
}

// pageIndex is the catalog as pages, made when it is first needed.
func (v *View) pageIndex() *page.Book {
	if v.index == nil || v.index.Lang != v.Tell.Lang {
		v.index = page.New(v.base, v.Tell.Messages, v.Tell.Lang)
	}
	return v.index
}
