package practiceview

import (
	"slices"
	"strings"

	"alarife/internal/desktop/kit"
	"alarife/internal/fault"
	"alarife/internal/knowledge"
	"alarife/internal/lang"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// sessionName names a session of the study guide, 0 for all.
func (v *View) sessionName(id int) string {
	if id == 0 {
		return v.say("practise.all.sessions")
	}
	for _, s := range v.base.Guide.Sessions {
		if s.ID == id {
			return v.say("practise.session", "n", id, "title", v.Tell.In(s.Title))
		}
	}
	return lang.Number(v.Tell.Lang, float64(id), 0)
}

// topicName names a topic, "" for all.
func (v *View) topicName(id string) string {
	if id == "" {
		return v.say("practise.all.topics")
	}
	return v.Tell.In(v.book.TopicTitle(id))
}

// sortedTopics puts topics into the order of their names.
func (v *View) sortedTopics(ids []string) []string {
	sorted := slices.Clone(ids)
	slices.SortStableFunc(sorted, func(a, b string) int {
		return strings.Compare(lang.Fold(v.topicName(a)), lang.Fold(v.topicName(b)))
	})
	return sorted
}

// kindName names a kind of exercise, "" for all.
func (v *View) kindName(k knowledge.ItemKind) string {
	if k == "" {
		return v.say("practise.all.kinds")
	}
	return capital(v.say("practice.kind." + string(k)))
}

// capital begins a text with a capital letter.
func capital(s string) string {
	r := []rune(s)
	if len(r) == 0 {
		return s
	}
	return strings.ToUpper(string(r[0])) + string(r[1:])
}

// levelName names a level, 0 for all.
func (v *View) levelName(n int) string {
	if n == 0 {
		return v.say("practise.all.levels")
	}
	return v.say("practise.level." + string(rune('0'+n)))
}

// eraName names an era, "" for both.
func (v *View) eraName(e knowledge.Era) string {
	if e == "" {
		return v.say("practise.all.eras")
	}
	return v.say("desktop.era." + string(e))
}

// minutesName names a limit of time, 0 for none.
func (v *View) minutesName(n int) string {
	if n == 0 {
		return v.say("practise.limit.none")
	}
	return v.say("practise.limit", "n", n)
}

// faultText is what a person is told of an error; ok is false for a bug.
func faultText(v *View, err error) (text string, ok bool) {
	if text, ok = fault.Say(err, v.Tell.Messages, v.Tell.Lang); ok {
		return text, true
	}
	return err.Error(), false
}

// form is rows of a label and what is chosen.
type form struct{ object *fyne.Container }

func newForm() *form { return &form{container.New(formLayout{})} }

func (f *form) add(label string, o fyne.CanvasObject) {
	kit.Append(f.object, flat(kit.Body(label)), o)
}

func (f *form) show(on bool) {
	f.object.Hidden = !on
	f.object.Refresh()
}

// formLayout sets labels before what is chosen, in two columns.
type formLayout struct{}

// labelShare is that of the labels.
const labelShare = 0.34

func (formLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y, left := float32(0), size.Width*labelShare
	for i := 0; i+1 < len(objects); i += 2 {
		h := max(objects[i].MinSize().Height, objects[i+1].MinSize().Height)
		objects[i].Move(fyne.NewPos(0, y))
		objects[i].Resize(fyne.NewSize(left, h))
		objects[i+1].Move(fyne.NewPos(left, y))
		objects[i+1].Resize(fyne.NewSize(size.Width-left, h))
		y += h + formGap
	}
}

const formGap = 4

func (formLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	h := float32(0)
	for i := 0; i+1 < len(objects); i += 2 {
		h += max(objects[i].MinSize().Height, objects[i+1].MinSize().Height) + formGap
	}
	return fyne.NewSize(240, h)
}
