package interview

import (
	"alarife/internal/desktop/kit"
	"alarife/internal/knowledge"
	"alarife/internal/workload"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// row is one question with its answer.
type row struct {
	view     *View
	question *knowledge.Question
	control  control
	object   *fyne.Container

	state    *kit.Chip
	act      *kit.Press // confirms what is assumed, or clears what is answered
	actText  *widget.Label
	help     *widget.Label
	problem  *widget.Label
	value    workload.Value
	answered bool
}

// control shows and takes one value.
type control interface {
	object() fyne.CanvasObject
	focus() fyne.Focusable
	show(workload.Value)
}

func (v *View) newRow(q *knowledge.Question) *row {
	r := &row{view: v, question: q, state: kit.NewChip("", theme.ColorNameWarning)}
	r.problem = kit.Note("")
	r.problem.Importance = widget.DangerImportance
	r.problem.Hide()
	r.control = r.newControl()
	r.actText = kit.Note("")
	r.actText.Wrapping = fyne.TextWrapOff
	r.act = kit.NewPress(r.actText, r.pressed)
	r.help = kit.Note(v.tell.In(q.Help))
	r.help.Hidden = !v.open["help:"+q.ID]
	line := container.NewHBox(r.state, r.act)
	if !q.Help.Empty() {
		word := kit.Note(v.tell.Say("desktop.help"))
		word.Wrapping = fyne.TextWrapOff
		kit.Append(line, kit.NewPress(word, r.toggleHelp))
	}
	r.object = kit.Tight(kit.Body(v.tell.In(q.Text)), kit.Inset(r.control.object()), r.problem, kit.Inset(line), r.help)
	return r
}

func (r *row) toggleHelp() {
	r.help.Hidden = !r.help.Hidden
	r.view.open["help:"+r.question.ID] = !r.help.Hidden
	r.object.Refresh()
}

// pressed confirms the assumed value, or takes the answer back.
func (r *row) pressed() {
	if r.answered {
		r.view.intents.OnClear(r.question.ID)
	} else {
		r.answer(r.value)
	}
}

func (r *row) answer(v workload.Value) { r.view.intents.OnAnswer(r.question.ID, v) }

func (r *row) show(v workload.Value, answered, asked bool) {
	r.object.Hidden = !asked
	r.value, r.answered = v, answered
	r.control.show(v)
	tell := r.view.tell
	if answered {
		r.state.Set(tell.Say("desktop.answered"), theme.ColorNameSuccess)
		set(r.actText, tell.Say("desktop.clear"))
		return
	}
	r.state.Set(tell.Say("desktop.assumed"), theme.ColorNameWarning)
	set(r.actText, tell.Say("desktop.confirm"))
}

func set(l *widget.Label, text string) {
	if l.Text != text {
		l.SetText(text)
	}
}

// complain tells why what is typed does not fit, nothing where it does.
func (r *row) complain(err error) {
	r.problem.Hidden = err == nil
	if err != nil {
		set(r.problem, err.Error())
	}
	if r.object != nil {
		r.object.Refresh()
	}
}

func (r *row) focus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(r.object); c != nil {
		c.Focus(r.control.focus())
	}
}
