package practiceview

import (
	"strings"

	"alarife/internal/architecture"

	"fyne.io/fyne/v2"
)

// build is decisions that the student takes; once all are taken the picture
// shows what they come to.
type build struct{ *pairs }

func newBuild(p *asked) *build {
	var list []pair
	for _, d := range p.q.Decisions {
		list = append(list, pair{d.ID, d.Text, d.Options})
	}
	b := &build{newPairs(p, list, false)}
	b.then = b.draw
	p.newPicture()
	b.draw()
	return b
}

func (b *build) beside() fyne.CanvasObject { return nil }

// draw shows the architecture of the choices: only once all are taken, for
// what is left open would be drawn as it is recommended.
func (b *build) draw() {
	if len(b.chosen) < len(b.list) {
		return
	}
	var key []string
	for _, x := range b.list {
		key = append(key, b.chosen[x.id])
	}
	a, whole := b.answer()
	if !whole {
		return
	}
	p := b.p
	p.lay(strings.Join(key, " "), func() *architecture.Architecture {
		_, built := p.x.Built(a.Choose)
		return built
	}, func() {
		if p.later != nil {
			p.later.Hide()
		}
	})
}
