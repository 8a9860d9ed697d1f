package sheet

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"time"

	"alarife/internal/export/sheet/apkg"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/practice"
)

// The look of a card, light and dark.
//
//go:embed anki.css
var ankiCSS string

// The sides of a card. No text in it is taken for a formula.
const (
	ankiFront = `<main class="tex2jax_ignore mathjax_ignore"><h1>{{%[1]s}}</h1>{{%[2]s}}{{%[3]s}}{{%[4]s}}</main>`
	ankiBack  = `{{FrontSide}}<hr id="answer"><main class="tex2jax_ignore mathjax_ignore">{{%[5]s}}{{%[6]s}}{{%[7]s}}</main>`
)

// unmade is the time of a sheet that tells none.
var unmade = time.Date(2026, time.January, 1, 0, 0, 0, 0, time.UTC)

// anki writes a package of notes with one card each, in a deck for each
// session of the study guide.
func (w *writing) anki() error {
	p := &apkg.Package{Made: w.Made, Type: w.noteType(), Media: map[string][]byte{}}
	if p.Made.IsZero() {
		p.Made = unmade
	}
	for _, t := range w.tell() {
		png, err := w.picture(t.x)
		if err != nil {
			return err
		}
		picture := ""
		if png != nil {
			name := "alarife-" + ncName(t.x.ID) + "-" + string(w.Lang) + ".png"
			p.Media[name] = png
			picture = `<img src="` + escaped(name) + `" alt="` + escaped(strings.Join(w.outline(t.x), ". ")) + `">`
		}
		if t.q.Kind != knowledge.ChoiceItem || t.q.Several {
			w.lose(t.x, "marking")
		}
		p.Notes = append(p.Notes, apkg.Note{
			Key:  "alarife/" + string(w.Lang) + "/" + identity(t.x),
			Deck: w.deck(t),
			Fields: []string{
				escaped(t.q.Title), w.ankiQuestion(t), picture, w.ankiOptions(t),
				w.ankiAnswer(t), w.ankiFeedback(t), w.ankiSources(t),
			},
			Tags: ankiTags(t.x),
		})
	}
	return p.Write(&w.out)
}

// noteType names the fields in the language of the sheet.
func (w *writing) noteType() apkg.NoteType {
	n := apkg.NoteType{Key: "alarife/" + string(w.Lang) + "/exercise", Name: w.Say("anki.type"), CSS: ankiCSS}
	for _, field := range []string{"title", "question", "picture", "options", "answer", "feedback", "sources"} {
		n.Fields = append(n.Fields, w.Say("anki.field."+field))
	}
	var names []any
	for _, f := range n.Fields {
		names = append(names, f)
	}
	n.Front = fmt.Sprintf(ankiFront, names[:4]...)
	n.Back = fmt.Sprintf(ankiBack, names...)
	return n
}

// deck is the deck of an exercise below that of the sheet.
func (w *writing) deck(t *told) string {
	part := func(s string) string { return strings.TrimSpace(strings.ReplaceAll(lang.Clean(s), "::", ":")) }
	name := part(w.Title)
	if name == "" {
		name = "Alarife"
	}
	if s := w.session(t); s != nil {
		name += "::" + part(fmt.Sprintf("%02d %s", s.ID, s.Title.In(w.Lang)))
	}
	return name
}

func ankiTags(x *practice.Exercise) []string {
	tags := []string{"alarife", string(x.Kind), string(x.Era), "level-" + strconv.Itoa(x.Level)}
	for _, g := range x.Guide {
		tags = append(tags, fmt.Sprintf("session-%02d", g))
	}
	return tags
}
