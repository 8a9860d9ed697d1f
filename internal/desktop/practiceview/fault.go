package practiceview

import (
	"slices"

	"alarife/internal/architecture"
	"alarife/internal/desktop/diagramview"
	"alarife/internal/desktop/kit"
	"alarife/internal/practice"

	"fyne.io/fyne/v2"
)

// finder is an architecture in whose picture, or list, components are marked.
type finder struct {
	p      *asked
	marked map[string]bool
	rows   map[string]*kit.Option
	stack  *fyne.Container
}

func newFault(p *asked) *finder {
	f := &finder{p: p, marked: setOf(p.given().Marked), rows: map[string]*kit.Option{}, stack: kit.Tight()}
	for _, o := range p.q.Options {
		concerned := f.marked[o.ID] || slices.Contains(p.x.Key.Marked, o.ID)
		if p.told && !concerned {
			continue
		}
		row := kit.NewOption("", o.Text, true, p).Small()
		row.OnFocus = func() { f.pointAt(o.ID) }
		if p.open {
			row.OnTapped = func() { f.toggle(o.ID) }
		}
		f.rows[o.ID] = row
		kit.Append(f.stack, row, kit.Gap(3))
		if p.told {
			kit.Append(f.stack, p.reasons(f.note(o.ID)))
		}
	}
	view := p.newPicture()
	if p.open {
		view.OnPress = func(id string) { f.toggle(f.origin(id)) }
		view.OnOpen = view.OnPress
	}
	f.show()
	p.lay("", func() *architecture.Architecture { return p.x.Architecture }, f.show)
	return f
}

// note tells why a component is at fault, or that it is not.
func (f *finder) note(id string) practice.ShownNote {
	n := f.p.note(id)
	if !slices.Contains(f.p.x.Key.Marked, id) {
		n.Why = []string{f.p.say("practise.no-fault")}
	}
	return n
}

// origin is the component that one of the picture is a copy of.
func (f *finder) origin(id string) string {
	if c := f.p.x.Architecture.Component(id); c != nil {
		return c.Origin
	}
	return ""
}

// pointAt shows in the picture which component a row is.
func (f *finder) pointAt(origin string) {
	for _, c := range f.p.x.Architecture.Components {
		if c.Origin == origin {
			f.p.view.Select(c.ID)
			return
		}
	}
}

func (f *finder) toggle(origin string) {
	if f.rows[origin] == nil || !f.p.open {
		return
	}
	f.marked[origin] = !f.marked[origin]
	f.show()
	f.p.changed(false)
}

// signs are those of the picture by how a component stands.
var signs = map[kit.Standing]diagramview.Sign{
	kit.Taken: diagramview.Pointed, kit.Right: diagramview.Tick, kit.Wrong: diagramview.Cross, kit.Missed: diagramview.Pointed,
}

func (f *finder) show() {
	for id, row := range f.rows {
		row.Stand(f.p.standing(id, f.marked[id]))
	}
	f.p.view.MarkAs(func(id string) diagramview.Sign {
		origin := f.origin(id)
		s, _ := f.p.standing(origin, f.marked[origin])
		return signs[s]
	})
}

func (f *finder) content() fyne.CanvasObject   { return f.stack }
func (f *finder) beside() fyne.CanvasObject    { return nil }
func (f *finder) step() (string, func(), bool) { return "", nil, false }
func (f *finder) typedRune(rune)               {}
func (f *finder) focus() fyne.Focusable        { return nil }

func (f *finder) answer() (practice.Answer, bool) {
	ids := marks(f.p.q.Options, f.marked)
	return practice.Answer{Marked: ids}, len(ids) > 0
}
