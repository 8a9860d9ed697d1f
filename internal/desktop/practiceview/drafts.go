package practiceview

import (
	"encoding/json"

	"alarife/internal/practice"

	"fyne.io/fyne/v2"
)

// draft is an answer that was begun and not confirmed.
type draft struct {
	Exercise string
	Answer   practice.Answer
}

// drafts are those of a sitting, by the place of the exercise; kept by the id
// of the sitting.
type drafts map[int64]map[int]draft

// prefDrafts is the key of the preferences.
const prefDrafts = "practice-drafts"

func readDrafts(keep fyne.Preferences) drafts {
	d := drafts{}
	_ = json.Unmarshal([]byte(keep.String(prefDrafts)), &d) // what cannot be read was not begun
	return d
}

// lay keeps what was begun in a sitting and is not answered yet.
func (d drafts) lay(s *sitting) {
	delete(d, s.id)
	begun := map[int]draft{}
	for n, a := range s.given {
		if !s.answered[n] && !same(a, practice.Answer{}) {
			begun[n] = draft{s.exercises[n].ID, a}
		}
	}
	if len(begun) > 0 && !s.finished {
		d[s.id] = begun
	}
}

// take gives a sitting what was begun in it.
func (d drafts) take(s *sitting) {
	for n, x := range d[s.id] {
		if n >= 0 && n < len(s.given) && !s.answered[n] && s.exercises[n].ID == x.Exercise {
			s.given[n] = x.Answer
		}
	}
}

// keepDrafts keeps what was begun in the present sitting.
func (v *View) keepDrafts() {
	if v.sitting == nil {
		return
	}
	v.drafts.lay(v.sitting)
	v.drafts.write(v.Keep)
}

// forget forgets what was begun in a sitting.
func (d drafts) forget(id int64, keep fyne.Preferences) {
	delete(d, id)
	d.write(keep)
}

func (d drafts) write(keep fyne.Preferences) {
	if text, err := json.Marshal(d); err == nil {
		keep.SetString(prefDrafts, string(text))
	}
}
