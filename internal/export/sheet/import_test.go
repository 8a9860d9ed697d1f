package sheet

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"alarife/catalog"
	"alarife/internal/advisor"
	"alarife/internal/export/sheet/quiz"
	"alarife/internal/fault"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/practice"
	"alarife/internal/testkit"
	"alarife/internal/testkit/builtin"
)

func importer() *Importer {
	b, _ := bundled()
	return &Importer{Base: b.Advisor.Base(), Texts: b.Texts, Guide: []int{9}}
}

// laid lays imported items over the built-in catalog and derives their
// exercises.
func laid(t testing.TB, items []*Imported) []*practice.Exercise {
	t.Helper()
	over := fstest.MapFS{}
	for _, i := range items {
		over[i.Path] = &fstest.MapFile{Data: i.YAML}
	}
	base, err := knowledge.LoadLayers(knowledge.Layer{FS: catalog.Files}, knowledge.Layer{Name: "over", FS: over})
	if err != nil {
		first, _, _ := strings.Cut(err.Error(), "\n")
		t.Fatalf("%s\n%s", err, over[strings.TrimPrefix(strings.SplitN(first, ":", 2)[0], "over/")])
	}
	b := &practice.Book{Advisor: advisor.New(base), Texts: builtin.Texts()}
	var out []*practice.Exercise
	for _, i := range items {
		x, err := b.Derive(base.Item(i.ID))
		if err != nil {
			t.Fatalf("%v\n%s", err, i.YAML)
		}
		out = append(out, x)
	}
	return out
}

func written(t testing.TB, f Format, s *Sheet) []byte {
	t.Helper()
	var out bytes.Buffer
	if _, err := Write(&out, f, s); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestImport_TakesBackWhatWasWritten: the catalog goes out in both languages,
// comes back as items that the loader takes, and goes out again as the same,
// but for the ids and what was told as lost.
func TestImport_TakesBackWhatWasWritten(t *testing.T) {
	for _, id := range exchanged {
		t.Run(id, func(t *testing.T) {
			f := formatted(t, id)
			items, losses, err := importer().Import(f,
				Incoming{"en", written(t, f, whole(lang.English)), lang.English}, Incoming{"es", written(t, f, whole(lang.Spanish)), lang.Spanish})
			if err != nil {
				t.Fatal(err)
			}
			b, all := bundled()
			for _, l := range losses {
				if !b.Texts.Has("loss." + l.Key) {
					t.Errorf("no text for %s", l.Key)
				}
				if l.Key != "gaps-apart" && l.Key != "parts" && l.Key != "points-differ" {
					t.Errorf("%s", l.Say(b.Texts, lang.English))
				}
			}
			byID := map[string]*practice.Exercise{}
			for _, x := range laid(t, items) {
				byID[x.ID] = x
				if x.Proven {
					t.Errorf("%s is proven", x.ID)
				}
			}
			wentOutAgain(t, f, items)
			missing := 0
			for _, x := range all {
				back := byID[importedPrefix+x.ID]
				if back == nil {
					missing++
					continue
				}
				sameExercise(t, x, back)
			}
			if missing > len(all)/20 {
				t.Errorf("%d of %d did not come back", missing, len(all))
			}
		})
	}
}

// wentOutAgain writes the exercises of imported items, reads them, and writes
// them once more: nothing grows, and nothing is told as lost.
func wentOutAgain(t *testing.T, f Format, items []*Imported) {
	t.Helper()
	for n := 0; n < 2; n++ {
		var in []Incoming
		for _, l := range lang.All() {
			s := whole(l)
			s.Exercises = laid(t, items)
			in = append(in, Incoming{string(l), written(t, f, s), l})
		}
		again, losses, err := importer().Import(f, in...)
		if err != nil || len(again) != len(items) {
			t.Fatalf("%d of %d came back once more: %v", len(again), len(items), err)
		}
		for _, l := range losses {
			t.Error(l.Say(importer().Texts, lang.English))
		}
		for i := range items {
			if n > 0 && string(again[i].YAML) != string(items[i].YAML) {
				t.Errorf("once more:\n%s\nbefore:\n%s", again[i].YAML, items[i].YAML)
			}
		}
		items = again
	}
}

func sameExercise(t *testing.T, x, back *practice.Exercise) {
	t.Helper()
	if back.Level != x.Level || back.Topic != x.Topic || back.Era != x.Era || len(back.Guide) != len(x.Guide) {
		t.Errorf("%s: level %d, topic %s, era %s, sessions %v", x.ID, back.Level, back.Topic, back.Era, back.Guide)
	}
	for _, l := range lang.All() {
		was, is := x.Question(l), back.Question(l)
		if is.Title != was.Title && !strings.HasPrefix(is.Title, was.Title+" (") || is.Story != quiz.Tidy(was.Story) || !strings.HasPrefix(is.Ask, quiz.Tidy(was.Ask)) {
			t.Errorf("%s: %q, %q, %q", x.ID, is.Title, is.Story, is.Ask)
		}
	}
	right := x.RightAnswer()
	switch x.Kind {
	case knowledge.ChoiceItem, knowledge.FaultItem:
		right.Marked = nil
		for n, o := range x.Options {
			if x.Notes[o.ID].Right {
				right.Marked = append(right.Marked, back.Options[n].ID)
			}
		}
	case knowledge.EstimateItem:
		if d := back.Key.Tolerance - x.Key.Tolerance; d > 1e-4 || d < -1e-4 {
			t.Errorf("%s: tolerance %v", x.ID, back.Key.Tolerance)
		}
	case knowledge.ExplainItem:
		if len(back.Checklist) != len(x.Checklist) || !strings.HasPrefix(back.Model.ES, quiz.Tidy(x.Model.ES)) {
			t.Errorf("%s: %d points, %q", x.ID, len(back.Checklist), back.Model.ES)
		}
		return
	default:
		return
	}
	if g := back.Grade(right); !g.Right {
		t.Errorf("%s: the key earns %+v", x.ID, g)
	}
}

// TestImport_OnlyOneLanguageSaysSo: a file in Spanish alone becomes items in
// Spanish, which say so in the other language.
func TestImport_OnlyOneLanguageSaysSo(t *testing.T) {
	file := "// [tag:session-5] [tag:level-3]\n::Clases {frías}::¿Cuál?{=Glacier {~x}\n\n"
	file = strings.ReplaceAll(file, "{frías}", `\{frías\}`)
	file = strings.ReplaceAll(file, "{~x}", "#porque \\{tarda\\}\n~EBS\n####https\\://example.org/a\n}")
	items, losses, err := importer().Import(formatted(t, "gift"), Incoming{"x.gift", []byte(file), lang.Spanish})
	if err != nil || len(losses) > 0 || len(items) != 1 {
		t.Fatal(err, losses, items)
	}
	x := laid(t, items)[0]
	if x.ID != "imported-clases-frias" || x.Title.ES != "Clases {frías}" || x.Title.EN != "Clases {frías} (in Spanish only)" || x.Ask.EN != "¿Cuál?" || x.Level != 3 || x.Guide[0] != 5 ||
		x.Notes["a"].Why[0].ES != "porque {tarda}" || x.Sources[0] != "https://example.org/a" || x.Proven || x.Several {
		t.Errorf("%+v", x)
	}
}

func TestImport_TellsWhatAnItemDoesNotHold(t *testing.T) {
	file := `::a:: Two pairs {=x->y =z->u}

::b:: Typed {=x}

::c:: A description

::d:: Zero {#0:1}

::e:: Wide {#1:9}

::f:: Partly {=x ~%50%y ~z}

::g:: No answer {}

::h:: {T}
`
	i := importer()
	items, losses, err := i.Import(formatted(t, "gift"), Incoming{"x.gift", []byte(file), lang.English})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, l := range losses {
		got = append(got, l.Of(i.Texts, lang.English)+" "+l.Key)
	}
	if of := losses[0].Of(i.Texts, lang.Spanish); of != "x.gift:1:1 «a»" {
		t.Errorf("in Spanish: %s", of)
	}
	want := "x.gift:1:1 “a” parts|x.gift:3:1 “b” type|x.gift:5:1 “c” type|x.gift:7:1 “d” zero|x.gift:9:1 “e” tolerance|x.gift:11:1 “f” marks|x.gift:13:1 “g” no-model|x.gift:15:1 “h” no-text"
	if strings.Join(got, "|") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, "|"), want)
	}
	if len(laid(t, items)) != 2 {
		t.Errorf("%d items", len(items))
	}
}

func TestImport_RefusesAllAtOnce(t *testing.T) {
	b, _ := bundled()
	i := &Importer{Base: b.Advisor.Base(), Texts: b.Texts}
	_, _, err := i.Import(formatted(t, "gift"),
		Incoming{"en", []byte("// [id:a] [tag:session-5]\nx {=y ~z}\n\n// [id:b]\nx {=y ~z}\n\n// [id:a]\nx {~z}"), lang.English},
		Incoming{"es", []byte("// [id:a] [tag:session-5]\nx {~y =z}\n\n{"), lang.Spanish})
	var list fault.List
	if list.Add(err) != nil || len(list) != 2 { // what is read wrongly is told before what is meant wrongly
		t.Fatalf("%v", err)
	}
	_, _, err = i.Import(formatted(t, "gift"),
		Incoming{"en", []byte("// [id:a] [tag:session-5]\nx {=y ~z}\n\n// [id:b]\nx {=y ~z}\n\n// [id:a]\nx {=y ~z}"), lang.English},
		Incoming{"es", []byte("// [id:a] [tag:session-5]\nx {~y =z}"), lang.Spanish})
	list = nil
	if list.Add(err) != nil || list.Error() != "en:4:1: import.session\nen:7:1: import.session\nen:7:1: quiz.twice id=a\nes:1:1: import.differ other=en:7:1" && len(list) != 4 {
		t.Fatalf("%v", err)
	}
	for _, f := range list {
		for _, l := range lang.All() {
			if text := f.Say(b.Texts, l); strings.Contains(text, "fault.") {
				t.Errorf("%s", text)
			}
		}
	}
}

// TestFaults_HaveTexts: every key that reading names has a text and a remedy.
func TestFaults_HaveTexts(t *testing.T) {
	b, _ := bundled()
	for _, key := range []string{
		"quiz.gift-brace", "quiz.gift-arrow", "quiz.number", "quiz.empty-option", "quiz.none-right", "quiz.few", "quiz.parts", "quiz.many", "quiz.long", "quiz.no-questions",
		"quiz.xml", "quiz.xml-end", "quiz.xml-doctype", "quiz.xml-large", "quiz.xml-quiz", "quiz.csv", "quiz.column", "quiz.row", "quiz.kind", "quiz.twice", "quiz.large", "quiz.not-text", "import.differ", "import.session",
	} {
		if !b.Texts.Has("fault."+key) || !b.Texts.Has("fault."+key+".remedy") {
			t.Errorf("no text for %s", key)
		}
	}
}

// TestImport_HostileQuestionsBecomeItems: whatever is read, the loader takes
// the items of it, and they say the same.
func TestImport_HostileQuestionsBecomeItems(t *testing.T) {
	nasty := []string{"{latency_ms}", "{{", "}", "'", `"`, "- x", "# y", "a: b", "&anchor", "*alias", "|", ">", "%", "@", "`", "null", "true", "1e3", "~", "---", "...", "<<", "!tag", "\\n", "é", "🜁", "\n", "\n\n", " ", "x"}
	r := rand.New(rand.NewPCG(1, 1))
	text := func() string {
		s := ""
		for range 1 + r.IntN(6) {
			s += nasty[r.IntN(len(nasty))]
		}
		if s = quiz.Tidy(s); s == "" {
			return "x"
		}
		return s
	}
	var all []*quiz.Question
	for range 200 {
		q := &quiz.Question{Kind: quiz.Choice, Single: true, Title: strings.ReplaceAll(text(), "\n", " "), Text: text(), General: text(), Options: []quiz.Option{{Text: text(), Percent: 100, Feedback: text()}, {Text: text()}}}
		all = append(all, q)
		all = append(all, &quiz.Question{Kind: quiz.Essay, Text: text(), Model: text(), Points: []string{"p" + strings.ReplaceAll(text(), "\n", " ")}})
	}
	for n := range 100 {
		numbered := func(i int) string { return fmt.Sprint(i, " ", text()) }
		one := func(i int) string { return strings.ReplaceAll(numbered(i), "\n", " ") }
		all = append(all,
			&quiz.Question{Kind: quiz.Match, Title: one(n), Text: text(), General: text(), Pairs: []quiz.Pair{{Left: numbered(1), Right: one(1)}, {Left: numbered(2), Right: one(2)}, {Left: numbered(3), Right: one(3)}, {Right: one(4)}}},
			&quiz.Question{Kind: quiz.Order, Text: text(), Steps: []string{numbered(1), numbered(2), numbered(3)}},
			&quiz.Question{Kind: quiz.Number, Text: text(), General: text(), Otherwise: text(), Numbers: []quiz.Figure{{Value: r.NormFloat64() * 1e9, Tolerance: r.Float64(), Percent: 100, Feedback: text()}}},
		)
	}
	var out bytes.Buffer
	quiz.WriteMoodle(&out, all, func(*quiz.Question, string, ...any) {})
	items, _, err := importer().Import(formatted(t, "moodle-xml"), Incoming{"x", out.Bytes(), lang.English})
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, x := range laid(t, items) {
		if x.Kind != knowledge.ChoiceItem {
			continue
		}
		q := all[n]
		if n += 2; x.Options[0].Text.EN != q.Options[0].Text || x.Notes["a"].Why[0].ES != q.Options[0].Feedback || quiz.Tidy(x.Story.EN+"\n\n"+x.Ask.EN) != q.Text {
			t.Fatalf("%q, %q, %q of %+v", x.Options[0].Text.EN, x.Notes["a"].Why[0].ES, x.Story.EN+"\n\n"+x.Ask.EN, q)
		}
	}
}

// TestTable_IsDocumented: the catalog's README names every column, in order.
func TestTable_IsDocumented(t *testing.T) {
	_, table, _ := strings.Cut(string(testkit.Read(t, "catalog/README.md")), "| column |")
	var columns []string
	for row := range strings.Lines(table) {
		if name, ok := strings.CutPrefix(row, "| `"); ok {
			name, _, _ = strings.Cut(name, "`")
			columns = append(columns, name)
		} else if len(columns) > 0 {
			break
		}
	}
	if !slices.Equal(columns, quiz.Columns) {
		t.Errorf("documented: %v, written: %v", columns, quiz.Columns)
	}
}
