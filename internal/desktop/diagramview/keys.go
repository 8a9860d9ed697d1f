package diagramview

import "fyne.io/fyne/v2"

// TypedRune zooms: + and -, 0 to fit, 1 for the actual size.
func (v *View) TypedRune(r rune) {
	switch r {
	case '+':
		v.ZoomIn()
	case '-':
		v.ZoomOut()
	case '0':
		v.Fit()
	case '1':
		v.ActualSize()
	}
}

// TypedKey moves the selection: by arrows to the neighbour, by Home, End, Page
// Up and Page Down in the order of the picture; Enter opens, Escape clears.
func (v *View) TypedKey(e *fyne.KeyEvent) {
	if v.OnKey != nil && v.OnKey(e) {
		return
	}
	switch e.Name {
	case fyne.KeyLeft:
		v.step(-1, 0)
	case fyne.KeyRight:
		v.step(1, 0)
	case fyne.KeyUp:
		v.step(0, -1)
	case fyne.KeyDown:
		v.step(0, 1)
	case fyne.KeyPageDown:
		v.along(1)
	case fyne.KeyPageUp:
		v.along(-1)
	case fyne.KeyHome:
		v.at(0)
	case fyne.KeyEnd:
		v.at(-1)
	case fyne.KeyEscape:
		v.choose("")
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if v.selected != "" && v.OnOpen != nil {
			v.OnOpen(v.selected)
		}
	}
}

// step selects the neighbour in a direction; without a selection the first
// component.
func (v *View) step(dx, dy float64) {
	if v.scene == nil {
		return
	}
	if v.selected == "" {
		v.at(0)
	} else if n := v.scene.Neighbour(v.selected, dx, dy); n != nil {
		v.choose(n.ID)
	}
}

// along selects the next component in the order of the picture, round and
// round.
func (v *View) along(by int) {
	if v.scene == nil {
		return
	}
	for i := range v.scene.Nodes {
		if v.scene.Nodes[i].ID == v.selected {
			v.at((i + by + len(v.scene.Nodes)) % len(v.scene.Nodes))
			return
		}
	}
	v.at(0)
}

// at selects a component by its place in the picture, −1 for the last.
func (v *View) at(i int) {
	if v.scene == nil || len(v.scene.Nodes) == 0 {
		return
	}
	if i < 0 {
		i = len(v.scene.Nodes) - 1
	}
	v.choose(v.scene.Nodes[i].ID)
}
