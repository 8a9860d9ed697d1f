package sheet

import (
	"bytes"
	"slices"
	"strings"
	"sync"
	"testing"

	"alarife/internal/advisor"
	"alarife/internal/diagram"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/practice"
	"alarife/internal/testkit/builtin"
)

// bundled is the built-in catalog's book with all its exercises, made once.
var bundled = sync.OnceValues(func() (*practice.Book, []*practice.Exercise) {
	b := &practice.Book{Advisor: advisor.New(builtin.Base()), Texts: builtin.Texts()}
	all, _ := b.Check()
	var list []*practice.Exercise
	for _, c := range all {
		list = append(list, c.Exercise)
	}
	return b, list
})

// scenes are pictures that were laid out before, by language and exercise.
var scenes sync.Map

// laidOut is Scenes, but lays each picture of the catalog out once in all tests.
func laidOut(l lang.Lang) func(*practice.Exercise) (*diagram.Scene, error) {
	b, _ := bundled()
	layout := Scenes(b.Texts, l)
	return func(x *practice.Exercise) (*diagram.Scene, error) {
		if s, ok := scenes.Load(string(l) + x.ID); ok {
			return s.(*diagram.Scene), nil
		}
		s, err := layout(x)
		scenes.Store(string(l)+x.ID, s)
		return s, err
	}
}

// mixed is a sheet with an exercise or two of every kind, and a generated one.
func mixed(t testing.TB, l lang.Lang) *Sheet {
	t.Helper()
	b, all := bundled()
	s := &Sheet{Title: "Cloud & <AI> *practice*", Lang: l, Base: b.Advisor.Base(), Texts: b.Texts, Scene: laidOut(l)}
	for _, k := range knowledge.ItemKinds() {
		n := 0
		for _, x := range all {
			if x.Kind == k && n < 2 {
				s.Exercises = append(s.Exercises, x)
				n++
			}
		}
	}
	several := slices.IndexFunc(all, func(x *practice.Exercise) bool { return x.Several })
	made, err := b.NewGenerator(knowledge.Guide).Generate(7, 1)
	if err != nil {
		t.Fatal(err)
	}
	s.Exercises = append(s.Exercises, all[several], made[0])
	return s
}

// hostile is a sheet whose texts are full of what formats act on.
func hostile(t testing.TB) *Sheet {
	t.Helper()
	s := mixed(t, lang.English)
	nasty := "<b>&amp; </p> {{x}} [sound:a.mp3] \\(x\\) | *y* _z_ `q` # ]]> \"'\x01\u202e ñ 漢"
	text := lang.Text{EN: nasty, ES: nasty}
	one := *s.Exercises[0]
	one.ID, one.Title, one.Story, one.Ask = "hostile", text, text, text
	one.Options = slices.Clone(one.Options)
	for i := range one.Options {
		one.Options[i].Text = text
	}
	one.Notes = map[string]practice.Note{}
	for i, o := range one.Options {
		one.Notes[o.ID] = practice.Note{Right: i == 0, Why: []lang.Text{text}, Would: text}
	}
	one.Key.Marked = []string{one.Options[0].ID}
	one.Because = []lang.Text{text}
	one.Sources = []string{nasty}
	one.Proven = false
	s.Exercises = []*practice.Exercise{&one}
	s.Title = nasty
	return s
}

// file writes a sheet in a format.
func file(t testing.TB, format string, s *Sheet) ([]byte, []Loss) {
	t.Helper()
	f, ok := Find(format)
	if !ok {
		t.Fatalf("no format %q", format)
	}
	var out bytes.Buffer
	losses, err := Write(&out, f, s)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range losses {
		if said := l.Say(s.Texts, s.Lang); strings.Contains(said, "loss.") || strings.Contains(said, "{") {
			t.Errorf("the loss is told as %q", said)
		}
	}
	return out.Bytes(), losses
}
