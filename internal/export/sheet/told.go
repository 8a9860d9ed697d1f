package sheet

import (
	"crypto/sha256"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/practice"
)

// told is an exercise in the language of the sheet, with its key.
type told struct {
	q      practice.Question
	s      practice.Solution
	x      *practice.Exercise
	number int               // in the sheet, from 1
	marks  map[string]string // what stands before an option, a side or a decision, by its id; "right/" is put before that of a right side
}

// reason is what the key says of one option, left side or decision.
type reason struct {
	mark  string // as on the sheet
	right bool
	text  string
	would string // the change that would make it right, "" for none
}

// Say is one of the program's own texts in the language of the sheet.
func (w *writing) Say(key string, args ...any) string { return w.Texts.Say(w.Lang, key, args...) }

// tell tells the exercises of the sheet in their order.
func (w *writing) tell() (all []*told) {
	for n, x := range w.Exercises {
		t := &told{q: x.Question(w.Lang), s: x.Solution(w.Lang, w.Base), x: x, number: n + 1, marks: map[string]string{}}
		t.clean()
		for i, o := range t.q.Options {
			t.marks[o.ID] = letter(i, len(t.q.Options))
		}
		for i, o := range t.q.Right {
			t.marks["right/"+o.ID] = letter(i, len(t.q.Right))
		}
		for i, o := range t.q.Left {
			t.marks[o.ID] = strconv.Itoa(i + 1)
		}
		for i, d := range t.q.Decisions {
			t.marks[d.ID] = strconv.Itoa(i + 1)
		}
		all = append(all, t)
	}
	return all
}

// clean makes the texts that stand in one line harmless; story, question and
// model answer are cleaned as they are split into paragraphs.
func (t *told) clean() {
	t.q.Title, t.q.Unit = lang.Clean(t.q.Title), lang.Clean(t.q.Unit)
	lists := [][]practice.Shown{t.q.Options, t.q.Left, t.q.Right, t.s.Checklist}
	for i := range t.q.Decisions {
		d := &t.q.Decisions[i]
		d.Text = lang.Clean(d.Text)
		lists = append(lists, d.Options)
	}
	for _, list := range lists {
		for i := range list {
			list[i].Text = lang.Clean(list[i].Text)
		}
	}
	cleaned := func(texts []string) []string {
		out := make([]string, len(texts))
		for i, text := range texts {
			out[i] = lang.Clean(text)
		}
		return out
	}
	for i := range t.s.Notes {
		n := &t.s.Notes[i]
		n.Why, n.Would = cleaned(n.Why), lang.Clean(n.Would)
	}
	t.s.Because, t.s.Sources = cleaned(t.s.Because), cleaned(t.s.Sources)
}

// letter is the mark of the option at a place among n: letters, or numbers
// where there are more options than letters.
func letter(i, n int) string {
	if n > 26 {
		return strconv.Itoa(i + 1)
	}
	return string(rune('A' + i))
}

// several reports whether more than one option may be marked.
func (t *told) several() bool { return t.q.Several || t.q.Kind == knowledge.FaultItem }

// instruction says how to answer on paper, "" where the question is enough.
func (w *writing) instruction(t *told) string {
	switch t.q.Kind {
	case knowledge.ChoiceItem:
		if t.q.Several {
			return w.Say("handout.several")
		}
		return w.Say("handout.one")
	case knowledge.FaultItem:
		return w.Say("handout.several")
	case knowledge.MatchItem:
		return w.Say("handout.match")
	case knowledge.OrderItem:
		return w.Say("handout.order")
	case knowledge.BuildItem:
		return w.Say("handout.build")
	case knowledge.EstimateItem:
		return w.Say("handout.estimate", "percent", lang.Number(w.Lang, t.q.Tolerance, 2))
	}
	return ""
}

// answer is the key in lines, in words that a person can compare with a paper.
func (w *writing) answer(t *told) (lines []string) {
	switch t.q.Kind {
	case knowledge.ChoiceItem, knowledge.FaultItem:
		for _, o := range t.q.Options {
			if t.x.Notes[o.ID].Right {
				lines = append(lines, t.marks[o.ID]+") "+o.Text)
			}
		}
	case knowledge.MatchItem:
		for _, l := range t.q.Left {
			lines = append(lines, t.marks[l.ID]+" – "+t.marks["right/"+t.s.Choose[l.ID]])
		}
		lines = []string{strings.Join(lines, ", ")}
	case knowledge.OrderItem:
		for _, id := range t.s.Order {
			lines = append(lines, t.marks[id]+") "+textOf(t.q.Options, id))
		}
	case knowledge.EstimateItem:
		lines = []string{w.Say("handout.number", "number", w.number(t), "percent", lang.Number(w.Lang, t.q.Tolerance, 2))}
	case knowledge.BuildItem:
		for _, d := range t.q.Decisions {
			lines = append(lines, t.marks[d.ID]+") "+textOf(d.Options, t.s.Choose[d.ID]))
		}
	case knowledge.ExplainItem:
		lines = paragraphs(t.s.Model)
	}
	return lines
}

// number is the key of an estimate with its unit.
func (w *writing) number(t *told) string {
	if t.q.Unit == w.Say("practice.unit.usd") {
		return lang.Money(w.Lang, *t.s.Number)
	}
	return lang.Number(w.Lang, *t.s.Number, 2) + " " + t.q.Unit
}

// reasons is what the key says of the parts of an exercise, in their order.
func (t *told) reasons() (all []reason) {
	for _, n := range t.s.Notes {
		if t.q.Kind == knowledge.ExplainItem || len(n.Why) == 0 && n.Would == "" {
			continue
		}
		all = append(all, reason{mark: t.marks[n.ID], right: n.Right, text: sentences(n.Why), would: n.Would})
	}
	return all
}

// remarks are told with every answer: the worked solution, the other era, and
// that nobody has proven a key.
func (w *writing) remarks(t *told) []string {
	out := t.s.Because
	if !t.s.Proven {
		out = append(out[:len(out):len(out)], w.Say("handout.unproven"))
	}
	return out
}

// session is the session of the study guide that an exercise belongs to, nil
// for none.
func (w *writing) session(t *told) *knowledge.Session {
	for _, id := range t.q.Guide {
		for i := range w.Base.Guide.Sessions {
			if s := &w.Base.Guide.Sessions[i]; s.ID == id {
				return s
			}
		}
	}
	return nil
}

// sentences joins texts; one that does not end like a sentence gets a full
// stop before the next.
func sentences(texts []string) string {
	var b strings.Builder
	for i, text := range texts {
		if i > 0 {
			if last, _ := utf8.DecodeLastRuneInString(texts[i-1]); !strings.ContainsRune(".!?:;…”»", last) {
				b.WriteByte('.')
			}
			b.WriteByte(' ')
		}
		b.WriteString(text)
	}
	return b.String()
}

// identity is the name by which another program knows an exercise again. The
// ids of generated ones only count, so their words belong to it.
func identity(x *practice.Exercise) string {
	if x.Facts == nil {
		return x.ID
	}
	sum := sha256.Sum256([]byte(x.Story.EN + "\n" + x.Ask.EN + "\n" + string(x.Era)))
	return fmt.Sprintf("%s-%x", x.ID, sum[:4])
}

func textOf(list []practice.Shown, id string) string {
	for _, o := range list {
		if o.ID == id {
			return o.Text
		}
	}
	return ""
}

// paragraphs splits a text at its line ends; empty lines are left out.
func paragraphs(text string) (out []string) {
	for line := range strings.Lines(text) {
		if line = lang.Clean(strings.TrimSpace(line)); line != "" {
			out = append(out, line)
		}
	}
	return out
}
