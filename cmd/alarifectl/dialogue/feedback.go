package dialogue

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"alarife/internal/export/report"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/practice"
)

// Marks of what is right and what is not.
const (
	rightMark  = "✓"
	wrongMark  = "✗"
	partlyMark = "◐"
)

// feedback writes what came of an answer, and why: each part of the key, each
// wrong part with what would make it right, the worked solution, the other
// era, the sources and where to read on. A nil answer is none.
func (c *Console) feedback(x *exercise, given *practice.Answer, g practice.Grade) {
	f := &feedback{c: c, r: report.New(), x: x, s: x.Solution(c.Lang, c.Base), grade: g}
	if given != nil {
		f.given = *given
	}
	f.r.Line(f.verdict(given != nil))
	switch x.Kind {
	case knowledge.ChoiceItem:
		f.marks()
	case knowledge.FaultItem:
		f.components()
	case knowledge.BuildItem:
		f.takings()
	case knowledge.EstimateItem:
		f.amount()
	case knowledge.MatchItem:
		f.pairs()
	case knowledge.OrderItem:
		f.order()
	case knowledge.ExplainItem:
		f.ticks()
	}
	for _, text := range f.s.Because {
		f.r.Line(text)
	}
	f.further()
	c.show(f.r)
}

type feedback struct {
	c     *Console
	r     *report.Report
	x     *exercise
	s     practice.Solution
	given practice.Answer
	grade practice.Grade
}

// verdict is the first line: right, wrong or how much of it is right.
func (f *feedback) verdict(answered bool) string {
	percent := int(math.Round(f.grade.Credit * 100))
	switch {
	case !answered:
		return wrongMark + " " + f.c.say("verdict.none")
	case f.grade.Right:
		return rightMark + " " + f.c.say("verdict.right")
	case percent > 0:
		return partlyMark + " " + f.c.say("verdict.partly", "percent", percent)
	}
	return wrongMark + " " + f.c.say("verdict.wrong")
}

// note returns what is told about an id.
func (f *feedback) note(id string) practice.ShownNote {
	for _, n := range f.s.Notes {
		if n.ID == id {
			return n
		}
	}
	return practice.ShownNote{}
}

// entry writes one part of the key, or one that is not, with what is told.
func (f *feedback) entry(right bool, text string, n practice.ShownNote) {
	mark := wrongMark
	if right {
		mark = rightMark
	}
	f.r.Marked(0, mark, text)
	if why := strings.Join(n.Why, " "); why != "" {
		f.r.Item(1, why)
	}
	if n.Would != "" {
		f.r.Item(1, n.Would)
	}
}

// marks tells of every option.
func (f *feedback) marks() {
	for i, o := range f.x.q.Options {
		text := letterMark(i+1) + " " + o.Text
		if slices.Contains(f.given.Marked, o.ID) {
			text += " " + f.c.say("yours")
		}
		f.entry(slices.Contains(f.x.Key.Marked, o.ID), text, f.note(o.ID))
	}
}

// components tells of those that were marked or should have been. What is
// told about several in a row is told once, below the last of them.
func (f *feedback) components() {
	type told struct {
		right bool
		text  string
		note  practice.ShownNote
	}
	var all []told
	for i, o := range f.x.q.Options {
		right, chosen := slices.Contains(f.x.Key.Marked, o.ID), slices.Contains(f.given.Marked, o.ID)
		t := told{right, numberMark(i+1) + " " + o.Text, f.note(o.ID)}
		switch {
		case !right && !chosen:
			continue
		case chosen:
			t.text += " " + f.c.say("yours")
		default:
			t.text += " " + f.c.say("not-found")
		}
		if !right {
			t.note.Why = []string{f.c.say("no-fault")}
		}
		all = append(all, t)
	}
	for i, t := range all {
		if i+1 < len(all) && slices.Equal(t.note.Why, all[i+1].note.Why) {
			t.note.Why = nil
		}
		f.entry(t.right, t.text, t.note)
	}
}

// takings tells of every decision why the recommended option is right, and
// why the one that was taken instead is not.
func (f *feedback) takings() {
	for _, t := range f.x.q.Decisions {
		key, chosen := f.x.Key.Choose[t.ID], f.given.Choose[t.ID]
		f.entry(true, f.c.say("taken", "asks", t.Text, "right", textOf(t.Options, key)), f.note(t.ID))
		if n, ok := f.x.Instead(t.ID, chosen); ok {
			why := practice.ShownNote{Would: n.Would.In(f.c.Lang)}
			for _, text := range n.Why {
				why.Why = append(why.Why, text.In(f.c.Lang))
			}
			f.entry(false, textOf(t.Options, chosen)+" "+f.c.say("yours"), why)
		}
	}
}

func (f *feedback) amount() {
	right := f.c.quantity(f.x.Key.Number, f.x.q.Unit)
	if f.given.Number == nil || f.c.quantity(*f.given.Number, f.x.q.Unit) == right {
		f.r.Line(f.c.say("number", "right", right))
		return
	}
	yours := f.c.quantity(*f.given.Number, f.x.q.Unit)
	off := math.Abs(*f.given.Number-f.x.Key.Number) / math.Abs(f.x.Key.Number) * 100
	f.r.Line(f.c.say("number-off", "right", right, "yours", yours, "off", f.c.percent(off), "allowed", f.c.percent(f.x.Key.Tolerance)))
}

// percent writes a share of a hundred; what nobody can imagine is cut off.
func (c *Console) percent(p float64) string {
	if p > 1000 {
		return lang.Number(c.Lang, 1000, 0) + "+"
	}
	return lang.Number(c.Lang, p, 1)
}

func (f *feedback) pairs() {
	for i, l := range f.x.q.Left {
		key, chosen := f.x.Key.Choose[l.ID], f.given.Choose[l.ID]
		text := strconv.Itoa(i+1) + ") " + l.Text + " → " + f.right(key)
		if chosen != "" && chosen != key {
			text += " " + f.c.say("yours-was", "answer", f.right(chosen))
		}
		n := f.note(l.ID)
		if len(n.Why) > 0 && strings.HasPrefix(n.Why[0], l.Text) && strings.HasSuffix(n.Why[0], textOf(f.x.q.Right, key)) {
			n.Why = n.Why[1:] // it says the pair once more
		}
		f.entry(chosen == key, text, n)
	}
}

// right writes a right side with its letter.
func (f *feedback) right(id string) string {
	p := placeOf(f.x.q.Right, id)
	if p == 0 {
		return ""
	}
	return letterMark(p) + " " + f.x.q.Right[p-1].Text
}

func (f *feedback) order() {
	for i, id := range f.x.Key.Order {
		text := strconv.Itoa(i+1) + ". " + textOf(f.x.q.Options, id)
		yours := slices.Index(f.given.Order, id)
		if yours >= 0 && yours != i {
			text += " " + f.c.say("yours-place", "place", yours+1)
		}
		f.entry(yours == i, text, f.note(id))
	}
}

// ticks tells the points; the model answer was shown when they were ticked.
func (f *feedback) ticks() {
	if f.given.Text == "" {
		f.r.Line(f.s.Model)
	}
	for _, p := range f.s.Checklist {
		f.entry(slices.Contains(f.given.Marked, p.ID), p.Text, practice.ShownNote{})
	}
}

// further names the sources and where to read on.
func (f *feedback) further() {
	if len(f.s.Sources) > 0 {
		f.r.Line(f.c.say("sources"))
		for _, s := range f.s.Sources {
			f.r.Item(0, s)
		}
	}
	if f.grade.Right {
		return
	}
	if ids := f.c.study(f.grade.Rules, f.x.Topic, f.x.Guide); len(ids) > 0 {
		f.r.Line(f.c.say("study"))
		for _, id := range ids[:min(len(ids), mostStudied)] {
			f.r.Item(0, "alarifectl catalog show "+id)
		}
	}
}
