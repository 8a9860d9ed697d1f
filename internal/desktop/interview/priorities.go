package interview

import (
	"alarife/internal/advisor"
	"alarife/internal/desktop/kit"
	"alarife/internal/knowledge"
	"alarife/internal/lang"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// priorities are the weights of the criteria.
type priorities struct {
	tell     advisor.Teller
	onPrefer func(knowledge.Criterion, float64)
	sliders  []*widget.Slider // by the order of the criteria; none until built
	figures  []*widget.Label
	weights  map[knowledge.Criterion]float64
}

func newPriorities(tell advisor.Teller, onPrefer func(knowledge.Criterion, float64)) *priorities {
	return &priorities{tell: tell, onPrefer: onPrefer}
}

func (p *priorities) build() fyne.CanvasObject {
	stack := kit.Tight(kit.Note(p.tell.Say("desktop.priorities.help", "max", int(knowledge.MaxPriority))))
	for _, c := range knowledge.Criteria() {
		slider, figure := widget.NewSlider(0, knowledge.MaxPriority), widget.NewLabel("")
		slider.Step = 1
		slider.OnChanged = func(v float64) {
			if v != p.weight(c) {
				p.onPrefer(c, v)
			}
		}
		p.sliders, p.figures = append(p.sliders, slider), append(p.figures, figure)
		head := container.NewBorder(nil, nil, widget.NewLabel(p.tell.Say("criterion."+string(c))), figure)
		kit.Append(stack, kit.Tight(head, kit.Inset(slider)))
	}
	p.show(p.weights)
	return stack
}

func (p *priorities) weight(c knowledge.Criterion) float64 {
	if w, ok := p.weights[c]; ok {
		return w
	}
	return knowledge.DefaultPriority
}

func (p *priorities) show(weights map[knowledge.Criterion]float64) {
	p.weights = weights
	if len(p.sliders) == 0 {
		return
	}
	for i, c := range knowledge.Criteria() {
		w := p.weight(c)
		if p.sliders[i].Value != w {
			p.sliders[i].SetValue(w)
		}
		set(p.figures[i], lang.Number(p.tell.Lang, w, 1))
	}
}
